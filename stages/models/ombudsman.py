"""What went to the Ombudsman, and what was decided in the words of its time (domain.md 4.2)."""

from django.db import models
from django.db.models import F, Q

from accounts.trail import tracked
from cases.models import Case, ServiceArea
from cases.models.lists import ListedWord


@tracked
class OmbudsmanDecision(ListedWord):
    class Means(models.TextChoices):
        PREMATURE = "premature", "Sent back: the council had not had its chance"
        NOT_CONSIDERED = "not_considered", "Not considered"
        NOT_UPHELD = "not_upheld", "Considered, not upheld"
        UPHELD = "upheld", "Considered, upheld"

    means = models.CharField(max_length=20, choices=Means)


@tracked
class OmbudsmanEnquiry(models.Model):
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="ombudsman_enquiries"
    )
    service_area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="+")
    ombudsman_reference = models.CharField(max_length=40, blank=True)
    received_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decision = models.ForeignKey(
        OmbudsmanDecision, models.PROTECT, null=True, blank=True, related_name="enquiries"
    )

    class Meta:
        ordering = ["received_on", "id"]
        verbose_name_plural = "ombudsman enquiries"
        indexes = [models.Index(fields=["decided_on"], name="ombudsman_decided")]
        constraints = [
            models.CheckConstraint(
                name="ombudsman_decided_on_or_after_received_on",
                condition=Q(decided_on__gte=F("received_on"))
                | Q(decided_on=None)
                | Q(received_on=None),
                violation_error_message="The Ombudsman cannot decide before the enquiry.",
            )
        ]

    def __str__(self) -> str:
        return f"Ombudsman, {self.service_area}, {self.decision or 'pending'}"
