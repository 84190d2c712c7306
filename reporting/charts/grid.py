"""A table as a picture reads it: what is drawn, and its totals apart."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from reporting.crosstab import TOTAL
from reporting.results import Cell, Table
from reporting.wording import NOT_KNOWN, in_words, share

NUMBERS = ("count", "pounds", "percent", "measured", "rate")


@dataclass(frozen=True)
class Point:
    """One number of a picture, which is a cell of the table. ``of_base`` draws its share."""

    label: str
    cell: Cell
    of_base: bool = False

    @property
    def size(self) -> float:
        """How large it is drawn; n/a as nothing."""
        if self.of_base:
            return 100 * self.cell.value / self.cell.base if self.cell.base else 0
        return float(self.cell.value or 0)

    @property
    def is_known(self) -> bool:
        return self.cell.value is not None

    @property
    def is_share(self) -> bool:
        return self.is_known and self.cell.kind == "percent"

    @property
    def text(self) -> str:
        if self.of_base:
            return share(self.cell.value, self.cell.base) or NOT_KNOWN
        kind = self.cell.kind
        text = in_words(self.cell.value, kind, self.cell.part, self.cell.base)
        return text.removesuffix(".00") if kind == "pounds" else text.removesuffix(".0")


@dataclass(frozen=True)
class Line:
    """A row of the picture."""

    key: str
    label: str
    points: tuple[Point, ...]

    @property
    def has_any(self) -> bool:
        """A share of nought is something; n/a is not."""
        return any(point.cell.value or point.is_share for point in self.points)


@dataclass(frozen=True)
class Grid:
    """``total`` is the row of totals, ``totals`` the column of them; None where there is none."""

    kind: str
    keys: tuple[str, ...]
    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    total: Line | None = None
    totals: tuple[Line, ...] | None = None

    @property
    def in_time(self) -> bool:
        """Whether the columns are parts of a period, one after another."""
        return len(self.keys) > 1 and all(_is_day(key) for key in self.keys)

    @property
    def has_any(self) -> bool:
        return any(line.has_any for line in self.lines)

    @property
    def measures_one_thing(self) -> bool:
        """Not rows of which one counts pounds and another days."""
        drawn = [point.cell for line in self.lines for point in line.points]
        return len({cell.kind for cell in drawn if cell.value}) <= 1

    @property
    def goes_below(self) -> bool:
        return any(point.size < 0 for line in self.lines for point in line.points)

    def turned(self) -> "Grid":
        """Rows as columns."""
        lines = tuple(
            Line(key, label, tuple(_named(line.points[place], line.label) for line in self.lines))
            for place, (key, label) in enumerate(zip(self.keys, self.labels, strict=True))
        )
        keys = tuple(line.key for line in self.lines)
        labels = tuple(line.label for line in self.lines)
        total = None
        if self.totals:
            points = tuple(_named(line.points[0], line.label) for line in self.totals)
            total = Line(TOTAL, "Total", points)
        totals = None
        if self.total:
            totals = tuple(
                Line(key, label, (_named(point, "Total"),))
                for key, label, point in zip(self.keys, self.labels, self.total.points, strict=True)
            )
        return Grid(self.kind, keys, labels, lines, total, totals)

    def only_columns(self, places: Iterable[int]) -> "Grid":
        places = list(places)

        def cut(line: Line) -> Line:
            return replace(line, points=tuple(line.points[place] for place in places))

        return replace(
            self,
            keys=tuple(self.keys[place] for place in places),
            labels=tuple(self.labels[place] for place in places),
            lines=tuple(cut(line) for line in self.lines),
            total=cut(self.total) if self.total else None,
        )


def grid_of(table: Table) -> Grid | None:
    """None where the table holds no numbers, but one row a case."""
    places = [place for place, column in enumerate(table.columns) if column.key != TOTAL]
    places = places or list(range(len(table.columns)))
    kinds = {place: _kind_of_column(table, place) for place in places}
    kind = _drawn_kind(list(kinds.values()))
    if kind is None:
        return None
    places = [place for place in places if kinds[place] == kind]
    lines = tuple(_line(row, table, places) for row in table.rows)
    body = tuple(line for line in lines if line.key != TOTAL) or lines
    total = next((line for line in lines if line.key == TOTAL), None)
    return Grid(
        kind=kind,
        keys=tuple(table.columns[place].key for place in places),
        labels=tuple(table.columns[place].label for place in places),
        lines=body,
        total=total if body is not lines else None,
        totals=_totals(table, body),
    )


def _drawn_kind(kinds: list[str]) -> str | None:
    """Of a table of several measures, the shares; else what its first column holds."""
    if "percent" in kinds:
        return "percent"
    return kinds[0] if kinds and kinds[0] in NUMBERS else None


def _kind_of_column(table: Table, place: int) -> str:
    cells = [row.cells[place] for row in table.rows]
    if any(
        cell.value is not None and not isinstance(cell.value, int | float | Decimal)
        for cell in cells
    ):
        return "words"
    # A row that a measure knows nothing of has a cell of no kind
    return next((cell.kind for cell in cells if cell.kind != "count"), "count")


def _line(row, table: Table, places: list[int]) -> Line:
    points = (Point(table.columns[place].label, row.cells[place]) for place in places)
    return Line(row.key, row.label, tuple(points))


def _totals(table: Table, body: tuple[Line, ...]) -> tuple[Line, ...] | None:
    place = next((n for n, column in enumerate(table.columns) if column.key == TOTAL), None)
    if place is None or len(table.columns) == 1:
        return None
    cells = {row.key: row.cells[place] for row in table.rows}
    return tuple(replace(line, points=(Point("Total", cells[line.key]),)) for line in body)


def _named(point: Point, label: str) -> Point:
    return replace(point, label=label)


def _is_day(key: str) -> bool:
    try:
        date.fromisoformat(key)
    except ValueError:
        return False
    return True
