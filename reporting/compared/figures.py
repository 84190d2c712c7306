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

    def addresses(self, about: About) -> dict[str, str]:
        """Of each period, where any table with these words has its lists."""
        given = self.given(about) | ({"rows": ["month"]} if self.months else {})
        return {
            part.key: addresses.of_asked(about.of_part(part.key), given, "reporting:behind-asked")
            for part in about.parts
        }

    def place(self, about: About, row: str, column: str) -> tuple[str, str, str]:
        """Of a cell, its period, and the row and column by which any table knows it."""
        if "columns" in self.words:
            row, _, key = row.rpartition("-")
            return key, row, column
        if self.months and row != TOTAL:
            row = _same_month(row, about.of_part(column).period)
        return column, row, "all"


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
CLOSED = Figures("so-far-closed", "Complaints closed", {"count": "complaints-closed"})
BEGUN = Figures("so-far-begun", "Stages begun", {"count": "stages-begun", "rows": "stage"})
DECIDED = Figures("so-far-ombudsman", "Decisions of the Ombudsman", {"count": "ombudsman"})
PAID = Figures("so-far-paid", "Payments", {"count": "payments", "measure": "pounds"})
LESSONS = Figures("so-far-lessons", "Lessons raised", {"count": "lessons"})
COMPLIMENTS = Figures("so-far-compliments", "Compliments", {"count": "compliments"})


@dataclass(frozen=True)
class Single:
    """One number for each period: a row of figures that may have others."""

    label: str
    figures: Figures
    row: str = "all"


RECEIVED_IN_ALL = Single("Complaints received", BY_AREA, TOTAL)
STAGE_2_BEGUN = Single("Stage 2 begun", BEGUN, "2")
SINGLES = (
    RECEIVED_IN_ALL,
    Single("Complaints closed", CLOSED),
    STAGE_2_BEGUN,
    Single("Stage 3 begun", BEGUN, "3"),
    Single("Decisions of the Ombudsman", DECIDED),
    Single("Payments", PAID),
    Single("Lessons raised", LESSONS),
    Single("Compliments", COMPLIMENTS),
)
