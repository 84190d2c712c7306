"""The tables of a printed text as numbers: which are percentages, which cells are totals."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property

from editions.printed.layout import Line, PrintedTable

IN_A_CELL = re.compile(r"\s*(£\s?)?(\d[\d,]*(?:\.\d+)?)\s*(%?)\s*(?:\(.*\))?\s*")
TOTALS = re.compile(r"\b(total|totals|all)\b:?", re.IGNORECASE)
MOST_IN_A_LABEL = 6  # two days of a span


@dataclass(frozen=True)
class Held:
    """A number in a cell. ``row`` and ``column`` are places, the label's column not counted."""

    row: int
    column: int
    text: str
    value: Decimal
    is_percent: bool
    is_pounds: bool


class NumberGrid:
    """A printed table whose cells are read."""

    def __init__(self, table: PrintedTable):
        self.table = table
        self.lines: list[Line] = table.lines

    @cached_property
    def header(self) -> list[Line]:
        """The lines before the first that holds a number, and all above “no %  no %”."""
        first = next((place for place, line in enumerate(self.lines) if _numbers(line)), 0)
        pairs = [place + 1 for place, line in enumerate(self.lines) if line.cells.count("%") > 1]
        return self.lines[: max([first, *pairs])]

    @cached_property
    def rows(self) -> list[tuple[int, Line]]:
        lines = enumerate(self.lines)
        return [(place, line) for place, line in lines if place >= len(self.header)]

    @cached_property
    def cells(self) -> list[Held]:
        return [one for place, line in self.rows for one in self._of(place, line)]

    def _of(self, place: int, line: Line) -> Iterable[Held]:
        if not _numbers(line):
            return
        for column, text in enumerate(line.cells):
            found = IN_A_CELL.fullmatch(text)
            if not found or self._is_a_place(line, column):
                continue
            percent = bool(found[3]) or column in self.percents or line.label.startswith("%")
            yield Held(place, column, text, number_of(found[2]), percent, bool(found[1]))

    def _is_a_place(self, line: Line, column: int) -> bool:
        """A stage's number is no count, though it stands in a cell."""
        labels = [head.cells[column].lower() for head in self.header if column < len(head.cells)]
        return "stage" in labels

    @cached_property
    def percents(self) -> frozenset[int]:
        """Columns that are told to be percentages, or go on as those that are."""
        told: set[int] = set()
        width = max((len(line.cells) for line in self.lines), default=0)
        for line in self.header:
            told |= {place for place, text in enumerate(line.cells) if text == "%"}
        pairs = [place for place in sorted(told) if place % 2 == min(told) % 2]
        if len(pairs) >= 3 and pairs[0] + 2 == pairs[1]:
            told |= set(range(pairs[0], width - 1, 2))
        return frozenset(told)

    @cached_property
    def names(self) -> list[str]:
        """The headings of the columns, as far as they can be read."""
        width = max((len(line.cells) for line in self.lines), default=0)
        named = [""] * width
        for line in self.header[:1]:
            for place, text in enumerate(line.cells):
                named[place] = text
        return named

    @cached_property
    def total_rows(self) -> list[int]:
        return [place for place, line in self.rows if _is_total(line)]

    @cached_property
    def has_total_column(self) -> bool:
        last = max((len(line.cells) for line in self.rows_only), default=0) - 1
        heads = [line.cells[last] for line in self.header if len(line.cells) > last >= 0]
        return any(TOTALS.fullmatch(text) for text in heads)

    @cached_property
    def rows_only(self) -> list[Line]:
        return [line for _, line in self.rows if _numbers(line)]

    @cached_property
    def last_column(self) -> int:
        return max((len(line.cells) for line in self.rows_only), default=0) - 1

    def row(self, place: int) -> list[Held]:
        return [one for one in self.cells if one.row == place]

    def at(self, row: int, column: int) -> Held | None:
        return next((one for one in self.row(row) if one.column == column), None)

    def is_torn(self, held: Held) -> bool:
        """A percentage without its number: the rest of one that a line above holds."""
        paired = held.is_percent and held.column in self.percents
        return paired and self.at(held.row, held.column - 1) is None

    def total_of(self, place: int) -> Held | None:
        """The one number that stands for a row: of its total column, or the only one it has."""
        found = [one for one in self.row(place) if not one.is_percent]
        if self.has_total_column:
            return next((one for one in found if one.column == self.last_column), None)
        return found[0] if len(found) == 1 else None

    def label(self, place: int) -> str:
        """With what of it stands in the lines below, where it did not fit into one."""
        words = [self.lines[place].label]
        for line in self.lines[place + 1 :]:
            if any(line.cells) or not line.label[:1].islower():
                break
            words.append(line.label)
        return " ".join(word for word in words if word)

    def key(self, held: Held) -> str:
        """The same cell of the same table: what was settled of it stays settled."""
        whole = (self.table.section, self.table.title, self.label(held.row), held.column, held.text)
        return hashlib.sha256("\n".join(map(str, whole)).encode()).hexdigest()[:32]

    def where(self, held: Held) -> str:
        name = self.names[held.column] if held.column < len(self.names) else ""
        row = self.label(held.row) or " ".join(self.lines[held.row].cells[:1])
        return ", ".join(part for part in (row, name) if part)


def number_of(text: str) -> Decimal | None:
    """
    >>> number_of("1,484.14"), number_of("39."), number_of("x")
    (Decimal('1484.14'), Decimal('39'), None)
    """
    try:
        return Decimal(text.replace(",", "").rstrip("."))
    except InvalidOperation:
        return None


def _numbers(line: Line) -> bool:
    """A line that has them in cells; one that could not be parted has them in its first."""
    torn = len(re.findall(r"\d+%|\b\d+\b", line.label)) > MOST_IN_A_LABEL
    return not torn and any(IN_A_CELL.fullmatch(cell) for cell in line.cells)


def _is_total(line: Line) -> bool:
    return any(TOTALS.fullmatch(text) for text in (line.label, *line.cells))


def grids_of(tables: Iterable[PrintedTable]) -> list[NumberGrid]:
    """Those that hold numbers; a list of contents holds none that count."""
    made = [NumberGrid(table) for table in tables if not table.is_contents]
    return [grid for grid in made if grid.cells]
