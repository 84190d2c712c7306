"""Writing a letter: begun from its template, saved as drafts, put to the vetter."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.trail import action, record
from cases.models import CasePerson, Point
from documents.models import Document
from letters.facts import Facts
from letters.filling import faults_of_draft, fill
from letters.models import Enclosure, Letter, LetterDraft, LetterFinding, LetterTemplate, Vetting
from stages.findings import Found
from stages.situation import Situation

WRITTEN = "A letter is written in until it is with the vetter."


@action
def start_letter(
    situation: Situation,
    template: LetterTemplate,
    *,
    to: CasePerson,
    by: User,
    findings: dict[Point, Found] | None = None,
) -> Letter:
    """Draft a letter from its template. Where the case lacks what it needs, there is no letter."""
    found = findings or {}
    said = [(point, one.finding.label, one.reason) for point, one in found.items()]
    text = fill(template.body, Facts(situation, author=by, addressee=to, findings=said))
    letter = Letter(
        case=situation.case,
        stage=situation.stage,
        kind=template.kind,
        template=template,
        addressee=to,
        author=by,
        needs_vetting=template.needs_vetting,
    )
    letter.full_clean()
    letter.save()
    LetterFinding.objects.bulk_create(
        LetterFinding(letter=letter, point=point, finding=one.finding, reason=one.reason)
        for point, one in found.items()
    )
    LetterDraft.objects.create(letter=letter, number=1, text=text, by=by)
    record(f"drafted a letter: {letter}", letter.case, by=by)
    return letter


@action
def save_draft(
    letter: Letter, text: str, *, by: User, enclosures: Iterable[Document] = (), may_be_named=""
) -> LetterDraft:
    """Keep what was written as the next draft. What was approved is approved no longer."""
    if not letter.may_be_written_in:
        raise ValidationError(WRITTEN)
    if faults := faults_of_draft(text):
        raise ValidationError(faults)
    last = letter.drafts.first()
    draft = LetterDraft.objects.create(letter=letter, number=last.number + 1, text=text, by=by)
    if letter.state == Letter.State.APPROVED:
        letter.state = Letter.State.DRAFT
    letter.approved_draft = letter.approved_by = None
    letter.may_be_named = may_be_named
    letter.save(update_fields=["state", "approved_draft", "approved_by", "may_be_named"])
    _enclose(letter, list(enclosures))
    record(f"saved {draft} of a letter: {letter}", letter.case, by=by)
    return draft


@action
def submit(letter: Letter, *, now: datetime, by: User) -> Vetting:
    """Put the last draft to the vetter."""
    if letter.state not in (Letter.State.DRAFT, Letter.State.RETURNED):
        raise ValidationError(WRITTEN)
    draft = letter.drafts.first()
    letter.state = Letter.State.VETTING
    letter.save(update_fields=["state"])
    vetting = Vetting.objects.create(letter=letter, draft=draft, submitted_at=now, submitted_by=by)
    record(f"put {draft} of a letter to the vetter: {letter}", letter.case, by=by)
    return vetting


@action
def take_back(letter: Letter, *, now: datetime, by: User) -> None:
    """Take a letter back from the vetter, to write on."""
    vetting = letter.vettings.filter(outcome="").first()
    if vetting is None:
        raise ValidationError("It is not with the vetter any more.")
    vetting.outcome, vetting.decided_at, vetting.decided_by = vetting.Outcome.TAKEN_BACK, now, by
    vetting.full_clean()
    vetting.save()
    letter.state = Letter.State.DRAFT
    letter.save(update_fields=["state"])
    record(f"took a letter back from the vetter: {letter}", letter.case, by=by)


@action
def drop_letter(letter: Letter, *, why: str, by: User) -> None:
    """Say that a letter is not needed. Its drafts stay."""
    if not letter.may_be_written_in:
        raise ValidationError(WRITTEN)
    letter.state, letter.dropped_because = Letter.State.DROPPED, why
    letter.approved_draft = letter.approved_by = None
    letter.full_clean()
    letter.save()
    record(f"dropped a letter: {letter}", letter.case, by=by, why=why)


def _enclose(letter: Letter, documents: list[Document]) -> None:
    letter.enclosures.exclude(document__in=documents).delete()
    there = set(letter.enclosures.values_list("document", flat=True))
    for document in documents:
        if document.pk not in there:
            Enclosure.objects.create(letter=letter, document=document)
