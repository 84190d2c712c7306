"""Sending a letter: its dates are filled, what went is kept exactly."""

from datetime import date
from hashlib import sha256

from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from letters.enclosed_reports import reports_lacking
from letters.facts import dated, last_day_of
from letters.filling import fill_when_sent
from letters.kinds import Kind
from letters.models import Letter, SentCopy
from letters.printing import keep_as_sent
from stages.models import Stage

GO_WITH_IT = "An adjudication goes with both reports."


@action
def send(letter: Letter, *, on: date, how: str, by: User) -> SentCopy:
    """Record that a letter went. The step that its sending is has been taken in the same act."""
    if not letter.may_be_sent:
        raise ValidationError("A letter goes once it has been approved.")
    enclosed = _enclosed(letter)
    draft = letter.approved_draft if letter.needs_vetting else letter.drafts.first()
    last_day = last_day_of(letter.stage)
    text = fill_when_sent(draft.text, {"letter_date": dated(on), "last_day": dated(last_day)})
    letter.state, letter.sent_on, letter.sent_how, letter.sent_by = "sent", on, how, by
    letter.full_clean()
    letter.save()
    digest = sha256(text.encode()).hexdigest()
    copy = SentCopy(letter=letter, text=text, enclosed=enclosed, sha256=digest)
    keep_as_sent(copy)
    copy.save()
    record(f"sent a letter: {letter}", letter.case, by=by)
    return copy


@action
def record_sent_outside(
    case: Case, *, kind: str, stage: Stage | None, on: date, how: str, by: User
) -> Letter:
    """Record a letter that went without this system; it counts as not vetted."""
    letter = Letter(
        case=case,
        stage=stage,
        kind=kind,
        author=by,
        addressee=case.letters_go_to(),
        state=Letter.State.SENT,
        sent_on=on,
        sent_how=how,
        sent_by=by,
        sent_outside=True,
    )
    letter.full_clean()
    letter.save()
    record(f"recorded a letter sent outside the system: {letter}", case, by=by)
    return letter


def _enclosed(letter: Letter) -> list[dict]:
    documents = [one.document for one in letter.enclosures.select_related("document__kind")]
    if any(one.is_taken_out or one.disclosure != one.Disclosure.MAY for one in documents):
        raise ValidationError("An enclosure may not be disclosed any more. Take it out.")
    if lacking := reports_lacking(documents) if _goes_with_reports(letter) else []:
        raise ValidationError([f"{what} is not enclosed. {GO_WITH_IT}" for what in lacking])
    return [{"name": one.name, "sha256": one.sha256} for one in documents]


def _goes_with_reports(letter: Letter) -> bool:
    investigated = letter.stage is not None and letter.stage.definition.independent_person
    return letter.kind == Kind.ADJUDICATION and investigated
