"""Trying to work out the numbers of one block: which whole-number solutions does it have?

Every point is checked in whole numbers before it counts. That a number may be two values rests on
two points that were looked at, and on nothing that a solver says of itself.
"""

import math
from collections.abc import Sequence

from disclosure.blocks import Block
from disclosure.narrowing import narrowed
from disclosure.possible import Possible
from disclosure.programme import Programme

BEYOND = 1000  # a number without a limit is tried up to this, and ten times the largest


class Probe:
    """``points``: the solutions seen so far, the truth first."""

    def __init__(self, block: Block):
        self.block = block
        self.left = narrowed(block)
        self.points = [block.truth]
        self.beyond = BEYOND + 10 * max(block.truth)
        self._lowest, self._highest = list(block.truth), list(block.truth)
        self._programme = None

    def interval(self, column: int) -> tuple[int, int | None]:
        """The least and the most the number may be; None where nothing limits it."""
        if self._lowest[column] != self.left[column].least:
            self._reach(column, +1)
        if self._highest[column] != self.left[column].high:
            self._reach(column, -1)
        highest = self._highest[column]
        return self._lowest[column], None if highest >= self.beyond else highest

    def is_open(self, column: int, by: int = 1) -> bool:
        """Whether a point was seen that far from the truth."""
        truth = self.block.truth[column]
        return max(truth - self._lowest[column], self._highest[column] - truth) >= by

    def closed(self, wanted: dict[int, int]) -> list[int]:
        """The columns that cannot be ``wanted[column]`` away from the truth.

        Many are shown open at once, by points at odds with the truth everywhere; the rest singly.
        """
        missing = [column for column in wanted if not self.left[column].is_settled]
        missing = self._swept(missing, wanted)
        for column in missing:
            for side in (+1, -1):
                if not self.is_open(column, wanted[column]):
                    self.try_for({column: side})
        return [column for column in wanted if not self.is_open(column, wanted[column])]

    def _swept(self, missing: list[int], wanted: dict[int, int]) -> list[int]:
        for stride in (1, 2, 3, 5):
            before = len(missing)
            for side in (+1, -1):
                costs = {each: side * (-1) ** (n // stride) for n, each in enumerate(missing)}
                if costs:
                    self.try_for(costs)
                missing = [each for each in missing if not self.is_open(each, wanted[each])]
            if len(missing) == before:
                break
        return missing

    def try_for(self, costs: dict[int, float]) -> None:
        """See the point of least cost, if it is one."""
        solution = self._whole().solve(costs)
        if solution:
            self._see(tuple(solution[: len(self.block.variables)]))

    def _reach(self, column: int, side: int) -> None:
        """See a point where the column is as low (or high) as it can be."""
        floor = self._whole().floor({column: side})
        seen = self._lowest[column] if side > 0 else -self._highest[column]
        if floor is None or math.ceil(floor - 1e-6) < seen:
            self.try_for({column: side})

    def _see(self, point: tuple[int, ...]) -> None:
        if self.block.allows(point):
            self.points.append(point)
            self._lowest = list(map(min, self._lowest, point))
            self._highest = list(map(max, self._highest, point))

    def _whole(self) -> Programme:
        if self._programme is None:
            self._programme = programme_of(self.block, self.left, self.beyond)
        return self._programme


def programme_of(block: Block, left: Sequence[Possible], beyond: int) -> Programme:
    """The columns of the block first, so that a solution begins with its point."""
    programme = Programme()
    for held in left:
        programme.column(held.least, beyond if held.high is None else held.high)
    for column, held in enumerate(left):
        if held.or_zero:
            programme.nothing_or_at_least(column, held.low)
    for row in block.rows:
        programme.row(row.terms, row.low, row.high)
    return programme
