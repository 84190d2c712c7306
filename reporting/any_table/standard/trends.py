"""Five years beside each other: what a year's report printed stays, and restatements are shown.

A published number is frozen. Where today's records give another, the row below gives the number by
today's records for all five years.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from accounts.models import User
from reporting.annual_figures import figures_for
from reporting.any_table.standard.sections import TRENDS
from reporting.counted import Listed
from reporting.crosstab import NoSuchCell
from reporting.differences import agrees
from reporting.figures import Sums
from reporting.percentages import half_up, percent_change
from reporting.published import as_number, published
from reporting.results import Cell, Column, Figure, Row, Table
from reporting.scope import Scope

YEARS = 5
RESTATED = ".restated"
SHOWN = (
    "summary.received_recorded_manually",
    "summary.representations",
    "summary.stage2_begun",
    "summary.stage3_begun",
    "escalation.stage1_to_2_percent",
    "escalation.stage2_to_3_percent",
    "stage2.average_working_days",
    "ombudsman.considered",
    "ombudsman.upheld",
    "mediation.held",
    "mediation.success_percent",
    "compensation.total",
    "learning.actions",
    "advocacy.referrals",
    "compliments.received",
)
CHANGES = (
    Column("change", "change on the year before, in per cent"),
    Column("points", "change on the year before, in points"),
)


@dataclass(frozen=True)
class Year:
    """One year: what is counted today, and what its report printed.

    Of a year without complaints nothing is known: a zero would mean nothing.
    """

    scope: Scope
    sums: Sums
    printed: dict[str, str]

    def today(self, key: str) -> Figure:
        return self.sums.figure(key)

    def is_restated(self, key: str) -> bool:
        known = key in self.printed and self.sums.has_records
        return known and not agrees(self.printed[key], self.today(key))


@dataclass(frozen=True)
class Trend:
    key: str = "five_years"
    title: str = "Five years, as published"
    section: str = TRENDS
    kind: str = "mixed"
    needs: tuple = ()

    def fits(self, scope: Scope) -> bool:
        return True

    def table(self, scope: Scope, counted_tables=None) -> Table:
        years = [_year(each) for each in _scopes(scope)]
        declared = years[-1].sums.declared
        rows = []
        for key in (key for key in SHOWN if key in declared):
            rows.append(self._row(key, years, is_today=False))
            if any(year.is_restated(key) for year in years):
                rows.append(self._row(key, years, is_today=True))
        columns = [
            Column(year.scope.period.start.isoformat(), year.scope.period.label) for year in years
        ]
        return Table(
            key=self.key,
            title=self.title,
            section=self.section,
            base="",
            definition=self._said(years, rows),
            kind=self.kind,
            columns=[*columns, *CHANGES],
            rows=rows,
        )

    def _row(self, key: str, years: list[Year], *, is_today: bool) -> Row:
        label = years[-1].today(key).label
        row = f"{key}{RESTATED}" if is_today else key
        cells = [self._cell(row, key, year, is_today=is_today) for year in years]
        words = f"{label}: by today's records (restated)" if is_today else label
        return Row(row, words, [*cells, *self._changes(row, cells)])

    def _cell(self, row: str, key: str, year: Year, *, is_today: bool) -> Cell:
        column, figure = year.scope.period.start.isoformat(), year.today(key)
        kind = "measured" if figure.kind == "days" else figure.kind
        printed = None if is_today else as_number(year.printed.get(key, ""))
        if printed is not None:
            return Cell(self.key, row, column, _plain(printed, kind), kind=kind, part=0)
        if not year.sums.has_records:
            return Cell(self.key, row, column, None, kind=kind, part=0)
        part, base = (figure.part, figure.base) if kind == "percent" else (None, None)
        return Cell(self.key, row, column, figure.value, None, base, kind, part)

    def _changes(self, row: str, cells: list[Cell]) -> list[Cell]:
        """The last year against the one before: percentages in points, all else in per cent."""
        before, now = cells[-2], cells[-1]
        known = before.value is not None and now.value is not None
        points = change = None
        if known and now.kind == "percent":
            points = half_up(_exactly(now) - _exactly(before))
        elif known:
            change = percent_change(now.value, before.value)
        return [
            Cell(self.key, row, "change", change, kind="percent", part=0),
            Cell(self.key, row, "points", points, kind="points", part=0),
        ]

    def _said(self, years: list[Year], rows: list[Row]) -> str:
        frozen = [year.scope.period.label for year in years if year.printed]
        said = ["Each year as its report printed it; where none was printed, as counted today."]
        if frozen:
            said.append(f"Printed: {', '.join(frozen)}.")
        if any(row.key.endswith(RESTATED) for row in rows):
            said.append("Where today's records give another number, a row says so: restated.")
        said.append(
            "The words of each row are those of the annual report. n/a: there are no records of "
            "the year, or nothing to compare or to divide by."
        )
        return " ".join(said)

    def lists(self, scope: Scope, row: str, column: str) -> list[Listed]:
        key = figure_of(row)
        if key not in SHOWN:
            raise NoSuchCell(row)
        return self.sums(scope, column).lists(key)

    def sums(self, scope: Scope, column: str, hidden_from: User | None = None) -> Sums:
        """The figures of one of the years."""
        for each in _scopes(scope):
            if each.period.start.isoformat() == column:
                return Sums(each, figures_for(each), hidden_from)
        raise NoSuchCell(column)


def figure_of(row: str) -> str:
    return row.removesuffix(RESTATED)


def _scopes(scope: Scope) -> list[Scope]:
    """The period and the same days of four years before, oldest first."""
    scopes = [scope]
    while len(scopes) < YEARS and scopes[0].period.start > date(1901, 1, 1):
        scopes.insert(0, scopes[0].previous())
    return scopes


def _year(scope: Scope) -> Year:
    declared = figures_for(scope)
    needed = {key: declared[key] for shown in SHOWN for key in _with_parts(shown, declared)}
    return Year(scope, Sums(scope, needed), published(scope))


def _with_parts(key: str, declared: dict) -> list[str]:
    """A figure and those it is divided from."""
    figure = declared.get(key)
    if figure is None:
        return []
    parts = [*getattr(figure, "part", ()), *filter(None, [getattr(figure, "base", None)])]
    return [key, *(each for part in parts for each in _with_parts(part, declared))]


def _plain(printed: Decimal, kind: str):
    return int(printed) if kind == "count" and printed == int(printed) else printed


def _exactly(cell: Cell) -> Decimal:
    return Decimal(100) * cell.part / cell.base if cell.base else Decimal(cell.value)


TREND = Trend()
