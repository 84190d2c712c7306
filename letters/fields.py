"""The fields and the optional parts that a template may use: these, and no others."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.timezone import localdate

from letters.facts import Facts, contact_of, dated, findings_on_record
from letters.promises import Promise, in_pounds
from stages.models import Recommendation


@dataclass(frozen=True)
class Field:
    words: str  # as a sentence names it: "The case has no …"
    value: Callable[[Facts], str]


@dataclass(frozen=True)
class Part:
    words: str
    holds: Callable[[Facts], bool]


def _points(facts: Facts) -> str:
    return "\n".join(f"- Point {point.number}: {point.text}" for point in facts.points)


def _findings(facts: Facts) -> str:
    """A heading for each point, and under it the finding with its reason."""
    said = []
    for point, words, reason in facts.findings or findings_on_record(facts.stage):
        said.append(f"## Point {point.number}: {point.text}")
        said.append(f"Our finding: **{words}**.{f' {reason}' if reason else ''}")
    return "\n\n".join(said)


def _answers(facts: Facts) -> str:
    if any(not one.answer for one in facts.recommendations):
        return ""
    return "\n\n".join(_answer(one) for one in facts.recommendations)


def _answer(one: Recommendation) -> str:
    why = f" {one.reason}" if one.reason else ""
    return f"## Recommendation {one.number}: {one.text}\n\n{one.get_answer_display()}.{why}"


def _promised(one: Promise) -> str:
    """Nothing where a lead or a day is missing: the letter is stopped, and says so."""
    return "" if one.lacks else f"- {one}"


def _actions(facts: Facts) -> str:
    said = [_promised(one) for one in facts.promises.actions]
    return "\n".join(said) if all(said) else ""


def _remedies(facts: Facts) -> str:
    """What may be offered. What nobody has agreed to yet stops the letter."""
    sums = facts.promises.sums
    if any(not one.authorised for one in sums):
        return ""
    return "\n".join(f"- {one.words}: **{in_pounds(one.amount)}**" for one in sums)


FIELDS = {
    "to": Field("name of the person who is written to", lambda f: f.addressee.person.name),
    "reference": Field("reference", lambda f: f.case.reference),
    "received_on": Field("date received", lambda f: dated(f.case.received_on)),
    "summary": Field("summary of what was said", lambda f: f.case.summary),
    "service": Field("service area", lambda f: str(f.case.service_area)),
    "procedure": Field("procedure", lambda f: f.situation.procedure.name),
    "stage": Field("stage", lambda f: str(f.stage)),
    "points": Field("point of complaint", _points),
    "findings": Field("finding on its points", _findings),
    "recommendations": Field("answer to each recommendation of the panel", _answers),
    "due_on": Field("date to expect a reply", lambda f: dated(f.main and f.main.due_on)),
    "new_due_on": Field(
        "new date that is to be told", lambda f: dated(f.extension and f.extension.in_force_on)
    ),
    "extension_reason": Field(
        "reason for more time", lambda f: f.extension.reason if f.extension else ""
    ),
    "handler": Field("person who holds it", lambda f: f.handler),
    "next_stage": Field("next stage", lambda f: f.stage.name_of_next or ""),
    "refusal_reason": Field(
        "decision not to take it on", lambda f: f.refusal.decision if f.refusal else ""
    ),
    "refusal_why": Field(
        "reason of that decision", lambda f: f.refusal.reason if f.refusal else ""
    ),
    "withdrawn_on": Field("date withdrawn", lambda f: dated(f.case.withdrawn_on)),
    "closed_on": Field("date closed", lambda f: dated(f.case.closed_on)),
    "close_reason": Field("reason for closing", lambda f: f.case.close_reason),
    "actions": Field("action with its lead and date for each that was promised", _actions),
    "remedies": Field("payment that was agreed to", _remedies),
    "council": Field("name of the council", lambda f: settings.COUNCIL_NAME),
    "ombudsman": Field(
        "address of the Ombudsman", lambda f: contact_of(f.situation.procedure).said
    ),
    "signed": Field("author", lambda f: f.author.full_name),
}
WHEN_SENT = {
    "letter_date": "date of the letter",
    "last_day": "last day to ask for the next stage",
}
PARTS = {
    "advocacy": Part(
        "on the children's procedure, where there is a right to an advocate",
        lambda f: f.situation.procedure.code == "children",
    ),
    "next_stage": Part("where a next stage follows", lambda f: bool(f.stage.name_of_next)),
    "last_stage": Part("where no stage follows", lambda f: not f.stage.name_of_next),
    "upheld": Part("where a point is upheld in whole or part", lambda f: f.upheld),
    "actions": Part("where something was promised to be done", lambda f: bool(f.promises.actions)),
    "remedies": Part("where a payment is offered", lambda f: bool(f.promises.sums)),
    "independent_person": Part(
        "where an independent person takes part in the stage",
        lambda f: f.stage.definition.independent_person,
    ),
    "reply_date": Part(
        "where a date for the reply is known and is still to come",
        lambda f: bool(f.main and f.main.due_on >= localdate()),
    ),
    "late": Part("where the reply is late", lambda f: bool(f.main and f.main.due_on < localdate())),
}
