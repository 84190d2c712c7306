"""A table of the report as steps of a release: what stands in which cell, and what adds up."""

from dataclasses import fields, is_dataclass, replace

from django.conf import settings
from django.db.models import Max

from disclosure.tables import TOTAL
from disclosure.variables import COUNT, PENCE
from editions.names import SHARE
from editions.released.steps import Steps, plain_variable
from reporting import crosstab
from reporting.any_table.spread import Spread
from reporting.beside import Beside
from reporting.crosstab import Counts, Crosstab
from reporting.dimensions import Choices, Dimension, Heading, OmbudsmanDecisions
from reporting.rates import Rates
from reporting.results import Table
from reporting.scope import Scope
from reporting.stage_dimensions import StageOutcomes

BASE = "base"
NOT_PART_OF_IT = {"only_found", "always", "choices", "label"}  # how it is drawn, not what it is


class Tables:
    """The tables of one report as steps. ``unreleased`` are those of which each row is a case."""

    def __init__(self, scope: Scope, steps: Steps):
        self.scope, self.steps = scope, steps
        self.unreleased: set[str] = set()
        self.filters = [["period", str(scope.period)], ["whose", scope.whose]]

    def take(self, declared, table: Table) -> None:
        if isinstance(declared, Rates):
            self._rates(declared, table)
        elif isinstance(declared, Beside):
            for place, part in enumerate(declared.needs):
                counts = part.counts(self.scope)
                shown = part.table(self.scope, {part.key: counts})
                self._crosstab(part, shown, counts, f"{table.key}:{{row}}:{place}")
        elif isinstance(declared, Crosstab):
            counts = declared.counts(self.scope)
            self._crosstab(declared, table, counts, f"{table.key}:{{row}}:{{column}}")
        else:
            self.unreleased.add(table.key)

    def _crosstab(self, declared: Crosstab, table: Table, counts: Counts, name: str) -> None:
        if isinstance(declared, Spread):
            self._measured(table, name)
            return
        grid = Grid(declared, counts, self.counted(declared), self.filters)
        if declared.kind == "pounds":
            self._money(declared, grid, name)
        else:
            self.steps.add("table", **grid.told(COUNT, counts, declared.key))
            self._shares(declared, table, grid, name)
        if table.base:
            self._base(declared, grid, table.key)
        for row in counts.rows:
            for column in counts.columns:
                unit = PENCE if declared.kind == "pounds" else COUNT
                place = name.format(row=row.key, column=column.key)
                self.steps.place(place, grid.variable(row.key, column.key, unit))

    def _base(self, declared: Crosstab, grid: "Grid", key: str) -> None:
        """The number of everything stands under the table, also where no total is printed."""
        if declared.percent_of == "row":
            return
        unit = PENCE if declared.kind == "pounds" else COUNT
        whole = grid.variable(crosstab.TOTAL, crosstab.TOTAL, unit)
        value = _whole(grid.counts.everything, unit)
        self.steps.add("figure", f"{key}:{BASE}", variable=whole, value=value, printed=True)

    def counted(self, declared: Crosstab) -> str:
        """What is counted: narrowed, it is something else than the whole."""
        key = declared.counted.for_scope(self.scope).key
        asked = getattr(declared.counted, "asked", None)
        only = asked.conditions_in_words if asked else ""
        return f"{key}, only {only}" if only else key

    def _shares(self, declared: Crosstab, table: Table, grid: "Grid", name: str) -> None:
        for row in table.rows:
            for cell in row.cells:
                if cell.percent is None or not declared.percent_of:
                    continue
                base = grid.variable(
                    cell.row if declared.percent_of == "row" else crosstab.TOTAL, crosstab.TOTAL
                )
                place = name.format(row=cell.row, column=cell.column)
                over = [[grid.variable(cell.row, cell.column), 1]]
                share = f"{place}:{SHARE}"
                self.steps.add(
                    "rate",
                    share,
                    over=over,
                    base=base,
                    scale="100",
                    decimals=settings.PERCENT_DECIMALS,
                )

    def _money(self, declared: Crosstab, grid: "Grid", name: str) -> None:
        how_many = replace(declared, measure=crosstab.how_many, kind="count").counts(self.scope)
        largest = replace(declared, measure=lambda: Max("amount")).counts(self.scope)
        self.steps.add("table", **grid.told(COUNT, how_many, f"{declared.key}, number", ()))
        self.steps.add("table", **grid.told(PENCE, grid.counts, declared.key))
        for row, column in grid.counts.numbers:
            self.steps.add(
                "paid",
                money=grid.variable(row, column, PENCE),
                payments=grid.variable(row, column),
                largest=_pence(_largest(largest, row, column)),
            )

    def _measured(self, table: Table, name: str) -> None:
        """Means, medians and shares: each needs its base, which stands nowhere by itself."""
        for row in table.rows:
            for cell in row.cells:
                place = name.format(row=cell.row, column=cell.column)
                base = plain_variable(f"base of {place}", self.filters)
                number = cell.base if cell.kind == "percent" else cell.part
                self.steps.add("figure", variable=base, value=number or 0, printed=False)
                self.steps.add("spread", place, words=place, base=base)

    def _rates(self, declared: Rates, table: Table) -> None:
        for rate in declared.rates:
            for column in table.columns:
                place = f"{table.key}:{rate.key}:{column.key}"
                part = self._sum_of(rate.part, column.key)
                base = self._sum_of(rate.base, column.key)
                self.steps.add(
                    "rate",
                    place,
                    over=[[part, 1]],
                    base=base,
                    scale="100",
                    decimals=settings.PERCENT_DECIMALS,
                )

    def _sum_of(self, part, column: str) -> dict:
        """The variable of a cell, or of several rows together."""
        counts = part.table.counts(self.scope)
        grid = Grid(part.table, counts, self.counted(part.table), self.filters)
        self.steps.add("table", **grid.told(COUNT, counts, part.table.key, ()))
        there = [row.key for row in counts.rows]
        keys = [key for key in part.rows.split("+") if key in there]
        if len(keys) == 1 and column in {each.key for each in counts.columns}:
            return grid.variable(keys[0], column)
        known = {each.key for each in counts.columns}
        parts = [grid.variable(key, column) for key in keys] if column in known else []
        whole = plain_variable(f"{part.table.key}: {part.rows}, {column}", self.filters)
        self.steps.add("sum", whole=whole, parts=parts)
        return whole


