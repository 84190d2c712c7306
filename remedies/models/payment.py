"""Money: compensation and reimbursement, kept apart (domain.md 6), in pounds and pence.

A large sum is proposed, approved by a second person, and only then offered. An offer that is
refused stays, and the next one says which it replaces.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from accounts.trail import tracked
from cases.models import Case, Point, ServiceArea
from stages.models import Task


class PaymentQuerySet(models.QuerySet):
    def standing(self):
        """Offers that were neither refused, nor not approved, nor replaced by a later one."""
        return self.filter(refused_on=None, not_approved_on=None, replaced_by=None)

    def to_be_paid(self):
        """What was accepted, and approved where it had to be, and not paid yet."""
        within = Q(amount__lte=settings.PAYMENT_APPROVAL_LIMIT) | Q(approved_on__isnull=False)
        return self.standing().filter(within, accepted_on__isnull=False, paid_on=None)


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

    class Power(models.TextChoices):
        """What lets the council pay. Section 92 asks for no finding of the Ombudsman."""

        SECTION_92 = "section_92", "Local Government Act 2000, section 92"
        OWED = "owed", "It is owed: an allowance, a cost, a contract"
        OTHER = "other", "Another power"

    class OmbudsmanTest(models.TextChoices):
        """Whether the Ombudsman would find fault that did harm, and recommend a payment."""

        BOTH = "both", "Would find injustice through fault, and recommend a payment"
        FAULT_ONLY = "fault_only", "Would find fault, and recommend no payment"
        NEITHER = "neither", "Would find no fault: paid for another reason"

    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="payments")
    service_area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="+")
    stage_number = models.PositiveSmallIntegerField("stage", null=True, blank=True)
    stage_requested_only = models.BooleanField(
        "the stage was asked for and never begun", default=False
    )
    point = models.ForeignKey(Point, models.PROTECT, null=True, blank=True, related_name="payments")
    kind = models.CharField(max_length=30, choices=Kind)
    amount = models.DecimalField(max_digits=9, decimal_places=2)
    why = models.TextField("what it is for", blank=True)
    legal_power = models.CharField(max_length=20, choices=Power, blank=True)
    ombudsman_test = models.CharField(
        "the Ombudsman's test", max_length=20, choices=OmbudsmanTest, blank=True
    )
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    proposed_on = models.DateField("proposed", null=True, blank=True)
    approved_on = models.DateField("approved", null=True, blank=True)
    not_approved_on = models.DateField("not approved", null=True, blank=True)
    not_approved_because = models.TextField("why it was not approved", blank=True)
    approval = models.OneToOneField(
        Task, models.PROTECT, null=True, blank=True, related_name="payment_to_approve"
    )
    cost_code = models.CharField(max_length=40, blank=True)
    offered_on = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    refused_on = models.DateField("refused", null=True, blank=True)
    paid_on = models.DateField(null=True, blank=True)
    counted_on = models.GeneratedField(
        expression=Coalesce("paid_on", "offered_on"),
        output_field=models.DateField(null=True),
        db_persist=True,
    )

    objects = PaymentQuerySet.as_manager()

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
                condition=Q(offered_on__isnull=False)
                | Q(paid_on__isnull=False)
                | Q(proposed_on__isnull=False),
                violation_error_message="Say when the payment was proposed, offered or paid.",
            ),
            models.CheckConstraint(
                name="payment_approved_on_or_after_proposed_on",
                condition=Q(proposed_on=None)
                | (
                    (Q(approved_on=None) | Q(approved_on__gte=F("proposed_on")))
                    & (Q(not_approved_on=None) | Q(not_approved_on__gte=F("proposed_on")))
                    & (Q(offered_on=None) | Q(offered_on__gte=F("proposed_on")))
                ),
                violation_error_message="A payment is approved and offered once it was proposed.",
            ),
            models.CheckConstraint(
                name="payment_not_approved_with_a_reason",
                condition=Q(not_approved_on=None)
                | (~Q(not_approved_because="") & Q(approved_on=None, offered_on=None)),
                violation_error_message="Say why it is not approved. Then it is not offered.",
            ),
            models.CheckConstraint(
                name="payment_answered_once_it_was_offered",
                condition=Q(proposed_on=None)
                | Q(offered_on__isnull=False)
                | Q(accepted_on=None, refused_on=None, paid_on=None),
                violation_error_message="Record first that it was offered.",
            ),
            models.CheckConstraint(
                name="payment_accepted_on_or_after_offered_on",
                condition=Q(accepted_on__gte=F("offered_on"))
                | Q(accepted_on=None)
                | Q(offered_on=None),
                violation_error_message="An offer cannot be accepted before it was made.",
            ),
            models.CheckConstraint(
                name="payment_accepted_or_refused",
                condition=Q(accepted_on=None) | Q(refused_on=None),
                violation_error_message="An offer is either accepted or refused.",
            ),
            models.CheckConstraint(
                name="payment_not_paid_once_refused",
                condition=Q(paid_on=None) | Q(refused_on=None),
                violation_error_message="An offer that was refused is not paid.",
            ),
            models.CheckConstraint(
                name="payment_approved_by_a_second_person",
                condition=Q(approved_by=None)
                | Q(offered_by=None)
                | ~Q(approved_by=F("offered_by")),
                violation_error_message="Somebody else than who offered it approves a payment.",
            ),
            models.CheckConstraint(
                name="payment_paid_on_or_after_offered_on",
                condition=Q(paid_on__gte=F("offered_on")) | Q(paid_on=None) | Q(offered_on=None),
                violation_error_message="A payment cannot be paid before it was offered.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, £{self.amount:,}"

    @property
    def waits_for_approval(self) -> bool:
        ended = self.paid_on or self.refused_on or self.not_approved_on
        return self.is_above_the_limit and self.approved_on is None and not ended

    @property
    def is_above_the_limit(self) -> bool:
        return self.amount > settings.PAYMENT_APPROVAL_LIMIT

    @property
    def waits_to_be_offered(self) -> bool:
        """Approved, and the complainant has not been offered it yet."""
        return self.approved_on is not None and not (self.offered_on or self.paid_on)

    @property
    def replaced(self) -> bool:
        return hasattr(self, "replaced_by")
