"""Advocacy: what a young person who complains was offered, and each referral.

A referral is a record of its own: many never become a complaint (domain.md 7).
"""

from django.db import models
from django.db.models import Case as DbCase
from django.db.models import F, Q, Value, When

from accounts.models import User
from accounts.permissions import Permission
from accounts.trail import tracked

from .case import Case
from .services import ServiceArea


@tracked
class AdvocacyOffer(models.Model):
    """Told of advocacy, offered it, and asked what they want: each on its day.

    Children and young people who complain have a right to it (Children Act 1989, s.26A).
    """

    class Wants(models.TextChoices):
        WANTED = "wanted", "They want an advocate"
        DECLINED = "declined", "They do not want one"
        HAS_ONE = "has_one", "They have an advocate already"
        UNDECIDED = "undecided", "They have not decided yet"

    case = models.OneToOneField(Case, models.PROTECT, related_name="advocacy_offer")
    told_on = models.DateField("told of advocacy")
    offered_on = models.DateField("offered advocacy", null=True, blank=True)
    asked_on = models.DateField("asked what they want", null=True, blank=True)
    wants = models.CharField("what they want", max_length=10, choices=Wants, blank=True)
    said = models.TextField("what they said", blank=True)

    class Meta:
        verbose_name = "offer of advocacy"
        constraints = [
            models.CheckConstraint(
                name="advocacy_offered_once_told",
                condition=Q(offered_on=None) | Q(offered_on__gte=F("told_on")),
                violation_error_message="Advocacy cannot be offered before they were told of it.",
            ),
            models.CheckConstraint(
                name="advocacy_asked_once_offered",
                condition=Q(asked_on=None)
                | Q(offered_on__isnull=False, asked_on__gte=F("offered_on")),
                violation_error_message=(
                    "They are asked what they want once advocacy was offered to them."
                ),
            ),
            models.CheckConstraint(
                name="advocacy_asked_with_an_answer",
                condition=Q(asked_on=None, wants="") | Q(asked_on__isnull=False) & ~Q(wants=""),
                violation_error_message="Say what they want, and when they were asked.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_wants_display() or "offered" if self.offered_on else "told of it"

    @property
    def is_complete(self) -> bool:
        """Told, offered, asked, and answered."""
        return bool(self.asked_on) and self.wants != self.Wants.UNDECIDED


class ReferralQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        """Those without a complaint, for who logs them; else those of cases that are seen whole."""
        seen = Q(case__in=Case.objects.wholly_visible_to(user).order_by().values("pk"))
        return self.filter(seen | Q(case=None) if user.may(Permission.LOG_CASE) else seen)

    def open(self):
        """Still referred or supported; one that became a complaint, while that is open."""
        goes_on = Q(outcome="complaint", case__isnull=False, case__closed_on=None)
        return self.filter(Q(outcome="open") | goes_on, ended_on=None)

    def states(self):
        """How far each of those that are open is: the word alone."""
        appointed = When(appointed_on__isnull=False, then=Value("appointed"))
        return self.order_by("-pk").values_list(DbCase(appointed, default=Value("referred")))

    def silent(self):
        """Nothing is kept of what the young person said of it."""
        return self.filter(feedback="")

    def heard(self):
        return self.exclude(feedback="")


@tracked
class AdvocacyReferral(models.Model):
    """``about_whom`` is contact data, as ``feedback`` may be: no report names anybody.

    What they said of it is kept only where they agreed that it is kept, for the report.
    """

    class Outcome(models.TextChoices):
        OPEN = "open", "Open"
        RESOLVED = "resolved", "Resolved without complaint"
        COMPLAINT = "complaint", "Became a complaint"
        SUPPORTED = "supported", "Supported in the complaint"
        DECLINED = "declined", "Declined"
        NOT_PROVIDED = "not_provided", "The provider could not help"

    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="advocacy_referrals"
    )
    service_area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="+")
    referred_on = models.DateField("referred")
    referred_by = models.CharField("who referred them", max_length=200, blank=True)
    about_whom = models.CharField("young person", max_length=200, blank=True)
    about = models.TextField("what it is about", blank=True)
    provider = models.CharField("advocacy provider", max_length=200, blank=True)
    advocate = models.CharField(max_length=200, blank=True)
    advocate_contact = models.CharField("how to reach the advocate", max_length=200, blank=True)
    appointed_on = models.DateField("advocate appointed", null=True, blank=True)
    independent = models.BooleanField(
        "neither is, nor manages, the person or service complained about", default=False
    )
    ended_on = models.DateField("advocacy ended", null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome, default=Outcome.OPEN)
    feedback = models.TextField("what they said of it", blank=True)
    feedback_agreed_on = models.DateField(
        "agreed that it is kept for the report", null=True, blank=True
    )

    objects = ReferralQuerySet.as_manager()

    class Meta:
        ordering = ["referred_on", "id"]
        indexes = [models.Index(fields=["referred_on"], name="advocacy_referred")]
        constraints = [
            models.CheckConstraint(
                name="advocate_appointed_after_the_referral",
                condition=Q(appointed_on=None) | Q(appointed_on__gte=F("referred_on")),
                violation_error_message="An advocate is appointed on or after the referral.",
            ),
            models.CheckConstraint(
                name="advocate_appointed_by_name",
                condition=Q(appointed_on=None) | ~Q(advocate=""),
                violation_error_message="Enter the advocate’s name.",
            ),
            models.CheckConstraint(
                name="advocate_is_independent",
                condition=Q(appointed_on=None) | Q(independent=True),
                violation_error_message=(
                    "An advocate neither is, nor manages, the person or service complained about."
                ),
            ),
            models.CheckConstraint(
                name="advocacy_ended_after_the_referral",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("referred_on")),
                violation_error_message="Advocacy cannot end before the referral.",
            ),
            models.CheckConstraint(
                name="advocacy_ended_with_an_outcome",
                condition=Q(ended_on=None) | ~Q(outcome="open"),
                violation_error_message="Say how the advocacy ended.",
            ),
            models.CheckConstraint(
                name="advocacy_feedback_is_kept_with_consent",
                condition=Q(feedback="", feedback_agreed_on=None)
                | ~Q(feedback="") & Q(feedback_agreed_on__isnull=False),
                violation_error_message=(
                    "What they said is kept only once they agreed: enter the day they did."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"Advocacy referral, {self.service_area}, {self.referred_on}"

    @property
    def is_open(self) -> bool:
        """As :meth:`ReferralQuerySet.open`."""
        if self.ended_on:
            return False
        if self.outcome == self.Outcome.COMPLAINT:
            return bool(self.case_id and self.case.closed_on is None)
        return self.outcome == self.Outcome.OPEN
