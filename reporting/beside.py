"""Tables whose columns measure different things of the same rows: received, closed, days …"""

from collections.abc import Callable
from dataclasses import dataclass

from reporting.counted import Listed
from reporting.crosstab import ZERO, Counts, Crosstab, NoSuchCell
from reporting.quotients import ONE, Quotient
from reporting.results import Cell, Column, Row, Table
from reporting.scope import Scope


@dataclass(frozen=True)
class Beside:
    """``parts`` are tables of one column each, by the words over it: a query for each.

    ``fits`` says for which scopes the table says anything.
    """

    key: str
    title: str
    parts: tuple[tuple[str, Crosstab | Quotient], ...]
    section: str = ""
    kind: str = "mixed"
    definition: str = ""
    fits: Callable[[Scope], bool] = lambda scope: True

    @property
    def tables(self) -> tuple[Crosstab | Quotient, ...]:
        return tuple(table for _, table in self.parts)

    @property
    def needs(self) -> tuple[Crosstab, ...]:
        """What must be counted: each once, also where a percentage divides it again."""
        return tuple({each.key: each for table in self.tables for each in table.needs}.values())

    def table(self, scope: Scope, counted_tables: dict[str, Counts]) -> Table:
        read = [table.table(scope, counted_tables) for table in self.tables]
        labels = {row.key: row.label for table in read for row in table.rows}
        total = [key for key in labels if key == "total"]
        keys = [*(key for key in labels if key != "total"), *total]
        cells = [{row.key: row.cells[0] for row in table.rows} for table in read]
        return Table(
            key=self.key,
            title=self.title,
            section=self.section,
            base="",
            definition=" ".join(filter(None, [self.definition, *self._words(read)])),
            kind=self.kind,
            columns=[Column(str(place), label) for place, (label, _) in enumerate(self.parts)],
            rows=[
                Row(key, labels[key], [self._cell(key, n, of) for n, of in enumerate(cells)])
                for key in keys
            ],
        )

    def _words(self, read: list[Table]) -> list[str]:
        """Of each column what it counts; what they all say, once at the end."""
        named = zip(self.parts, read, strict=True)
        said = [(label, f"{table.base} {table.definition}") for (label, _), table in named]
        return [
            f"{label[0].upper()}{label[1:]}: {words.replace(ZERO, '').strip()}"
            for label, words in said
        ] + [ZERO]

    def _cell(self, row: str, place: int, cells: dict[str, Cell]) -> Cell:
        cell = cells.get(row)
        if cell is None:
            return Cell(self.key, row, str(place), 0 if self._counts(place) else None, part=0)
        return Cell(
            self.key, row, str(place), cell.value, cell.percent, cell.base, cell.kind, cell.part
        )

    def _counts(self, place: int) -> bool:
        return self.tables[place].kind in ("count", "pounds")

    def lists(self, scope: Scope, row: str, column: str) -> list[Listed]:
        if not (column.isdecimal() and int(column) < len(self.parts)):
            raise NoSuchCell(column)
        return self.tables[int(column)].lists(scope, row, ONE)
