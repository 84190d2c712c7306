"""Single figures: those counted, those worked out from them, and last year's.

All figures of one kind of thing are counted in one query. A figure of last year is the one that was
published; only where none was, it is counted from the records.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Avg, Count, FilteredRelation, Q, QuerySet, Sum

from accounts.models import User
from reporting.counted import COMPLAINTS, Counted, Listed, OnLog
from reporting.differences import agrees
from reporting.percentages import half_up, percent, percent_change
from reporting.published import as_number, published
from reporting.results import Figure
from reporting.scope import Scope


def how_many(where: Q) -> Count:
    return Count("pk", filter=where)


@dataclass(frozen=True)
class Counting:
    """Rows of one kind that meet a condition: their number, or the sum or average of something.

    ``label`` may hold ``{many}``, the words for what is counted.
    """

    key: str
    label: str
    section: str
    counted: Counted | OnLog
    where: Callable[[Scope], Q] = lambda scope: Q()
    measure: Callable = how_many
    joins: Callable[[Scope], dict[str, FilteredRelation]] = lambda scope: {}
    kind: str = "count"

    def label_in(self, scope: Scope) -> str:
        label = self.label.format(many=self.counted.for_scope(scope).many)
        return label[0].upper() + label[1:]

    def rows(self, scope: Scope) -> QuerySet:
        rows = self.counted.for_scope(scope).within(scope).alias(**self.joins(scope))
        return rows.filter(self.where(scope))


@dataclass(frozen=True)
class Share:
    """One or more figures added up, as a percentage of another."""

    key: str
    label: str
    section: str
    part: tuple[str, ...]
    base: str
    kind: str = "percent"


@dataclass(frozen=True)
class Change:
    key: str
    label: str
    section: str
    now: str
    before: str
    kind: str = "percent"


@dataclass(frozen=True)
class LastYears:
    key: str
    label: str
    section: str
    of: str
    kind: str = "count"


Declared = Counting | Share | Change | LastYears


def total(column: str) -> Callable:
    return lambda where: Sum(column, filter=where)


def average(expression: Callable) -> Callable:
    return lambda where: Avg(expression(), filter=where)


class Sums:
    """The figures of one scope, worked out when they are asked for."""

    def __init__(
        self, scope: Scope, declared: dict[str, Declared], hidden_from: User | None = None
    ):
        self.scope, self.declared, self.hidden_from = scope, declared, hidden_from
        self._counted: dict[str, object] = {}

    @cached_property
    def last_year(self) -> "Sums":
        quoted = {
            part: self.declared[part]
            for each in self.declared.values()
            if isinstance(each, LastYears)
            for part in self._needed_for(each.of)
        }
        return Sums(self.scope.previous(), quoted, self.hidden_from)

    def _needed_for(self, key: str) -> list[str]:
        declared = self.declared[key]
        others = _parts(declared) if isinstance(declared, Share | Change) else ()
        return [key, *(each for other in others for each in self._needed_for(other))]

    @cached_property
    def published_last_year(self) -> dict[str, str]:
        return published(self.scope.previous())

    @cached_property
    def has_records(self) -> bool:
        return COMPLAINTS.within(self.scope).exists()

    def figure(self, key: str) -> Figure:
        declared = self.declared[key]
        if isinstance(declared, Counting):
            return self._of(declared, self._number(declared))
        if isinstance(declared, Share):
            return self._share(declared)
        if isinstance(declared, Change):
            now, before = self.value(declared.now), self.value(declared.before)
            change = None if before is None else percent_change(now, before)
            return self._of(declared, change, part=now, base=before, is_change=True)
        return self._of_last_year(declared)

    def value(self, key: str):
        return self.figure(key).value

    def counted_in(self, key: str) -> list[tuple["Sums", str]]:
        """The counted figures that a figure is made of, each with the sums it belongs to."""
        declared = self.declared[key]
        if isinstance(declared, Counting):
            return [(self, key)]
        if isinstance(declared, LastYears):
            return self.last_year.counted_in(declared.of) if self._is_counted(declared) else []
        return [one for each in _parts(declared) for one in self.counted_in(each)]

    def lists(self, key: str) -> list[Listed]:
        """The lists behind a figure: one, or all those that it is worked out from."""
        return [sums.list_behind(each) for sums, each in self.counted_in(key)]

    def list_behind(self, key: str) -> Listed:
        declared = self.declared[key]
        counted = declared.counted.for_scope(self.scope)
        words = f"{declared.label_in(self.scope)} ({self.scope.period.label})"
        return Listed(words, counted, declared.rows(self.scope))

    def _is_counted(self, declared: LastYears) -> bool:
        return declared.of not in self.published_last_year

    def _of(self, declared: Declared, value, **more) -> Figure:
        label = declared.label
        if isinstance(declared, Counting):
            label = declared.label_in(self.scope)
        return Figure(declared.key, label, declared.section, value, declared.kind, **more)

    def _share(self, declared: Share) -> Figure:
        part, base = sum(self.value(key) for key in declared.part), self.value(declared.base)
        return self._of(declared, percent(part, base), part=part, base=base)

    def _of_last_year(self, declared: LastYears) -> Figure:
        if (printed := self.published_last_year.get(declared.of)) is not None:
            today = self._today(declared, printed)
            return self._of(declared, as_number(printed), source="published", today=today)
        if self.last_year.has_records:
            then = self.last_year.figure(declared.of)
            return self._of(declared, then.value, part=then.part, base=then.base)
        return self._of(declared, None)

    def _today(self, declared: LastYears, printed: str):
        """What the records give today for what was published, where that is another number."""
        if not self.last_year.has_records:
            return None
        then = self.last_year.figure(declared.of)
        return None if agrees(printed, then) else then.value

    def _number(self, declared: Counting):
        if declared.key not in self._counted:
            self._count_all_like(declared)
        number = self._counted[declared.key]
        if declared.kind == "days":
            return number if number is None else half_up(number)
        return number or 0

    def _measure(self, declared: Counting) -> Callable:
        return how_many if self.hidden_from else declared.measure

    def _count_all_like(self, declared: Counting) -> None:
        """Count, in one query, every figure that counts the same kind of thing."""
        counted = declared.counted.for_scope(self.scope)
        alike = [
            each
            for each in self.declared.values()
            if isinstance(each, Counting) and each.counted.for_scope(self.scope).key == counted.key
        ]
        joins = {name: join for each in alike for name, join in each.joins(self.scope).items()}
        rows = counted.within(self.scope).alias(**joins)
        if self.hidden_from:
            rows = counted.hidden_from(self.hidden_from, rows)
        numbers = rows.aggregate(
            **{
                f"figure_{place}": self._measure(each)(each.where(self.scope))
                for place, each in enumerate(alike)
            }
        )
        for place, each in enumerate(alike):
            self._counted[each.key] = numbers[f"figure_{place}"]


def _parts(declared: Share | Change) -> tuple[str, ...]:
    if isinstance(declared, Share):
        return *declared.part, declared.base
    return declared.now, declared.before
