"""The points of a case with what was found on each, at each stage and level, in one query."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
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
    reason: str = ""
    point: int = 0

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


def points_of(
    case: Case, marks: Mapping[int, str] | None = None, *, at_stage: int | None = None
) -> list[Point]:
    """The points, each with ``found`` (all findings) and ``last`` (the one that stands now).

    The levels may disagree; none replaces another. At a stage the council speaks last. A point
    that takes an earlier one further stands as that one did, until something is found on it.
    ``mark`` says why no finding is asked on a point, from ``marks`` by their numbers.
    """
    own_or_before = Q(point=OuterRef("pk")) | Q(point=OuterRef("from_point"))
    findings = Finding.objects.filter(own_or_before).order_by()
    as_json = JSONObject(
        point="point_id",
        stage="stage__number",
        level="level",
        finding="finding",
        reason="reason",
        by_panel="stage__definition__panel",
        investigated="stage__definition__independent_person",
    )
    points = case.points.all() if at_stage is None else case.points.at_stage(at_stage)
    points = list(
        points.select_related("nature", "from_point").annotate(
            findings_as_json=ArraySubquery(findings.values(found_json=as_json))
        )
    )
    for point in points:
        every = sorted(
            (Found(**found) for found in point.findings_as_json),
            key=lambda found: (found.stage, IN_ORDER.index(found.level)),
        )
        point.found = [found for found in every if found.point == point.pk]
        point.last = every[-1] if every else None
    for point in points:
        point.mark = (marks or {}).get(point.number, "")
    return points
