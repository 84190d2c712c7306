"""Writing a letter: begun from its template, saved as drafts, put to the vetter."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from accounts.models import User
from accounts.trail import action, record
from cases.models import CasePerson, Point
from documents.models import Document
from letters.drafting import keep_draft
from letters.facts import Facts
from letters.filling import faults_of_draft, fill
from letters.findings import put_findings
from letters.models import (
    Enclosure,
    Letter,
    LetterChain,
    LetterDraft,
    LetterFinding,
    LetterTemplate,
    Part,
    Vetting,
)
from letters.rounds import begin_round
from letters.to_do import put_on_desk
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
    answers: dict[int, tuple[str, str]] | None = None,
) -> Letter:
    """Draft a letter from its template. Where the case lacks what it needs, there is no letter.

    ``answers`` are those to the panel's recommendations, by number, each with its reason.
    """
    found = findings or {}
    said = [(point, one.finding.label, one.reason) for point, one in found.items()]
    facts = Facts(situation, author=by, addressee=to, findings=said)
    for one in facts.recommendations if answers else []:
        one.answer, one.reason = answers.get(one.number, (one.answer, one.reason))
    text = fill(template.body, facts)
    letter = Letter(
        case=situation.case,
        stage=situation.stage,
        kind=template.kind,
        template=template,
        addressee=to,
        author=by,
        **_chain_of(template.kind),
    )
    letter.full_clean()
    letter.save()
    LetterFinding.objects.bulk_create(
        LetterFinding(letter=letter, point=point, finding=one.finding, reason=one.reason)
        for point, one in found.items()
    )
    keep_draft(letter, text, by=by)
    record(f"drafted a letter: {letter}", letter.case, by=by)
    return letter


def _chain_of(kind: str) -> dict:
    """Fixed as it is begun: a chain that is changed later is for later letters."""
    chain = LetterChain.objects.of(kind)
    days = {part.value: chain.days_for(part) for part in Part if chain.needs(part)}
    return {f"needs_{part}": chain.needs(part) for part in Part} | {"days_allowed": days}


@action
def save_draft(
    letter: Letter,
    text: str,
    *,
    by: User,
    enclosures: Iterable[Document] = (),
    may_be_named="",
    findings: dict[int, str] | None = None,
) -> LetterDraft:
    """Keep what was written as the next draft. What was approved is approved no longer."""
    if not letter.may_be_written_in:
        raise ValidationError(WRITTEN)
    if faults := faults_of_draft(text):
        raise ValidationError(faults)
    draft = keep_draft(letter, text, by=by)
    if letter.state in (Letter.State.APPROVED, Letter.State.AGREEMENT):
        letter.state = Letter.State.DRAFT
        put_on_desk(letter, on=localdate())
    letter.clear_nothing()
    letter.may_be_named = may_be_named
    letter.save()
    put_findings(letter, findings or {})
    _enclose(letter, list(enclosures))
    record(f"saved {draft} of a letter: {letter}", letter.case, by=by)
    return draft


@action
def submit(letter: Letter, *, now: datetime, by: User) -> Vetting:
    """Put the last draft to the first part of its chain."""
    if not letter.may_be_submitted:
        raise ValidationError(WRITTEN)
    draft = letter.drafts.first()
    letter.clear_nothing()
    vetting = begin_round(letter, draft, now=now, by=by)
    whom = {Part.SIGN_OFF: "the service", Part.VETTING: "the vetter", Part.SIGNATURE: "who signs"}
    record(f"put {draft} of a letter to {whom[vetting.part]}: {letter}", letter.case, by=by)
    return vetting


@action
def take_back(letter: Letter, *, now: datetime, by: User) -> None:
    """Take a letter back from whoever clears it, to write on."""
    vetting = letter.vettings.filter(outcome="").first()
    if vetting is None:
        raise ValidationError("It is not with the vetter any more.")
    vetting.outcome, vetting.decided_at, vetting.decided_by = vetting.Outcome.TAKEN_BACK, now, by
    vetting.full_clean()
    vetting.save()
    letter.clear_nothing()
    letter.state = Letter.State.DRAFT
    letter.save()
    put_on_desk(letter, on=localdate(now))
    record(f"took a letter back from the vetter: {letter}", letter.case, by=by)


@action
def drop_letter(letter: Letter, *, why: str, by: User) -> None:
    """Say that a letter is not needed. Its drafts stay."""
    if not letter.may_be_written_in:
        raise ValidationError(WRITTEN)
    letter.state, letter.dropped_because = Letter.State.DROPPED, why
    letter.clear_nothing()
    letter.full_clean()
    letter.save()
    put_on_desk(letter, on=localdate())
    record(f"dropped a letter: {letter}", letter.case, by=by, why=why)


def _enclose(letter: Letter, documents: list[Document]) -> None:
    letter.enclosures.exclude(document__in=documents).delete()
    there = set(letter.enclosures.values_list("document", flat=True))
    for document in documents:
        if document.pk not in there:
            Enclosure.objects.create(letter=letter, document=document)
