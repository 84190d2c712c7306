"""Mediation: a step instead of a stage. It never removes the right to the next one."""

from django.db import models
from django.db.models import F, Q

from accounts.trail import tracked
from cases.models import Case, ServiceArea


@tracked
class Mediation(models.Model):
    class Outcome(models.TextChoices):
        RESOLVED = "resolved", "Resolved"
        PARTLY = "partly", "Partly resolved"
        NOT_RESOLVED = "not_resolved", "Not resolved"

    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="mediations")
    service_area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="+")
    offered_on = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    refused_by = models.CharField(max_length=100, blank=True)
    mediator = models.CharField(max_length=200, blank=True)
    held_on = models.DateField(null=True, blank=True)
    terms = models.TextField("terms agreed", blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    stage_avoided = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Only a stage that had been asked for"
    )

    class Meta:
        ordering = ["held_on", "id"]
        indexes = [models.Index(fields=["held_on"], name="mediation_held")]
        constraints = [
            models.CheckConstraint(
                name="mediation_held_on_or_after_offered_on",
                condition=Q(held_on__gte=F("offered_on")) | Q(held_on=None) | Q(offered_on=None),
                violation_error_message="A mediation cannot be held before it was offered.",
            ),
            models.CheckConstraint(
                name="mediation_outcome_of_one_that_was_held",
                condition=Q(outcome="") | Q(held_on__isnull=False),
                violation_error_message="Only a mediation that was held has an outcome.",
            ),
        ]

    def __str__(self) -> str:
        return f"Mediation, {self.service_area}, {self.held_on or 'not held'}"
