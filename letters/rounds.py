"""Putting a letter to the next part of its chain: part of the actions that bring it there."""

from datetime import datetime

from django.utils.timezone import localdate

from accounts.models import User
from letters.models import Letter, LetterDraft, Vetting
from letters.to_do import put_on_desk


def begin_round(letter: Letter, draft: LetterDraft, *, now: datetime, by: User) -> Vetting | None:
    """Without a part that has not cleared it, it is approved."""
    part = letter.next_part
    if part is None:
        letter.state, letter.approved_draft = Letter.State.APPROVED, draft
        round_ = None
    else:
        letter.state = Letter.State(part)
        round_ = Vetting.objects.create(
            letter=letter, part=part, draft=draft, submitted_at=now, submitted_by=by
        )
    letter.full_clean()
    letter.save()
    put_on_desk(letter, on=localdate(now))
    return round_