class Grid:
    """The variables of a crosstab. An outcome stands in columns, whichever way it is printed."""

    def __init__(self, declared: Crosstab, counts: Counts, counted: str, filters: list):
        self.declared, self.counts, self.counted, self.filters = declared, counts, counted, filters
        self.turned = _is_outcome(declared.row)
        self.names = {}
        for side, headings in (("row", counts.rows), ("column", counts.columns)):
            self.names[side] = labels_of(headings)

    def variable(self, row: str, column: str, unit: str = COUNT) -> dict:
        pairs = []
        if row != crosstab.TOTAL:
            pairs.append([_name(self.declared.row), self.names["row"][row]])
        if column != crosstab.TOTAL:
            pairs.append([_name(self.declared.column), self.names["column"][column]])
        return plain_variable(self.counted, [*self.filters, *pairs], unit)

    def told(
        self, unit: str, counts: Counts, name: str, printed=("row", "column", "grand")
    ) -> dict:
        rows = [each for each in self.names["row"] if each != crosstab.TOTAL]
        columns = [each for each in self.names["column"] if each != crosstab.TOTAL]
        numbers, overlapping = self._numbers(counts, rows, columns, unit)
        told = {
            "name": name,
            "counted": self.counted,
            "row_dimension": _name(self.declared.row),
            "rows": [self.names["row"][each] for each in rows],
            "column_dimension": _name(self.declared.column),
            "columns": [self.names["column"][each] for each in columns],
            "filters": self.filters,
            "overlapping": overlapping,
            "outcome": self.turned or _is_outcome(self.declared.column),
            "unit": unit,
            "printed_totals": [each for each in self._totals() if each in printed],
            "counts": numbers,
        }
        return _turned(told) if self.turned else told

    def _totals(self) -> list[str]:
        row, column = bool(self.declared.total_column), bool(self.declared.total_row)
        return [name for name, there in (("row", row), ("column", column)) if there] + (
            ["grand"] if row and column else []
        )

    def _numbers(self, counts: Counts, rows: list, columns: list, unit: str) -> tuple[list, list]:
        """The cells, and totals where a case stands under several headings."""
        read = {place: _whole(value, unit) for place, value in counts.numbers.items()}
        found = [
            [self.names["row"][row], self.names["column"][column], read.get((row, column), 0)]
            for row in rows
            for column in columns
        ]
        everything, overlapping = _whole(counts.everything, unit), []
        by_row = {row: sum(read.get((row, each), 0) for each in columns) for row in rows}
        by_column = {each: sum(read.get((row, each), 0) for row in rows) for each in columns}
        totals = crosstab.TOTAL
        if any(read.get((row, totals), number) != number for row, number in by_row.items()):
            overlapping.append(_name(self.declared.column))
            found += [[self.names["row"][row], TOTAL, read[row, totals]] for row in rows]
        if any(read.get((totals, each), number) != number for each, number in by_column.items()):
            overlapping.append(_name(self.declared.row))
            found += [[TOTAL, self.names["column"][each], read[totals, each]] for each in columns]
        if overlapping:
            found.append([TOTAL, TOTAL, everything])
        return found, overlapping


