"""Vetting: who read a letter before it went, what was found, and what came of it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.trail import tracked

from .letter import Letter, LetterDraft


@tracked
class Vetting(models.Model):
    """One round. ``outcome`` is empty while the letter waits."""

    class Outcome(models.TextChoices):
        APPROVED = "approved", "Approved"
        OVERRIDDEN = "overridden", "Approved although lines of the list were open"
        RETURNED = "returned", "Returned"
        TAKEN_BACK = "taken_back", "Taken back by its author"

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="vettings")
    draft = models.ForeignKey(LetterDraft, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    reason = models.TextField(blank=True)
    not_found = models.JSONField("lines that the program did not find", default=list, blank=True)
    ticked = models.JSONField("lines that the vetter ticked", default=list, blank=True)

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
                | ~Q(decided_by=F("submitted_by")),
                violation_error_message="Nobody vets a letter of their own.",
            ),
            models.CheckConstraint(
                name="vetting_returned_with_reasons",
                condition=~Q(outcome__in=["returned", "overridden"]) | ~Q(reason=""),
                violation_error_message="Say why.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_outcome_display() or "waiting"

    @property
    def case(self):
        return self.letter.case


@tracked
class LetterComment(models.Model):
    """What a reader says of one paragraph of one draft; ``paragraph`` counts from 1."""

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="comments")
    draft = models.ForeignKey(LetterDraft, models.PROTECT, related_name="comments")
    paragraph = models.PositiveSmallIntegerField()
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["paragraph", "id"]

    def __str__(self) -> str:
        return f"on paragraph {self.paragraph}"
