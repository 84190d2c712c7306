"""Which numbers are links: those of which a person may open every case behind them.

Reports count all cases for whoever may open reports. A number that counts a case which the reader
may not see is text.
"""

from collections.abc import Mapping
from functools import cached_property

from accounts.models import User
from accounts.permissions import Permission
from cases.models import Case
from reporting.annual_figures import figures_for
from reporting.any_table.standard.trends import Trend, figure_of
from reporting.beside import ONE, Beside
from reporting.crosstab import Counts, Crosstab
from reporting.figures import Sums
from reporting.rates import Rates
from reporting.results import Cell, Figure
from reporting.scope import Scope
from reporting.tables import BY_KEY


class Openness:
    """What one reader may open of one report. Where nothing is hidden, one query says so."""

    def __init__(self, user: User, scope: Scope, tables: Mapping = BY_KEY):
        self.user, self.scope, self.tables = user, scope, tables
        self._hidden: dict[object, Counts] = {}
        self._years: dict[str, Sums] = {}

    def about(self, scope: Scope, tables: Mapping) -> "Openness":
        """What the same reader may open of other tables: whom they may see is asked once."""
        other = Openness(self.user, scope, tables)
        known = {"opens_nothing": self.opens_nothing, "opens_everything": self.opens_everything}
        vars(other).update(known)
        return other

    @cached_property
    def opens_nothing(self) -> bool:
        return not self.user.may(Permission.OPEN_CASES)

    @cached_property
    def opens_everything(self) -> bool:
        return not Case.objects.hides_any_from(self.user)

    def of_cell(self, cell: Cell) -> bool:
        if self.opens_nothing or self.opens_everything:
            return not self.opens_nothing
        table = self.tables[cell.table]
        if isinstance(table, Rates):
            rate = next(rate for rate in table.rates if rate.key == cell.row)
            parts = (rate.part, rate.base)
            return not any(self._in(part.table, part.rows, cell.column) for part in parts)
        if isinstance(table, Beside):
            made_of = table.tables[int(cell.column)].needs
            return not any(self._in(each, cell.row, ONE) for each in made_of)
        if isinstance(table, Crosstab):
            return not self._in(table, cell.row, cell.column)
        if isinstance(table, Trend):
            counted = self._of_year(table, cell.column).counted_in(figure_of(cell.row))
            return not any(sums.value(key) for sums, key in counted)
        lists = table.lists(self.scope, cell.row, cell.column)
        return not any(
            listed.counted.hidden_from(self.user, listed.rows).exists() for listed in lists
        )

    def of_figure(self, figure: Figure) -> bool:
        if self.opens_nothing or self.opens_everything:
            return not self.opens_nothing
        return not any(sums.value(key) for sums, key in self._sums.counted_in(figure.key))

    @cached_property
    def _sums(self) -> Sums:
        return Sums(self.scope, figures_for(self.scope), hidden_from=self.user)

    def _of_year(self, table: Trend, column: str) -> Sums:
        if column not in self._years:
            self._years[column] = table.sums(self.scope, column, self.user)
        return self._years[column]

    def _in(self, table: Crosstab, row: str, column: str) -> int:
        """Tables of the same rows hide the same, however these are measured."""
        rows = getattr(table, "same", ()) or table.key
        if rows not in self._hidden:
            self._hidden[rows] = table.counts(self.scope, hidden_from=self.user)
        return self._hidden[rows].number(row, column)
