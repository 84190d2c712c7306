"""Tables of means, medians, longest and shares: no cell is the sum of others.

The database works out the totals too, beside the cells and in the same query (GROUPING SETS).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import product

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import FilteredRelation, Q, QuerySet

from accounts.models import User
from reporting.behind import DAYS
from reporting.counted import Counted, Listed
from reporting.crosstab import TOTAL, Counts, Crosstab, joined
from reporting.dimensions import Heading
from reporting.percentages import half_up, percent
from reporting.results import Cell
from reporting.scope import Scope

IS_PART = "is_part"
MEASURED = DAYS  # a list behind a number shows them beside each row


@dataclass(frozen=True)
class Measured:
    """What came out for a cell, and of how many rows."""

    value: object = None
    rows: int = 0

    def __bool__(self) -> bool:
        return self.rows > 0


@dataclass(frozen=True)
class Spread(Crosstab):
    """``value`` is what is measured of a row, and ``aggregate`` SQL over it.

    Tables that are the ``same`` but for their aggregate, one of their ``family``, share a query.

    A row without the value is in no cell: ``without`` says in words which these are. Each heading
    of its dimensions stands for one grouped value.
    """

    value: Callable = None
    value_joins: Callable[[Scope], dict[str, FilteredRelation]] = lambda scope: {}
    aggregate: str = "avg(value)"
    family: tuple[str, ...] = ()
    same: tuple = ()
    kind: str = "measured"
    without: str = ""

    def counts(self, scope: Scope, hidden_from: User | None = None) -> Counts:
        if hidden_from:
            return super().counts(scope, hidden_from)
        counted = self.counted.for_scope(scope)
        row_names, column_names = self._names(counted, scope)
        found = self._found(counted, scope, row_names, column_names)
        rows = self.row.headings(scope, {row for row, _ in found if row is not None})
        columns = self.column.headings(scope, {column for _, column in found if column is not None})
        rows, columns = self._totals(rows, columns)
        every_row, every_column = (None if of else () for of in (row_names, column_names))
        numbers = {
            (row.key, column.key): found.get(
                (_value(row, every_row), _value(column, every_column)), Measured()
            )
            for row, column in product(rows, columns)
        }
        return Counts(rows, columns, numbers, found.get((every_row, every_column), Measured()))

    @property
    def _aggregates(self) -> tuple[str, ...]:
        return self.family if self.same else (self.aggregate,)

    def _found(self, counted: Counted, scope: Scope, row_names: list, column_names: list) -> dict:
        """What came out of this table's aggregate, by the values of row and column."""
        known = scope.measured if self.same else {}
        if self.same not in known:
            rows = self._with_values(counted, scope)
            known[self.same] = self._measured(rows, row_names, column_names)
        place = self._aggregates.index(self.aggregate)
        return {
            cell: Measured(values[place], number)
            for cell, (values, number) in known[self.same].items()
        }

    def _with_values(self, counted: Counted, scope: Scope) -> QuerySet:
        rows = joined(self._grouped(counted, scope), self.value_joins(scope))
        return rows.annotate(**{MEASURED: self.value()})

    def _measured(self, rows: QuerySet, row_names: list, column_names: list) -> dict:
        """By the values of row and column; None stands for all of them."""
        names = [*row_names, *column_names]
        try:
            sql, params = rows.order_by().values_list(*names, MEASURED).query.sql_with_params()
        except EmptyResultSet:
            return {}
        with connection.cursor() as cursor:
            cursor.execute(self._statement(sql, row_names, column_names), params)
            return dict(self._read(line, row_names, column_names) for line in cursor)

    def _statement(self, sql: str, row_names: list, column_names: list) -> str:
        sets = {tuple(left + right) for left in (row_names, []) for right in (column_names, [])}
        sets = ", ".join(f"({', '.join(names)})" for names in sorted(sets))
        names = [*row_names, *column_names]
        marks = [f"GROUPING({', '.join(of)})" if of else "0" for of in (row_names, column_names)]
        shown = ", ".join([*names, *marks, *self._aggregates, "count(*)"])
        named = ", ".join([*names, "value"])
        return (
            f"SELECT {shown} FROM ({sql}) AS measured ({named}) "  # noqa: S608
            f"WHERE value IS NOT NULL GROUP BY GROUPING SETS ({sets})"
        )

    def _read(self, line: tuple, row_names: list, column_names: list) -> tuple:
        places = len(row_names), len(row_names) + len(column_names)
        row, column = line[: places[0]], line[places[0] : places[1]]
        all_rows, all_columns, *values, number = line[places[1] :]
        at = (None if all_rows else row, None if all_columns else column)
        return at, (values, number)

    def _cell(self, counts: Counts, row, column) -> Cell:
        measured = counts.numbers[row.key, column.key]
        value = None if measured.value is None else half_up(measured.value)
        return Cell(self.key, row.key, column.key, value, kind=self.kind, part=measured.rows)

    def _base(self, counted: Counted, everything: Measured) -> str:
        left_out = f" {self.without}" if self.without else ""
        return f"Base: {counted.number(everything.rows)}.{left_out}"

    def behind(self, scope: Scope, row: str, column: str) -> QuerySet:
        return self._only_measured(super().behind(scope, row, column), scope)

    def lists(self, scope: Scope, row: str, column: str) -> list[Listed]:
        """The rows with what was measured of each."""
        return [
            replace(listed, rows=self._only_measured(listed.rows, scope))
            for listed in super().lists(scope, row, column)
        ]

    def _only_measured(self, rows: QuerySet, scope: Scope) -> QuerySet:
        rows = joined(rows, self.value_joins(scope)).annotate(**{MEASURED: self.value()})
        return rows.filter(**{f"{MEASURED}__isnull": False})


@dataclass(frozen=True)
class Shares(Spread):
    """How many of the rows of each cell have one of the values ``part``, as a percentage of those
    with any value."""

    aggregate: str = "count(*) FILTER (WHERE value = 1)"
    part: tuple[int, ...] = (1,)
    kind: str = "percent"
    part_words: str = ""

    def _cell(self, counts: Counts, row, column) -> Cell:
        measured = counts.numbers[row.key, column.key]
        part, base = measured.value or 0, measured.rows
        value = percent(part, base)
        return Cell(self.key, row.key, column.key, value, kind=self.kind, part=part, base=base)

    def _only_measured(self, rows: QuerySet, scope: Scope) -> QuerySet:
        rows = joined(rows, self.value_joins(scope)).alias(**{IS_PART: self.value()})
        return rows.filter(**{f"{IS_PART}__isnull": False})

    def lists(self, scope: Scope, row: str, column: str) -> list[Listed]:
        """What is divided, then what it is divided by."""
        (base,) = super().lists(scope, row, column)
        part = base.rows.filter(Q(**{f"{IS_PART}__in": self.part}))
        words = ": ".join(filter(None, [base.words, self.part_words]))
        return [replace(base, words=words, rows=part), replace(base, words=f"{base.words}: all")]


def _value(heading: Heading, every: tuple | None) -> tuple | None:
    """The one grouped value of a heading; ``every`` of a total."""
    if heading.key == TOTAL:
        return every
    (value,) = heading.values
    return value
