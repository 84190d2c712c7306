"""Figures beside those of earlier periods as a page shows them: tiles, charts, tables, links."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from accounts.models import User
from reporting.any_table.exports import INTERNAL
from reporting.charts.chart import Chart, chart_of
from reporting.comparators import NoLastYear
from reporting.compared.figures import (
    ALONE,
    BY_AREA,
    IN_TIME,
    OUTCOMES,
    RECEIVED,
    About,
    Figures,
)
from reporting.compared.parts import months_of
from reporting.openness import Openness
from reporting.pages import ReportPage
from reporting.results import Cell, Column, Row, Table
from reporting.wording import NOT_KNOWN, share

CHARTED = (RECEIVED, IN_TIME, OUTCOMES, BY_AREA)
YEAR = 12  # months
UPHELD = ("upheld", "partially_upheld")


@dataclass(frozen=True)
class Tile:
    """The first number of a page. ``beside`` is what it is of; ``before`` the same of each earlier
    period, with its name."""

    label: str
    text: str
    url: str = ""
    beside: str = ""
    before: tuple[tuple[str, str], ...] = ()


class ComparedPage:
    """What one reader sees. Each table is counted once, in one query for all of its periods."""

    def __init__(self, about: About, user: User):
        self.about = about
        self.charted = [each for each in CHARTED if _fits(each, about)]
        self.figures = {each.key: each for each in (*self.charted, *ALONE)}
        self.crosstabs = {key: each.table(about) for key, each in self.figures.items()}
        openness = Openness(user, about.whole, self.crosstabs)
        self.page = ReportPage(None, about.whole, openness, NoLastYear(), self._address)

    def _address(self, scope, table: str, row: str, column: str) -> str:
        return self.figures[table].address(self.about, row, column)

    @cached_property
    def tables(self) -> dict[str, Table]:
        scope = self.about.whole
        return {
            key: each.table(scope, {key: each.counts(scope)})
            for key, each in self.crosstabs.items()
        }

    def sections(self) -> Iterable[dict]:
        """Each table under its chart."""
        for figures in self.charted:
            table = replace(self.tables[figures.key], title=figures.title)
            yield {"chart": self._chart(table), "shown": self.page.table(table)}

    def alone(self) -> dict:
        return self.page.table(self.together)

    @cached_property
    def together(self) -> Table:
        """The figures that are one number each, as one table."""
        tables = [self.tables[figures.key] for figures in ALONE]
        return Table(
            key="so-far",
            title="Figures",
            section="",
            base="",
            definition=" ".join(f"{t.title}: {_what_counts(t)}." for t in tables),
            kind="mixed",
            columns=[Column(part.key, part.label) for part in self.about.parts],
            rows=[Row(t.key, t.title, t.rows[0].cells) for t in tables],
        )

    def all_tables(self) -> list[Table]:
        """What a file of the page holds."""
        return [self.together, *(self.tables[figures.key] for figures in self.charted)]

    def tiles(self) -> list[Tile]:
        return [
            self._number("Complaints received", ALONE[0]),
            self._share("Stage 1 answered within the time limit", IN_TIME, "1", ("target",)),
            self._share("Stage 1 upheld or partially upheld", OUTCOMES, "1", UPHELD),
            self._number("Stage 2 begun", ALONE[2]),
        ]

    def _number(self, label: str, figures: Figures) -> Tile:
        now, *before = (self.page.number(cell) for cell in self.tables[figures.key].rows[0].cells)
        told = zip((part.label for part in self.about.parts[1:]), before, strict=True)
        return Tile(label, now.text, now.url, before=tuple((name, one.text) for name, one in told))

    def _share(self, label: str, figures: Figures, row: str, columns: tuple[str, ...]) -> Tile:
        found = [self._part_of(figures, f"{row}-{part.key}", columns) for part in self.about.parts]
        (part, base), *before = found
        url = ""
        if part and len(columns) == 1:
            url = self.page.number(self._cell(figures, f"{row}-now", columns[0])).url
        told = zip((each.label for each in self.about.parts[1:]), before, strict=True)
        return Tile(
            label,
            _in_per_cent(part, base),
            url,
            f"{part} of {base}" if base else "",
            tuple((name, _in_per_cent(*each)) for name, each in told),
        )

    def _part_of(self, figures: Figures, row: str, columns: tuple[str, ...]) -> tuple[int, int]:
        cells = [self._cell(figures, row, column) for column in columns]
        total = self._cell(figures, row, "total")
        part = sum(cell.value for cell in cells if cell)
        return part, total.value if total else 0

    def _cell(self, figures: Figures, row: str, column: str) -> Cell | None:
        rows = self.tables[figures.key].rows
        cells = (cell for each in rows if each.key == row for cell in each.cells)
        return next((cell for cell in cells if cell.column == column), None)

    def _chart(self, table: Table) -> Chart:
        return chart_of(table, f"{self.about.whose}, {self.about.periods}. {INTERNAL}")


def _what_counts(table: Table) -> str:
    return table.definition.removeprefix("Counts ").split(". ")[0]


def _fits(figures: Figures, about: About) -> bool:
    """Months say something of the parts of one year; areas, where there are several."""
    if figures.months:
        is_part_of_a_year = 1 < months_of(about.parts[0].period) <= YEAR
        return is_part_of_a_year and len(about.parts) == 2
    return figures is not BY_AREA or len(about.areas) != 1


def _in_per_cent(part: int, base: int) -> str:
    return share(part, base) or NOT_KNOWN
