"""Somebody may be at risk of harm: raised, and referred or found to need no referral.

Safeguarding comes first and the complaint may wait (domain.md 1.G). A concern stays open until a
referral is recorded, or a complaints manager has recorded why none is needed.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.trail import tracked

from .case import Case


class ConcernQuerySet(models.QuerySet):
    def open(self):
        return self.filter(referred_on=None, not_needed_on=None)


@tracked
class SafeguardingConcern(models.Model):
    """``referred_*`` say where it went and when; ``not_needed_*`` why it went nowhere."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="safeguarding_concerns")
    raised_on = models.DateField("raised")
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    concern = models.TextField("what was said or seen")
    referred_to = models.CharField(max_length=200, blank=True)
    referred_on = models.DateField("referred", null=True, blank=True)
    referred_by = models.CharField("who made the referral", max_length=200, blank=True)
    reference = models.CharField("reference of the referral", max_length=60, blank=True)
    not_needed_on = models.DateField("no referral needed", null=True, blank=True)
    not_needed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    not_needed_because = models.TextField(blank=True)

    objects = ConcernQuerySet.as_manager()

    class Meta:
        ordering = ["raised_on", "id"]
        indexes = [
            models.Index(
                fields=["case"],
                name="safeguarding_open",
                condition=Q(referred_on=None, not_needed_on=None),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="safeguarding_says_what",
                condition=~Q(concern=""),
                violation_error_message="Say what was said or seen.",
            ),
            models.CheckConstraint(
                name="safeguarding_settled_once",
                condition=Q(referred_on=None) | Q(not_needed_on=None),
                violation_error_message="A concern is referred, or needs no referral: not both.",
            ),
            models.CheckConstraint(
                name="safeguarding_referred_somewhere_by_somebody",
                condition=Q(referred_on=None) | ~(Q(referred_to="") | Q(referred_by="")),
                violation_error_message="Say where it was referred, and by whom.",
            ),
            models.CheckConstraint(
                name="safeguarding_no_referral_with_a_reason_and_a_name",
                condition=Q(not_needed_on=None)
                | ~Q(not_needed_because="") & Q(not_needed_by__isnull=False),
                violation_error_message="Say why no referral is needed, and who decided it.",
            ),
            models.CheckConstraint(
                name="safeguarding_referred_on_or_after_raised",
                condition=Q(referred_on__gte=F("raised_on")) | Q(referred_on=None),
                violation_error_message="A concern cannot be referred before it was raised.",
            ),
        ]

    def __str__(self) -> str:
        return self.concern[:60]

    @property
    def is_open(self) -> bool:
        return self.referred_on is None and self.not_needed_on is None
