"""Advocacy: a referral is a record of its own, and many never become a complaint."""

from django.db import models

from accounts.trail import tracked

from .case import Case
from .services import ServiceArea


@tracked
class AdvocacyReferral(models.Model):
    class Outcome(models.TextChoices):
        OPEN = "open", "Open"
        RESOLVED = "resolved", "Resolved without complaint"
        COMPLAINT = "complaint", "Became a complaint"
        DECLINED = "declined", "Declined"

    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="advocacy_referrals"
    )
    service_area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="+")
    referred_on = models.DateField()
    provider = models.CharField("advocacy provider", max_length=200, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome, default=Outcome.OPEN)

    class Meta:
        ordering = ["referred_on", "id"]
        indexes = [models.Index(fields=["referred_on"], name="advocacy_referred")]

    def __str__(self) -> str:
        return f"Advocacy referral, {self.service_area}, {self.referred_on}"
