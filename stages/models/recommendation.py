"""Recommendations of an investigation or a panel, one by one, and the council's answer to each."""

from django.db import models
from django.db.models import Q

from accounts.trail import tracked
from cases.models import Point

from .stage import Stage


@tracked
class Recommendation(models.Model):
    """``point`` is empty where it is about the complaint as a whole."""

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", "Accepted"
        IN_PART = "in_part", "Accepted in part"
        NOT_ACCEPTED = "not_accepted", "Not accepted"

    stage = models.ForeignKey(Stage, models.PROTECT, related_name="recommendations")
    number = models.PositiveSmallIntegerField()
    point = models.ForeignKey(
        Point, models.PROTECT, null=True, blank=True, related_name="recommendations"
    )
    text = models.TextField()
    answer = models.CharField("the council's answer", max_length=20, choices=Answer, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["stage", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["stage", "number"], name="recommendation_number_in_stage"
            ),
            # A council may depart from a recommendation, with its reasons in writing
            models.CheckConstraint(
                name="recommendation_departed_from_with_a_reason",
                condition=Q(answer__in=["", "accepted"]) | ~Q(reason=""),
                violation_error_message="Say why a recommendation is not accepted in full.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"
