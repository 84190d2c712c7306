"""The stages of one complaint as rows: dates, clocks, extensions, holds, findings, outcomes.

Due dates are counted by :mod:`stages.clocks`, never taken from the log: what the log says the
complainant was told stands beside them.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from cases.models import Point
from stages.clocks import Clock, clocks_of
from stages.models import Deadline, Extension, Finding, Hold, Stage, TimeLimit
from stages.outcomes import derive
from stages.rules import Version
from stages.working_days import BeyondHorizon, Calendar, count_working_days

from .faults import Findings
from .records import Line, Record
from .stages_told import StageTold
from .write import Writer

NO_REASON = "reason not in the log"
AS_RECORDED = "as recorded in the log"
WINDOW = TimeLimit.Kind.WINDOW.value
INVESTIGATOR, ADJUDICATION, PANEL = Finding.Level.values
LEVELS = {
    "investigator_finding": INVESTIGATOR,
    "adjudication_finding": ADJUDICATION,
    "panel_finding": PANEL,
}


class StagesOfCase:
    """Writes the stages of one case, in the order of their numbers."""

    def __init__(
        self,
        record: Record,
        told: dict[int, StageTold],
        version: Version,
        calendar: Calendar,
        findings: Findings,
        writer: Writer,
    ):
        self.record, self.line, self.told = record, record.line, told
        self.version, self.calendar = version, calendar
        self.findings, self.writer = findings, writer
        self.ids: dict[int, int] = {}
        self.found = self._read_points()
        self.extensions = self._by_stage("extensions")
        self.holds = self._by_stage("holds")

    def write(self, case_id: int, nature_id: Callable[[StageTold], int | None]) -> None:
        for number, stage in self.told.items():
            if definition := self.version.stages.get(number):
                outcome, overridden = self._outcome(stage)
                self.ids[number] = self.writer.add(
                    Stage,
                    case_id=case_id,
                    definition_id=definition.pk,
                    number=number,
                    received_on=self.line.values["received_on"],
                    nature_id=nature_id(stage),
                    outcome=outcome,
                    outcome_overridden_because=overridden,
                    escalated_on=self._escalated_on(number),
                    **stage.dates,
                )
                self._write_clocks(stage)
            else:
                name = self.version.procedure.name
                where = next(iter(stage.places.values()), (self.line, "stage_reached"))
                self.findings.fault(*where, f"“{name}” has no stage {number}")
        self._write_holds()

    def write_findings(self, points: dict[int, int]) -> None:
        for (number, point, level), (finding, line, column) in self.found.items():
            if number in self.ids:
                self.writer.add(
                    Finding,
                    stage_id=self.ids[number],
                    point_id=points[point],
                    level=level,
                    finding=finding,
                )
            else:
                self.findings.fault(line, column, f"nothing says when stage {number} was")

    def _by_stage(self, sheet: str) -> dict[int, list[Line]]:
        found = defaultdict(list)
        for line in self.record.lines(sheet):
            number = line.get("stage")
            if number in self.told:
                found[number].append(line)
            elif number is not None:
                says = "the log says nothing else of this stage: expected one with a date"
                self.findings.fault(line, "stage", says)
        return found

    def _read_points(self) -> dict[tuple[int, int, str], tuple[str, Line, str]]:
        """The findings, by stage, point and level. A panel's belong to stage 3."""
        found = {}
        begun = [number for number, stage in self.told.items() if "begun_on" in stage.dates]
        for line in self.record.lines("points"):
            usual = max((number for number in begun if number < 3), default=1)
            for column, level in LEVELS.items():
                if not (finding := line.get(column)):
                    continue
                number = line.get("stage", usual)
                if level == PANEL and 3 in self.told:
                    number = 3
                key = number, line.get("number"), level
                if key in found and found[key][0] != finding:
                    says = f"line {found[key][1].number} has another finding on the same point"
                    self.findings.fault(line, column, says)
                found[key] = finding, line, column
        return found

    def _outcome(self, stage: StageTold) -> tuple[str, str]:
        """The outcome that the log records, else the one that follows from the points."""
        if stage.outcome is None and not stage.is_answered and "withdrawn_on" in self.line.values:
            return "withdrawn", ""
        derived = self._derived(stage.number) if "begun_on" in stage.dates else ""
        if stage.outcome is None:
            return derived, ""
        differs = derived and stage.outcome and derived != stage.outcome
        return stage.outcome, AS_RECORDED if differs else ""

    def _derived(self, number: int) -> str:
        """From the decisive level on each point: the panel's, else the council's own."""
        decisive = {}
        for level in (INVESTIGATOR, ADJUDICATION, PANEL):
            for (stage, point, at), (finding, _, _) in self.found.items():
                if stage == number and at == level:
                    decisive[point] = finding
        return derive(decisive.values())

    def _escalated_on(self, number: int) -> date | None:
        following = self.told.get(number + 1)
        return following.dates.get("requested_on") if following else None

    def _write_clocks(self, stage: StageTold) -> None:
        limits = self.version.limits[stage.number]
        dates = {"received_on": self.line.values["received_on"], **stage.dates}
        dates["escalated_on"] = self._escalated_on(stage.number)
        try:
            clocks = self._count(limits, dates, None, stage.number)
            if to := self._extend(stage, clocks):
                clocks = self._count(limits, dates, to, stage.number)
        except BeyondHorizon as beyond:
            where = stage.places.get("requested_on") or stage.places.get("begun_on")
            self.findings.fault(*(where or (self.line, "received_on")), str(beyond))
            return
        promised = self._promised(stage, clocks)
        for clock in clocks:
            self.writer.add(
                Deadline,
                stage_id=self.ids[stage.number],
                limit_id=clock.limit.pk,
                is_main=clock.limit.is_main,
                starts_on=clock.starts_on,
                provisional=clock.provisional,
                target_on=clock.target_on,
                ceiling_on=clock.ceiling_on,
                due_on=clock.due_on,
                told_on=stage.due_on if clock is promised else None,
                met_on=clock.met_on,
                live=self._is_live(clock, stage, dates),
            )

    def _count(self, limits, dates, extended_to: date | None, number: int) -> list[Clock]:
        procedure = self.version.procedure
        held = 0
        if procedure.pauses_move_deadlines:
            held = sum(self._days_held(line) for line in self.holds[number])
        return clocks_of(
            limits,
            dates,
            self.calendar,
            posting_days=procedure.posting_days,
            extended_to=extended_to,
            roll=procedure.month_ends_roll,
            days_held=held,
        )

    def _days_held(self, line: Line) -> int:
        start, end = line.get("from_on"), line.get("to_on")
        return (
            count_working_days(start, end, self.calendar) if start and end and start <= end else 0
        )

    def _extend(self, stage: StageTold, clocks: list[Clock]) -> date | None:
        """Write the extensions of a stage; the day to which its response is extended."""
        main = next((clock for clock in clocks if clock.limit.is_main), None)
        lines = self.extensions[stage.number]
        column = f"stage{stage.number}_extended"
        if lines and stage.extended is False:
            self.findings.fault(self.line, column, "the sheet extensions has one: expected yes")
        if lines and main is None:
            says = f"stage {stage.number} has no time limit that could be extended"
            self.findings.fault(lines[0], "stage", says)
        if main is None:
            return None
        if not lines and stage.extended:
            to = main.ceiling_on if main.ceiling_on > main.target_on else stage.due_on
            if to is None or to <= main.target_on:
                says = (
                    f"“{self.version.procedure.name}” fixes no extension of stage {stage.number}: "
                    "expected the date it was extended to, in the sheet extensions"
                )
                self.findings.fault(self.line, column, says)
                return None
            self._write_extension(stage.number, main.target_on, to, NO_REASON, None)
            return to
        return self._write_extensions(stage.number, lines, main)

    def _write_extensions(self, number: int, lines: list[Line], main: Clock) -> date | None:
        latest = None
        for line in sorted(lines, key=lambda line: line.get("to_due_on", date.min)):
            if "to_due_on" not in line.values:
                continue
            to = line.values["to_due_on"]
            start = line.get("from_due_on") or latest or main.target_on
            if to <= start:
                self.findings.fault(line, "to_due_on", f"expected a date after {start}")
                continue
            reason = line.get("reason", NO_REASON)
            self._write_extension(number, start, to, reason, line.get("told_on"))
            latest = to
            if main.limit.extends_to and to > main.ceiling_on:
                latest = main.ceiling_on
                says = f"beyond what the rules allow: {main.ceiling_on} counts"
                self.findings.notice(line, "to_due_on", says)
        return latest

    def _write_extension(self, number, start: date, to: date, reason: str, told_on) -> None:
        self.writer.add(
            Extension,
            stage_id=self.ids[number],
            from_due_on=start,
            to_due_on=to,
            reason=reason,
            told_on=told_on,
        )

    def _promised(self, stage: StageTold, clocks: list[Clock]) -> Clock | None:
        """The clock that the log's due date is about; with a panel, the one for it to meet."""
        if stage.due_on is None:
            return None
        wanted = "panel_met_on" if self.version.stages[stage.number].panel else "responded_on"
        first = [clock for clock in clocks if clock.limit.stopped_by == wanted]
        main = [clock for clock in first if clock.limit.is_main] or first[:1]
        column = f"stage{stage.number}_due_on" if stage.number else "precomplaint_due_on"
        if not main:
            says = "no time limit gives a date for this; it is kept as a note"
            self.findings.notice(self.line, column, says)
            return None
        if main[0].due_on != stage.due_on:
            says = f"the rules give {main[0].due_on}, which counts; this is kept as the date told"
            self.findings.notice(self.line, column, says)
        return main[0]

    def _is_live(self, clock: Clock, stage: StageTold, dates: dict) -> bool:
        """Whether a clock still runs: not once the case has ended or the next stage was asked for,
        and once the stage is answered only the complainant's time to go further does."""
        if "closed_on" in self.line.values or "withdrawn_on" in self.line.values:
            return False
        if dates["escalated_on"]:
            return False
        return not stage.is_answered or clock.limit.kind == WINDOW

    def _write_holds(self) -> None:
        for number, lines in self.holds.items():
            for line in lines:
                values = line.values
                if values.get("to_on", date.max) < values.get("from_on", date.min):
                    says = (
                        f"a hold cannot end before it starts: expected {values['from_on']} or later"
                    )
                    self.findings.fault(line, "to_on", says)
                elif number in self.ids and "from_on" in values:
                    self.writer.add(
                        Hold,
                        stage_id=self.ids[number],
                        from_on=values["from_on"],
                        to_on=values.get("to_on"),
                        reason=values.get("reason", NO_REASON),
                        told_on=values.get("told_on"),
                    )


def write_points(record: Record, case_id: int, nature_id, findings, writer) -> dict[int, int]:
    """Write the points of a complaint; their keys by number. A point that was looked at in two
    stages has a line for each, with the same number."""
    points: dict[int, Line] = {}
    stages_of = defaultdict(set)
    for line in record.lines("points"):
        number, stage = line.get("number"), line.get("stage")
        if number is None:
            continue
        first = points.setdefault(number, line)
        if stage in stages_of[number] or line.get("text", "") not in ("", first.get("text", "")):
            says = f"point {number} stands on line {first.number} already"
            findings.fault(line, "number", f"{says}: expected each point once for each stage")
        stages_of[number].add(stage)
    primary = [number for number, line in points.items() if line.get("primary")]
    if len(primary) > 1:
        says = f"point {primary[0]} is the primary one already: expected one of them"
        findings.fault(points[primary[1]], "primary", says)
    undecided = [number for number, line in points.items() if "primary" not in line.values]
    chosen = primary[:1] or sorted(undecided)[:1]
    return {
        number: writer.add(
            Point,
            case_id=case_id,
            number=number,
            text=line.get("text", ""),
            nature_id=nature_id(line),
            is_primary=number in chosen,
        )
        for number, line in points.items()
    }
