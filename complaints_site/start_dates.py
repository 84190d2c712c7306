"""From which days the response of an investigated stage could be counted, and what each would give.

Disputed which day starts the clock, so every candidate is kept and shown; the version says which
one counts (domain.md 1.A, Stage 2).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from stages.models import Stage, StageEvent, TimeLimit
from stages.working_days import BeyondHorizon, Calendar, due_on

CANDIDATES = {
    StageEvent.REQUESTED: "Requested",
    StageEvent.ACKNOWLEDGED: "Acknowledged",
    StageEvent.STATEMENT_AGREED: "Statement agreed",
}
TEAM = "Team appointed"


@dataclass(frozen=True)
class StartDate:
    """``due_on`` and ``latest_on`` are empty where ``on`` is, or past what the calendar knows."""

    name: str
    on: date | None
    due_on: date | None
    latest_on: date | None
    counts: bool


def start_dates_of(stage: Stage, calendar: Calendar) -> list[StartDate]:
    """The candidates of a stage with an independent investigation; none elsewhere."""
    if not stage.definition.independent_person or stage.definition.panel:
        return []
    limit = _main_limit(stage)
    if limit is None:
        return []
    return [
        StartDate(
            name,
            on,
            _end(on, limit.length, limit, calendar),
            _end(on, limit.extends_to, limit, calendar),
            counts=limit.runs_from == event,
        )
        for event, name, on in _candidates(stage, limit)
    ]


def _candidates(stage: Stage, limit: TimeLimit) -> Iterable[tuple[str, str, date | None]]:
    for event, name in CANDIDATES.items():
        yield event.value, name, getattr(stage, event.value)
    yield TEAM, TEAM, _team_appointed_on(stage)
    if limit.runs_from and limit.runs_from not in CANDIDATES:
        event = StageEvent(limit.runs_from)
        yield event.value, event.label.capitalize(), getattr(stage, event.value)


def _team_appointed_on(stage: Stage) -> date | None:
    """The day on which there were both an investigating officer and an independent person."""
    days = stage.investigator_appointed_on, stage.independent_person_appointed_on
    return max(days) if all(days) else None


def _main_limit(stage: Stage) -> TimeLimit | None:
    for deadline in stage.deadlines.all():
        if deadline.is_main:
            return deadline.limit
    return stage.definition.limits.filter(is_main=True).first()


def _end(start: date | None, length: int | None, limit: TimeLimit, calendar: Calendar):
    if start is None or length is None:
        return None
    try:
        return due_on(start, length, limit.unit, calendar, limit.day_one)
    except BeyondHorizon:
        return None
