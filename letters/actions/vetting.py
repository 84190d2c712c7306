"""Vetting a letter: approved, returned with reasons, or approved against the list on the record."""

from datetime import datetime

from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.trail import action, record
from letters.models import Letter, LetterComment, Vetting

NOT_YOURS = "Nobody vets a letter that they have written in."


@action
def approve(
    letter: Letter, *, ticked: list[str], not_found: list[str], now: datetime, by: User, why=""
) -> None:
    """Let the draft that waits go. Where lines are open, ``why`` says why it goes nevertheless."""
    vetting = _waiting(letter, by)
    if not_found and not why.strip():
        raise ValidationError("Say why it goes although lines of the list are open, or return it.")
    outcome = Vetting.Outcome.OVERRIDDEN if not_found else Vetting.Outcome.APPROVED
    _decide(vetting, outcome, now=now, by=by, reason=why, not_found=not_found, ticked=ticked)
    letter.state, letter.approved_draft, letter.approved_by = "approved", vetting.draft, by
    letter.full_clean()
    letter.save()
    how = ", with lines of the list open" if not_found else ""
    record(f"approved a letter{how}: {letter}", letter.case, by=by, why=why)


@action
def send_back(letter: Letter, *, reason: str, now: datetime, by: User, not_found=()) -> None:
    """Return it to its author, with reasons."""
    vetting = _waiting(letter, by)
    _decide(
        vetting, Vetting.Outcome.RETURNED, now=now, by=by, reason=reason, not_found=list(not_found)
    )
    letter.state = Letter.State.RETURNED
    letter.save(update_fields=["state"])
    record(f"returned a letter to its author: {letter}", letter.case, by=by, why=reason)


@action
def comment(letter: Letter, *, paragraph: int, text: str, by: User) -> LetterComment:
    """Say something of one paragraph of the draft that is read."""
    said = LetterComment(
        letter=letter, draft=letter.drafts.first(), paragraph=paragraph, text=text, by=by
    )
    said.full_clean()
    said.save()
    record(f"commented on a letter: {letter}", letter.case, by=by)
    return said


def _waiting(letter: Letter, by: User) -> Vetting:
    vetting = letter.vettings.filter(outcome="").select_related("draft").first()
    if vetting is None:
        raise ValidationError("It is not with the vetter any more: somebody has decided already.")
    if letter.author_id == by.pk or letter.drafts.filter(by=by).exists():
        raise ValidationError(NOT_YOURS)
    return vetting


def _decide(vetting: Vetting, outcome: str, *, now: datetime, by: User, **facts) -> None:
    vetting.outcome, vetting.decided_at, vetting.decided_by = outcome, now, by
    for name, value in facts.items():
        setattr(vetting, name, value)
    vetting.full_clean()
    vetting.save()
