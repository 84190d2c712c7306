"""A printed report held against the records: where the two differ, by how much, and whose cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reporting.models import PublishedFigure
from reporting.percentages import half_up
from reporting.published import as_number
from reporting.results import Cell, Figure, Report

HALF = Decimal("0.5")


@dataclass(frozen=True)
class Compared:
    """One printed number. ``computed`` is None where the records give none to compare with.

    ``counted`` is the cell or figure that it is compared with, which knows its list.
    """

    printed: PublishedFigure
    computed: Decimal | None
    exactly: Decimal | None
    counted: Cell | Figure | None

    @property
    def difference(self) -> Decimal:
        return as_number(self.printed.value) - self.computed

    @property
    def agrees(self) -> bool:
        return _rounds_to(self.exactly, as_number(self.printed.value))

    @property
    def differs(self) -> bool:
        return not self.agrees and not self.is_rounding

    @property
    def in_words(self) -> str:
        if self.computed is not None:
            return f"{self.computed:,}"
        return str(self.counted.value) if self.counted and self.counted.value is not None else ""

    @property
    def is_rounding(self) -> bool:
        return not self.agrees and abs(as_number(self.printed.value) - self.exactly) <= HALF


def compare(report: Report, printed: list[PublishedFigure]) -> Iterator[Compared]:
    for figure in printed:
        yield _compared(report, figure)


def _compared(report: Report, printed: PublishedFigure) -> Compared:
    counted, value, part, base = _computed(report, printed.key)
    if value is None or isinstance(value, str) or as_number(printed.value) is None:
        return Compared(printed, None, None, counted)
    exactly = Decimal(100) * part / base if base else Decimal(value)
    return Compared(printed, Decimal(value), Decimal(exactly), counted)


def agrees(printed: str, counted: Cell | Figure) -> bool:
    """Whether what is counted today is what was printed, rounded as that is.

    Words, and what is not known today, disagree with nothing.
    """
    number = as_number(printed)
    if number is None or counted.value is None or isinstance(counted.value, str):
        return True
    exactly = Decimal(counted.value)
    if counted.kind == "percent" and counted.base:
        upper = _upper(counted) if isinstance(counted, Figure) else counted.part
        exactly = Decimal(100) * upper / counted.base
    return _rounds_to(exactly, number)


def _rounds_to(exactly: Decimal, printed: Decimal) -> bool:
    """Whether a number, rounded as the printed one is, gives the printed one."""
    return half_up(exactly, Decimal(1).scaleb(printed.as_tuple().exponent)) == printed


def _computed(report: Report, key: str):
    """What the report has under a published key, with what it divides where it is a percentage."""
    if " / " not in key:
        figure = report.figures.get(key)
        if figure is None or figure.source == "published":
            return figure, None, None, None
        shares = figure.kind == "percent"
        return figure, figure.value, *((_upper(figure), figure.base) if shares else (None, None))
    table, row, column, field = key.split(" / ")
    cell = _cell(report, table, row, column)
    if cell is None:
        return None, None, None, None
    if field == "percent":
        return cell, cell.percent, cell.value, cell.base
    return cell, cell.value, *((cell.part, cell.base) if cell.kind == "percent" else (None, None))


def _upper(figure: Figure):
    """What is divided: of a change, the difference."""
    return figure.part - figure.base if figure.is_change else figure.part


def _cell(report: Report, table: str, row: str, column: str) -> Cell | None:
    try:
        return report.tables[table].cell(row, column)
    except (KeyError, ValueError, StopIteration):
        return None
