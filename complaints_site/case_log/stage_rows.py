"""The stages of one complaint as rows, with their dates, outcomes, clocks and holds."""

from collections import defaultdict
from collections.abc import Callable

from stages.models import Hold, Stage
from stages.rules import Version
from stages.working_days import Calendar

from .faults import Findings
from .points import Points
from .records import Line, Record
from .stage_clocks import NO_REASON, StageClocks
from .stages_told import StageTold
from .write import Writer

AS_RECORDED = "as recorded in the log"


class StagesOfCase:
    """Writes the stages of one case, in the order of their numbers. ``ids`` are their keys."""

    def __init__(
        self,
        record: Record,
        told: dict[int, StageTold],
        points: Points,
        version: Version,
        calendar: Calendar,
        findings: Findings,
        writer: Writer,
    ):
        self.record, self.line, self.told, self.points = record, record.line, told, points
        self.version, self.calendar = version, calendar
        self.findings, self.writer = findings, writer
        self.ids: dict[int, int] = {}
        self.extensions, self.holds = self._by_stage("extensions"), self._by_stage("holds")

    def write(self, case_id: int, nature_id: Callable[[StageTold], int | None]) -> None:
        for number, stage in self.told.items():
            if definition := self.version.stages.get(number):
                self._write_stage(case_id, stage, definition.pk, nature_id(stage))
            else:
                name = self.version.procedure.name
                where = next(iter(stage.places.values()), (self.line, "stage_reached"))
                self.findings.fault(*where, f"“{name}” has no stage {number}")

    def _write_stage(self, case_id, stage: StageTold, definition_id, nature_id) -> None:
        outcome, overridden = self._outcome(stage)
        number = stage.number
        following = self.told.get(number + 1)
        escalated_on = following.dates.get("requested_on") if following else None
        self.ids[number] = stage_id = self.writer.add(
            Stage,
            case_id=case_id,
            definition_id=definition_id,
            number=number,
            received_on=self.line.values["received_on"],
            nature_id=nature_id,
            outcome=outcome,
            outcome_overridden_because=overridden,
            escalated_on=escalated_on,
            **stage.dates,
        )
        clocks = StageClocks(
            self.line, stage, self.version, self.calendar, self.findings, self.writer
        )
        extensions, holds = self.extensions[number], self.holds[number]
        clocks.write(case_id, stage_id, escalated_on, extensions, holds)
        for line in holds:
            self._write_hold(stage_id, line)

    def _outcome(self, stage: StageTold) -> tuple[str, str]:
        """The outcome that the log records, else the one that follows from the points."""
        if stage.outcome is None and not stage.is_answered and "withdrawn_on" in self.line.values:
            return "withdrawn", ""
        derived = self.points.outcome(stage.number) if "begun_on" in stage.dates else ""
        if stage.outcome is None:
            return derived, ""
        differs = derived and stage.outcome and derived != stage.outcome
        return stage.outcome, AS_RECORDED if differs else ""

    def _write_hold(self, stage_id: int, line: Line) -> None:
        if "from_on" not in line.values:
            return
        start, end = line.values["from_on"], line.get("to_on")
        if end and end < start:
            says = f"a hold cannot end before it starts: expected {start} or later"
            self.findings.fault(line, "to_on", says)
            return
        self.writer.add(
            Hold,
            stage_id=stage_id,
            from_on=start,
            to_on=end,
            reason=line.get("reason", NO_REASON),
            told_on=line.get("told_on"),
        )

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
