"""What happened in a case, newest first: its own dates, the dates of its stages, and its notes.

These are the facts with the day they happened on. Who typed what, and when, is its history.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.utils.text import capfirst

from cases.models import Case
from cases.prepared import rows_of
from complaints_site.next_step import short_name
from complaints_site.timeline import (
    afterwards,
    asked_of_services,
    contacts,
    decided,
    helpers,
    letters,
    ombudsman,
    packs,
    parts,
    restrictions,
)
from complaints_site.timeline import stages as within_stages
from complaints_site.timeline.contacts import Reader
from complaints_site.timeline.happening import (
    CHANGES,
    DATES,
    DOCUMENTS,
    LETTERS,
    NOTES,
    Happening,
)
from stages.before_stage_1 import name_of
from stages.models import Stage, StageEvent

SHOWN = 60
KINDS = {
    "": "Everything",
    DATES: "Stages and dates",
    LETTERS: "Letters",
    NOTES: "Contacts and notes",
    DOCUMENTS: "Documents",
    CHANGES: "Changes",
}
SUBJECTS = [
    decided,
    within_stages,
    helpers,
    parts,
    afterwards,
    ombudsman,
    restrictions,
    asked_of_services,
    packs,
    letters,
]
# Written out: putting this UNION together through the ORM takes longer than running it
DATED = [rows for subject in SUBJECTS for rows in subject.ROWS]


def _newest(rows: list[str]) -> str:
    names = "happened (kind, day, by_whom, detail, words)"
    together = " UNION ALL ".join(rows)
    return f"SELECT * FROM ({together}) {names} ORDER BY day DESC LIMIT %(shown)s"  # noqa: S608


# By what is asked for, so that the newest of a kind are not crowded out by others
ROWS = {
    "": _newest([*contacts.ROWS, *DATED]),
    DATES: _newest(DATED),
    LETTERS: _newest(DATED),
    NOTES: _newest([contacts.ROWS_OF_NOTES]),
    DOCUMENTS: _newest([contacts.ROWS_OF_PAPERS]),
    CHANGES: _newest([contacts.ROWS_OF_CHANGES]),
}
# What is sent to the complainant, or to others
SENT = {
    "agreed",
    "answered",
    "appeal-told",
    "commented",
    "file-made",
    "papers",
    "responded",
    "restriction-told",
    "right-confirmed",
    "set",
    "told",
    "update",
}
SENT_OF_A_STAGE = {StageEvent.ACKNOWLEDGED, StageEvent.RESPONSE}
TITLES = {kind: title for subject in SUBJECTS for kind, title in subject.TITLES.items()}
# Where the reader may not know who complains, the detail of these is left out
NAMES_SOMEBODY = set().union(*(getattr(subject, "NAMES_SOMEBODY", ()) for subject in SUBJECTS))


def timeline(
    case: Case, stages: Iterable[Stage], kind: str = "", *, reader: Reader, shown: int = SHOWN
) -> list[Happening]:
    """The happenings of ``case``, of one kind where it is asked for; one query."""
    rows = _rows_about(case, kind, reader, shown)
    found = [*_dates_of_case(case), *_dates_of_stages(stages), *rows]
    chosen = [happening for happening in found if happening.is_of(kind)]
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
                    day,
                    f"{short_name(stage)}: {name_of(event, stage)}",
                    text=_result(event, stage),
                    is_letter=event in SENT_OF_A_STAGE,
                )


def _said_elsewhere(event: StageEvent, day: date, stage: Stage, requested: set) -> bool:
    """On stage 1 it begins as it is received; the request for the next stage is that stage's."""
    begins_at_once = event == StageEvent.BEGUN and day in (stage.received_on, stage.requested_on)
    asked_for = event == StageEvent.ESCALATED and day in requested
    return event == StageEvent.RECEIVED or begins_at_once or asked_for


def _result(event: StageEvent, stage: Stage) -> str:
    if event != StageEvent.RESPONSE:
        return ""
    return ", ".join(filter(None, [stage.get_outcome_display(), stage.points_upheld]))


def _rows_about(case: Case, kind: str, reader: Reader, shown: int) -> Iterable[Happening]:
    """What stands in rows of its own: the newest ``shown`` of all that are asked for."""
    for row in rows_of(ROWS[kind], {"case": case.pk, "shown": shown}):
        if row[0] not in contacts.KINDS:
            yield _dated(row, reader.withholds)
        elif happening := contacts.shown(row, case, reader):
            yield happening


def _dated(row: tuple, withholds: bool) -> Happening:
    kind, on, by, detail, text = row
    kind, _, of = kind.partition(":")
    if withholds and kind in NAMES_SOMEBODY | restrictions.ABOUT_SOMEBODY:
        detail = ""
    if withholds and kind in restrictions.ABOUT_SOMEBODY:
        text = ""
    happening = TITLES[kind](on, by, f"{of}:{detail}" if of else detail, text)
    return replace(happening, is_letter=kind in SENT)
