"""The statement of complaint: what an investigation looks at, in versions until agreed."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from accounts.trail import tracked
from cases.models import Point

from .stage import Stage


class Proposer(models.TextChoices):
    INVESTIGATOR = "investigator", "The investigating officer"
    COUNCIL = "council", "The council"
    COMPLAINANT = "complainant", "The complainant"
    ADVOCATE = "advocate", "The complainant's advocate"


class Side(models.TextChoices):
    """Who has to agree to a statement."""

    COMPLAINANT = "complainant", "The complainant"
    COUNCIL = "council", "The council"


class StatementQuerySet(models.QuerySet):
    def in_force(self):
        """The agreed (or finalised) versions, the last one first: that one is in force."""
        return self.exclude(in_force_on=None).order_by("-version")

    def waiting(self):
        """The latest version of a stage, while it is neither agreed nor to be changed."""
        later = Statement.objects.filter(stage=OuterRef("stage"), version__gt=OuterRef("version"))
        return self.filter(~Exists(later), in_force_on=None, changes_wanted_on=None)


def _not_before_it_was_proposed(field: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"statement_{field}_after_proposed",
        condition=Q(**{f"{field}__gte": F("proposed_on")}) | Q(**{field: None}),
        violation_error_message="A version cannot be answered before it was proposed.",
    )


@tracked
class Statement(models.Model):
    """One version. It comes into force when both sides have agreed, or is finalised with a note
    where the complainant stays silent (no rule of law: domain.md 1.A)."""

    stage = models.ForeignKey(Stage, models.PROTECT, related_name="statements")
    version = models.PositiveSmallIntegerField()
    proposed_by = models.CharField(max_length=20, choices=Proposer)
    proposed_on = models.DateField()
    complainant_agreed_on = models.DateField(null=True, blank=True)
    council_agreed_on = models.DateField(null=True, blank=True)
    council_agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="agreed for the council",
    )
    changes_wanted_by = models.CharField(max_length=20, choices=Side, blank=True)
    changes_wanted_on = models.DateField(null=True, blank=True)
    changes_wanted = models.TextField(blank=True)
    finalised_because = models.TextField("finalised without the complainant's answer", blank=True)
    in_force_on = models.DateField("in force since", null=True, blank=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["stage", "version"]
        verbose_name = "statement of complaint"
        constraints = [
            models.UniqueConstraint(fields=["stage", "version"], name="statement_version_once"),
            *map(
                _not_before_it_was_proposed,
                ("complainant_agreed_on", "council_agreed_on", "changes_wanted_on", "in_force_on"),
            ),
            models.CheckConstraint(
                name="statement_in_force_where_agreed_or_finalised",
                condition=Q(in_force_on=None)
                | Q(complainant_agreed_on__isnull=False, council_agreed_on__isnull=False)
                | ~Q(finalised_because=""),
                violation_error_message=(
                    "A statement is in force once both sides have agreed, or with a note why it "
                    "was finalised without the complainant."
                ),
            ),
            models.CheckConstraint(
                name="statement_agreed_for_the_council_by_somebody",
                condition=Q(council_agreed_on=None) | Q(council_agreed_by__isnull=False),
                violation_error_message="Say who agreed for the council.",
            ),
            models.CheckConstraint(
                name="statement_changes_wanted_are_told",
                condition=Q(changes_wanted_on=None)
                | (~Q(changes_wanted="") & ~Q(changes_wanted_by="")),
                violation_error_message="Say what is to be changed, and who wants it.",
            ),
            models.CheckConstraint(
                name="statement_agreed_or_to_be_changed",
                condition=Q(changes_wanted_on=None) | Q(in_force_on=None),
                violation_error_message="A version is either agreed or to be changed.",
            ),
        ]

    def __str__(self) -> str:
        return f"Version {self.version}"


@tracked
class StatementPoint(models.Model):
    """A point of one version, as it was put then."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="points")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    desired_outcome = models.TextField(blank=True)
    from_point = models.ForeignKey(
        Point,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="point of the earlier stage",
    )

    class Meta:
        ordering = ["statement", "number"]
        verbose_name = "point of the statement"
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "number"], name="statement_point_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"
