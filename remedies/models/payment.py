"""Money: compensation and reimbursement, kept apart (domain.md 6), in pounds and pence."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from accounts.trail import tracked
from cases.models import Case, ServiceArea


@tracked
class Payment(models.Model):
    """One sum. It belongs to the year in which it was paid, else offered."""

    class Kind(models.TextChoices):
        COMPENSATION = "compensation", "Compensation"
        DISTRESS = "distress", "Compensation for distress"
        TIME_AND_TROUBLE = "time_and_trouble", "Compensation for time and trouble"
        REIMBURSEMENT = "reimbursement", "Reimbursement"
        BACKDATED_ALLOWANCE = "backdated_allowance", "Backdated allowance"
        LOSS_OF_SERVICE = "loss_of_service", "Loss of service"
        OTHER_BENEFIT = "other_benefit", "Other benefit"
        EX_GRATIA = "ex_gratia", "Ex gratia payment"

    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="payments")
    service_area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="+")
    stage_number = models.PositiveSmallIntegerField("stage", null=True, blank=True)
    stage_requested_only = models.BooleanField(
        "the stage was asked for and never begun", default=False
    )
    kind = models.CharField(max_length=30, choices=Kind)
    amount = models.DecimalField(max_digits=9, decimal_places=2)
    offered_on = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    paid_on = models.DateField(null=True, blank=True)
    counted_on = models.GeneratedField(
        expression=Coalesce("paid_on", "offered_on"),
        output_field=models.DateField(null=True),
        db_persist=True,
    )

    class Meta:
        ordering = ["paid_on", "id"]
        indexes = [models.Index(fields=["counted_on"], name="payment_counted")]
        constraints = [
            models.CheckConstraint(
                name="payment_more_than_nothing",
                condition=Q(amount__gt=0),
                violation_error_message="A payment is more than nothing.",
            ),
            models.CheckConstraint(
                name="payment_offered_or_paid",
                condition=Q(offered_on__isnull=False) | Q(paid_on__isnull=False),
                violation_error_message="Say when the payment was offered or paid.",
            ),
            models.CheckConstraint(
                name="payment_accepted_on_or_after_offered_on",
                condition=Q(accepted_on__gte=F("offered_on"))
                | Q(accepted_on=None)
                | Q(offered_on=None),
                violation_error_message="An offer cannot be accepted before it was made.",
            ),
            models.CheckConstraint(
                name="payment_paid_on_or_after_offered_on",
                condition=Q(paid_on__gte=F("offered_on")) | Q(paid_on=None) | Q(offered_on=None),
                violation_error_message="A payment cannot be paid before it was offered.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, £{self.amount:,}"
