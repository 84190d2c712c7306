"""The points of a case with what was found on each, at each stage and level, in one query."""

from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from cases.models import Case, Point
from stages.models import Finding, Outcome

IN_ORDER = [Finding.Level.INVESTIGATOR, Finding.Level.PANEL, Finding.Level.ADJUDICATION]


@dataclass(frozen=True)
class Found:
    stage: int
    level: str
    finding: str
    investigated: bool
    by_panel: bool = False

    @property
    def where(self) -> str:
        """What the council says is an adjudication only after an independent investigation.

        >>> Found(2, "adjudication", "upheld", True).where
        'Stage 2, adjudication'
        >>> Found(1, "adjudication", "upheld", False).where
        'Stage 1, response'
        """
        words = Finding.Level(self.level).label.lower()
        adjudicated = self.investigated and not self.by_panel
        if self.level == Finding.Level.ADJUDICATION and not adjudicated:
            words = "response"
        return f"Stage {self.stage}, {words}"

    @property
    def words(self) -> str:
        return Outcome(self.finding).label


def points_of(case: Case) -> list[Point]:
    """The points, each with ``found`` (all findings) and ``last`` (the one that stands now).

    The levels may disagree; none replaces another. At a stage the council speaks last.
    """
    findings = Finding.objects.filter(point=OuterRef("pk")).order_by()
    as_json = JSONObject(
        stage="stage__number",
        level="level",
        finding="finding",
        by_panel="stage__definition__panel",
        investigated="stage__definition__independent_person",
    )
    points = list(
        case.points.select_related("nature").annotate(
            findings_as_json=ArraySubquery(findings.values(found_json=as_json))
        )
    )
    for point in points:
        point.found = sorted(
            (Found(**found) for found in point.findings_as_json),
            key=lambda found: (found.stage, IN_ORDER.index(found.level)),
        )
        point.last = point.found[-1] if point.found else None
    return points
