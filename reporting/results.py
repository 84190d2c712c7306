"""A report as plain values: what pages, JSON and (later) documents are made from."""

import re
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class Cell:
    """``row`` and ``column`` are the keys by which its list is found.

    ``base`` is the number that a percentage divides by. Where the value is not itself a number of
    rows, ``part`` is: a percentage's upper half.
    """

    table: str
    row: str
    column: str
    value: object
    percent: Decimal | None = None
    base: object = None
    kind: str = "count"
    part: object = None


@dataclass(frozen=True)
class Column:
    key: str
    label: str

    @property
    def pieces(self) -> list[str]:
        """The label where a line may break: long ones are words joined by a slash.

        >>> Column("1", "upheld/other").pieces, Column("2", "2006/07").pieces
        (['Upheld', 'other'], ['2006/07'])
        """
        return re.split(r"(?<!\d)/|/(?!\d)", self.label[:1].upper() + self.label[1:])


@dataclass(frozen=True)
class Row:
    key: str
    label: str
    cells: list[Cell]


@dataclass(frozen=True)
class Table:
    key: str
    title: str
    section: str
    base: str
    definition: str
    kind: str
    columns: list[Column]
    rows: list[Row]

    def cell(self, row: str, column: str) -> Cell:
        """By label, as a reader finds it."""
        place = [each.label for each in self.columns].index(column)
        return next(each for each in self.rows if each.label == row).cells[place]


@dataclass(frozen=True)
class Figure:
    """``value`` is None where it cannot be said.

    ``source`` is "counted" or, where an earlier report is quoted, "published". A percentage says
    what it divides (``part``) by what (``base``); a change, what came of which (``is_change``).
    ``today`` is what the records give today, where that is not what was published.
    """

    key: str
    label: str
    section: str
    value: object
    kind: str = "count"
    source: str = "counted"
    part: object = None
    base: object = None
    is_change: bool = False
    today: object = None


@dataclass(frozen=True)
class Report:
    period: object
    whose: str
    tables: dict[str, Table]
    figures: dict[str, Figure] = field(default_factory=dict)
