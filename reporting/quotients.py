"""A column of percentages in a table of several measures: what two other tables count, divided."""

from dataclasses import dataclass, replace

from reporting.counted import Listed
from reporting.crosstab import Counts, Crosstab, NoSuchCell
from reporting.percentages import percent
from reporting.results import Cell, Column, Row, Table
from reporting.scope import Scope

ONE = "all"  # the only column of each of them


@dataclass(frozen=True)
class Quotient:
    """``parts`` are added up and divided by ``base``, row by row; all have one column."""

    key: str
    parts: tuple[Crosstab, ...]
    base: Crosstab
    words: str
    title: str = ""
    kind: str = "percent"

    @property
    def needs(self) -> tuple[Crosstab, ...]:
        return (*self.parts, self.base)

    def table(self, scope: Scope, counted_tables: dict[str, Counts]) -> Table:
        counts = {each.key: counted_tables[each.key] for each in self.needs}
        labels = {row.key: row.label for each in counts.values() for row in each.rows}
        return Table(
            key=self.key,
            title=self.title,
            section="",
            base=f"{self.words}.",
            definition="",
            kind=self.kind,
            columns=[Column(ONE, "All")],
            rows=[Row(key, label, [self._cell(key, counts)]) for key, label in labels.items()],
        )

    def _cell(self, row: str, counts: dict[str, Counts]) -> Cell:
        part = sum(counts[each.key].number(row, ONE) for each in self.parts)
        base = counts[self.base.key].number(row, ONE)
        return Cell(self.key, row, ONE, percent(part, base), kind=self.kind, part=part, base=base)

    def lists(self, scope: Scope, row: str, column: str) -> list[Listed]:
        """What is divided, table by table, then what it is divided by."""
        return [listed for each in self.needs for listed in _lists(each, scope, row)]


def _lists(table: Crosstab, scope: Scope, row: str) -> list[Listed]:
    """A row that a table does not have has nothing in it."""
    try:
        (listed,) = table.lists(scope, row, ONE)
    except NoSuchCell:
        return []
    return [replace(listed, words=f"{listed.words}: {table.counted.for_scope(scope).many}")]
