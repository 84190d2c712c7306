"""Tables put together for the public form: smaller rows as one, or several years as one table.

The parts stand in no table of the public form but may be worked out from others (a total printed
elsewhere, last year's report). So each is told to the proof: what is put together is their sum.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from editions.models import TableTogether
from editions.released.of_tables import Grid, Tables, labels_of
from editions.released.steps import Steps
from reporting.crosstab import TOTAL, Counts, Crosstab
from reporting.dimensions import Dimension, Heading
from reporting.period import Period
from reporting.results import Table
from reporting.scope import Scope
from reporting.stage_dimensions import StageOutcomes

ROW, COLUMN = "row", "column"


@dataclass(frozen=True)
class PutTogether(Dimension):
    """A dimension of which some headings are one, the last."""

    inner: Dimension
    words: frozenset[str]
    label: str

    def last_day(self, heading, scope):
        return None if heading.key == self.key else self.inner.last_day(heading, scope)

    def number_of_stage(self, heading):
        return None if heading.key == self.key else self.inner.number_of_stage(heading)

    def has_stage(self, heading, number, scope):
        return heading.key == self.key or self.inner.has_stage(heading, number, scope)

    def width(self, scope):
        return self.inner.width(scope)

    def joins(self, counted, scope):
        return self.inner.joins(counted, scope)

    def groups(self, counted, scope):
        return self.inner.groups(counted, scope)

    @property
    def key(self) -> str:
        return "together"

    def headings(self, scope, found):
        every = self.inner.headings(scope, found)
        names = labels_of(every)
        parts = [each for each in every if names[each.key] in self.words]
        values = frozenset(value for each in parts for value in each.values)
        kept = [each for each in every if each not in parts]
        return [*kept, Heading(self.key, self.label, values)] if parts else kept


class Together:
    """One table as it stands in the public form, and what the proof must know of its parts."""

    def __init__(self, told: TableTogether, declared: Crosstab, table: Table, scope: Scope):
        self.told, self.plain, self.before, self.its_scope = told, declared, table, scope

    @cached_property
    def scope(self) -> Scope:
        if self.told.years == 1:
            return self.its_scope
        first = years_of(self.its_scope, self.told.years)[0]
        return Scope(Period(first.period.start, self.its_scope.period.end), first.directorate)

    @cached_property
    def side(self) -> str:
        """Outcomes stay apart: it is the groups that are small."""
        return COLUMN if isinstance(self.plain.row, StageOutcomes) else ROW

    @cached_property
    def declared(self) -> Crosstab:
        if self.told.years > 1:
            return self.plain
        dimension = PutTogether(
            getattr(self.plain, self.side), frozenset(self.told.rows), str(self.told)
        )
        return replace(self.plain, **{self.side: dimension})

    @cached_property
    def counts(self) -> Counts:
        return self.declared.counts(self.scope)

    @cached_property
    def table(self) -> Table:
        made = self.declared.table(self.scope, {self.declared.key: self.counts})
        title = self.before.title
        if self.told.years > 1:
            title = f"{title}, {self.scope.period}"
        return replace(made, title=title)

    def take(self, steps: Steps) -> None:
        Tables(self.scope, steps).take(self.declared, self.table)
        for whole, parts in self._sums(Tables(self.scope, steps)):
            for variable, number in parts:
                steps.add("figure", variable=variable, value=number, printed=False)
            steps.add("sum", whole=whole, parts=[variable for variable, _ in parts])

    def _grid(self, tables: Tables, declared: Crosstab, counts: Counts) -> Grid:
        return Grid(declared, counts, tables.counted(declared), tables.filters)

    def _sums(self, tables: Tables) -> Iterable[tuple[dict, list[tuple[dict, int]]]]:
        """Each cell that holds somebody, with its parts."""
        grid = self._grid(tables, self.declared, self.counts)
        others = self._years() if self.told.years > 1 else [self._parts(tables)]
        for (row, column), number in self.counts.numbers.items():
            if not number or (self.told.years == 1 and not self._is_one(row, column)):
                continue
            parts = [part for of in others for part in of(row, column)]
            # A log that was kept in some of the years only counts otherwise in the others
            if sum(part for _, part in parts) == number:
                yield grid.variable(row, column), parts

    def _is_one(self, row: str, column: str) -> bool:
        return getattr(self.declared, self.side).key == (row if self.side == ROW else column)

    def _parts(self, tables: Tables):
        """The rows that are put together, each by itself."""
        counts = self.plain.counts(self.scope)
        grid = self._grid(tables, self.plain, counts)
        headings = counts.rows if self.side == ROW else counts.columns
        names = labels_of([each for each in headings if each.key != TOTAL])
        keys = [key for key, label in names.items() if label in self.told.rows]

        def parts(row: str, column: str):
            for key in keys:
                place = (key, column) if self.side == ROW else (row, key)
                yield grid.variable(*place), int(counts.numbers[place])

        return parts

    def _years(self) -> list:
        """The same cell in each year."""
        return [self._of_year(scope) for scope in years_of(self.its_scope, self.told.years)]

    def _of_year(self, scope: Scope):
        counts = self.plain.counts(scope)
        grid = self._grid(Tables(scope, Steps()), self.plain, counts)

        def part(row: str, column: str):
            if (row, column) in counts.numbers:
                yield grid.variable(row, column), int(counts.numbers[row, column])

        return part


def years_of(scope: Scope, number: int) -> Sequence[Scope]:
    """This period and those before it, the first first."""
    scopes = [scope]
    while len(scopes) < number:
        scopes.insert(0, scopes[0].previous())
    return scopes


def can_be_put_together(declared: object) -> bool:
    """A table of counts of one thing: not rates, means, money or tables side by side."""
    return type(declared) is Crosstab and declared.kind == "count"
