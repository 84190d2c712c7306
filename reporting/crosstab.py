"""A table: what is counted, rows, columns, base. The database counts, in one grouped query.

The list behind a number is the same rows narrowed by the same grouped values, so the two agree.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import reduce
from itertools import product
from operator import or_

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Q, QuerySet

from accounts.models import User
from reporting.counted import Counted, Listed, OnLog
from reporting.dimensions import Dimension, Heading
from reporting.percentages import percent
from reporting.results import Cell, Column, Row, Table
from reporting.scope import Scope

TOTAL = "total"
ZERO = "A zero means that none was recorded."


class NoSuchCell(LookupError):
    """A row or column that a table does not have."""


@dataclass(frozen=True)
class Counts:
    """What came out: the headings, and a number for each cell, totals included."""

    rows: list[Heading]
    columns: list[Heading]
    numbers: dict[tuple[str, str], object]
    everything: object

    def number(self, row: str, column: str):
        """The number of a cell; several rows are joined with a plus."""
        return sum(self.numbers.get((each, column), 0) for each in row.split("+"))


def how_many() -> Count:
    return Count("pk")


@dataclass(frozen=True)
class Crosstab:
    """``percent_of`` is "row" (each row is its own base) or "all"; without it no percentages.

    ``total_row`` and ``total_column`` are their labels, or "" for none; ``first`` names those that
    stand before the rest. ``measure`` is counted where it is not the number of rows.
    """

    key: str
    title: str
    counted: Counted | OnLog
    row: Dimension
    column: Dimension
    section: str = ""
    percent_of: str = ""
    total_row: str = ""
    total_column: str = ""
    first: tuple[str, ...] = ()
    measure: Callable = how_many
    kind: str = "count"
    definition: str = ""

    def counts(self, scope: Scope, hidden_from: User | None = None) -> Counts:
        """Count every cell; with ``hidden_from``, the rows of it that this user may not see."""
        return self.filled(scope, self.found(scope, hidden_from))

    def found(self, scope: Scope, hidden_from: User | None = None) -> dict[tuple, object]:
        """One query: the number of each pair of grouped values, of row and of column."""
        counted = self.counted.for_scope(scope)
        row_names, column_names = self._names(counted, scope)
        rows, measure = self._grouped(counted, scope), self.measure
        if hidden_from:
            rows, measure = counted.hidden_from(hidden_from, rows), how_many
        names = [*row_names, *column_names]
        found = {}
        grouped = rows.order_by().values(*names).annotate(measured=measure())
        if not names:
            grouped = [rows.aggregate(measured=measure())]
        for line in grouped:
            row = tuple(line[name] for name in row_names)
            column = tuple(line[name] for name in column_names)
            found[row, column] = line["measured"] or 0
        return found

    def filled(self, scope: Scope, found: dict[tuple, object]) -> Counts:
        """The cells and totals that these numbers make."""
        rows, columns = self._headings(scope, found)
        numbers = {(row.key, column.key): 0 for row in rows for column in columns}
        for cell, number in held(found, rows, columns):
            numbers[cell] += number
        return Counts(rows, columns, numbers, sum(found.values()))

    def cases(self, scope: Scope, reference: str) -> dict[tuple[str, str], tuple[str, set]]:
        """Of every cell the words of its list and the cases of its rows, in one query.

        ``reference`` is the path to that of a case.
        """
        found = replace(self, measure=lambda: ArrayAgg(reference, distinct=True)).found(scope)
        rows, columns = self._headings(scope, found)
        cells = {(row.key, column.key): set() for row in rows for column in columns}
        for cell, references in held(found, rows, columns):
            cells[cell].update(references or ())
        return {
            cell: (self._in_words(rows, columns, *cell), references - {None})
            for cell, references in cells.items()
        }

    def _headings(self, scope: Scope, found: Iterable[tuple]) -> tuple[list, list]:
        """Those of what was found, with the totals."""
        rows = self.row.headings(scope, {row for row, _ in found})
        columns = self.column.headings(scope, {column for _, column in found})
        return self._totals(rows, columns)

    def _totals(self, rows: list[Heading], columns: list[Heading]) -> tuple[list, list]:
        return (
            _with_total(rows, self.total_row, first="row" in self.first),
            _with_total(columns, self.total_column, first="column" in self.first),
        )

    def behind(self, scope: Scope, row: str, column: str) -> QuerySet:
        """The rows that a cell counts; several table rows are joined with a plus."""
        return self._behind(scope, self.counts(scope), row, column)

    def lists(self, scope: Scope, row: str, column: str) -> list[Listed]:
        counts = self.counts(scope)
        rows = self._behind(scope, counts, row, column)
        words = self._in_words(counts.rows, counts.columns, row, column)
        return [Listed(words, self.counted.for_scope(scope), rows)]

    def _in_words(self, rows: list[Heading], columns: list[Heading], row: str, column: str) -> str:
        chosen = [each.label for each in rows if each.key in row.split("+")]
        chosen += [_find(columns, column).label] if column not in (TOTAL, "all") else []
        return " · ".join(chosen)

    def _behind(self, scope: Scope, counts: Counts, row: str, column: str) -> QuerySet:
        counted = self.counted.for_scope(scope)
        row_names, column_names = self._names(counted, scope)
        rows = self._grouped(counted, scope)
        wanted = [each for each in counts.rows if each.key in row.split("+")]
        if not wanted:
            raise NoSuchCell(row)
        if TOTAL not in row.split("+"):
            rows = rows.filter(_any_of(row_names, wanted))
        if column != TOTAL or not self.total_column:
            rows = rows.filter(_any_of(column_names, [_find(counts.columns, column)]))
        return rows

    def _grouped(self, counted: Counted, scope: Scope) -> QuerySet:
        joins = self.row.joins(counted, scope) | self.column.joins(counted, scope)
        groups = _named("row", self.row, counted, scope)
        groups |= _named("column", self.column, counted, scope)
        return joined(counted.within(scope), joins).annotate(**groups)

    def _names(self, counted: Counted, scope: Scope) -> tuple[list[str], list[str]]:
        return (
            list(_named("row", self.row, counted, scope)),
            list(_named("column", self.column, counted, scope)),
        )

    @property
    def needs(self) -> tuple["Crosstab", ...]:
        """What must be counted for this table: only itself."""
        return (self,)

    def table(self, scope: Scope, counted_tables: dict[str, Counts]) -> Table:
        """The table as it is read."""
        counts = counted_tables[self.key]
        counted, columns = self.counted.for_scope(scope), counts.columns
        rows = [
            Row(row.key, row.label, [self._shown(counts, row, column, scope) for column in columns])
            for row in counts.rows
        ]
        return Table(
            key=self.key,
            title=self.title,
            section=self.section,
            base=self._base(counted, counts.everything),
            definition=" ".join(filter(None, [f"Counts {counted.words}.", self.definition, ZERO])),
            kind=self.kind,
            columns=[Column(column.key, column.label) for column in columns],
            rows=rows,
        )

    def _shown(self, counts: Counts, row: Heading, column: Heading, scope: Scope) -> Cell:
        """A stage that a procedure does not have is n/a; a zero would say that it was not used."""
        cell = self._cell(counts, row, column)
        if cell.value or self._is_there(row, column, scope):
            return cell
        return replace(cell, value=None, percent=None, part=0)

    def _is_there(self, row: Heading, column: Heading, scope: Scope) -> bool:
        stages = (self.row.number_of_stage(row), self.column.number_of_stage(column))
        return (stages[0] is None or self.column.has_stage(column, stages[0], scope)) and (
            stages[1] is None or self.row.has_stage(row, stages[1], scope)
        )

    def _cell(self, counts: Counts, row: Heading, column: Heading) -> Cell:
        value = counts.numbers[row.key, column.key]
        base = None
        if self.percent_of == "row":
            base = counts.numbers[row.key, TOTAL]
        elif self.percent_of == "all":
            base = counts.everything
        share = percent(value, base) if base is not None else None
        return Cell(self.key, row.key, column.key, value, share, base, self.kind)

    def _base(self, counted: Counted, everything) -> str:
        if self.kind == "pounds":
            return f"Base: £{everything:,.2f} of {counted.many}."
        if self.percent_of == "row":
            return f"Base: the {counted.many} of each row."
        return f"Base: {counted.number(everything)}."


def joined(rows: QuerySet, joins: dict) -> QuerySet:
    """With these joins, of which conditions may have brought some already."""
    known = {*rows.query.annotations, *rows.query._filtered_relations}
    return rows.alias(**{name: join for name, join in joins.items() if name not in known})


def held(found: dict[tuple, object], rows: list[Heading], columns: list[Heading]) -> Iterable:
    """Each cell, totals included, with each of the values found that it holds."""
    there = set(product((row.key for row in rows), (column.key for column in columns)))
    rows_of, columns_of = _by_value(rows), _by_value(columns)
    for (row, column), value in found.items():
        for cell in product([*rows_of[row], TOTAL], [*columns_of[column], TOTAL]):
            if cell in there:
                yield cell, value


def _by_value(headings: list[Heading]) -> dict[tuple, list[str]]:
    """The headings each grouped value stands under: more than one where headings overlap."""
    under: dict[tuple, list[str]] = {}
    for each in headings:
        for value in each.values:
            under.setdefault(value, []).append(each.key)
    return under


def _with_total(headings: list[Heading], label: str, *, first: bool) -> list[Heading]:
    total = [Heading(TOTAL, label)] if label else []
    return [*total, *headings] if first else [*headings, *total]


def _named(side: str, dimension: Dimension, counted: Counted, scope: Scope) -> dict[str, object]:
    groups = dimension.groups(counted, scope)
    return {f"{side}_{name}": expression for name, expression in groups.items()}


def _find(headings: list[Heading], key: str) -> Heading:
    for each in headings:
        if each.key == key:
            return each
    raise NoSuchCell(key)


def _any_of(names: list[str], headings: list[Heading]) -> Q:
    """Rows whose grouped values are those of one of the headings."""
    values = [value for each in headings for value in each.values]
    if not names:
        return Q()
    return reduce(or_, (Q(**dict(zip(names, each, strict=True))) for each in values), Q(pk=None))
