"""A step on the line of states: a dot where it can be taken, an arrow to where it leads."""

from dataclasses import dataclass

from stages.situation import Phase
from stages.steps_listed import Row

COLUMN = 64  # the width of a state
MIDDLE = {phase: COLUMN * number + COLUMN // 2 for number, phase in enumerate(Phase)}
TIP = 7  # how long the head of an arrow is
GAP = 6  # between an arrow and a dot


@dataclass(frozen=True)
class Drawn:
    row: Row
    dots: list[int]
    arrow: tuple[int, int] | None
    head: str

    @property
    def lines(self) -> list[int]:
        return list(MIDDLE.values())

    @property
    def width(self) -> int:
        return COLUMN * len(Phase)


def drawn(row: Row) -> Drawn:
    """
    >>> from stages.steps import BY_KEY
    >>> one = drawn(Row(BY_KEY["begin"]))
    >>> one.dots, one.arrow, one.head
    ([32], (38, 89), '96,12 89,8 89,16')
    """
    dots = [MIDDLE[phase] for phase in row.phases]
    if row.step.to is None:
        return Drawn(row, dots, None, "")
    end = MIDDLE[row.step.to]
    away = max(dots, key=lambda dot: abs(dot - end))  # it passes over the dots between
    right = 1 if end > away else -1
    base = end - right * TIP
    head = f"{end},12 {base},8 {base},16"
    return Drawn(row, [dot for dot in dots if dot != end], (away + right * GAP, base), head)
