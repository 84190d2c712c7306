"""Counting several periods at once: one query, in which each row says of which period it is."""

from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from itertools import product
from operator import or_

from django.db.models import Case, Q, Value, When
from django.db.models.functions import ExtractMonth

from reporting.any_table.asked import Asked, Narrowed
from reporting.compared.parts import Part
from reporting.counted import Counted
from reporting.crosstab import Counts, Crosstab
from reporting.dimensions import Dimension, Heading, ServiceAreas
from reporting.scope import Scope


@dataclass(frozen=True)
class InAnyOf:
    """What somebody asks for, of any of the periods."""

    asked: Asked
    parts: tuple[Part, ...]

    def for_scope(self, scope: Scope) -> Counted:
        counted = Narrowed(self.asked).for_scope(scope)
        within = (Q(**{f"{counted.on}__range": part.period.days}) for part in self.parts)
        return replace(counted, rows=lambda: counted.rows().filter(reduce(or_, within)))


@dataclass(frozen=True)
class WhichPart(Dimension):
    parts: tuple[Part, ...]

    def groups(self, counted, scope):
        whens = [
            When(**{f"{counted.on}__range": part.period.days}, then=Value(part.key))
            for part in self.parts
        ]
        return {"period": Case(*whens)}

    def headings(self, scope, found):
        return [Heading(part.key, part.label, frozenset([(part.key,)])) for part in self.parts]


@dataclass(frozen=True)
class Months(Dimension):
    """The months of the first of the periods, each with the same month of the others."""

    parts: tuple[Part, ...]

    def groups(self, counted, scope):
        return {"month": ExtractMonth(counted.on)}

    def headings(self, scope, found):
        start, end = self.parts[0].period.days
        number = (end.year - start.year) * 12 + end.month - start.month + 1
        firsts = [_first_of(start, n) for n in range(number)]
        return [
            Heading(first.isoformat(), f"{first:%B}", frozenset([(first.month,)]))
            for first in firsts
        ]


@dataclass(frozen=True)
class Each(Dimension):
    """Each heading of another dimension once for every period."""

    of: Dimension
    parts: tuple[Part, ...]

    def joins(self, counted, scope):
        return self.of.joins(counted, scope)

    def groups(self, counted, scope):
        return WhichPart(self.parts).groups(counted, scope) | self.of.groups(counted, scope)

    def headings(self, scope, found):
        own = self.of.headings(scope, {value[1:] for value in found})
        return [
            Heading(f"{each.key}-{part.key}", f"{each.label}, {part.label}", _both(part, each))
            for each, part in product(own, self.parts)
        ]


@dataclass(frozen=True)
class These(ServiceAreas):
    """Some of the service areas; all of the scope where none is named."""

    areas: tuple[int, ...] = ()

    def headings(self, scope, found):
        shown = super().headings(scope, found)
        own = {str(key) for key in self.areas}
        return [each for each in shown if each.key in own] if own else shown


@dataclass(frozen=True)
class OnlyFound(Dimension):
    """Another dimension without the headings that nothing was found of."""

    of: Dimension

    def joins(self, counted, scope):
        return self.of.joins(counted, scope)

    def groups(self, counted, scope):
        return self.of.groups(counted, scope)

    def headings(self, scope, found):
        return [each for each in self.of.headings(scope, found) if each.values & found]


@dataclass(frozen=True)
class Both(Dimension):
    """Two dimensions of one value each, which are counted together."""

    first: Dimension
    second: Dimension

    def joins(self, counted, scope):
        return self.first.joins(counted, scope) | self.second.joins(counted, scope)

    def groups(self, counted, scope):
        return self.first.groups(counted, scope) | self.second.groups(counted, scope)


def counted_together(pair: list[Crosstab], side: str, scope: Scope) -> dict[str, Counts]:
    """Two tables of the same rows that differ in one ``side``, "row" or "column": one query."""
    both = replace(pair[0], **{side: Both(*(getattr(each, side) for each in pair))})
    found = both.found(scope)
    return {
        each.key: each.filled(scope, _of_one(found, place, side)) for place, each in enumerate(pair)
    }


def _of_one(found: dict[tuple, int], place: int, side: str) -> dict[tuple, int]:
    """What was found by the first (0) or the second (1) alone."""
    numbers: dict[tuple, int] = {}
    for (row, column), number in found.items():
        one = slice(place, place + 1)
        own = (row[one], column) if side == "row" else (row, column[one])
        numbers[own] = numbers.get(own, 0) + number
    return numbers


def _both(part: Part, each: Heading) -> frozenset:
    return frozenset((part.key, *value) for value in each.values)


def _first_of(start: date, months: int) -> date:
    number = start.month - 1 + months
    return date(start.year + number // 12, number % 12 + 1, 1)
