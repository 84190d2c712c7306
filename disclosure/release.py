"""A release: everything that one edition prints, as variables and what holds between them."""

from collections.abc import Iterable, Mapping

from disclosure.marks import Mark
from disclosure.rates import Rate, Spread, in_units, told_by
from disclosure.relations import Relation, adds_up
from disclosure.tables import TOTAL, Table
from disclosure.variables import Variable

CELL, MARGIN, FIGURE = range(3)  # how much a reader loses with it


class DoesNotAddUp(ValueError):
    """The numbers that are to be published contradict each other."""


class Release:
    """Built up by its methods; nothing is taken out again.

    ``values``: the true number of each variable. ``printed``: what this edition prints, each with
    how much of a loss it is. ``known``: what earlier editions printed of the same variables, so
    that hiding it comes too late; ``marked``: the marks that earlier editions gave.
    """

    def __init__(self):
        self.values: dict[Variable, int] = {}
        self.printed: dict[Variable, int] = {}
        self.rates: dict[Rate, int] = {}
        self.spreads: list[Spread] = []
        self.tables: list[Table] = []
        self.relations: dict[Relation, None] = {}
        self.payments: dict[Variable, Variable] = {}
        self.largest: dict[Variable, int] = {}
        self.people: list[frozenset[Variable]] = []
        self.known: set[Variable] = set()
        self.marked: dict[Variable, list[Mark]] = {}

    def figure(self, variable: Variable, value: int, loss: int = FIGURE) -> Variable:
        """Print a number by itself."""
        self.unprinted(variable, value)
        self.printed[variable] = max(loss, self.printed.get(variable, CELL))
        return variable

    def unprinted(self, variable: Variable, value: int) -> Variable:
        """A number that stands nowhere but that printed ones may give away."""
        if value < 0 or value != int(value):
            raise DoesNotAddUp(f"{variable} is {value}: a count is a whole number, nought or more.")
        if self.values.setdefault(variable, int(value)) != value:
            raise DoesNotAddUp(f"{variable} is {self.values[variable]} here and {value} there.")
        return variable

    def table(self, table: Table, counts: Mapping[tuple[str, str], int]) -> Table:
        """Print a table. ``counts`` by row and column; margins only where they are not the sum.

        Where a complaint may have several values of a dimension, its total is in ``counts`` under
        `TOTAL`.
        """
        for row, column in table.places:
            variable, value = table.variable(row, column), _number(table, counts, row, column)
            if table.is_printed(row, column):
                self.figure(variable, value, (row == TOTAL) + (column == TOTAL))
            else:
                self.unprinted(variable, value)
        for relation in table.relations():
            self.holds(relation)
        self.tables.append(table)
        return table

    def total(self, whole: Variable, parts: Iterable[Variable]) -> Variable:
        """Print the sum of numbers that are variables already."""
        parts = list(parts)
        self.figure(whole, sum(self.values[part] for part in parts))
        self.holds(adds_up(whole, parts))
        return whole

    def holds(self, relation: Relation) -> None:
        """The reader knows this of the numbers, printed or not."""
        if not relation.holds(self.values):
            raise DoesNotAddUp(f"This does not add up: {relation}")
        self.relations[relation] = None

    def rate(self, rate: Rate) -> Rate:
        """Print a percentage, a change or an average. Of nothing there is none ("n/a")."""
        units = in_units(rate, self.values)
        if units is not None:
            self.rates[rate] = units
        return rate

    def spread(self, words: str, base: Variable) -> Spread:
        """Print a median or a longest of so many people."""
        spread = Spread(words, base)
        self.spreads.append(spread)
        return spread

    def paid(self, money: Variable, payments: Variable, largest: int | None = None) -> None:
        """How many payments a sum holds, and the largest in pence: what decides if it is hidden."""
        self.payments[money] = payments
        if largest is not None:
            self.largest[money] = largest

    def paid_in(self, sums: Table, payments: Table, largest: Mapping | None = None) -> None:
        """The same for each cell and margin of a table of sums; ``largest`` by row and column."""
        for place in sums.places:
            most = (largest or {}).get(place)
            self.paid(sums.variable(*place), payments.variable(*place), most)

    def same_complainant(self, variables: Iterable[Variable]) -> None:
        """These counts of one are the same person, who therefore knows them all."""
        self.people.append(frozenset(variables))

    def told(self) -> Iterable[Relation]:
        """Everything that holds, and everything that printed rates tell."""
        yield from self.relations
        for rate, units in self.rates.items():
            yield from told_by(rate, units)

    def can_be_hidden(self, variable: Variable) -> bool:
        """Not what an earlier edition printed, nor that nothing was paid where nobody was."""
        nothing = variable.is_money and not self.values[variable]
        return variable not in self.known and not nothing


def _number(table: Table, counts: Mapping, row: str, column: str) -> int:
    if (row, column) in counts:
        return counts[row, column]
    if row == TOTAL and table.row_dimension not in table.overlapping:
        return sum(_number(table, counts, each, column) for each in table.rows)
    if column == TOTAL and table.column_dimension not in table.overlapping:
        return sum(_number(table, counts, row, each) for each in table.columns)
    if TOTAL in (row, column):
        raise DoesNotAddUp(f"{table.name}: the total of {row}, {column} cannot be added up.")
    return 0
