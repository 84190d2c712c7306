"""What a log tells about the stages of one complaint, wherever it says it; and the order of dates.

The short form in ``case_log`` and the sheet ``stage_dates`` come to one set of dates here.
"""

from dataclasses import dataclass, field
from datetime import date

from stages.models import StageEvent

from .columns import EVENTS, SHORT_FORM
from .faults import Findings
from .records import Line, Record

NAME_OF = {event: name for name, event in EVENTS.items()}
OF_A_STAGE = ["extended", "due_on", "outcome"]
# Of one stage: (later, earlier, what the later one is called)
ORDER = [
    ("begun_on", "requested_on", "stage {} cannot begin before its request"),
    ("responded_on", "requested_on", "the response at stage {} cannot be before its request"),
    ("panel_met_on", "requested_on", "a panel cannot meet before its request"),
    ("panel_report_on", "panel_met_on", "a panel cannot report before it has met"),
]


@dataclass(slots=True)
class StageTold:
    """One stage as the log has it. ``places`` says which line and column gave a date."""

    number: int
    dates: dict[str, date] = field(default_factory=dict)
    places: dict[str, tuple[Line, str]] = field(default_factory=dict)
    extended: bool | None = None
    due_on: date | None = None
    outcome: str | None = None

    @property
    def is_answered(self) -> bool:
        return "responded_on" in self.dates

    def tell(self, event: str, on: date, line: Line, column: str, findings: Findings) -> None:
        earlier = self.dates.get(event)
        if earlier is not None and earlier != on:
            where, there = self.places[event]
            says = (
                f"stage {self.number}, {NAME_OF[event]}: {where.sheet}, line {where.number}, gives "
                f"{earlier} for it ({there}); expected it in one of the two places"
            )
            findings.fault(line, column, says)
        self.dates[event] = on
        self.places[event] = line, column


def stages_told(record: Record, findings: Findings) -> dict[int, StageTold]:
    """Bring together what a log says about each stage, by number, and find what cannot be."""
    line = record.line
    told: dict[int, StageTold] = {}
    for column, (number, event) in SHORT_FORM.items():
        if on := line.values.get(column):
            _stage(told, number).tell(event, on, line, column, findings)
    for other in record.lines("stage_dates"):
        if other.values.keys() >= {"stage", "event", "on"}:
            stage = _stage(told, other.values["stage"])
            stage.tell(other.values["event"], other.values["on"], other, "on", findings)
    _tell_the_rest(line, told)
    reached = _reached(line, told)
    _begin(line, told, reached, findings)
    _check_order(line, told, findings)
    return dict(sorted(told.items()))


def _stage(told: dict[int, StageTold], number: int) -> StageTold:
    return told.setdefault(number, StageTold(number))


def _tell_the_rest(line: Line, told: dict[int, StageTold]) -> None:
    for number in (1, 2, 3):
        for name in OF_A_STAGE:
            value = line.values.get(f"stage{number}_{name}")
            if value is not None and (value or number in told):
                setattr(_stage(told, number), name, value)
    if due_on := line.values.get("precomplaint_due_on"):
        _stage(told, 0).due_on = due_on


def _reached(line: Line, told: dict[int, StageTold]) -> int:
    """The stage reached. Where the log does not say: 0 if it knows of nothing later, else 1."""
    only_before = set(told) == {0} and "acknowledged_on" not in line.values
    return line.values.get("stage_reached", 0 if only_before else 1)


def _begin(line: Line, told: dict[int, StageTold], reached: int, findings: Findings) -> None:
    """Give each stage the day it was begun, and none where it was asked for only."""
    received_on = line.values.get("received_on")
    first = min(reached, 1)
    stage = _stage(told, first)
    if "acknowledged_on" in line.values:
        on = line.values["acknowledged_on"]
        stage.tell("acknowledged_on", on, line, "acknowledged_on", findings)
    for number in {0, first} & told.keys():
        if received_on and "begun_on" not in told[number].dates:
            told[number].dates["begun_on"] = received_on
            told[number].places["begun_on"] = line, "received_on"
    for number in (2, 3):
        if number in told or number == reached:
            _begin_later(line, _stage(told, number), reached, findings)


def _begin_later(line: Line, stage: StageTold, reached: int, findings: Findings) -> None:
    number, dates = stage.number, stage.dates
    counts = stage.is_answered or reached >= number
    if counts and "begun_on" not in dates and dates:
        event = "requested_on" if "requested_on" in dates else min(dates, key=dates.get)
        dates["begun_on"], stage.places["begun_on"] = dates[event], stage.places[event]
        if event != "requested_on":
            says = (
                f"stage {number} has no date of its request or start: its first date, "
                f"{NAME_OF[event]}, counts as its start"
            )
            findings.notice(*stage.places[event], says)
    if not dates:
        columns = ["stage_reached", *(f"stage{number}_{name}" for name in OF_A_STAGE)]
        column = next(name for name in columns if line.get(name))
        says = f"nothing says when stage {number} was: expected stage{number}_requested_on"
        findings.fault(line, column, says)
    elif stage.outcome not in (None, "", "withdrawn") and "begun_on" not in dates:
        says = (
            f"stage {number} has an outcome and was never begun: expected stage_reached to be "
            f"{number}, or a date on which it was begun or answered"
        )
        findings.fault(line, f"stage{number}_outcome", says)


def _check_order(line: Line, told: dict[int, StageTold], findings: Findings) -> None:
    received_on = line.values.get("received_on")
    for stage in told.values():
        dates = stage.dates
        for event, on in dates.items():
            if received_on and on < received_on:
                findings.fault(*stage.places[event], _too_early(stage.number, event, received_on))
        for later, earlier, says in ORDER:
            if later in dates and earlier in dates and dates[later] < dates[earlier]:
                says = f"{says.format(stage.number)}: expected {dates[earlier]} or later"
                findings.fault(*stage.places[later], says)


def _too_early(number: int, event: str, received_on: date) -> str:
    expected = f"the complaint was received: expected {received_on} or later"
    if event == StageEvent.REQUESTED.value:
        return f"stage {number} cannot be asked for before {expected}"
    return f"stage {number}, {NAME_OF[event]}: this cannot be before {expected}"
