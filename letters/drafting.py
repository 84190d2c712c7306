"""Keeping what was written as the next draft of a letter: part of the actions that write."""

from accounts.models import User
from letters.models import Letter, LetterDraft, Vetting
from letters.moved_dates import dates_in_force


def keep_draft(
    letter: Letter, text: str, *, by: User, in_round: Vetting | None = None
) -> LetterDraft:
    """``in_round`` is where whoever clears it wrote this."""
    last = letter.drafts.first()
    return LetterDraft.objects.create(
        letter=letter,
        number=last.number + 1 if last else 1,
        text=text,
        by=by,
        in_round=in_round,
        dates_on_record=dates_in_force(letter, text),
    )
