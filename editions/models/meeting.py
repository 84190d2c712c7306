"""The committee's part: the way to its meeting, what it asked, and what became of that."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.trail import tracked
from cases.models.lists import ListedWord
from editions.models.edition import Edition


@tracked
class TimetableStep(ListedWord):
    """A step on the way to the meeting, so many working days before it.

    Agenda and reports lie open five clear days before a meeting: neither the day on which they go
    out nor that of the meeting counts (Local Government Act 1972, sections 100A and 100B), so the
    last day to send them is the sixth before.
    """

    working_days_before = models.PositiveSmallIntegerField("working days before the meeting")


@tracked
class StepDone(models.Model):
    """A step of an edition's timetable that was taken."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="steps_done")
    step = models.ForeignKey(TimetableStep, models.PROTECT, related_name="done")
    done_on = models.DateField("done on")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "steps done"
        constraints = [
            models.UniqueConstraint(fields=["edition", "step"], name="timetable_step_done_once")
        ]

    def __str__(self) -> str:
        return f"{self.step}, {self.done_on:%-d %B %Y}"


@tracked
class CommitteeItem(models.Model):
    """What members asked or recommended, and what they were answered."""

    class Kind(models.TextChoices):
        QUESTION = "question", "Question"
        RECOMMENDATION = "recommendation", "Recommendation"

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="committee_items")
    kind = models.CharField(max_length=20, choices=Kind)
    text = models.TextField("what was asked or recommended", max_length=2_000)
    reply = models.TextField("reply", blank=True, max_length=2_000)
    replied_by = models.CharField("replied by", max_length=100, blank=True)
    replied_on = models.DateField("replied on", null=True, blank=True)

    class Meta:
        ordering = ["edition", "id"]
        constraints = [
            models.CheckConstraint(
                name="committee_item_replied_by_somebody",
                condition=Q(reply="") | ~Q(replied_by=""),
                violation_error_message="Enter who replied.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text}"


@tracked
class Priority(models.Model):
    """What the service means to do in the year to come; the next report says what became of it."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="priorities")
    text = models.CharField("priority", max_length=300)
    owner = models.CharField("who sees to it", max_length=100)
    due_on = models.DateField("by when")
    measure = models.CharField("how one will know", max_length=300)
    became = models.TextField("what became of it", blank=True, max_length=2_000)
    became_on = models.DateField("recorded on", null=True, blank=True)

    class Meta:
        verbose_name_plural = "priorities"
        ordering = ["edition", "id"]
        constraints = [
            models.CheckConstraint(
                name="priority_became_on_a_day", condition=Q(became="") | Q(became_on__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return self.text
