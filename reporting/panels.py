"""The table of stage 3: one row for each, with the days each of its steps took."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import F, FilteredRelation, Q, QuerySet

from reporting.counted import STAGE_3, Counted, Listed
from reporting.crosstab import NoSuchCell
from reporting.days import working_days_between
from reporting.results import Cell, Column, Row, Table
from reporting.scope import Scope
from stages.models import StageEvent

STEPS = {
    "panel": (StageEvent.PANEL_MET, "panel set up, working days"),
    "report": (StageEvent.PANEL_REPORT, "panel report, working days"),
    "response": (StageEvent.RESPONSE, "council response, working days"),
}


def clock_of(step: str, scope: Scope) -> dict[str, FilteredRelation]:
    """The law's clock for a step, joined as ``panel_clock`` and so on: at most one in a stage."""
    limits = scope.lists.limits_stopped_by(STEPS[step][0], stage=3)
    return {
        f"{step}_clock": FilteredRelation(
            "deadlines", condition=Q(deadlines__limit__in=[limit.pk for limit in limits])
        )
    }


@dataclass(frozen=True)
class StepsOfStage3:
    key: str = "stage3"
    title: str = "Stage 3: working days that each step took"
    section: str = ""
    kind: str = "days"
    counted: Counted = STAGE_3
    needs: tuple = ()

    def stages(self, scope: Scope) -> QuerySet:
        days = {
            f"{name}_days": working_days_between(
                f"{name}_clock__starts_on", f"{name}_clock__met_on"
            )
            for name in STEPS
        }
        clocks = {name: clock for step in STEPS for name, clock in clock_of(step, scope).items()}
        return (
            self.counted.within(scope)
            .alias(**clocks)
            .annotate(
                area=F("case__service_area__name"),
                directorate=F("case__service_area__directorate__name"),
                statutory=F("definition__procedure__statutory"),
                **days,
            )
            .order_by("begun_on", "pk")
        )

    def table(self, scope: Scope, counted_tables=None) -> Table:
        columns = [Column("area", "service area")]
        columns += [Column(f"{name}_days", label) for name, (_, label) in STEPS.items()]
        shown = ["pk", "directorate", "statutory", *(column.key for column in columns)]
        stages = list(self.stages(scope).values(*shown))
        return Table(
            key=self.key,
            title=self.title,
            section=self.section,
            base=f"Base: {self.counted.number(len(stages))}.",
            definition=(
                f"One row for each. Counts {self.counted.words}. Each step is counted from the "
                "day its own time limit began. A blank means that the step has not been taken; "
                "a zero, that it was taken on the day."
            ),
            kind=self.kind,
            columns=columns,
            rows=[
                Row(str(stage["pk"]), label, [self._cell(stage, column) for column in columns])
                for stage, label in zip(stages, _labels(stages), strict=True)
            ],
        )

    def _cell(self, stage: dict, column: Column) -> Cell:
        kind = "text" if column.key == "area" else "days"
        return Cell(self.key, str(stage["pk"]), column.key, stage[column.key], kind=kind, part=1)

    def lists(self, scope: Scope, row: str, column: str) -> list[Listed]:
        stages = self.counted.within(scope).filter(pk=row) if row.isdecimal() else None
        if stages is None or not stages.exists():
            raise NoSuchCell(row)
        return [Listed(self.title, self.counted, stages)]

    def cases(self, scope: Scope) -> dict[str, str]:
        """Of every row the reference of its case, in one query."""
        found = self.counted.within(scope).values_list("pk", "case__reference")
        return {str(key): reference for key, reference in found}


def _labels(stages: list[dict]) -> list[str]:
    """Whose stage 3 it was; a number apart where one directorate had several."""
    labels, times = [], Counter()
    for stage in stages:
        kind = "statutory" if stage["statutory"] else "corporate"
        label = f"{stage['directorate']} ({kind})"
        times[label] += 1
        labels.append(label if times[label] == 1 else f"{label} {times[label]}")
    return labels
