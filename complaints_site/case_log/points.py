"""The points of one complaint: their rows, what was found on each, and the outcome that follows."""

from collections import defaultdict
from collections.abc import Callable

from cases.models import Point
from stages.models import Finding
from stages.outcomes import derive

from .faults import Findings
from .records import Line, Record
from .stages_told import StageTold
from .write import Writer

INVESTIGATOR, ADJUDICATION, PANEL = Finding.Level.values
LEVELS = {
    "investigator_finding": INVESTIGATOR,
    "adjudication_finding": ADJUDICATION,
    "panel_finding": PANEL,
}


class Points:
    """``found`` holds each finding by stage, point and level, with the line and column it is on."""

    def __init__(self, record: Record, told: dict[int, StageTold], findings: Findings):
        self.lines, self.told, self.findings = record.lines("points"), told, findings
        begun = [number for number, stage in told.items() if "begun_on" in stage.dates]
        self.usual_stage = max((number for number in begun if number < 3), default=1)
        self.found: dict[tuple, tuple[str, Line, str]] = {}
        for line in self.lines:
            for column, level in LEVELS.items():
                if finding := line.get(column):
                    self._find(line, column, level, finding)

    def _find(self, line: Line, column: str, level: str, finding: str) -> None:
        """Put a finding where it belongs: a panel's to stage 3, unless there was none."""
        number = line.get("stage", self.usual_stage)
        if level == PANEL and 3 in self.told:
            number = 3
        key = number, line.get("number"), level
        if key in self.found and self.found[key][0] != finding:
            says = f"line {self.found[key][1].number} has another finding on the same point"
            self.findings.fault(line, column, says)
        self.found[key] = finding, line, column

    def outcome(self, number: int) -> str:
        """Derive the outcome of a stage from the decisive level on each point: the panel's, else
        the council's own."""
        decisive = {}
        for level in (INVESTIGATOR, ADJUDICATION, PANEL):
            for (stage, point, at), (finding, _, _) in self.found.items():
                if stage == number and at == level:
                    decisive[point] = finding
        return derive(decisive.values())

    def write(
        self,
        case_id: int,
        stage_ids: dict[int, int],
        nature_id: Callable[[Line], int | None],
        writer: Writer,
    ) -> None:
        """Write points and findings. A point that was looked at in two stages has a line for each,
        with the same number."""
        points = self._first_lines()
        primary = self._primary(points)
        ids = {
            number: writer.add(
                Point,
                case_id=case_id,
                number=number,
                stage_number=1,  # later stages look at the same points, under the same numbers
                text=line.get("text", ""),
                nature_id=nature_id(line),
                is_primary=number == primary,
            )
            for number, line in points.items()
        }
        for (number, point, level), (finding, line, column) in self.found.items():
            if number not in stage_ids:
                self.findings.fault(line, column, f"nothing says when stage {number} was")
            elif point in ids:
                told = {"stage_id": stage_ids[number], "point_id": ids[point]}
                writer.add(Finding, **told, level=level, finding=finding)

    def _first_lines(self) -> dict[int, Line]:
        points: dict[int, Line] = {}
        stages = defaultdict(set)
        for line in self.lines:
            number, stage = line.get("number"), line.get("stage")
            if number is None:
                continue
            first = points.setdefault(number, line)
            if stage in stages[number] or line.get("text", "") not in ("", first.get("text", "")):
                says = f"point {number} stands on line {first.number} already"
                self.findings.fault(line, "number", f"{says}: expected it once for each stage")
            stages[number].add(stage)
        return points

    def _primary(self, points: dict[int, Line]) -> int | None:
        """The number of the primary point: the one marked so, else the first not marked."""
        marked = [number for number, line in points.items() if line.get("primary")]
        if len(marked) > 1:
            says = f"point {marked[0]} is the primary one already: expected one of them"
            self.findings.fault(points[marked[1]], "primary", says)
        unmarked = [number for number, line in points.items() if "primary" not in line.values]
        return marked[0] if marked else min(unmarked, default=None)
