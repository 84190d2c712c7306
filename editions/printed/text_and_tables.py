"""The text held against the tables that stand under the same heading."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from editions.printed.grids import NumberGrid
from editions.printed.numbers import COUNT, PERCENT, POUNDS, Printed
from editions.printed.records import OTHERS
from editions.printed.words import about, bare
from reporting.percentages import half_up

# A sentence about stages names none of the rows that are called so
ONLY_STAGES = frozenset(f"stage{number}" for number in range(4))


@dataclass(frozen=True)
class RowSaid:
    """A row of a table that the words at a number name, and the number that stands for it."""

    grid: NumberGrid
    place: int
    value: Decimal
    words: frozenset[str]

    @property
    def where(self) -> str:
        return f"{self.grid.table.title}: {self.grid.label(self.place)}"

    def said(self, printed: Printed) -> str:
        if printed.kind != PERCENT:
            return f"{self.value:f}"
        base = base_of(self.grid)
        return f"{self.value:f} of {base:f}, which is {half_up(100 * self.value / base)}%"


def rows_said(printed: Printed, grids: Sequence[NumberGrid]) -> list[RowSaid]:
    """Rows all of whose words stand near the number: the longest, and others beside it."""
    near = about(printed.near if printed.kind == COUNT else printed.sentence)
    found = []
    for grid in grids:
        for place, line in grid.rows:
            total = grid.total_of(place)
            words = about(bare(grid.label(place)))
            names_it = words <= near and not words <= ONLY_STAGES
            if total and names_it and not line.label.startswith("%"):
                found.append(RowSaid(grid, place, total.value, words))
    return [one for one in found if not any(one.words < other.words for other in found)]


def text_against_tables(printed: Printed, grids: Sequence[NumberGrid]) -> RowSaid | None:
    """The row whose number is another one; None where the text goes with it, or names none."""
    rows = rows_said(printed, grids)
    if not rows or printed.is_earlier or printed.is_base or OTHERS.search(printed.clause):
        return None
    if any(printed.is_equal(value) for value in _values(printed, rows)):
        return None
    return rows[0] if _says_no_more(printed, rows) else None


def goes_with(printed: Printed, grids: Sequence[NumberGrid]) -> RowSaid | None:
    """The row that says the same."""
    rows = rows_said(printed, grids)
    alike = any(printed.is_equal(value) for value in _values(printed, rows))
    return rows[0] if rows and alike else None


def _says_no_more(printed: Printed, rows: list[RowSaid]) -> bool:
    """A count is contradicted by words that name its row alone; a sum of money by none of them."""
    if printed.kind == POUNDS:
        return False
    return printed.kind == PERCENT or len({one.value for one in rows}) == 1


def _values(printed: Printed, rows: list[RowSaid]) -> Iterable[Decimal]:
    """Each row by itself, and all of one table together."""
    for one in rows:
        together = [other for other in rows if other.grid is one.grid]
        added = sum((other.value for other in together), Decimal(0))
        if printed.kind == PERCENT:
            base = base_of(one.grid)
            yield from (
                half_up(100 * value / base, Decimal("0.01")) for value in (one.value, added)
            )
        else:
            yield from (one.value, added)


def base_of(grid: NumberGrid) -> Decimal:
    """All of a table together: its total, or the sum of its rows."""
    for place in grid.total_rows:
        total = grid.total_of(place) or next(
            (one for one in grid.row(place) if one.column == grid.last_column), None
        )
        if total and total.value:
            return total.value
    numbers = [grid.total_of(place) for place, _ in grid.rows]
    return sum((one.value for one in numbers if one), Decimal(0)) or Decimal(1)
