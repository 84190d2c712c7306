"""The single figures of a report as steps of a release."""

from collections.abc import Iterable
from functools import cached_property

from django.conf import settings
from django.db.models import Max, Q

from disclosure.variables import PENCE
from editions.released.steps import Steps, plain_variable
from reporting.annual_report import sums_of
from reporting.figures import Change, Counting, LastYears, Share, Sums
from reporting.scope import Scope


class Figures:
    """Those that a document says. Last year's are of another period, and so other numbers."""

    def __init__(self, scope: Scope, steps: Steps, sums: Sums | None = None):
        self.scope, self.steps = scope, steps
        self.sums = sums or sums_of(scope)
        self.filters = [["period", str(scope.period)], ["whose", scope.whose]]
        self._taken: dict[str, dict] = {}
        self._wholes: dict[str, dict] = {}

    @cached_property
    def last_year(self) -> "Figures":
        return Figures(self.scope.previous(), self.steps, self.sums.last_year)

    def take(self, keys: Iterable[str]) -> None:
        for key in keys:
            if key in self.sums.declared:
                self._take(key)

    def _take(self, key: str) -> None:
        declared = self.sums.declared[key]
        if isinstance(declared, Share):
            self._share(declared)
        elif isinstance(declared, Change):
            now, before = self.variable(declared.now), self.variable(declared.before)
            if now and before:
                over = [[now, 1], [before, -1]]
                self._rate(key, over, before)
        elif isinstance(declared, Counting) and declared.kind == "days":
            rows = declared.rows(self.scope).count()
            base = plain_variable(f"base of {key}", self.filters)
            self.steps.add("figure", variable=base, value=rows, printed=False)
            self.steps.add("spread", key, words=key, base=base)
        else:
            self.variable(key, printed=True)

    def variable(self, key: str, *, printed: bool = False) -> dict | None:
        """The variable of a figure that is counted; None where there is no number."""
        declared = self.sums.declared[key]
        value = self.sums.value(key)
        if value is None or isinstance(declared, Share | Change):
            return None
        if isinstance(declared, LastYears):
            variable = plain_variable(
                declared.of,
                [["period", str(self.scope.previous().period)], ["whose", self.scope.whose]],
            )
        elif declared.kind == "pounds":
            return self._money(declared, value)
        else:
            variable = self._counted(declared)
        if int(value) == value:
            self.steps.add("figure", key, variable=variable, value=int(value), printed=printed)
        if isinstance(declared, Counting) and not self._is_whole(declared):
            self._within(declared, variable)
        return variable

    def _counted(self, declared: Counting) -> dict:
        """Everything of a kind is the total of the tables that count it; a part is its own."""
        counted = declared.counted.for_scope(self.scope).key
        if self._is_whole(declared):
            return plain_variable(counted, self.filters)
        return plain_variable(f"{counted}, {declared.key}", self.filters)

    def _is_whole(self, declared: Counting) -> bool:
        return (
            declared.kind == "count"
            and not declared.where(self.scope)
            and self._is_how_many(declared)
        )

    def _is_how_many(self, declared: Counting) -> bool:
        return declared.measure(Q()).__class__.__name__ == "Count"

    def _within(self, declared: Counting, variable: dict) -> None:
        if not self._is_how_many(declared):
            return
        counted = declared.counted.for_scope(self.scope)
        if counted.key not in self._wholes:
            whole = plain_variable(counted.key, self.filters)
            number = counted.within(self.scope).count()
            self.steps.add("figure", variable=whole, value=number, printed=False)
            self._wholes[counted.key] = whole
        self.steps.add("within", part=variable, whole=self._wholes[counted.key])

    def _money(self, declared: Counting, value) -> dict:
        rows = declared.rows(self.scope)
        payments = plain_variable(f"{declared.key}, number", self.filters)
        money = plain_variable(declared.key, self.filters, PENCE)
        if self._is_all_payments(declared):
            counted = declared.counted.for_scope(self.scope).key
            payments = plain_variable(counted, self.filters)
            money = plain_variable(counted, self.filters, PENCE)
        self.steps.add("figure", variable=payments, value=rows.count(), printed=False)
        pence = round((value or 0) * 100)
        self.steps.add("figure", declared.key, variable=money, value=pence, printed=True)
        largest = self._largest(rows)
        self.steps.add("paid", money=money, payments=payments, largest=largest)
        return money

    def _is_all_payments(self, declared: Counting) -> bool:
        return not declared.where(self.scope) and declared.key == "compensation.total"

    def _largest(self, rows) -> int | None:
        names = {field.name for field in rows.model._meta.get_fields()}
        if "amount" not in names:
            return None
        return round((rows.aggregate(most=Max("amount"))["most"] or 0) * 100)

    def _share(self, declared: Share) -> None:
        parts = [self.variable(key) for key in declared.part]
        base = self.variable(declared.base)
        if base is None or None in parts:
            return
        self._rate(declared.key, [[part, 1] for part in parts], base)

    def _rate(self, key: str, over: list, base: dict) -> None:
        self.steps.add(
            "rate", key, over=over, base=base, scale="100", decimals=settings.PERCENT_DECIMALS
        )
