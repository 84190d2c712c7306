"""Tasks: what must be done by a day beside the time limits of a stage."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.models import User
from accounts.permissions import Permission
from accounts.trail import tracked
from cases.models import Case

from .stage import Stage

CASE_HAS_ENDED = "The case has ended"


class TaskQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        tasks = self.filter(case__in=Case.objects.visible_to(user))
        if user.may(Permission.DECIDE):
            return tasks
        return tasks.filter(for_deciders=False)

    def open(self):
        return self.filter(done_on=None, dropped_on=None)

    def end_with_their_case(self, *, on: date) -> None:
        """What ends with a case is no longer to be done: part of the action that ends it."""
        ending = self.open().filter(outlives_the_case=False)
        ending.update(dropped_on=on, dropped_because=CASE_HAS_ENDED)

    def take_up_again(self) -> None:
        """What was dropped as the case ended is to be done again."""
        self.filter(dropped_because=CASE_HAS_ENDED).update(dropped_on=None, dropped_because="")


@tracked
class Task(models.Model):
    """Something to do on a case by a day. It ends done, or dropped with the reason.

    ``owner`` is empty where it is for whoever holds the case. ``for_deciders`` keeps it from all
    but complaints managers: it says something that an officer may not know.
    """

    class Kind(models.TextChoices):
        REMINDER = "reminder", "Reminder"
        PAYMENT = "payment", "Payment"
        REMEDY = "remedy", "Remedy"
        PROVIDER = "provider", "Chase the provider"

    case = models.ForeignKey(Case, models.PROTECT, related_name="tasks")
    stage = models.ForeignKey(Stage, models.PROTECT, null=True, blank=True, related_name="tasks")
    kind = models.CharField(max_length=30, choices=Kind, default=Kind.REMINDER)
    what = models.CharField("what is to be done", max_length=300)
    due_on = models.DateField("due")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="tasks"
    )
    for_deciders = models.BooleanField(default=False)
    outlives_the_case = models.BooleanField(
        default=False, help_text="It is still to be done when the case has been closed"
    )
    needs_evidence = models.BooleanField(
        default=False, help_text="It counts as done only with what shows it"
    )
    done_on = models.DateField("done", null=True, blank=True)
    evidence = models.TextField("what was done, and what shows it", blank=True)
    dropped_on = models.DateField("no longer needed", null=True, blank=True)
    dropped_because = models.CharField(max_length=300, blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(
                fields=["due_on"],
                name="task_open",
                condition=Q(done_on=None, dropped_on=None),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="task_ends_once",
                condition=Q(done_on=None) | Q(dropped_on=None),
                violation_error_message="A task is either done or no longer needed.",
            ),
            models.CheckConstraint(
                name="task_dropped_with_a_reason",
                condition=Q(dropped_on=None) | ~Q(dropped_because=""),
                violation_error_message="Say why it is no longer needed.",
            ),
            models.CheckConstraint(
                name="task_done_with_evidence",
                condition=Q(needs_evidence=False) | Q(done_on=None) | ~Q(evidence=""),
                violation_error_message="Say what shows that it was done.",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def is_open(self) -> bool:
        return self.done_on is None and self.dropped_on is None

    def is_late(self, *, on: date) -> bool:
        return self.is_open and on > self.due_on
