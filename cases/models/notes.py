"""Notes of calls, meetings and messages: what was said or done outside the steps of a case."""

import pgtrigger
from django.conf import settings
from django.db import models

from accounts.trail import tracked

from .case import Case
from .searched import joins_search
from .taken_out import CanBeTakenOut, taken_out_rules

KEPT_AS_WRITTEN = ("case_id", "on", "at", "how", "by_id", "by_name", "said_by", "text")


def _changes(column: str) -> str:
    return f'OLD."{column}" IS DISTINCT FROM NEW."{column}"'


# It is emptied as it is taken out, and filled again where that is undone; nothing else
NEVER_EDITED = pgtrigger.Protect(
    name="note_is_never_edited",
    operation=pgtrigger.Update,
    condition=pgtrigger.Condition(
        "OLD.taken_out_at IS NULL AND NEW.taken_out_at IS NULL AND "
        f"({' OR '.join(map(_changes, KEPT_AS_WRITTEN))})"
    ),
)


@tracked
class Note(CanBeTakenOut):
    """Corrected by a later note, never edited away: the database refuses it."""

    class How(models.TextChoices):
        NOTE = "note", "Note"
        CALL = "call", "Call"
        MEETING = "meeting", "Meeting"
        VISIT = "visit", "Visit"
        EMAIL = "email", "E-mail"
        LETTER = "letter", "Letter"

    case = models.ForeignKey(Case, models.PROTECT, related_name="notes")
    how = models.CharField("what it was", max_length=20, choices=How, default=How.NOTE)
    on = models.DateField()
    at = models.TimeField("time", null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True)
    by_name = models.CharField(max_length=200, blank=True, help_text="Where no user wrote it")
    said_by = models.CharField(
        "with whom, or who said it",
        max_length=300,
        blank=True,
        help_text="Apart from the text: it is withheld where the complainant's identity is",
    )
    text = models.TextField(blank=True)
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="corrections"
    )

    class Meta:
        ordering = ["-on", "-id"]
        constraints = taken_out_rules("note", "text")
        triggers = [
            NEVER_EDITED,
            # The text of an e-mail is withheld where who complains is
            joins_search("cases_note", "text", only_if="taken_out_at IS NULL AND how <> 'email'"),
        ]

    def __str__(self) -> str:
        return f"{self.on}: {self.text[:60]}"
