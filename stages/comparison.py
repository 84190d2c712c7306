"""The due dates of a stage under its present procedure beside those under another. Writes nothing.

Shown before a procedure is decided, so that whoever decides sees what moves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from stages.deadlines import clocks_under
from stages.models import Procedure, Stage, StageDefinition


@dataclass(frozen=True)
class Line:
    """One time limit: when it is due now, and when under the other; None where there is none."""

    name: str
    now: date | None
    then: date | None

    @property
    def differs(self) -> bool:
        return self.now != self.then


@dataclass(frozen=True)
class Comparison:
    """``lines`` is empty where the other procedure has no such stage."""

    other: Procedure
    lines: list[Line]


def compare(stage: Stage, others: Sequence[Procedure]) -> list[Comparison]:
    """The clocks of ``stage`` as it stands, beside those it would have under each of ``others``."""
    now = _due(stage, stage.definition)
    definitions = {
        each.procedure_id: each
        for each in StageDefinition.objects.filter(procedure__in=others, number=stage.number)
        .select_related("procedure")
        .prefetch_related("limits")
    }
    return [
        Comparison(other, _side_by_side(now, _due(stage, definitions[other.pk])))
        if other.pk in definitions
        else Comparison(other, [])
        for other in others
    ]


def _due(stage: Stage, definition: StageDefinition) -> dict[str, tuple[str, date]]:
    clocks = clocks_under(stage, definition)
    return {clock.limit.key: (clock.limit.name, clock.due_on) for clock in clocks}


def _side_by_side(now: dict, then: dict) -> list[Line]:
    nothing = ("", None)
    return [
        Line(
            then.get(key, now.get(key, nothing))[0],
            now.get(key, nothing)[1],
            then.get(key, nothing)[1],
        )
        for key in dict.fromkeys([*now, *then])
    ]
