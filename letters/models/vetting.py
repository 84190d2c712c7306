"""Vetting: who read a letter before it went, what was found, and what came of it.

A service's sign-off and a signature are rounds like a vetting, each a part of the letter's chain.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.trail import tracked
from cases.models.lists import ListedWord

from .chain import Part
from .letter import Letter, LetterDraft


@tracked
class ReturnReason(ListedWord):
    """Why letters come back to their authors: the reports count by these."""


@tracked
class Vetting(models.Model):
    """One round. ``outcome`` is empty while the letter waits."""

    class Outcome(models.TextChoices):
        APPROVED = "approved", "Approved"
        OVERRIDDEN = "overridden", "Approved although lines of the list were open"
        RETURNED = "returned", "Returned"
        TAKEN_BACK = "taken_back", "Taken back by its author"

    class Capacity(models.TextChoices):
        OWN = "own", "Whose part it is"
        SUBSTITUTE = "substitute", "A substitute"
        HEAD_OF_SERVICE = "head_of_service", "A head of service, with no other vetter"

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="vettings")
    part = models.CharField(max_length=10, choices=Part, default=Part.VETTING)
    draft = models.ForeignKey(LetterDraft, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    capacity = models.CharField(
        "as whom it was decided", max_length=20, choices=Capacity, default=Capacity.OWN
    )
    in_place_of = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    reason = models.TextField(blank=True)
    not_found = models.JSONField("lines that the program did not find", default=list, blank=True)
    ticked = models.JSONField("lines that the vetter ticked", default=list, blank=True)
    changed = models.JSONField(
        "findings, remedies and dates that the vetter changed", default=list, blank=True
    )
    agreed_at = models.DateTimeField("agreed to by the author", null=True, blank=True)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-submitted_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["letter"], name="letter_vetted_once_at_a_time", condition=Q(outcome="")
            ),
            models.CheckConstraint(
                name="vetting_decided_by_somebody",
                condition=Q(outcome="", decided_at=None, decided_by=None)
                | ~Q(outcome="") & Q(decided_at__isnull=False, decided_by__isnull=False),
            ),
            models.CheckConstraint(
                name="vetting_by_somebody_else",
                condition=Q(decided_by=None)
                | Q(outcome="taken_back")
                | Q(part="signature")
                | ~Q(decided_by=F("submitted_by")),
                violation_error_message="Nobody vets a letter of their own.",
            ),
            models.CheckConstraint(
                name="vetting_returned_with_reasons",
                condition=~Q(outcome__in=["returned", "overridden"]) | ~Q(reason=""),
                violation_error_message="Say why.",
            ),
            models.CheckConstraint(
                name="vetting_by_a_substitute_of_somebody",
                condition=Q(capacity="substitute", in_place_of__isnull=False)
                | ~Q(capacity="substitute") & Q(in_place_of=None),
            ),
            models.CheckConstraint(
                name="vetting_agreed_to_by_somebody",
                condition=Q(agreed_at=None, agreed_by=None)
                | Q(agreed_at__isnull=False, agreed_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.get_outcome_display() or "waiting"

    @property
    def case(self):
        return self.letter.case

    @property
    def text(self) -> str:
        """As it stands: with what whoever clears it has written."""
        edited = self.edits.order_by("-number").first()
        return (edited or self.draft).text

    @property
    def waits_for_agreement(self) -> bool:
        return bool(self.changed) and self.agreed_at is None


@tracked
class ReturnedBecause(models.Model):
    """One of the listed reasons of a return."""

    vetting = models.ForeignKey(Vetting, models.PROTECT, related_name="because")
    reason = models.ForeignKey(ReturnReason, models.PROTECT, related_name="returned")

    class Meta:
        ordering = ["reason__position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["vetting", "reason"], name="vetting_returned_once_for")
        ]

    def __str__(self) -> str:
        return str(self.reason)

    @property
    def case(self):
        return self.vetting.case


@tracked
class LetterComment(models.Model):
    """What a reader says of one paragraph of one draft; ``paragraph`` counts from 1."""

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="comments")
    draft = models.ForeignKey(LetterDraft, models.PROTECT, related_name="comments")
    paragraph = models.PositiveSmallIntegerField()
    text = models.TextField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Nobody where the system itself marks a line",
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["paragraph", "id"]

    def __str__(self) -> str:
        return f"on paragraph {self.paragraph}"
