"""What the hiding cost, table by table."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from disclosure.marks import Mark
from disclosure.release import Release
from disclosure.tables import Table

FOR_ITSELF = Mark.SMALL, Mark.GROUP, Mark.MONEY


@dataclass(frozen=True)
class Cost:
    """Of ``numbers`` printed cells, margins included, so many are hidden for themselves and so
    many to protect those. ``inner`` cells, without margins, are those that a table is read for.
    """

    table: Table
    numbers: int
    for_itself: int
    protecting: int
    inner: int
    inner_hidden: int

    @property
    def vanishes(self) -> bool:
        """More than half of what the table is read for is hidden."""
        return 2 * self.inner_hidden > self.inner

    def __str__(self) -> str:
        return (
            f"{self.table.name}: {self.for_itself + self.protecting} of {self.numbers} numbers "
            f"hidden, {self.for_itself} for themselves and {self.protecting} to protect them"
        )


def cost_of_hiding(release: Release, hidden: Mapping) -> list[Cost]:
    """In the order of the tables; a number that stands in two of them counts in both."""
    return [_of(table, hidden) for table in release.tables]


def _of(table: Table, hidden: Mapping) -> Cost:
    printed = table.printed_variables
    marks = Counter(hidden[each] in FOR_ITSELF for each in printed if each in hidden)
    inner = [table.variable(row, column) for row in table.rows for column in table.columns]
    inner_hidden = sum(each in hidden for each in inner)
    return Cost(table, len(printed), marks[True], marks[False], len(inner), inner_hidden)
