"""Clearing a letter, part by part of its chain: signed off, vetted, signed, or returned."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from accounts.models import User
from accounts.trail import action, record
from letters.clearing import Right, right_of, wrote_in
from letters.drafting import keep_draft
from letters.filling import faults_of_draft
from letters.findings import put_findings
from letters.material import material_changes
from letters.models import (
    Letter,
    LetterComment,
    LetterDraft,
    Part,
    ReturnedBecause,
    ReturnReason,
    Vetting,
)
from letters.models.letter import CLEARED_BY
from letters.rounds import begin_round
from letters.to_do import put_on_desk

NOT_YOURS = "Nobody vets a letter that they have written in."
DECIDED = "It is not with the vetter any more: somebody has decided already."
NO_RIGHT = "It waits for somebody else."


@action
def approve(
    letter: Letter, *, ticked: list[str], not_found: list[str], now: datetime, by: User, why=""
) -> None:
    """Let the draft that waits go on. Where lines are open, ``why`` says why it does nevertheless.

    What the vetter changed of findings, remedies and dates is for its author to agree to first.
    """
    vetting, right = _waiting(letter, by, now)
    if not_found and not why.strip():
        raise ValidationError("Say why it goes although lines of the list are open, or return it.")
    outcome = Vetting.Outcome.OVERRIDDEN if not_found else Vetting.Outcome.APPROVED
    vetting.changed = _changed(vetting)
    facts = {"reason": why, "not_found": not_found, "ticked": ticked}
    _decide(vetting, outcome, right, now=now, by=by, **facts)
    open_lines = ", with lines of the list open" if not_found else ""
    record(
        f"{_cleared(vetting)} a letter{open_lines}{_as_whom(right)}: {letter}",
        letter.case,
        by=by,
        why=why,
    )
    setattr(letter, CLEARED_BY[vetting.part], by)
    if vetting.changed:
        letter.state = Letter.State.AGREEMENT
        letter.save()
        put_on_desk(letter, on=localdate(now))
    else:
        _go_on(letter, vetting, now=now)


@action
def clear(letter: Letter, *, now: datetime, by: User, why: str = "") -> None:
    """Sign it off for the service, or sign it: what the program looks for is the vetter's."""
    approve(letter, ticked=[], not_found=[], now=now, by=by, why=why)


@action
def agree(letter: Letter, *, now: datetime, by: User) -> None:
    """The author agrees to what the vetter changed: the letter goes on."""
    vetting = letter.vettings.exclude(changed=[]).filter(agreed_at=None).first()
    if letter.state != Letter.State.AGREEMENT or vetting is None:
        raise ValidationError("Nothing in it waits for its author to agree.")
    if not wrote_in(by, letter):
        raise ValidationError("It is for its author to agree.")
    vetting.agreed_at, vetting.agreed_by = now, by
    vetting.full_clean()
    vetting.save()
    record(f"agreed to what the vetter changed: {letter}", letter.case, by=by)
    _go_on(letter, vetting, now=now)


@action
def edit_while_clearing(
    letter: Letter, text: str, *, now: datetime, by: User, findings: dict[int, str] | None = None
) -> LetterDraft:
    """Change its words while it is read; ``findings`` are those of points, by their number."""
    vetting, _ = _waiting(letter, by, now)
    if faults := faults_of_draft(text):
        raise ValidationError(faults)
    draft = keep_draft(letter, text, by=by, in_round=vetting)
    vetting.changed = [*vetting.changed, *put_findings(letter, findings or {})]
    vetting.save(update_fields=["changed"])
    record(f"changed words of a letter that waits: {letter}", letter.case, by=by)
    return draft


@action
def send_back(
    letter: Letter,
    *,
    reason: str,
    now: datetime,
    by: User,
    not_found: Iterable[str] = (),
    because: Iterable[ReturnReason] = (),
) -> None:
    """Return it to its author, with reasons: those of the list, which are counted, and words."""
    vetting, right = _waiting(letter, by, now)
    facts = {"reason": reason, "not_found": list(not_found)}
    _decide(vetting, Vetting.Outcome.RETURNED, right, now=now, by=by, **facts)
    for one in because:
        ReturnedBecause.objects.create(vetting=vetting, reason=one)
    letter.clear_nothing()
    letter.state = Letter.State.RETURNED
    letter.save()
    record(
        f"returned a letter to its author{_as_whom(right)}: {letter}",
        letter.case,
        by=by,
        why=reason,
    )
    put_on_desk(letter, on=localdate(now))


@action
def comment(letter: Letter, *, paragraph: int, text: str, by: User | None) -> LetterComment:
    """Say something of one paragraph of the draft that is read."""
    said = LetterComment(
        letter=letter, draft=letter.drafts.first(), paragraph=paragraph, text=text, by=by
    )
    said.full_clean()
    said.save()
    record(f"commented on a letter: {letter}", letter.case, by=by)
    return said


def _go_on(letter: Letter, vetting: Vetting, *, now: datetime) -> None:
    begin_round(letter, letter.drafts.first(), now=now, by=vetting.submitted_by)


def _waiting(letter: Letter, by: User, now: datetime) -> tuple[Vetting, Right]:
    vetting = letter.vettings.filter(outcome="").select_related("draft").first()
    if vetting is None:
        raise ValidationError(DECIDED)
    right = right_of(by, letter, localdate(now))
    if right is None:
        own = vetting.part != Part.SIGNATURE and wrote_in(by, letter)
        raise ValidationError(NOT_YOURS if own else NO_RIGHT)
    return vetting, right


def _changed(vetting: Vetting) -> list[str]:
    """What is for the author to agree to, as sentences."""
    if not vetting.edits.exists():
        return []
    changed = material_changes(vetting.draft.text, vetting.text)
    return list(dict.fromkeys([*vetting.changed, *changed]))


def _decide(
    vetting: Vetting, outcome: str, right: Right, *, now: datetime, by: User, **facts
) -> None:
    vetting.outcome, vetting.decided_at, vetting.decided_by = outcome, now, by
    vetting.capacity, vetting.in_place_of = right.capacity, right.in_place_of
    for name, value in facts.items():
        setattr(vetting, name, value)
    vetting.full_clean()
    vetting.save()


def _cleared(vetting: Vetting) -> str:
    said = {Part.SIGN_OFF: "signed off", Part.VETTING: "approved", Part.SIGNATURE: "signed"}
    return said[vetting.part]


def _as_whom(right: Right) -> str:
    if right.in_place_of:
        return f", in the place of {right.in_place_of}"
    as_head = right.capacity == Vetting.Capacity.HEAD_OF_SERVICE
    return ", as head of service with no other vetter there" if as_head else ""
