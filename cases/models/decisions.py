"""What was decided about a case beside its findings."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.trail import tracked

from .case import Case


@tracked
class Decision(models.Model):
    """A recorded decision about a case that is not a finding: refused, late request, …"""

    class Kind(models.TextChoices):
        REFUSED = "refused", "Refused"
        LATE_REQUEST = "late_request", "Late request"
        SUFFICIENT_INTEREST = "sufficient_interest", "Sufficient interest"
        REPRESENTATIVE = "representative", "Representative's suitability"
        TIME_LIMIT = "time_limit", "One-year time limit"
        EARLY_REFERRAL = "early_referral", "Early referral to the Ombudsman"
        PROCEDURE = "procedure", "Procedure"
        PROCEEDINGS = "proceedings", "Court or other proceedings"

    case = models.ForeignKey(Case, models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=30, choices=Kind)
    decided_on = models.DateField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decision = models.CharField(max_length=300)
    reason = models.TextField(blank=True)
    listed_reason = models.ForeignKey(
        "cases.DecisionReason", models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    accepted = models.BooleanField("decided yes", null=True, blank=True)
    stage_number = models.PositiveSmallIntegerField("the stage it is about", null=True, blank=True)
    proposed = models.CharField("what the questions proposed", max_length=300, blank=True)
    answers = models.JSONField(
        default=list,
        blank=True,
        help_text="What was asked and answered: pairs, in their order",
    )
    told_on = models.DateField("person told", null=True, blank=True)

    class Meta:
        ordering = ["decided_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="decision_told_on_or_after_decided_on",
                condition=Q(told_on__gte=F("decided_on")) | Q(told_on=None),
                violation_error_message="Nobody can be told before it was decided.",
            ),
            models.CheckConstraint(
                name="decision_refusal_is_not_a_yes",
                condition=~Q(kind="refused", accepted=True),
                violation_error_message="A refusal never means yes.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.decision}"
