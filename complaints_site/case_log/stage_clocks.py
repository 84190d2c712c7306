"""The clocks of one stage as rows, and what moved them.

Due dates are counted by :mod:`stages.clocks`, never taken from the log: what the log says the
complainant was told stands beside them.
"""

from datetime import date, timedelta

from cases.models import Note
from stages.clocks import Clock, clocks_of
from stages.models import Deadline, Extension, TimeLimit
from stages.rules import Version
from stages.working_days import BeyondHorizon, Calendar, count_working_days

from .faults import Findings
from .records import Line
from .stages_told import StageTold
from .write import Writer

NO_REASON = "reason not in the log"
BY_THE_LOG = "Case log"
WINDOW = TimeLimit.Kind.WINDOW.value
ONE_DAY = timedelta(days=1)


class StageClocks:
    """Counts and writes the clocks of one stage of the case on ``line``."""

    def __init__(
        self,
        line: Line,
        stage: StageTold,
        version: Version,
        calendar: Calendar,
        findings: Findings,
        writer: Writer,
    ):
        self.line, self.stage, self.number = line, stage, stage.number
        self.version, self.procedure, self.calendar = version, version.procedure, calendar
        self.findings, self.writer = findings, writer

    def write(
        self,
        case_id: int,
        stage_id: int,
        escalated_on: date | None,
        extensions: list[Line],
        holds: list[Line],
    ) -> None:
        self.case_id, self.stage_id = case_id, stage_id
        received_on = self.line.values["received_on"]
        dates = {"received_on": received_on, "escalated_on": escalated_on, **self.stage.dates}
        # Where only its start is known, the request was made by that day: clocks run provisionally
        started_only = self.number > 1 and "requested_on" not in dates and "begun_on" in dates
        if started_only:
            dates["requested_on"] = dates["begun_on"]
        try:
            held = self._days_held(holds) if self.procedure.pauses_move_deadlines else 0
            clocks = self._count(dates, held)
            if to := self._extend(clocks, extensions):
                clocks = self._count(dates, held, to)
        except BeyondHorizon as beyond:
            places = self.stage.places
            where = places.get("requested_on") or places.get("begun_on")
            self.findings.fault(*(where or (self.line, "received_on")), str(beyond))
            return
        ended = self.line.values.keys() & {"closed_on", "withdrawn_on"}
        answered = self.stage.is_answered
        promised = self._promised(clocks)
        for clock in clocks:
            self.writer.add(
                Deadline,
                stage_id=stage_id,
                limit_id=clock.limit.pk,
                is_main=clock.limit.is_main,
                starts_on=clock.starts_on,
                provisional=clock.provisional
                or (started_only and clock.limit.runs_from == "requested_on"),
                target_on=clock.target_on,
                ceiling_on=clock.ceiling_on,
                due_on=clock.due_on,
                told_on=self.stage.due_on if clock is promised else None,
                met_on=clock.met_on,
                live=not ended and is_live(clock.limit.kind, answered, escalated_on),
            )

    def _count(self, dates: dict, held: int, extended_to: date | None = None) -> list[Clock]:
        # The day by which a concern is to be settled is promised in a case, so a log's own stands
        limits = self.version.limits[self.number] if self.number else []
        return clocks_of(
            limits,
            dates,
            self.calendar,
            posting_days=self.procedure.posting_days,
            extended_to=extended_to,
            roll=self.procedure.month_ends_roll,
            days_held=held,
        )

    def _days_held(self, holds: list[Line]) -> int:
        """The working days of the holds that have ended, their first and last day included."""
        spans = [(line.get("from_on"), line.get("to_on")) for line in holds]
        return sum(
            count_working_days(start - ONE_DAY, end, self.calendar)
            for start, end in spans
            if start and end and start <= end
        )

    def _extend(self, clocks: list[Clock], lines: list[Line]) -> date | None:
        """Write the extensions of the stage; the day to which its response is extended."""
        main = next((clock for clock in clocks if clock.limit.is_main), None)
        column = f"stage{self.number}_extended"
        if lines and self.stage.extended is False:
            self.findings.fault(self.line, column, "the sheet extensions has one: expected yes")
        if main is None:
            if lines:
                says = f"stage {self.number} has no time limit that could be extended"
                self.findings.fault(lines[0], "stage", says)
            return None
        if self.stage.extended and not lines:
            return self._extend_without_reason(main, column)
        latest = None
        for line in sorted(lines, key=lambda line: line.get("to_due_on", date.min)):
            if "to_due_on" in line.values:
                latest = self._extend_by(line, main, latest)
        return latest

    def _extend_without_reason(self, main: Clock, column: str) -> date | None:
        to = main.ceiling_on if main.ceiling_on > main.target_on else self.stage.due_on
        if to is None or to <= main.target_on:
            says = (
                f"“{self.procedure.name}” fixes no extension of stage {self.number}: "
                "expected the date it was extended to, in the sheet extensions"
            )
            self.findings.fault(self.line, column, says)
            return None
        self._add(main.target_on, to, NO_REASON, None)
        return to

    def _extend_by(self, line: Line, main: Clock, before: date | None) -> date | None:
        to, reason = line.values["to_due_on"], line.get("reason", NO_REASON)
        start = line.get("from_due_on") or before or main.target_on
        if to <= start:
            self.findings.fault(line, "to_due_on", f"expected a date after {start}")
            return before
        if main.limit.extends_to and to > main.ceiling_on:
            says = f"beyond what the rules allow: {main.ceiling_on} counts, and a note keeps this"
            self.findings.notice(line, "to_due_on", says)
            text = f"In the log, stage {self.number} is extended to {to:%-d %B %Y}: {reason}"
            on = line.get("told_on") or start
            told = {"case_id": self.case_id, "by_name": BY_THE_LOG}
            self.writer.add(Note, **told, on=on, text=text)
            to = main.ceiling_on
        if to > start:
            self._add(start, to, reason, line.get("told_on"))
        return to

    def _add(self, start: date, to: date, reason: str, told_on: date | None) -> None:
        self.writer.add(
            Extension,
            stage_id=self.stage_id,
            from_due_on=start,
            to_due_on=to,
            reason=reason,
            told_on=told_on,
        )

    def _promised(self, clocks: list[Clock]) -> Clock | None:
        """The clock that the log's due date is about; with a panel, the one for it to meet."""
        due_on = self.stage.due_on
        if due_on is None:
            return None
        column = f"stage{self.number}_due_on" if self.number else "precomplaint_due_on"
        wanted = "panel_met_on" if self.version.stages[self.number].panel else "responded_on"
        answers = [clock for clock in clocks if clock.limit.stopped_by == wanted]
        if not answers:
            says = "no time limit gives a date for this; a note keeps it"
            self.findings.notice(self.line, column, says)
            text = f"In the log, stage {self.number} was due on {due_on:%-d %B %Y}."
            on = self.line.values["received_on"]
            self.writer.add(Note, case_id=self.case_id, by_name=BY_THE_LOG, on=on, text=text)
            return None
        clock = next((clock for clock in answers if clock.limit.is_main), answers[0])
        if clock.due_on != due_on:
            says = f"the rules give {clock.due_on}, which counts; this is kept as the date told"
            self.findings.notice(self.line, column, says)
        return clock


def is_live(kind: str, answered: bool, escalated_on: date | None) -> bool:
    """Whether a clock of an open case still runs: none once the next stage was asked for, and once
    the stage is answered only the complainant's time to go further."""
    return not escalated_on and (not answered or kind == WINDOW)
