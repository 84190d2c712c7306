"""Figures beside those of earlier periods as a page shows them: tiles, charts, tables, links."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlencode

from accounts.models import User
from reporting.charts.chart import Chart, chart_of
from reporting.comparators import NoLastYear
from reporting.compared.counting import counted_together
from reporting.compared.figures import (
    BY_AREA,
    IN_TIME,
    OUTCOMES,
    RECEIVED,
    RECEIVED_IN_ALL,
    SINGLES,
    STAGE_2_BEGUN,
    About,
    Figures,
    Single,
)
from reporting.compared.parts import months_of
from reporting.openness import Openness
from reporting.pages import ReportPage
from reporting.results import Cell, Column, Row, Table
from reporting.wording import INTERNAL, NOT_KNOWN, share

CHARTED = (RECEIVED, IN_TIME, OUTCOMES, BY_AREA)
TOGETHER = (("row", RECEIVED, BY_AREA), ("column", IN_TIME, OUTCOMES))  # of the same rows
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
        counted = (*self.charted, *(single.figures for single in SINGLES))
        self.figures = {each.key: each for each in counted}
        self.crosstabs = {key: each.table(about) for key, each in self.figures.items()}
        openness = Openness(user, about.whole, self.crosstabs)
        self.page = ReportPage(None, about.whole, openness, NoLastYear(), self._address)

    def _address(self, scope, table: str, row: str, column: str) -> str:
        part, row, column = self.figures[table].place(self.about, row, column)
        place = urlencode({"row": row, "column": column})
        return f"{self._addresses[table][part]}&{place}"

    @cached_property
    def _addresses(self) -> dict[str, dict[str, str]]:
        return {key: each.addresses(self.about) for key, each in self.figures.items()}

    @cached_property
    def tables(self) -> dict[str, Table]:
        scope, counts = self.about.whole, {}
        for side, *pair in TOGETHER:
            if all(each.key in self.crosstabs for each in pair):
                crosstabs = [self.crosstabs[each.key] for each in pair]
                counts |= counted_together(crosstabs, side, scope)
        for key, each in self.crosstabs.items():
            counts[key] = counts.get(key) or each.counts(scope)
        return {key: each.table(scope, counts) for key, each in self.crosstabs.items()}

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
        return Table(
            key="so-far",
            title="Figures",
            section="",
            base="",
            definition=" ".join(self._what_is_counted()),
            kind="mixed",
            columns=[Column(part.key, part.label) for part in self.about.parts],
            rows=[Row(one.label, one.label, self._cells(one.figures, one.row)) for one in SINGLES],
        )

    def _what_is_counted(self) -> Iterable[str]:
        labels: dict[str, list[str]] = {}
        for one in SINGLES:
            labels.setdefault(one.figures.key, []).append(one.label)
        for key, several in labels.items():
            words = self.tables[key].definition.removeprefix("Counts ").split(". ")[0]
            yield f"{' and '.join(several)}: {words}."

    def all_tables(self) -> list[Table]:
        """What a file of the page holds."""
        return [self.together, *(self.tables[figures.key] for figures in self.charted)]

    def tiles(self) -> list[Tile]:
        return [
            self._number(RECEIVED_IN_ALL),
            self._share("Stage 1 answered within the time limit", IN_TIME, "1", ("target",)),
            self._share("Stage 1 upheld or partially upheld", OUTCOMES, "1", UPHELD),
            self._number(STAGE_2_BEGUN),
        ]

    def _number(self, one: Single) -> Tile:
        cells = self._cells(one.figures, one.row)
        now, *before = (self.page.number(cell) for cell in cells)
        told = zip((part.label for part in self.about.parts[1:]), before, strict=True)
        earlier = tuple((name, number.text) for name, number in told)
        return Tile(one.label, now.text, now.url, before=earlier)

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
        cells = self._cells(figures, row)
        return next((cell for cell in cells if cell.column == column), None)

    def _cells(self, figures: Figures, row: str) -> list[Cell]:
        rows = self.tables[figures.key].rows
        return next((each.cells for each in rows if each.key == row), [])

    def _chart(self, table: Table) -> Chart:
        return chart_of(table, f"{self.about.whose}, {self.about.periods}. {INTERNAL}")


def _fits(figures: Figures, about: About) -> bool:
    """Months say something of the parts of one year; areas, where there are several."""
    if figures.months:
        is_part_of_a_year = 1 < months_of(about.parts[0].period) <= YEAR
        return is_part_of_a_year and len(about.parts) == 2
    return figures is not BY_AREA or len(about.areas) != 1


def _in_per_cent(part: int, base: int) -> str:
    return share(part, base) or NOT_KNOWN
