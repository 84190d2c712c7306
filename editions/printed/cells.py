"""The cells of printed tables and the cells of the records' tables that they say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from editions.printed.grids import TOTALS, Held, NumberGrid
from editions.printed.spans import span_in
from editions.printed.words import alike
from reporting.results import Cell, Table

ENOUGH = 0.75  # of a label's words


@dataclass(frozen=True)
class CellHeld:
    """A printed cell beside that of the records. ``name`` is as a text calls it."""

    grid: NumberGrid
    printed: Held
    table: Table
    cell: Cell

    @property
    def is_share(self) -> bool:
        return self.printed.is_percent and self.cell.kind != "percent"

    @property
    def value(self):
        return self.cell.percent if self.is_share else self.cell.value

    @property
    def name(self) -> str:
        share = ":%" if self.is_share else ""
        return f"{self.table.key}:{self.cell.row}:{self.cell.column}{share}"

    @property
    def where(self) -> str:
        """In the words of the records, where those of a heading cannot be read."""
        column = next(one.label for one in self.table.columns if one.key == self.cell.column)
        return f"{self.grid.table.title}: {self.grid.label(self.printed.row)}, {column}"

    @property
    def agrees(self) -> bool:
        half = Decimal("0.5") if self.printed.is_percent else Decimal("0.005")
        return abs(self._exactly - self.printed.value) <= half

    @property
    def _exactly(self) -> Decimal:
        part = self.cell.value if self.is_share else self.cell.part
        if self.printed.is_percent and self.cell.base and part is not None:
            return Decimal(100) * part / self.cell.base
        return Decimal(self.value)


def cells_held(grid: NumberGrid, tables: Sequence[Table]) -> list[CellHeld]:
    """Those of the table that is most like it: the most rows found, then the most cells that agree.
    What rows are left may stand in another table."""
    left = {place for place, _ in grid.rows if grid.row(place)}
    found: list[CellHeld] = []
    while left:
        tried = [list(_against(grid, table, left)) for table in tables]
        best = max(tried, key=_how_like, default=[])
        if not best:
            break
        found += best
        left -= {one.printed.row for one in best}
    return found


def _how_like(found: list[CellHeld]) -> tuple:
    rows = {one.printed.row for one in found}
    return len(rows), sum(one.agrees for one in found), len(found)


def _against(grid: NumberGrid, table: Table, left: set[int]) -> Iterable[CellHeld]:
    columns = _columns(grid, table)
    rows = _rows(grid, table, left)
    if not columns or not rows or 2 * len(rows) < len(left) or (len(rows) == 1 < len(left)):
        return
    for held in grid.cells:
        if held.row not in rows or held.column not in columns or grid.is_torn(held):
            continue
        cell = table.rows[rows[held.row]].cells[columns[held.column]]
        comparable = CellHeld(grid, held, table, cell)
        if isinstance(comparable.value, int | float | Decimal):
            yield comparable


def _rows(grid: NumberGrid, table: Table, left: set[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for place in sorted(left):
        label = grid.label(place)
        if not label:
            continue
        span = span_in(label)
        fitting = [
            (_same(label, row.label, span), -number) for number, row in enumerate(table.rows)
        ]
        best, number = max(fitting, default=(0, 0))
        if best >= ENOUGH and -number not in found.values():
            found[place] = -number
    return found


def _same(label: str, other: str, span) -> float:
    if span:
        return 1.0 if span == span_in(other) else 0.0
    if TOTALS.fullmatch(label) or TOTALS.fullmatch(other):
        return 1.0 if TOTALS.fullmatch(label) and TOTALS.fullmatch(other) else 0.0
    return 2.0 if label.lower() == other.lower() else alike(label, other)


def _columns(grid: NumberGrid, table: Table) -> dict[int, int]:
    """By their headings, or, where these cannot be read, by their places."""
    numbered = sorted({one.column for one in grid.cells})
    names = [column.label for column in table.columns]
    if len(numbered) == 1:
        totals = [place for place, name in enumerate(names) if TOTALS.fullmatch(name)]
        alone = [0] if len(names) == 1 else totals[:1]
        return {numbered[0]: alone[0]} if alone else {}
    named = _named_columns(grid, numbered, names)
    return named if named else _placed_columns(grid, names)


def _named_columns(grid: NumberGrid, numbered: list[int], names: list[str]) -> dict[int, int]:
    found = {}
    for column in numbered:
        label = grid.names[column]
        scores = [(_same(label, name, None), -place) for place, name in enumerate(names)]
        best, place = max(scores) if label else (0, 0)
        if best >= ENOUGH and -place not in found.values():
            found[column] = -place
    return found if len(found) == len(numbered) else {}


def _placed_columns(grid: NumberGrid, names: list[str]) -> dict[int, int]:
    """Number and percentage stand in turn, or each column is a number; as many as there are."""
    if not grid.has_total_column or not TOTALS.fullmatch(names[-1]):
        return {}
    last = grid.last_column
    if grid.percents:
        if last != 2 * (len(names) - 1):
            return {}
        places = {column: column // 2 for column in range(last)}
        return places | {last: len(names) - 1}
    return {place: place for place in range(len(names))} if last == len(names) - 1 else {}
