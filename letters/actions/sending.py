"""Sending a letter: its dates are filled, what went is kept exactly, and who was told is told."""

from datetime import date
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case, Decision
from documents.models import Document
from letters.actions.vetting import comment
from letters.by_email import queue_letter
from letters.checks import checks_of
from letters.enclosed_reports import reports_lacking
from letters.facts import dated, last_day_of
from letters.filling import fill_when_sent
from letters.kinds import Kind
from letters.models import Letter, SentCopy
from letters.printing import keep_as_sent
from letters.record import Record
from letters.to_do import put_on_desk
from letters.ways import address_for, why_not
from stages.actions.tasks import finish_task
from stages.models import How, Stage, Task
from stages.situation import Situation

GO_WITH_IT = "An adjudication goes with both reports."


@action
def send(letter: Letter, *, on: date, how: str, by: User) -> SentCopy:
    """Record that a letter went. The step that its sending is has been taken in the same act."""
    if not letter.may_be_sent:
        raise ValidationError("A letter goes once it has been approved.")
    person = letter.addressee.person if letter.addressee else None
    if reason := why_not(how, person):
        raise ValidationError(reason)
    enclosed = _enclosed(letter)
    draft = letter.approved_draft or letter.drafts.first()
    last_day = last_day_of(letter.stage)
    text = fill_when_sent(draft.text, {"letter_date": dated(on), "last_day": dated(last_day)})
    letter.state, letter.sent_on, letter.sent_how, letter.sent_by = "sent", on, how, by
    names = [{"name": one.name, "sha256": one.sha256} for one in enclosed]
    digest = sha256(text.encode()).hexdigest()
    copy = SentCopy(letter=letter, text=text, enclosed=names, sha256=digest)
    keep_as_sent(copy)
    if how == How.EMAIL:
        to = address_for(how, person)
        letter.message = queue_letter(letter, copy, enclosed, to=to, by=by)
    letter.full_clean()
    letter.save()
    copy.save()
    put_on_desk(letter, on=localdate())
    _has_told(letter, by=by)
    record(f"sent a letter: {letter}", letter.case, by=by)
    return copy


@action
def return_for_dates(letter: Letter, lines: list[tuple[int, str]], *, by: User) -> None:
    """Dates in it are not those of the record: it is back with its author, those lines marked."""
    for paragraph, said in lines:
        comment(letter, paragraph=paragraph, text=said, by=None)
    letter.clear_nothing()
    letter.state = Letter.State.RETURNED
    letter.save()
    put_on_desk(letter, on=localdate())
    record(f"found that a date in it is on the record no more: {letter}", letter.case, by=by)


@action
def record_sent_outside(
    case: Case,
    *,
    kind: str,
    stage: Stage | None,
    on: date,
    how: str,
    by: User,
    sender: str = "",
    document: Document | None = None,
    text: str = "",
    in_its_file: str = "",
) -> Letter:
    """Record a letter that went without this system; it counts as not vetted.

    Where its ``text`` is known, or what is written in its file, what the program does not find
    there is kept with it.
    """
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
        outside_sender=sender,
        outside_document=document,
    )
    letter.full_clean()
    letter.save()
    if text:
        digest = sha256(text.encode()).hexdigest()
        SentCopy.objects.create(letter=letter, text=text, sha256=digest)
    if read := text or in_its_file:
        letter.read_afterwards = "text" if text else "file"
        letter.not_found_afterwards = _lines_not_found(letter, read)
        letter.save(update_fields=["read_afterwards", "not_found_afterwards"])
    _has_told(letter, by=by)
    record(f"recorded a letter sent outside the system: {letter}", case, by=by)
    return letter


def _lines_not_found(letter: Letter, text: str) -> list[str]:
    """What the program does not find in a letter that has gone: its window stands there as a date,
    where a draft of ours has the field."""
    if last_day := last_day_of(letter.stage):
        text = text.replace(dated(last_day), "{last_day}")
    checks = checks_of(text, Record(letter, Situation(letter.case)))
    return [one.label for one in checks if not one.good]


def _has_told(letter: Letter, *, by: User) -> None:
    """End the task to tell the complainant of a refusal: the letter has."""
    if letter.kind != Kind.REFUSAL:
        return
    to_tell = letter.case.tasks.open().filter(
        kind=Task.Kind.TELL, decision__kind=Decision.Kind.REFUSED
    )
    for task in to_tell.select_related("decision"):
        finish_task(task, on=letter.sent_on, evidence=f"By the letter: {letter}", by=by)


def _enclosed(letter: Letter) -> list[Document]:
    documents = [one.document for one in letter.enclosures.select_related("document__kind")]
    keys = [one.pk for one in documents]
    may_go = set(Document.objects.that_may_go_to(letter.addressee).filter(pk__in=keys))
    if barred := [one for one in documents if one not in may_go]:
        names = ", ".join(f"“{one}”" for one in barred)
        raise ValidationError(f"{names} may not be disclosed to whom it goes. Take it out.")
    if lacking := reports_lacking(documents) if _goes_with_reports(letter) else []:
        raise ValidationError([f"{what} is not enclosed. {GO_WITH_IT}" for what in lacking])
    return documents


def _goes_with_reports(letter: Letter) -> bool:
    investigated = letter.stage is not None and letter.stage.definition.independent_person
    return letter.kind == Kind.ADJUDICATION and investigated
