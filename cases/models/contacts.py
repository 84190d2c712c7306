"""What is not a complaint and is counted all the same: compliments and other contacts."""

from django.db import models
from django.db.models import F, Q

from accounts.trail import tracked

from .services import ServiceArea


@tracked
class Compliment(models.Model):
    received_on = models.DateField()
    service_area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="compliments")
    from_whom = models.CharField("from", max_length=200, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["-received_on", "-id"]
        indexes = [models.Index(fields=["received_on"], name="compliment_received")]

    def __str__(self) -> str:
        return f"Compliment, {self.service_area}, {self.received_on}"


@tracked
class Contact(models.Model):
    class Kind(models.TextChoices):
        MEMBERS_ENQUIRY = "members_enquiry", "Members' enquiry"
        MP_ENQUIRY = "mp_enquiry", "MP enquiry"
        PROFESSIONAL_COMPLAINT = "professional_complaint", "Professional complaint"
        SERVICE_REQUEST = "service_request", "Service request"

    kind = models.CharField(max_length=30, choices=Kind)
    received_on = models.DateField()
    service_area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="contacts")
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-received_on", "-id"]
        indexes = [models.Index(fields=["received_on"], name="contact_received")]
        constraints = [
            models.CheckConstraint(
                name="contact_closed_on_or_after_received_on",
                condition=Q(closed_on__gte=F("received_on")) | Q(closed_on=None),
                violation_error_message="A contact cannot close before it was received.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.service_area}, {self.received_on}"
