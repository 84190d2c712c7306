"""What went to the Ombudsman, and what was decided in the words of its time (domain.md 4.2)."""

from django.db import models
from django.db.models import F, Q

from accounts.models import User
from accounts.permissions import Permission
from accounts.trail import tracked
from cases.models import Case, ServiceArea
from cases.models.lists import ListedWord

from .task import Task


@tracked
class OmbudsmanDecision(ListedWord):
    class Means(models.TextChoices):
        PREMATURE = "premature", "Sent back: the council had not had its chance"
        NOT_CONSIDERED = "not_considered", "Not considered"
        NOT_UPHELD = "not_upheld", "Considered, not upheld"
        UPHELD = "upheld", "Considered, upheld"

    class Heading(models.TextChoices):
        """How the Ombudsman's annual letters have grouped decisions since 2024/25 (4.3)."""

        NOT_FOR_US = "not_for_us", "Not for us"
        ASSESSED = "assessed", "Assessed and closed"
        INVESTIGATED = "investigated", "Investigated"

    means = models.CharField(max_length=20, choices=Means)
    heading = models.CharField(
        "heading in the annual letter", max_length=20, choices=Heading, blank=True
    )


class EnquiryQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        """Those of the cases that ``user`` may see; for who runs cases, those of no case too."""
        of_no_case = Q(case=None) if user.may(Permission.RUN_CASE) else Q(pk=None)
        return self.filter(of_no_case | Q(case__in=Case.objects.visible_to(user)))

    def undecided(self):
        return self.filter(decision=None, decided_on=None)


@tracked
class OmbudsmanEnquiry(models.Model):
    """One complaint to the Ombudsman. What is asked of us about it are its requests."""

    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="ombudsman_enquiries"
    )
    service_area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="+")
    ombudsman_reference = models.CharField(max_length=40, blank=True)
    about = models.TextField("what it is about", blank=True)
    received_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decision = models.ForeignKey(
        OmbudsmanDecision, models.PROTECT, null=True, blank=True, related_name="enquiries"
    )

    objects = EnquiryQuerySet.as_manager()

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
            ),
            models.UniqueConstraint(
                fields=["ombudsman_reference"],
                name="ombudsman_reference_once",
                condition=~Q(ombudsman_reference=""),
                violation_error_message=(
                    "Another enquiry has this reference: record what is asked as a request of it."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"Ombudsman, {self.service_area}, {self.decision or 'pending'}"

    @property
    def name(self) -> str:
        """What a list or a question calls it."""
        if self.ombudsman_reference:
            return self.ombudsman_reference
        return f"Enquiry of {self.received_on:%-d %B %Y}" if self.received_on else "Enquiry"


class RequestQuerySet(models.QuerySet):
    def unanswered(self):
        """What we still owe; a decision ends it."""
        return self.filter(answered_on=None, enquiry__in=OmbudsmanEnquiry.objects.undecided())


class DraftQuerySet(models.QuerySet):
    def uncommented(self):
        return self.filter(commented_on=None, enquiry__in=OmbudsmanEnquiry.objects.undecided())


@tracked
class OmbudsmanRequest(models.Model):
    """What the Ombudsman asks us in an enquiry, by when, and that it was answered."""

    enquiry = models.ForeignKey(OmbudsmanEnquiry, models.PROTECT, related_name="requests")
    # That of the enquiry, kept here too so that the case's history finds it at once
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="+")
    received_on = models.DateField("asked on")
    asks = models.TextField("what the Ombudsman asks")
    answer_due_on = models.DateField("answer due")
    answered_on = models.DateField("answered", null=True, blank=True)
    task = models.OneToOneField(
        Task, models.PROTECT, null=True, blank=True, related_name="ombudsman_request"
    )

    objects = RequestQuerySet.as_manager()

    class Meta:
        ordering = ["received_on", "id"]
        indexes = [models.Index(fields=["answered_on"], name="ombudsman_request_answered")]
        constraints = [
            models.CheckConstraint(
                name="ombudsman_request_due_on_or_after_received_on",
                condition=Q(answer_due_on__gte=F("received_on")),
                violation_error_message="The answer cannot be due before it was asked for.",
            ),
            models.CheckConstraint(
                name="ombudsman_request_answered_on_or_after_received_on",
                condition=Q(answered_on=None) | Q(answered_on__gte=F("received_on")),
                violation_error_message="The Ombudsman cannot be answered before asking.",
            ),
        ]

    def __str__(self) -> str:
        return f"Request of {self.received_on:%-d %B %Y}"

    @property
    def days_taken(self) -> int | None:
        """Calendar days, as the Ombudsman counts them."""
        return (self.answered_on - self.received_on).days if self.answered_on else None


@tracked
class DraftDecision(models.Model):
    """What the Ombudsman means to decide, for comment. ``comments`` is empty where none were."""

    enquiry = models.ForeignKey(OmbudsmanEnquiry, models.PROTECT, related_name="drafts")
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="+")
    received_on = models.DateField("draft received")
    comments_due_on = models.DateField("comments due")
    commented_on = models.DateField("commented", null=True, blank=True)
    comments = models.TextField("what was said on the draft", blank=True)
    task = models.OneToOneField(
        Task, models.PROTECT, null=True, blank=True, related_name="ombudsman_draft"
    )

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["received_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="draft_decision_due_on_or_after_received_on",
                condition=Q(comments_due_on__gte=F("received_on")),
                violation_error_message="Comments cannot be due before the draft was received.",
            ),
            models.CheckConstraint(
                name="draft_decision_commented_on_or_after_received_on",
                condition=Q(commented_on=None) | Q(commented_on__gte=F("received_on")),
                violation_error_message="Nobody can comment on a draft before it was received.",
            ),
        ]

    def __str__(self) -> str:
        return f"Draft decision of {self.received_on:%-d %B %Y}"