def _turned(told: dict) -> dict:
    swapped = {"row": "column", "column": "row"}
    return told | {
        "row_dimension": told["column_dimension"],
        "rows": told["columns"],
        "column_dimension": told["row_dimension"],
        "columns": told["rows"],
        "printed_totals": [swapped.get(each, each) for each in told["printed_totals"]],
        "counts": [[column, row, number] for row, column, number in told["counts"]],
    }


def _is_outcome(dimension: Dimension) -> bool:
    """What became of people: of a group that fared all alike it tells of each of them."""
    if isinstance(dimension, StageOutcomes | OmbudsmanDecisions):
        return True
    return isinstance(dimension, Choices) and dimension.path == "outcome"


def _name(dimension: Dimension) -> str:
    """The same dimension has one name, however it is drawn, and also with headings as one."""
    dimension = getattr(dimension, "inner", dimension)
    name = type(dimension).__name__
    if not is_dataclass(dimension):
        return name
    told = [
        f"{each.name}={getattr(dimension, each.name)}"
        for each in fields(dimension)
        if each.name not in NOT_PART_OF_IT and isinstance(getattr(dimension, each.name), str | int)
    ]
    return " ".join([name, *told])


def labels_of(headings: list[Heading]) -> dict[str, str]:
    """By key; two headings of one label are told apart by their keys."""
    labels = [each.label for each in headings]
    return {
        each.key: each.label if labels.count(each.label) == 1 else f"{each.label} [{each.key}]"
        for each in headings
    }


def _whole(value, unit: str) -> int:
    return _pence(value) if unit == PENCE else int(value or 0)


def _pence(value) -> int:
    return round((value or 0) * 100)


def _largest(counts: Counts, row: str, column: str):
    """The largest payment of a cell. A total's stands for the largest of its cells."""
    if crosstab.TOTAL not in (row, column):
        return counts.numbers[row, column]
    within = [
        number
        for (one, other), number in counts.numbers.items()
        if crosstab.TOTAL not in (one, other)
        and row in (one, crosstab.TOTAL)
        and column in (other, crosstab.TOTAL)
    ]
    return max(within, default=0)
