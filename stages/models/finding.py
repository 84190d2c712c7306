"""Findings: what was found on a point of complaint, at up to three levels that may disagree."""

from django.db import models
from django.db.models import Q

from accounts.trail import tracked
from cases.models import Point


class Outcome(models.TextChoices):
    """A finding on a point, and the outcome of a stage (domain.md 4.1)."""

    UPHELD = "upheld", "Upheld"
    PARTIALLY_UPHELD = "partially_upheld", "Partially upheld"
    NOT_UPHELD = "not_upheld", "Not upheld"
    WITHDRAWN = "withdrawn", "Withdrawn"
    NO_FINDING = "no_finding", "No finding"
    RESOLVED = "resolved", "Resolved without finding"
    NOT_ACCEPTED = "not_accepted", "Not accepted"


class FindingQuerySet(models.QuerySet):
    def asking_for_a_remedy(self):
        """The council's findings for the complainant of which nobody has said yet whether a remedy
        was considered."""
        return self.filter(
            level=Finding.Level.ADJUDICATION,
            finding__in=[Outcome.UPHELD, Outcome.PARTIALLY_UPHELD],
            remedy_considered=None,
        )


@tracked
class Finding(models.Model):
    class Level(models.TextChoices):
        INVESTIGATOR = "investigator", "Investigator"
        ADJUDICATION = "adjudication", "Adjudication"
        PANEL = "panel", "Panel"

    stage = models.ForeignKey("stages.Stage", models.PROTECT, related_name="findings")
    point = models.ForeignKey(Point, models.PROTECT, related_name="findings")
    level = models.CharField(max_length=20, choices=Level)
    finding = models.CharField(max_length=20, choices=Outcome)
    # domain.md 6: to be said of every point upheld in whole or part
    remedy_considered = models.BooleanField("a remedy was considered", null=True, blank=True)
    remedy_why = models.TextField("what was weighed about a remedy", blank=True)

    reason = models.TextField(blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        ordering = ["point__number", "level"]
        constraints = [
            models.UniqueConstraint(
                fields=["stage", "point", "level"], name="one_finding_at_a_level"
            ),
            models.CheckConstraint(
                name="finding_remedy_considered_with_a_reason",
                condition=Q(remedy_considered=None) | ~Q(remedy_why=""),
                violation_error_message="Say what was weighed about a remedy.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_finding_display()
