"""What happened in a case, newest first: its own dates, the dates of its stages, and its notes.

These are the facts with the day they happened on. Who typed what, and when, is its history.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.text import capfirst

from cases.models import Case, Decision, Note
from complaints_site.next_step import short_name
from remedies.models import Payment
from stages.models import Mediation, OmbudsmanEnquiry, Stage, StageEvent

SHOWN = 60
NOTES, DATES = "notes", "dates"
KINDS = {"": "Everything", DATES: "Dates", NOTES: "Notes"}


@dataclass(frozen=True)
class Happening:
    on: date
    title: str
    by: str = ""
    text: str = ""
    kind: str = DATES


def timeline(case: Case, stages: Iterable[Stage], kind: str = "") -> list[Happening]:
    """The happenings of ``case``, of one kind where it is asked for; one query."""
    found = [*_dates_of_case(case), *_dates_of_stages(stages), *_rows_about(case)]
    chosen = [happening for happening in found if kind in ("", happening.kind)]
    return sorted(chosen, key=lambda happening: happening.on, reverse=True)


def _dates_of_case(case: Case) -> Iterable[Happening]:
    if case.closed_on:
        yield Happening(case.closed_on, "Closed", text=capfirst(case.close_reason))
    if case.withdrawn_on:
        yield Happening(case.withdrawn_on, "Withdrawn by the complainant")
    came = f"By {case.channel.name.lower()}" if case.channel else ""
    yield Happening(case.received_on, f"{case.get_kind_display()} received", text=came)


def _dates_of_stages(stages: Iterable[Stage]) -> Iterable[Happening]:
    """Later events first, so that those of one day stand in the order of the procedure."""
    stages = list(stages)
    requested = {stage.requested_on for stage in stages}
    for stage in reversed(stages):
        for event in reversed(StageEvent):
            day = getattr(stage, event.value)
            if day and not _said_elsewhere(event, day, stage, requested):
                yield Happening(
                    day, f"{short_name(stage)}: {event.label}", text=_result(event, stage)
                )


def _said_elsewhere(event: StageEvent, day: date, stage: Stage, requested: set) -> bool:
    """On stage 1 it begins as it is received; the request for the next stage is that stage's."""
    begins_at_once = event == StageEvent.BEGUN and day in (stage.received_on, stage.requested_on)
    asked_for = event == StageEvent.ESCALATED and day in requested
    return event == StageEvent.RECEIVED or begins_at_once or asked_for


def _result(event: StageEvent, stage: Stage) -> str:
    return stage.get_outcome_display() if event == StageEvent.RESPONSE else ""


def _rows_about(case: Case) -> Iterable[Happening]:
    """What stands in rows of its own: one UNION, the newest ``SHOWN`` of all kinds together."""
    of_case = case.pk
    note = _rows(
        Note.objects.filter(case=of_case),
        "note",
        on="on",
        by=Coalesce("by__full_name", "by_name"),
        text="text",
    )
    others = [
        _rows(
            Decision.objects.filter(case=of_case),
            "decision",
            on="decided_on",
            by=Coalesce("decided_by__full_name", Value("")),
            detail="decision",
            text="reason",
        ),
        _rows(
            Mediation.objects.filter(case=of_case, held_on__isnull=False),
            "mediation",
            on="held_on",
            by="mediator",
            detail="outcome",
            text="terms",
        ),
        _rows(
            Payment.objects.filter(case=of_case, paid_on__isnull=False),
            "payment",
            on="paid_on",
            detail="kind",
            text=Cast("amount", TextField()),
        ),
        _rows(
            OmbudsmanEnquiry.objects.filter(case=of_case, received_on__isnull=False),
            "enquiry",
            on="received_on",
            text="ombudsman_reference",
        ),
        _rows(
            OmbudsmanEnquiry.objects.filter(case=of_case, decided_on__isnull=False),
            "ombudsman",
            on="decided_on",
            text=Coalesce("decision__name", Value("")),
        ),
    ]
    for kind, on, by, detail, text in note.union(*others, all=True).order_by("-day")[:SHOWN]:
        yield TITLES[kind](on, by, detail, text)


def _rows(rows: QuerySet, kind: str, *, on: str, by="", detail="", text="") -> QuerySet:
    return (
        rows.order_by()
        .annotate(
            row_kind=Value(kind),
            day=F(on),
            who=_words(by),
            what=_words(detail),
            words=_words(text),
        )
        .values_list("row_kind", "day", "who", "what", "words")
    )


def _words(of):
    """A column, an expression, or nothing, all as text: a UNION wants one type in each place."""
    if isinstance(of, str):
        of = F(of) if of else Value("", output_field=CharField())
    return Cast(of, TextField())


def _mediation(on, by, detail, text):
    outcome = Mediation.Outcome(detail).label if detail else "held"
    return Happening(on, f"Mediation: {outcome.lower()}", by, text)


def _payment(on, by, detail, text):
    return Happening(on, f"{Payment.Kind(detail).label} paid", text=f"£{float(text):,.2f}")


TITLES = {
    "note": lambda on, by, detail, text: Happening(on, "Note", by, text, NOTES),
    "decision": lambda on, by, detail, text: Happening(on, f"Decision: {detail}", by, text),
    "mediation": _mediation,
    "payment": _payment,
    "enquiry": lambda on, by, detail, text: Happening(on, "Enquiry of the Ombudsman", text=text),
    "ombudsman": lambda on, by, detail, text: Happening(on, "Ombudsman's decision", text=text),
}
