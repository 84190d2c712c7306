"""Deadlines: the date of a time limit on a case, and what moved it."""

from datetime import date

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from accounts.models import User
from accounts.trail import tracked
from cases.models import Case

from .procedure import TimeLimit
from .stage import Stage
from .telling import How


class DeadlineQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        return self.filter(stage__case__in=Case.objects.visible_to(user))

    def running(self):
        """Those that fall due: no clock runs while a stage is suspended (regulation 8)."""
        suspensions = Stage.suspensions.field.model.objects.order_by()
        suspended = suspensions.filter(stage=OuterRef("stage"), to_on=None)
        return self.filter(~Exists(suspended), met_on=None, live=True)

    def to_do(self, *, on: date):
        """What the council has still to do.

        Not the complainant's own time; and an inner milestone that has passed gives way to the
        limit it served.
        """
        return (
            self.running()
            .filter(limit__in_force=True, stage__responded_on=None)
            .exclude(limit__kind=TimeLimit.Kind.WINDOW)
            .exclude(limit__kind=TimeLimit.Kind.INNER, due_on__lt=on)
        )

    def overdue(self, *, on: date):
        return self.running().filter(due_on__lt=on)


@tracked
class Deadline(models.Model):
    """One clock of one stage.

    ``target_on`` and ``ceiling_on`` are what the limit gives without and with its extension, so
    "in time" has three answers: within target, within the ceiling, over (domain.md 1, rule 4).
    ``due_on`` is the date in force; ``told_on`` the due date that the complainant was told of.
    ``left_on`` is a told date that stays in force although the calendar changed under it.
    """

    stage = models.ForeignKey(Stage, models.PROTECT, related_name="deadlines")
    limit = models.ForeignKey(TimeLimit, models.PROTECT, related_name="deadlines")
    is_main = models.BooleanField(default=False, help_text="The limit's, for indexes")
    starts_on = models.DateField()
    provisional = models.BooleanField(
        default=False, help_text="The start is not recorded: its last possible day is taken"
    )
    target_on = models.DateField()
    ceiling_on = models.DateField()
    due_on = models.DateField()
    told_on = models.DateField("date told at the time", null=True, blank=True)
    left_on = models.DateField("told, and left when the calendar changed", null=True, blank=True)
    met_on = models.DateField(null=True, blank=True)
    live = models.BooleanField(default=True, help_text="False once the case or stage has ended")

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(
                fields=["due_on"], name="deadline_running", condition=Q(met_on=None, live=True)
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["stage", "limit"], name="deadline_once_in_a_stage"),
            models.UniqueConstraint(
                fields=["stage"], name="main_deadline_once_in_a_stage", condition=Q(is_main=True)
            ),
            models.CheckConstraint(
                name="deadline_ceiling_on_or_after_target",
                condition=Q(ceiling_on__gte=F("target_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.limit}: {self.due_on}"

    @property
    def is_extended(self) -> bool:
        return self.due_on > self.target_on

    def is_late(self, *, on: date) -> bool:
        return (self.met_on or on) > self.due_on


class ExtensionQuerySet(models.QuerySet):
    def that_count(self):
        """Those that move the due date: decided, and told, while the old date had not passed.

        One from a case log has no day of decision; it counts as the log has it.
        """
        in_time = Q(decided_on__lte=F("from_due_on"), told_on__lte=F("from_due_on"))
        return self.filter(in_time | Q(decided_on=None))

    def untold(self):
        """Decided here, and the complainant has not been told yet."""
        return self.filter(told_on=None).exclude(decided_on=None)


@tracked
class Extension(models.Model):
    """More time for the answer. The old date stays due until the complainant knows the new one."""

    stage = models.ForeignKey(Stage, models.PROTECT, related_name="extensions")
    from_due_on = models.DateField()
    to_due_on = models.DateField()
    reason = models.TextField()
    decided_on = models.DateField("decided", null=True, blank=True)
    told_on = models.DateField("complainant told", null=True, blank=True)
    counted_to_on = models.DateField(
        "to, since the calendar changed",
        null=True,
        blank=True,
        help_text="The same number of working days on the calendar of today",
    )
    told_how = models.CharField("how they were told", max_length=20, choices=How, blank=True)
    ombudsman_named = models.BooleanField("the Ombudsman's details were given", default=False)

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        ordering = ["stage", "to_due_on"]
        constraints = [
            models.CheckConstraint(
                name="extension_moves_later",
                condition=Q(to_due_on__gt=F("from_due_on")),
                violation_error_message="An extension moves the due date later.",
            ),
            models.CheckConstraint(
                name="extension_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message="Say why the time is extended.",
            ),
            models.CheckConstraint(
                name="extension_told_on_or_after_decided_on",
                condition=Q(told_on__gte=F("decided_on")) | Q(told_on=None) | Q(decided_on=None),
                violation_error_message=(
                    "The complainant cannot be told of a new date before it was decided."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"extended from {self.from_due_on} to {self.to_due_on}"

    @property
    def in_force_on(self) -> date:
        """The due date it gives now: ``to_due_on`` stays what was told."""
        return self.counted_to_on or self.to_due_on

    @property
    def was_decided_late(self) -> bool:
        return self.decided_on is not None and self.decided_on > self.from_due_on

    @property
    def counts(self) -> bool:
        """Whether it moves the due date; the same rule as that of the rows."""
        if self.decided_on is None:
            return True
        return bool(self.told_on) and max(self.decided_on, self.told_on) <= self.from_due_on


@tracked
class Hold(models.Model):
    """Time in which the council waited. It moves a deadline only where the version allows it."""

    stage = models.ForeignKey(Stage, models.PROTECT, related_name="holds")
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    reason = models.TextField()
    told_on = models.DateField("complainant told", null=True, blank=True)

    class Meta:
        ordering = ["stage", "from_on"]
        constraints = [
            models.CheckConstraint(
                name="hold_ends_on_or_after_it_starts",
                condition=Q(to_on__gte=F("from_on")) | Q(to_on=None),
                violation_error_message="A hold cannot end before it starts.",
            )
        ]

    def __str__(self) -> str:
        return f"on hold from {self.from_on}"
