"""Court and other proceedings beside a complaint, and the time in which it was not considered.

Regulation 8 (domain.md 1.A): the council may decline or suspend all of a complaint or some of its
points, where considering them might prejudice court proceedings, a criminal investigation, a
disciplinary or another concurrent investigation.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.trail import tracked
from cases.models import Case, Point

from .stage import Stage
from .task import Task


class ProceedingsQuerySet(models.QuerySet):
    def running(self):
        return self.filter(ended_on=None)

    def withholding(self):
        """Those that keep single points back now: declined for good, or suspended until they end.

        Where all points were declined the case ended by it; if it was opened again, they count.
        """
        declined = Q(effect=Proceedings.Effect.DECLINED, of_all=False)
        suspended = Q(effect=Proceedings.Effect.SUSPENDED, ended_on=None)
        return self.filter(declined | suspended)

    def to_resubmit(self):
        """Those that have ended and whose points are not considered unless they come again: what
        was declined, and what was suspended while the stage was answered without it."""
        left_out = Q(effect=Proceedings.Effect.SUSPENDED, stage__responded_on__lt=F("ended_on"))
        return self.filter(
            Q(effect=Proceedings.Effect.DECLINED) | left_out,
            ended_on__isnull=False,
            resubmitted_on=None,
        )


@tracked
class Proceedings(models.Model):
    """Why a complaint, or some of its points, is not considered; until when; what followed.

    ``points`` are those that it concerns, also where they are all of them.
    """

    class Kind(models.TextChoices):
        COURT = "court", "Court proceedings"
        TRIBUNAL = "tribunal", "Tribunal proceedings"
        POLICE = "police", "Police investigation or prosecution"
        LADO = "lado", "Allegation before the LADO"
        DISCIPLINARY = "disciplinary", "Disciplinary proceedings"
        INVESTIGATION = "investigation", "Another investigation"

    class Effect(models.TextChoices):
        SUSPENDED = "suspended", "Suspended"
        DECLINED = "declined", "Declined"

    case = models.ForeignKey(Case, models.PROTECT, related_name="proceedings")
    stage = models.ForeignKey(Stage, models.PROTECT, related_name="proceedings")
    kind = models.CharField("kind of proceedings", max_length=20, choices=Kind)
    effect = models.CharField(max_length=10, choices=Effect)
    of_all = models.BooleanField("all of the complaint", default=False)
    points = models.ManyToManyField(Point, related_name="proceedings", blank=True)
    reasons = models.TextField("how considering it might prejudice them")
    decided_on = models.DateField("decided")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    told_on = models.DateField("complainant told in writing")
    how_to_resubmit = models.TextField("how to resubmit it")
    review_on = models.DateField("next review")
    review = models.OneToOneField(
        Task, models.PROTECT, null=True, blank=True, related_name="proceedings"
    )
    ended_on = models.DateField("proceedings ended", null=True, blank=True)
    resubmit_until = models.DateField("last day to resubmit", null=True, blank=True)
    resubmitted_on = models.DateField("resubmitted", null=True, blank=True)
    resubmitted_as = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="resubmits"
    )

    objects = ProceedingsQuerySet.as_manager()

    class Meta:
        ordering = ["decided_on", "id"]
        verbose_name_plural = "proceedings"
        constraints = [
            models.CheckConstraint(
                name="proceedings_with_reasons",
                condition=~Q(reasons=""),
                violation_error_message="Say how considering it might prejudice the proceedings.",
            ),
            models.CheckConstraint(
                name="proceedings_say_how_to_resubmit",
                condition=~Q(how_to_resubmit=""),
                violation_error_message="Say how the complaint can be resubmitted.",
            ),
            models.CheckConstraint(
                name="proceedings_told_on_or_after_decided",
                condition=Q(told_on__gte=F("decided_on")),
                violation_error_message="The complainant is told once it is decided, not before.",
            ),
            models.CheckConstraint(
                name="proceedings_end_on_or_after_decided",
                condition=Q(ended_on__gte=F("decided_on")) | Q(ended_on=None),
                violation_error_message="The proceedings end on or after the day of the decision.",
            ),
            models.CheckConstraint(
                name="proceedings_resubmit_until_once_ended",
                condition=Q(ended_on=None, resubmit_until=None)
                | Q(ended_on__isnull=False, resubmit_until__isnull=False),
                violation_error_message="The last day to resubmit follows from the end.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_effect_display()}: {self.get_kind_display().lower()}"

    @property
    def is_running(self) -> bool:
        return self.ended_on is None

    @property
    def keeps_points_back(self) -> bool:
        """As ``withholding`` asks it of rows."""
        return self.is_running if self.is_suspension else not self.of_all

    @property
    def is_suspension(self) -> bool:
        return self.effect == self.Effect.SUSPENDED


@tracked
class PointOfProceedings(Proceedings.points.through):
    """A point that is not considered: the table between, so that the trail keeps it too."""

    class Meta:
        proxy = True
        verbose_name = "point not considered"


@tracked
class Suspension(models.Model):
    """Time in which nothing of a complaint was considered: every point was suspended.

    It is no hold: where a hold leaves a date of the law as it is, here the clock itself stands,
    and the dates move by the working days after ``from_on``, up to and including ``to_on``.
    """

    stage = models.ForeignKey(Stage, models.PROTECT, related_name="suspensions")
    from_on = models.DateField("suspended")
    to_on = models.DateField("considered again", null=True, blank=True)
    reason = models.CharField(max_length=300)

    class Meta:
        ordering = ["stage", "from_on"]
        constraints = [
            models.CheckConstraint(
                name="suspension_ends_on_or_after_it_starts",
                condition=Q(to_on__gte=F("from_on")) | Q(to_on=None),
                violation_error_message="A suspension cannot end before it starts.",
            ),
            models.UniqueConstraint(
                fields=["stage"], name="one_suspension_at_a_time", condition=Q(to_on=None)
            ),
        ]

    def __str__(self) -> str:
        return f"suspended from {self.from_on}"
