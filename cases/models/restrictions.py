"""Unacceptable behaviour: how somebody may deal with the council for a time.

It is about a person, not a case, and it never closes the way to complain: what they send is read,
and a new complaint is logged. Not for ever: it has a day of review, and the person may appeal.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.models import User
from accounts.trail import tracked

from .case import Case
from .lists import ListedWord
from .people import Person


@tracked
class RestrictionTerm(ListedWord):
    """A term that a restriction may have: only in writing, one named person, …"""


class RestrictionQuerySet(models.QuerySet):
    def in_force(self):
        return self.filter(ended_on=None)

    def visible_to(self, user: User):
        """Those kept on a case that ``user`` may see."""
        return self.filter(case__in=Case.objects.visible_to(user))


def with_restrictions(parts: models.QuerySet) -> models.QuerySet:
    """The people of cases, each with the terms in force (None without) and the day of review."""
    in_force = ContactRestriction.objects.in_force().filter(person=models.OuterRef("person"))
    return parts.annotate(
        restricted_terms=models.Subquery(in_force.values("terms")[:1]),
        review_on=models.Subquery(in_force.values("review_on")[:1]),
    )


@tracked
class ContactRestriction(models.Model):
    """``case`` is the one whose file holds the papers; the restriction stands on all of theirs."""

    class AppealOutcome(models.TextChoices):
        STANDS = "stands", "The restriction stands"
        CHANGED = "changed", "The terms were changed"
        LIFTED = "lifted", "The restriction was lifted"

    person = models.ForeignKey(Person, models.PROTECT, related_name="restrictions")
    case = models.ForeignKey(Case, models.PROTECT, related_name="restrictions")
    reason = models.TextField("what they did")
    terms = models.TextField(help_text="Each on a line")
    decided_on = models.DateField("decided")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    review_on = models.DateField("to be reviewed", null=True, blank=True)
    told_on = models.DateField("told", null=True, blank=True)
    appeal_by = models.DateField("may appeal until", null=True, blank=True)
    appealed_on = models.DateField("appealed", null=True, blank=True)
    appeal_decided_on = models.DateField("appeal decided", null=True, blank=True)
    appeal_outcome = models.CharField(max_length=20, choices=AppealOutcome, blank=True)
    appeal_reason = models.TextField("why the appeal was decided so", blank=True)
    appeal_told_on = models.DateField("told of the appeal's outcome", null=True, blank=True)
    ended_on = models.DateField("ended", null=True, blank=True)
    ended_because = models.CharField(max_length=300, blank=True)

    objects = RestrictionQuerySet.as_manager()

    class Meta:
        ordering = ["review_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                name="one_restriction_in_force",
                condition=Q(ended_on=None),
                violation_error_message="There is a restriction on this person already.",
            ),
            models.CheckConstraint(
                name="restriction_is_reviewed_or_ends",
                condition=Q(review_on__isnull=False) | Q(ended_on__isnull=False),
                violation_error_message=(
                    "Enter the day on which it is reviewed: no restriction is for ever."
                ),
            ),
            models.CheckConstraint(
                name="restriction_reviewed_after_decided_on",
                condition=Q(review_on=None) | Q(review_on__gt=F("decided_on")),
                violation_error_message="The review comes after the decision.",
            ),
            models.CheckConstraint(
                name="restriction_has_terms_and_a_reason",
                condition=~Q(terms="") & ~Q(reason=""),
                violation_error_message="Enter the terms, and what the person did.",
            ),
            models.CheckConstraint(
                name="restriction_told_on_or_after_decided_on",
                condition=Q(told_on=None) | Q(told_on__gte=F("decided_on")),
                violation_error_message="Nobody is told before it is decided.",
            ),
            models.CheckConstraint(
                name="restriction_told_with_the_right_to_appeal",
                condition=Q(told_on=None, appeal_by=None)
                | Q(told_on__isnull=False, appeal_by__isnull=False, appeal_by__gt=F("told_on")),
                violation_error_message=(
                    "Enter until when they may appeal: a day after the one they are told on."
                ),
            ),
            models.CheckConstraint(
                name="restriction_appeal_decided_after_it_was_made",
                condition=Q(appeal_decided_on=None, appeal_outcome="")
                | (
                    Q(
                        appealed_on__isnull=False,
                        appeal_decided_on__isnull=False,
                        appeal_decided_on__gte=F("appealed_on"),
                    )
                    & ~Q(appeal_outcome="")
                    & ~Q(appeal_reason="")
                ),
                violation_error_message=(
                    "An appeal is decided once it was made, with an outcome and the reason."
                ),
            ),
            models.CheckConstraint(
                name="restriction_appeal_told_once_decided",
                condition=Q(appeal_told_on=None)
                | Q(appeal_decided_on__isnull=False, appeal_told_on__gte=F("appeal_decided_on")),
                violation_error_message="They are told of the appeal once it was decided.",
            ),
            models.CheckConstraint(
                name="restriction_ended_with_a_reason",
                condition=Q(ended_on=None)
                | (Q(ended_on__gte=F("decided_on")) & ~Q(ended_because="")),
                violation_error_message="Say why it ends, on a day after it was decided.",
            ),
        ]

    def __str__(self) -> str:
        return f"Restriction on {self.person}"

    @property
    def terms_in_lines(self) -> list[str]:
        return [line for line in self.terms.splitlines() if line.strip()]


@tracked
class RestrictionReview(models.Model):
    """A look at whether a restriction is still needed: it goes on until another day, or ends."""

    restriction = models.ForeignKey(ContactRestriction, models.PROTECT, related_name="reviews")
    # That of the restriction, kept here too so that the case's history finds it at once
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    reviewed_on = models.DateField("reviewed")
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    reason = models.TextField("what was weighed")
    next_review_on = models.DateField("goes on until its review on", null=True, blank=True)

    class Meta:
        ordering = ["reviewed_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="restriction_review_before_the_next",
                condition=Q(next_review_on=None) | Q(next_review_on__gt=F("reviewed_on")),
                violation_error_message="The next review comes after this one.",
            )
        ]

    def __str__(self) -> str:
        return f"Review of {self.reviewed_on:%-d %B %Y}"
