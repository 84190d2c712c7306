"""Which table gets which picture: decided by what it holds, the same everywhere.

Parts of a period make a line, shares bars of a hundred, all else bars. Where a picture of
everything would not be read, the totals are drawn; where these would not, none is, with the reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reporting.charts.grid import Grid, Line, grid_of
from reporting.results import Table

MOST_ROWS = 24
ROWS_WITH_NOUGHTS = 12  # more rows than these are drawn only where they have anything
MOST_LINES = 8
ONE_PANEL = 3  # lines; more have a strip each
MOST_PARTS = 6
MOST_BARS = 3  # a row
MOST_BARS_IN_ALL = 48

OF_ALL = ("percent", "measured", "rate")  # no sums: that of all stands among the rows

CASES = "This table has one row a case: there is nothing to draw."
SEVERAL = "Its rows measure different things, which have no scale in common."
BELOW = "Some of its numbers are below nought: the table has them."
NOTHING = "Every number is nought or n/a: there is nothing to draw."


@dataclass(frozen=True)
class NoPicture:
    sentence: str


@dataclass(frozen=True)
class Picture:
    """``form`` is "bars", "shares", "parts" (of one bar), "line" or "strips".

    ``note`` says what of the table is not drawn.
    """

    form: str
    kind: str
    keys: tuple[str, ...]
    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    note: str = ""

    @property
    def top(self) -> float:
        """What the longest bar, or the highest point, stands for."""
        if self.form == "shares" or self._are_shares:
            return 100
        if self.form == "parts":
            return max(sum(point.size for point in line.points) for line in self.lines)
        return max(point.size for line in self.lines for point in line.points)

    @property
    def says_year(self) -> bool:
        """Months that stand for those of several years have names without a year."""
        return any(letter.isdigit() for letter in self.labels[0])

    @property
    def _are_shares(self) -> bool:
        drawn = [point for line in self.lines for point in line.points]
        return self.kind == "percent" or any(point.of_base for point in drawn)


def picture_of(table: Table) -> Picture | NoPicture:
    grid = grid_of(table)
    if grid is None:
        return NoPicture(CASES)
    if not grid.has_any:
        return NoPicture(NOTHING)
    if not grid.measures_one_thing:
        return NoPicture(SEVERAL)
    if grid.goes_below:
        return NoPicture(BELOW)
    turned = grid.turned()
    if turned.in_time and not grid.in_time:
        return _over_time(turned)
    if grid.in_time:
        return _over_time(grid)
    return _shares(grid) if grid.kind == "percent" else _bars(grid)


def _over_time(grid: Grid) -> Picture | NoPicture:
    lines, note = _with_anything(grid.lines, at_most=ONE_PANEL)
    if len(lines) > MOST_LINES:
        if not grid.total:
            return _too_many(len(lines))
        note = f"The line is the total: its {len(grid.lines)} rows are in the table."
        lines = (grid.total,)
    form = "line" if len(lines) <= ONE_PANEL else "strips"
    return Picture(form, grid.kind, grid.keys, grid.labels, lines, note)


def _shares(grid: Grid) -> Picture | NoPicture:
    if not _can_be_read(grid):
        if not grid.total:
            return _too_many(len(grid.lines) * len(grid.labels))
        grid = replace(grid, lines=(grid.total,), total=None).turned()
        return _rows(
            "shares", grid, "Drawn are the shares of all: those of each row are in the table."
        )
    return _rows("shares", grid)


def _bars(grid: Grid) -> Picture | NoPicture:
    drawn = [
        n for n in range(len(grid.labels)) if any(line.points[n].cell.value for line in grid.lines)
    ]
    grid = grid.only_columns(drawn)
    if len(grid.labels) == 1:
        return _rows("bars", grid)
    if _makes_up_a_whole(grid):
        if len(grid.labels) <= MOST_PARTS:
            shares = _of_base(grid)
            return _rows("parts", shares, noughts=0 if shares is not grid else ROWS_WITH_NOUGHTS)
        lines = grid.totals
        grid = Grid(grid.kind, ("total",), ("Total",), lines)
        return _rows(
            "bars", grid, "Drawn are the totals of the rows: their parts are in the table."
        )
    if _can_be_read(grid):
        return _rows("bars", grid)
    if not grid.total:
        return _too_many(len(grid.lines) * len(grid.labels))
    grid = replace(grid, lines=(grid.total,), total=None, totals=None).turned()
    return _rows("bars", grid, "Drawn are the totals: the rows are in the table.")


def _can_be_read(grid: Grid) -> bool:
    """Whether a row's bars stand side by side, and not too many of them in all."""
    if len(grid.labels) == 1:
        return True
    rows, _ = _with_anything(grid.lines, at_most=ROWS_WITH_NOUGHTS)
    return len(grid.labels) <= MOST_BARS and len(rows) * len(grid.labels) <= MOST_BARS_IN_ALL


def _makes_up_a_whole(grid: Grid) -> bool:
    """Whether each row's numbers add up to its total, so that they are parts of one bar."""
    if grid.kind not in ("count", "pounds") or not grid.totals:
        return False
    return all(
        sum(point.cell.value or 0 for point in line.points) == whole.points[0].cell.value
        for line, whole in zip(grid.lines, grid.totals, strict=True)
    )


def _of_base(grid: Grid) -> Grid:
    """Where each row is its own base, its parts are drawn as shares of it."""
    of_row = all(
        point.cell.base == whole.points[0].cell.value
        for line, whole in zip(grid.lines, grid.totals, strict=True)
        for point in line.points
    )
    if not of_row:
        return grid
    lines = (
        replace(line, points=tuple(replace(point, of_base=True) for point in line.points))
        for line in grid.lines
    )
    return replace(grid, lines=tuple(lines))


def _rows(
    form: str, grid: Grid, note: str = "", *, noughts: int = ROWS_WITH_NOUGHTS
) -> Picture | NoPicture:
    """Up to ``noughts`` rows, those that have nothing are drawn too."""
    lines, left_out = _with_anything(grid.lines, at_most=noughts)
    if len(lines) > MOST_ROWS:
        return _too_many(len(lines))
    if grid.total and grid.kind in OF_ALL and len(lines) > 1:
        lines = (*lines, grid.total)
    note = " ".join(filter(None, [note, left_out]))
    return Picture(form, grid.kind, grid.keys, grid.labels, lines, note)


def _with_anything(lines: Iterable[Line], *, at_most: int) -> tuple[tuple[Line, ...], str]:
    lines = tuple(lines)
    if len(lines) <= at_most:
        return lines, ""
    drawn = tuple(line for line in lines if line.has_any)
    left_out = len(lines) - len(drawn)
    rows = (
        "1 row that has nothing is" if left_out == 1 else f"{left_out} rows that have nothing are"
    )
    return drawn, f"{rows} in the table only." if left_out else ""


def _too_many(number: int) -> NoPicture:
    return NoPicture(f"{number} numbers are too many for a picture: the table has them.")
