"""Brute force: every world that would print the same. It shares nothing with the attack program.

A world is a number for each hidden inner cell; all else is added up, divided and rounded anew, and
has to look as it was printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from disclosure import TOTAL, Mark, Rate, Release, Table, Variable

THRESHOLD = 5
FITS = {
    Mark.SMALL: lambda number: 1 <= number < THRESHOLD,
    Mark.GROUP: lambda number: 0 <= number < THRESHOLD,
    Mark.WITHHELD: lambda number: number >= 0,
    Mark.PROTECTING: lambda number: number == 0 or number >= THRESHOLD,
}


@dataclass
class Worlds:
    """``most``: no hidden inner cell is tried beyond it."""

    release: Release
    tables: list[Table]
    hidden: dict
    most: int
    cells: list[Variable] = field(init=False)

    def __post_init__(self):
        inner = {
            table.variable(row, column): None
            for table in self.tables
            for row in table.rows
            for column in table.columns
        }
        self.cells = [each for each in inner if each in self.hidden]
        self._known = {each: self.release.values[each] for each in inner if each not in self.hidden}
        lines = [line for table in self.tables for line in table.lines() if line.cells[0] in inner]
        self._lines_of = {
            cell: [(line.cells, self._limit(line.margin)) for line in lines if cell in line.cells]
            for cell in self.cells
        }

    def _limit(self, margin: Variable) -> int:
        """No line may come to more than its margin, as far as that is told."""
        mark = self.hidden.get(margin)
        if mark in (Mark.SMALL, Mark.GROUP):
            return THRESHOLD - 1
        return self.release.values[margin] if mark is None else self.most * len(self.cells)

    def all(self) -> Iterator[dict[Variable, int]]:
        yield from self._from(0, dict(self._known))

    def extremes(self) -> dict[Variable, tuple[int, int]]:
        found = {}
        for world in self.all():
            for variable in world:
                low, high = found.get(variable, (world[variable],) * 2)
                found[variable] = min(low, world[variable]), max(high, world[variable])
        return found

    def _from(self, place: int, world: dict) -> Iterator[dict[Variable, int]]:
        if place == len(self.cells):
            yield from self._seen(world)
            return
        cell = self.cells[place]
        room = [
            limit - sum(world.get(each, 0) for each in cells)
            for cells, limit in self._lines_of[cell]
        ]
        for number in range(min([self.most, *room]) + 1):
            if FITS[self.hidden[cell]](number):
                yield from self._from(place + 1, {**world, cell: number})

    def _seen(self, world: dict) -> Iterator[dict[Variable, int]]:
        """The whole world, if it prints the same."""
        whole = {}
        for table in self.tables:
            for place in table.places:
                number = _added_up(table, place, world)
                if whole.setdefault(table.variable(*place), number) != number:
                    return
        if all(self._prints_the_same(each, number) for each, number in whole.items()) and all(
            rate in self.hidden or self._rounds_the_same(rate, whole) for rate in self.release.rates
        ):
            yield whole

    def _prints_the_same(self, variable: Variable, number: int) -> bool:
        if variable in self.hidden:
            return FITS[self.hidden[variable]](number)
        return variable not in self.release.printed or number == self.release.values[variable]

    def _rounds_the_same(self, rate: Rate, world: dict) -> bool:
        return _rounded(rate, world) == _rounded(rate, self.release.values)


def _added_up(table: Table, place: tuple[str, str], world: dict) -> int:
    row, column = place
    return sum(
        world[table.variable(each, other)]
        for each in (table.rows if row == TOTAL else [row])
        for other in (table.columns if column == TOTAL else [column])
    )


def _rounded(rate: Rate, world: dict) -> Decimal | None:
    if not world[rate.base]:
        return None
    over = sum(times * world[variable] for variable, times in rate.over)
    exact = Decimal(over) * rate.scale.numerator / rate.scale.denominator / world[rate.base]
    return exact.quantize(Decimal(1).scaleb(-rate.decimals), ROUND_HALF_UP)
