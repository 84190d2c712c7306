"""What follows an Ombudsman's decision: remedies that the council agreed to, and public reports.

domain.md 0: a Stage 2 that was agreed with the Ombudsman and never started became a public report.
"""

from datetime import date

from django.db import models
from django.db.models import F, Q

from accounts.models import User
from accounts.trail import tracked
from cases.models import Case, CasePerson

from .ombudsman import OmbudsmanEnquiry
from .task import Task


class RemedyQuerySet(models.QuerySet):
    def outstanding(self):
        return self.filter(task__done_on=None, task__dropped_on=None)

    def late(self, *, on: date):
        return self.outstanding().filter(task__due_on__lt=on)

    def visible_to(self, user: User):
        return self.filter(case__in=Case.objects.visible_to(user))

    def told_to(self, user: User):
        """Those whose being late concerns ``user``, who answers for the whole council.

        Of a case that they may not see, they read no more than that something is late; of a
        restricted one, and of one in which they are complained about, not even that.
        """
        about = CasePerson.objects.filter(
            role=CasePerson.Role.COMPLAINED_ABOUT, person__user=user
        ).values("case")
        seen = Q(case__in=Case.objects.visible_to(user))
        others = Q(case__restricted=False) & ~Q(case__in=about)
        return self.filter(seen | others)


@tracked
class AgreedRemedy(models.Model):
    """What the council has agreed to do; its task has the words, the date and the owner."""

    class Kind(models.TextChoices):
        """In the Ombudsman's order: the next only where injustice remains (domain.md 6)."""

        APOLOGY = "apology", "Apology"
        CORRECTIVE = "corrective", "Corrective action"
        LOSS = "loss", "Payment for a loss"
        SYMBOLIC = "symbolic", "Symbolic payment"
        SERVICE = "service", "Service improvement"

    enquiry = models.ForeignKey(OmbudsmanEnquiry, models.PROTECT, related_name="remedies")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind)
    task = models.OneToOneField(Task, models.PROTECT, related_name="agreed_remedy")

    objects = RemedyQuerySet.as_manager()

    class Meta:
        ordering = ["task__due_on", "id"]
        verbose_name = "remedy agreed with the Ombudsman"
        verbose_name_plural = "remedies agreed with the Ombudsman"

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.task}"


@tracked
class PublicReport(models.Model):
    """A report that the Ombudsman published, and the council's formal response to it."""

    enquiry = models.OneToOneField(OmbudsmanEnquiry, models.PROTECT, related_name="public_report")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    received_on = models.DateField("report received")
    response_due_on = models.DateField("response due")
    notice_on = models.DateField("public notice given", null=True, blank=True)
    considered_on = models.DateField("considered", null=True, blank=True)
    considered_by = models.CharField(max_length=100, blank=True)
    responded_on = models.DateField("response sent", null=True, blank=True)
    task = models.OneToOneField(
        Task, models.PROTECT, null=True, blank=True, related_name="public_report"
    )

    class Meta:
        ordering = ["received_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="public_report_due_after_received_on",
                condition=Q(response_due_on__gt=F("received_on")),
                violation_error_message="The response cannot be due before the report came.",
            ),
            models.CheckConstraint(
                name="public_report_considered_by_somebody",
                condition=Q(considered_on=None, considered_by="")
                | (
                    Q(considered_on__isnull=False, considered_on__gte=F("received_on"))
                    & ~Q(considered_by="")
                ),
                violation_error_message=(
                    "Enter who considered the report, and a date on or after it was received."
                ),
            ),
            models.CheckConstraint(
                name="public_report_considered_before_responded_on",
                condition=Q(responded_on=None)
                | Q(considered_on__isnull=False, responded_on__gte=F("considered_on")),
                violation_error_message=(
                    "The response follows the meeting of members that considered the report."
                ),
            ),
            models.CheckConstraint(
                name="public_report_notice_on_or_after_received_on",
                condition=Q(notice_on=None) | Q(notice_on__gte=F("received_on")),
                violation_error_message="Public notice cannot be given before the report came.",
            ),
        ]

    def __str__(self) -> str:
        return f"Public report of {self.received_on:%-d %B %Y}"
