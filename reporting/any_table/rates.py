"""Rates: how many there are per 1,000 children, 100,000 residents or whatever the office keeps.

Each cell takes the number in force on the last day it is about: that of its year or quarter where
rows or columns are such, else that of the period. A day without a number has no rate.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from reporting.crosstab import Counts, Crosstab
from reporting.denominators import InForce, on_day
from reporting.dimensions import Heading
from reporting.models import Denominator
from reporting.percentages import half_up
from reporting.period import in_words
from reporting.results import Cell, Table
from reporting.scope import Scope

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class RateTable(Crosstab):
    denominator: Denominator | None = None
    kind: str = "rate"

    def table(self, scope: Scope, counted_tables: dict[str, Counts]) -> Table:
        counts = counted_tables[self.key]
        shown = super().table(scope, counted_tables)
        taken: dict[date, InForce] = {}
        rows = [
            replace(
                row,
                cells=[
                    self._rate(cell, self._in_force(heading, column, scope, taken))
                    for cell, column in zip(row.cells, counts.columns, strict=True)
                ],
            )
            for row, heading in zip(shown.rows, counts.rows, strict=True)
        ]
        words = f"{shown.definition} {self._said(taken)}"
        return replace(shown, rows=rows, definition=words)

    def _rate(self, cell: Cell, taken: InForce) -> Cell:
        if taken.number is None:
            return replace(cell, value=None, part=cell.value)
        number = taken.number.number
        value = half_up(Decimal(self.denominator.per) * cell.value / number, HUNDREDTH)
        return replace(cell, value=value, part=cell.value, base=number)

    def _in_force(self, row: Heading, column: Heading, scope: Scope, taken: dict) -> InForce:
        days = [
            dimension.last_day(heading, scope)
            for dimension, heading in ((self.row, row), (self.column, column))
        ]
        day = min([scope.period.end, *filter(None, days)])
        return taken.setdefault(day, on_day(self.denominator, day))

    def _said(self, taken: dict[date, InForce]) -> str:
        """Of each day that was taken, which number was in force."""
        unit, many = self.denominator.unit, self.denominator.many
        numbers = {
            each.number.pk: f"{each.number.number:,} from {in_words(each.number.valid_from)} "
            f"({each.number.source})"
            for _, each in sorted(taken.items())
            if each.number
        }
        days = [in_words(day) for day, each in sorted(taken.items()) if each.number]
        without = [in_words(day) for day, each in sorted(taken.items()) if not each.number]
        said = [f"Rates {unit}, not scaled to a year."]
        if numbers:
            said.append(f"In force on {_listed(days)}: {'; '.join(numbers.values())}.")
        if without:
            said.append(
                f"n/a: no number of {many} was in force on {_listed(without)}; an administrator "
                "enters it under Lists, Denominators."
            )
        return " ".join(said)


SHOWN_DAYS = 6


def _listed(days: list[str]) -> str:
    """
    >>> _listed(["1 May 2006"]), _listed(["1 May 2006", "2 May 2006"])
    ('1 May 2006', '1 May 2006 and 2 May 2006')
    """
    if len(days) > SHOWN_DAYS:
        return f"{days[0]}, … and {days[-1]} ({len(days)} days)"
    return " and ".join(filter(None, [", ".join(days[:-1]), days[-1]]))
