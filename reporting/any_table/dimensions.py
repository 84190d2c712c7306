"""Rows and columns that any table may have. Each heading stands for one grouped value."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, DateField, F, FilteredRelation, Func, Q, Value, When
from django.db.models.functions import Coalesce

from reporting.counted import Counted
from reporting.dimensions import (
    Dimension,
    EqualityAnswers,
    Heading,
    heading,
    named_apart,
    none_of,
)
from reporting.period import Period, financial_year_of
from reporting.scope import Scope, in_use


@dataclass(frozen=True)
class Words(Dimension):
    """Words of an office's list: those in use in the period, and any other that was found."""

    path: str
    of: Callable[[Scope], Iterable]

    def groups(self, counted, scope):
        return {"word": counted.column(self.path)}

    def headings(self, scope, found):
        words = [word for word in self.of(scope) if (word.pk,) in found or _is_offered(word, scope)]
        named = named_apart(words, lambda word: f"{word.name} ({word.pk})")
        return [heading(word.pk, name, word.pk) for word, name in named] + none_of(found)


def _is_offered(word, scope: Scope) -> bool:
    return in_use(word, scope.period) if hasattr(word, "in_use_from") else False


@dataclass(frozen=True)
class Flags(Dimension):
    """Yes, no, and where it may be, not recorded."""

    path: str

    def groups(self, counted, scope):
        return {"flag": counted.column(self.path)}

    def headings(self, scope, found):
        return [heading("yes", "Yes", True), heading("no", "No", False), *none_of(found)]


@dataclass(frozen=True)
class Worked(Dimension):
    """A value that is worked out, with all of its headings."""

    expression: Callable[[Counted, Scope], Case]
    choices: tuple[tuple[str, str], ...]
    joined: Callable[[Counted, Scope], dict] = lambda counted, scope: {}

    def joins(self, counted, scope):
        return self.joined(counted, scope)

    def groups(self, counted, scope):
        return {"value": self.expression(counted, scope)}

    def headings(self, scope, found):
        return [heading(key, label, key) for key, label in self.choices] + none_of(found)


@dataclass(frozen=True)
class Answers(EqualityAnswers):
    """One equalities question about the service user; no record is the list's "not recorded"."""

    def joins(self, counted, scope):
        relation = counted.of_case("equalities")
        about = Q(**{f"{relation}__about": "service_user"})
        return {self._joined: FilteredRelation(relation, condition=about)}

    def groups(self, counted, scope):
        answer, blank = F(f"{self._joined}__{self.question}"), self._blank(scope)
        return {"answer": Coalesce(answer, blank.pk) if blank else answer}

    def headings(self, scope, found):
        shown = [one for one in self._answers(scope) if one.kind == "answer" or (one.pk,) in found]
        named = named_apart(shown, lambda one: f"{one.name} ({one.scheme})")
        return [heading(one.pk, name, one.pk) for one, name in named] + none_of(found)

    @property
    def _joined(self) -> str:
        return f"answers_on_{self.question}"

    def _answers(self, scope: Scope) -> list:
        return [one for one in scope.lists.equality_answers if one.dimension == self.question]

    def _blank(self, scope: Scope):
        return next((one for one in self._answers(scope) if self._is_blank(one)), None)


YEAR = "make_date(extract(year FROM %(expressions)s - interval '3 months')::int, 4, 1)"
HALF = (
    "(date_trunc('year', %(expressions)s - interval '3 months') + interval '3 months' + "
    "CASE WHEN extract(month FROM %(expressions)s) BETWEEN 4 AND 9 "
    "THEN interval '0' ELSE interval '6 months' END)::date"
)
QUARTER = "date_trunc('quarter', %(expressions)s)::date"
MONTH = "date_trunc('month', %(expressions)s)::date"


@dataclass(frozen=True)
class Times(Dimension):
    """The period month by month, or in quarters, halves or whole years, from April on."""

    template: str
    months: int

    def last_day(self, heading, scope):
        if not heading.values:  # a total
            return None
        ((start,),) = heading.values
        return _after(start, self.months, minus_a_day=True)

    def groups(self, counted, scope):
        return {"time": Func(F(counted.on), template=self.template, output_field=DateField())}

    def headings(self, scope, found):
        return [
            heading(start.isoformat(), self._name(start, scope.period), start)
            for start in self._starts(scope.period)
        ]

    def _starts(self, period: Period) -> Iterable[date]:
        start = _before(period.start, self.months)
        while start <= period.end:
            yield start
            start = _after(start, self.months)

    def _name(self, start: date, period: Period) -> str:
        """A part that the period cuts says so by its days."""
        whole = Period(start, _after(start, self.months, minus_a_day=True))
        if whole.start < period.start or whole.end > period.end:
            return str(Period(max(whole.start, period.start), min(whole.end, period.end)))
        year = financial_year_of(start)
        return {
            12: year.label,
            6: f"{'First' if start.month == 4 else 'Second'} half of {year.label}",
            3: f"Quarter {(start.month - 4) % 12 // 3 + 1} of {year.label}",
            1: f"{start:%B %Y}",
        }[self.months]


def _before(day: date, months: int) -> date:
    """The first day of the part that holds ``day``, the parts being counted from 1 April."""
    since = (day.month - 4) % 12 // months * months
    number = day.year * 12 + day.month - 1 - (day.month - 4) % 12 + since
    return date(number // 12, number % 12 + 1, 1)


def _after(start: date, months: int, *, minus_a_day: bool = False) -> date:
    number = start.year * 12 + start.month - 1 + months
    after = date(number // 12, number % 12 + 1, 1)
    return date.fromordinal(after.toordinal() - 1) if minus_a_day else after


def either(*whens: tuple[dict, str], otherwise: str) -> Case:
    return Case(*(When(**test, then=Value(key)) for test, key in whens), default=Value(otherwise))


@dataclass(frozen=True)
class Pair(Dimension):
    """Every heading of one dimension with every heading of another: team by nature.

    All of them are there, also those with nothing under them.
    """

    first: Dimension
    then: Dimension

    def last_day(self, heading, scope):
        return None

    def width(self, scope):
        return self.first.width(scope) + self.then.width(scope)

    def joins(self, counted, scope):
        return self.first.joins(counted, scope) | self.then.joins(counted, scope)

    def groups(self, counted, scope):
        return {
            f"{place}_{name}": expression
            for place, dimension in (("first", self.first), ("then", self.then))
            for name, expression in dimension.groups(counted, scope).items()
        }

    def headings(self, scope, found):
        width = self.first.width(scope)
        firsts = self.first.headings(scope, {value[:width] for value in found})
        thens = self.then.headings(scope, {value[width:] for value in found})
        return [_both(first, then) for first in firsts for then in thens]


def _both(first: Heading, then: Heading) -> Heading:
    values = frozenset(left + right for left in first.values for right in then.values)
    return Heading(f"{first.key}~{then.key}", f"{first.label}: {then.label}", values)
