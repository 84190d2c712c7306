"""A table of which more than half is hidden says little: smaller rows together may say more."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from disclosure.cost import cost_of_hiding
from disclosure.primary import primary
from disclosure.protect import Protected, protect
from disclosure.release import Release
from disclosure.rules import Rules
from disclosure.tables import TOTAL, Table

Counts = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Suggestion:
    """Rows of a table to put together; none where only several years together would help."""

    table: Table
    rows: tuple[str, ...]

    @property
    def is_of_years(self) -> bool:
        return not self.rows

    def __str__(self) -> str:
        if self.is_of_years:
            return f"{self.table.name}: publish several years together"
        return f"{self.table.name}: put {', '.join(self.rows)} together"


def suggestions(
    release: Release,
    protected: Protected,
    rules: Rules = Rules(),  # noqa: B008
) -> list[Suggestion]:
    """For each table that vanishes, about the fewest of its smallest rows that must go together.

    Rows that overlap cannot: who is in two of them would count twice.
    """
    costs = cost_of_hiding(release, protected.hidden)
    return [_for(release, cost.table, rules) for cost in costs if cost.vanishes]


def _for(release: Release, table: Table, rules: Rules) -> Suggestion:
    if table.row_dimension in table.overlapping:
        return Suggestion(table, ())
    sizes = {row: release.values[table.variable(row, TOTAL)] for row in table.rows}
    smallest = sorted(sizes, key=sizes.get)
    number = 2
    while number < len(smallest):
        rows = tuple(row for row in table.rows if row in smallest[:number])
        alone = _alone(*merged(table, counts_of(release, table), rows))
        if _vanishes(alone, primary(alone, rules)):
            number += 1
        elif _vanishes(alone, protect(alone, rules).hidden):
            number += max(1, number // 4)  # a proof takes longer than a count
        else:
            return Suggestion(table, rows)
    return Suggestion(table, ())


def merged(
    table: Table, counts: Counts, rows: tuple[str, ...], label: str = "Others"
) -> tuple[Table, dict[tuple[str, str], int]]:
    """The table with these rows as one, the last, and its counts.

    >>> table = Table("t", "complaints", "team", ("A", "B", "C"), "outcome", ("upheld",))
    >>> counts = {("A", "upheld"): 9, ("B", "upheld"): 1, ("C", "upheld"): 4}
    >>> smaller, counts = merged(table, counts, ("B", "C"))
    >>> smaller.rows, counts
    (('A', 'Others'), {('A', 'upheld'): 9, ('Others', 'upheld'): 5})
    """
    kept = (*(row for row in table.rows if row not in rows), label)
    added: dict[tuple[str, str], int] = {}
    for (row, column), number in counts.items():
        place = label if row in rows else row, column
        added[place] = added.get(place, 0) + number
    return replace(table, rows=kept), added


def of_several_years(*years: Counts) -> dict[tuple[str, str], int]:
    """The counts of one table in several years, added up."""
    places = dict.fromkeys(place for counts in years for place in counts)
    return {place: sum(counts.get(place, 0) for counts in years) for place in places}


def counts_of(release: Release, table: Table) -> dict[tuple[str, str], int]:
    """The inner cells of a table, and those margins that are no sums."""
    return {
        place: release.values[table.variable(*place)]
        for place in table.places
        if TOTAL not in place or table.overlapping
    }


def _alone(table: Table, counts: Counts) -> Release:
    release = Release()
    release.table(table, counts)
    return release


def _vanishes(alone: Release, hidden: Mapping) -> bool:
    return cost_of_hiding(alone, hidden)[0].vanishes
