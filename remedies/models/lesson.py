"""Lessons and the actions that carry them through: a named lead, a date, and evidence."""

from django.db import models
from django.db.models import Q

from accounts.trail import tracked
from cases.models import Case, ServiceArea


@tracked
class Lesson(models.Model):
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="lessons")
    service_area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="lessons")
    raised_on = models.DateField()
    text = models.TextField()
    recurring = models.BooleanField("an issue in earlier complaints", default=False)

    class Meta:
        ordering = ["raised_on", "id"]
        indexes = [models.Index(fields=["raised_on"], name="lesson_raised")]

    def __str__(self) -> str:
        return self.text[:80]


@tracked
class ActionPoint(models.Model):
    """What will be done, by whom, by when. Done only with evidence."""

    lesson = models.ForeignKey(Lesson, models.PROTECT, related_name="action_points")
    text = models.TextField(blank=True)
    lead = models.CharField("lead (name or post)", max_length=200, blank=True)
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    evidence = models.TextField(blank=True)

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="action_point_done_with_evidence",
                condition=Q(done_on=None) | ~Q(evidence=""),
                violation_error_message="An action is done when there is evidence of it.",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80] or f"Action of {self.lesson}"
