"""Which figures stand beside one another, each with the words in which any table asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from reporting import addresses
from reporting.any_table.asked import Asked, read
from reporting.compared.counting import Each, InAnyOf, Months, OnlyFound, These, WhichPart
from reporting.compared.parts import Part
from reporting.crosstab import TOTAL, Crosstab
from reporting.dimensions import Dimension, Everything
from reporting.period import Period
from reporting.scope import Scope

AREA = "service-area"


@dataclass(frozen=True)
class About:
    """Whose figures: of the whole scope or of some service areas, in several periods."""

    parts: tuple[Part, ...]
    scope: Scope
    areas: tuple[int, ...] = ()
    name: str = ""

    @property
    def whose(self) -> str:
        whose = self.name or self.scope.whose
        return whose[0].upper() + whose[1:]

    @property
    def periods(self) -> str:
        now, *before = (part.label for part in self.parts)
        return f"{now}, beside {' and '.join(before)}" if before else now

    @property
    def whole(self) -> Scope:
        """From the first day of all periods to the last."""
        starts, ends = zip(*(part.period.days for part in self.parts), strict=True)
        return replace(self.scope, period=Period(min(starts), max(ends)))

    def of_part(self, key: str) -> Scope:
        (period,) = (part.period for part in self.parts if part.key == key)
        return replace(self.scope, period=period)

    @property
    def where(self) -> list[str]:
        return [f"{AREA}={key}" for key in self.areas]


@dataclass(frozen=True)
class Figures:
    """A table of one thing counted. ``words`` ask for it; where they name no rows, ``months`` may.

    With columns in its words, each row stands once for every period, as shares of it; without, the
    periods are the columns.
    """

    key: str
    title: str
    words: Mapping[str, str] = field(default_factory=dict)
    months: bool = False

    def given(self, about: About) -> dict[str, list[str]]:
        given = {name: [value] for name, value in self.words.items()}
        where = [*given.pop("where", []), *about.where]
        return given | ({"where": where} if where else {})

    def asked(self, about: About) -> Asked:
        return read(self.given(about), about.whole)

    def table(self, about: About) -> Crosstab:
        asked = self.asked(about)
        kind, how = asked.measure.table(asked.what)
        return kind(
            key=self.key,
            title=self.title,
            counted=InAnyOf(asked, about.parts),
            row=self._row(asked, about),
            column=self._column(asked, about),
            percent_of="row" if asked.columns else "",
            total_row="Total" if (asked.rows or self.months) and not asked.columns else "",
            total_column="Total" if asked.columns else "",
            **how,
        )

    def _row(self, asked: Asked, about: About) -> Dimension:
        if self.months:
            return Months(about.parts)
        if asked.rows is None:
            return Everything(self.title)
        of = asked.rows.make(asked.what)
        of = These(areas=about.areas) if asked.rows.key == AREA else of
        return Each(of, about.parts) if asked.columns else of

    def _column(self, asked: Asked, about: About) -> Dimension:
        if asked.columns is None:
            return WhichPart(about.parts)
        return OnlyFound(asked.columns.make(asked.what))

    def address(self, about: About, row: str, column: str) -> str:
        """The list behind a cell: that of any table with these words, for the cell's period."""
        if "columns" in self.words:
            row, _, key = row.rpartition("-")
        else:
            key, column = column, "all"
        scope, given = about.of_part(key), self.given(about)
        if self.months:
            given["rows"] = ["month"]
            row = row if row == TOTAL else _same_month(row, scope.period)
        place = {"row": row, "column": column}
        return addresses.of_asked(scope, given, "reporting:behind-asked", **place)


def _same_month(row: str, period: Period) -> str:
    """The month of that name which begins in ``period``, or in which it begins."""
    month = date.fromisoformat(row).month
    year = period.start.year + (month < period.start.month)
    return date(year, month, 1).isoformat()


RECEIVED = Figures("so-far-received", "Complaints received", {"count": "complaints"}, months=True)
BY_AREA = Figures(
    "so-far-areas", "Complaints received, by service area", {"count": "complaints", "rows": AREA}
)
IN_TIME = Figures(
    "so-far-in-time",
    "Answers in time",
    {"count": "stages-answered", "rows": "stage", "columns": "in-time"},
)
OUTCOMES = Figures(
    "so-far-outcomes",
    "What was found",
    {"count": "stages-answered", "rows": "stage", "columns": "outcome"},
)
ALONE = (
    Figures("so-far-all", "Complaints received", {"count": "complaints"}),
    Figures("so-far-closed", "Complaints closed", {"count": "complaints-closed"}),
    Figures("so-far-stage-2", "Stage 2 begun", {"count": "stages-begun", "where": "stage=2"}),
    Figures("so-far-stage-3", "Stage 3 begun", {"count": "stages-begun", "where": "stage=3"}),
    Figures("so-far-ombudsman", "Decisions of the Ombudsman", {"count": "ombudsman"}),
    Figures("so-far-paid", "Payments", {"count": "payments", "measure": "pounds"}),
    Figures("so-far-lessons", "Lessons raised", {"count": "lessons"}),
    Figures("so-far-compliments", "Compliments", {"count": "compliments"}),
)
