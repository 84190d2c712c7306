"""Tables of percentages: each cell divides a cell of one table by a cell of another.

Nothing is counted anew. Behind a percentage stand two lists, what it divides and by what.
"""

from dataclasses import dataclass, replace

from reporting.counted import Listed
from reporting.crosstab import Counts, Crosstab, NoSuchCell
from reporting.percentages import percent
from reporting.results import Cell, Column, Row, Table
from reporting.scope import Scope

DEFINITION = "n/a means that there is nothing to divide by; 0% that there is."


@dataclass(frozen=True)
class Part:
    """Rows of a table, joined with a plus where several are meant."""

    table: Crosstab
    rows: str


@dataclass(frozen=True)
class Rate:
    key: str
    label: str
    part: Part
    base: Part
    words: str


@dataclass(frozen=True)
class Rates:
    """``columns`` are those of the first rate's part."""

    key: str
    title: str
    rates: tuple[Rate, ...]
    section: str = ""
    kind: str = "percent"

    @property
    def needs(self) -> tuple[Crosstab, ...]:
        return tuple(part.table for rate in self.rates for part in (rate.part, rate.base))

    def table(self, scope: Scope, counted_tables: dict[str, Counts]) -> Table:
        columns = counted_tables[self.rates[0].part.table.key].columns
        return Table(
            key=self.key,
            title=self.title,
            section=self.section,
            base="Base: " + "; ".join(f"{rate.label}: {rate.words}" for rate in self.rates) + ".",
            definition=DEFINITION,
            kind=self.kind,
            columns=[Column(column.key, column.label) for column in columns],
            rows=[
                Row(
                    rate.key,
                    rate.label,
                    [self._cell(rate, column.key, counted_tables) for column in columns],
                )
                for rate in self.rates
            ],
        )

    def _cell(self, rate: Rate, column: str, counted_tables: dict[str, Counts]) -> Cell:
        part, base = (
            counted_tables[each.table.key].number(each.rows, column)
            for each in (rate.part, rate.base)
        )
        return Cell(
            table=self.key,
            row=rate.key,
            column=column,
            value=percent(part, base),
            kind=self.kind,
            part=part,
            base=base,
        )

    def lists(self, scope: Scope, row: str, column: str) -> list[Listed]:
        """What is divided, then what it is divided by."""
        for rate in self.rates:
            if rate.key == row:
                return [
                    replace(listed, words=f"{part.table.title}: {listed.words}")
                    for part in (rate.part, rate.base)
                    for listed in part.table.lists(scope, part.rows, column)
                ]
        raise NoSuchCell(row)
