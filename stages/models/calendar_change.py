"""A change of the calendar that would move deadlines: proposed first, then approved by somebody.

The days are not in the calendar before that: nothing is counted on a day that may be refused.
"""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.models import User
from accounts.permissions import Permission
from accounts.trail import tracked

from .deadline import Deadline
from .stage import Stage
from .task import Task


class CalendarChangeQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        """All of them, for who keeps the calendar and for who decides."""
        sees = user.may(Permission.KEEP_LISTS) or user.may(Permission.DECIDE)
        return self if sees else self.none()

    def waiting(self):
        return self.filter(decision="")

    def decided_in(self, year: int):
        decided = self.filter(decided_on__year=year).select_related("decided_by")
        return decided.order_by("-decided_on", "-pk")


@tracked
class CalendarChange(models.Model):
    """Days to add and to take out, each a date (as the calendar's files write it) and its title."""

    class Kind(models.TextChoices):
        BANK_HOLIDAY = "bank_holiday", "bank holiday"
        CLOSURE = "closure", "day when the office is closed"

    class Decision(models.TextChoices):
        APPROVED = "approved", "Approved"
        REFUSED = "refused", "Refused"
        TAKEN_BACK = "taken_back", "Taken back"

    kind = models.CharField(max_length=20, choices=Kind, default=Kind.BANK_HOLIDAY)
    added = models.JSONField("days to add", default=dict, blank=True)
    removed = models.JSONField("days to take out", default=dict, blank=True)
    official = models.BooleanField(default=False, help_text="From the official list, not typed")
    proposed_on = models.DateField("proposed")
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decision = models.CharField(max_length=20, choices=Decision, blank=True)
    decided_on = models.DateField("decided", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    why = models.TextField("why not", blank=True)
    told_stay = models.BooleanField(
        "deadlines already told stay", default=False, help_text="What the approver chose"
    )

    objects = CalendarChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-proposed_on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="calendar_change_decided_on_a_day",
                condition=Q(decision="", decided_on=None)
                | (~Q(decision="") & Q(decided_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="calendar_change_refused_with_a_reason",
                condition=~Q(decision="refused") | ~Q(why=""),
                violation_error_message="Say why the calendar stays as it is.",
            ),
        ]

    def __str__(self) -> str:
        first = min([*self.added, *self.removed])
        title = self.added.get(first) or self.removed[first]
        more = len(self.added) + len(self.removed) - 1
        words = f"{self.get_kind_display()} {in_words(first)}, {title}"
        return f"{words}, and {more} more" if more else words

    @property
    def is_waiting(self) -> bool:
        return not self.decision

    @property
    def days_added(self) -> dict[date, str]:
        return {date.fromisoformat(day): title for day, title in sorted(self.added.items())}

    @property
    def days_removed(self) -> dict[date, str]:
        return {date.fromisoformat(day): title for day, title in sorted(self.removed.items())}

    @property
    def first_day(self) -> date:
        return min([*self.days_added, *self.days_removed])


@tracked
class MovedDeadline(models.Model):
    """A deadline that a change of the calendar moved, or that stayed because it had been told."""

    change = models.ForeignKey(CalendarChange, models.PROTECT, related_name="moved")
    stage = models.ForeignKey(Stage, models.PROTECT, related_name="moved_deadlines")
    deadline = models.ForeignKey(Deadline, models.PROTECT, related_name="moves")
    from_on = models.DateField("due before")
    to_on = models.DateField("due since")
    was_told = models.BooleanField("the complainant had been told", default=False)
    stayed = models.BooleanField("stayed where it was told", default=False)

    class Meta:
        ordering = ["change", "stage", "to_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["change", "deadline"], name="deadline_moved_once_by_a_change"
            ),
            models.CheckConstraint(
                name="only_a_told_deadline_stays",
                condition=Q(stayed=False) | Q(was_told=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_on} to {self.to_on}"


@tracked
class MovedTask(models.Model):
    """A task that a change of the calendar moved."""

    change = models.ForeignKey(CalendarChange, models.PROTECT, related_name="moved_tasks")
    task = models.ForeignKey(Task, models.PROTECT, related_name="moves")
    from_on = models.DateField("due before")
    to_on = models.DateField("due since")

    class Meta:
        ordering = ["change", "task"]
        constraints = [
            models.UniqueConstraint(fields=["change", "task"], name="task_moved_once_by_a_change"),
        ]

    def __str__(self) -> str:
        return f"{self.from_on} to {self.to_on}"


def in_words(day: str) -> str:
    return f"{date.fromisoformat(day):%-d %B %Y}"
