"""A published table: which variable stands in which cell, margins included."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from disclosure.relations import Relation, adds_up, overlaps
from disclosure.variables import COUNT, Variable

TOTAL = "Total"


@dataclass(frozen=True)
class Table:
    """``overlapping`` names a dimension of which one complaint may have several values.

    ``outcome``: the columns say what became of people, so that a row all in one column tells it of
    everybody in the row. ``filters`` narrow the whole table.
    """

    name: str
    counted: str
    row_dimension: str
    rows: tuple[str, ...]
    column_dimension: str
    columns: tuple[str, ...]
    filters: frozenset[tuple[str, str]] = frozenset()
    overlapping: frozenset[str] = frozenset()
    outcome: bool = False
    unit: str = COUNT
    printed_totals: frozenset[str] = field(default=frozenset({"row", "column", "grand"}))

    def variable(self, row: str, column: str) -> Variable:
        """What is counted in a cell; `TOTAL` for a margin.

        >>> table = Table("t", "complaints", "team", ("A", "B"), "outcome", ("upheld",))
        >>> print(table.variable("A", TOTAL))
        complaints (team A)
        """
        pairs = [(self.row_dimension, row)] if row != TOTAL else []
        pairs += [(self.column_dimension, column)] if column != TOTAL else []
        return Variable(self.counted, self.filters.union(pairs), self.unit)

    @property
    def places(self) -> list[tuple[str, str]]:
        """Every cell with its margins, printed or not."""
        return [(row, column) for row in (*self.rows, TOTAL) for column in (*self.columns, TOTAL)]

    def is_printed(self, row: str, column: str) -> bool:
        margin = _MARGINS.get((row == TOTAL, column == TOTAL))
        return margin is None or margin in self.printed_totals

    @property
    def printed_variables(self) -> list[Variable]:
        return [self.variable(*place) for place in self.places if self.is_printed(*place)]

    def lines(self) -> Iterable["Line"]:
        """Each row, then each column, the margins' own included."""
        for row in (*self.rows, TOTAL):
            cells = [self.variable(row, column) for column in self.columns]
            across = [self.variable(TOTAL, column) for column in self.columns]
            yield Line(self.variable(row, TOTAL), cells, across, is_row=True)
        for column in (*self.columns, TOTAL):
            cells = [self.variable(row, column) for row in self.rows]
            across = [self.variable(row, TOTAL) for row in self.rows]
            yield Line(self.variable(TOTAL, column), cells, across, is_row=False)

    def relations(self) -> Iterable[Relation]:
        """Each line adds up to its margin, or overlaps in it."""
        for line in self.lines():
            dimension = self.column_dimension if line.is_row else self.row_dimension
            if dimension in self.overlapping:
                yield from overlaps(line.margin, line.cells)
            else:
                yield adds_up(line.margin, line.cells)


@dataclass(frozen=True)
class Line:
    """A row of a table in the order of its columns, or a column in the order of its rows.

    ``across``: for each cell, the margin of the line that crosses this one there.
    """

    margin: Variable
    cells: list[Variable]
    across: list[Variable]
    is_row: bool


_MARGINS = {(False, True): "row", (True, False): "column", (True, True): "grand"}
