"""A table as somebody asks for it, in words, and what is wrong with what they asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from accounts.models import User
from reporting.any_table import measures, vocabulary, what
from reporting.any_table.dimensions import Pair
from reporting.any_table.measures import DAYS, Measure
from reporting.any_table.vocabulary import ANYTHING, Word
from reporting.any_table.what import What
from reporting.counted import Counted, DoesNotFit
from reporting.crosstab import Crosstab, joined
from reporting.dimensions import Everything, Heading
from reporting.scope import Scope

BASES = {"none": "", "row": "row", "all": "all"}
CONDITION = "condition_"


@dataclass(frozen=True)
class Condition:
    """Rows whose value under ``word`` is one of ``headings``."""

    word: Word
    headings: tuple[Heading, ...]

    def __str__(self) -> str:
        return f"{self.word.label.lower()}: {' or '.join(each.label for each in self.headings)}"


@dataclass(frozen=True)
class Asked:
    """``then`` parts each row again: team, then nature.

    ``days_over`` and ``days_up_to`` are working days, by the span of what is counted.

    ``name`` is what somebody calls the table, and ``key`` its place on a page with others.
    """

    what: What
    rows: Word | None
    columns: Word | None
    measure: Measure
    base: str = ""
    conditions: tuple[Condition, ...] = ()
    days_over: int | None = None
    days_up_to: int | None = None
    then: Word | None = None
    given: Mapping[str, Sequence[str]] = field(default_factory=dict, compare=False)
    name: str = ""
    key: str = "asked"

    @property
    def title(self) -> str:
        if self.name:
            return self.name
        counted = self.what.counted.many
        how = "" if self.measure.key == "number" else f": {self.measure.label.lower()}"
        words = [word.label.lower() for word in (self.rows, self.then, self.columns) if word]
        by = " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
        title = f"{counted}{how}" + (f", by {by}" if by else "")
        return title[0].upper() + title[1:]

    @property
    def words(self) -> dict[str, list[Word]]:
        """The words it uses, by what of the question each is."""
        return {
            "rows": [self.rows] if self.rows else [],
            "then": [self.then] if self.then else [],
            "columns": [self.columns] if self.columns else [],
            "where": [condition.word for condition in self.conditions],
        }

    def is_for(self, user: User) -> bool:
        return all(word.is_for(user) for words in self.words.values() for word in words)

    @property
    def conditions_in_words(self) -> str:
        said = [str(condition) for condition in self.conditions]
        if self.days_over is not None:
            said.append(f"more than {self.days_over} working days")
        if self.days_up_to is not None:
            said.append(f"at most {self.days_up_to} working days")
        return "; ".join(said)

    def table(self) -> Crosstab:
        kind, how = self.measure.table(self.what)
        only = f"Only: {self.conditions_in_words}." if self.conditions_in_words else ""
        return kind(
            key=self.key,
            title=self.title,
            counted=Narrowed(self),
            row=self._rows(),
            column=self._dimension(self.columns),
            percent_of=self.base if self.measure.key == "number" else "",
            total_row="Total" if self.rows or self.then else "",
            total_column="Total" if self.columns else "",
            **{**how, "definition": " ".join(filter(None, [how.get("definition", ""), only]))},
        )

    def _rows(self):
        if self.rows and self.then:
            return Pair(self._dimension(self.rows), self._dimension(self.then))
        return self._dimension(self.rows or self.then)

    def _dimension(self, word: Word | None):
        return word.make(self.what) if word else Everything("All")


@dataclass(frozen=True)
class Narrowed:
    """What is counted, under the conditions of what was asked."""

    asked: Asked

    def for_scope(self, scope: Scope) -> Counted:
        counted = self.asked.what.with_stage
        return replace(counted, rows=lambda: self._narrow(counted, scope))

    def _narrow(self, counted: Counted, scope: Scope) -> QuerySet:
        rows = counted.rows()
        for place, condition in enumerate(self.asked.conditions):
            rows = _where(rows, condition, f"{CONDITION}{place}_", self.asked.what, counted, scope)
        return self._by_days(rows, scope)

    def _by_days(self, rows: QuerySet, scope: Scope) -> QuerySet:
        over, up_to = self.asked.days_over, self.asked.days_up_to
        if over is None and up_to is None:
            return rows
        span = self.asked.what.span
        rows = joined(rows, span.joins(scope)).alias(days_taken=DAYS["working"](span))
        if over is not None:
            rows = rows.filter(days_taken__gt=over)
        return rows if up_to is None else rows.filter(days_taken__lte=up_to)


def _where(rows, condition: Condition, prefix: str, what: What, counted, scope) -> QuerySet:
    dimension = condition.word.make(what)
    groups = {f"{prefix}{name}": of for name, of in dimension.groups(counted, scope).items()}
    values = [value for each in condition.headings for value in each.values]
    any_of = (Q(**dict(zip(groups, value, strict=True))) for value in values)
    rows = joined(rows, dimension.joins(counted, scope)).alias(**groups)
    return rows.filter(reduce(or_, any_of, Q(pk=None)))


def read(given: Mapping[str, Sequence[str]], scope: Scope) -> Asked:
    """What ``given`` asks for: count, rows, then, columns, measure, base, where (word=value), days.

    Raises :class:`DoesNotFit`, which says what does fit.
    """
    counted = _one(given, "count", "complaints")
    if counted not in what.BY_KEY:
        raise DoesNotFit(_unknown("be counted", counted, what.BY_KEY), "count")
    chosen = what.BY_KEY[counted]
    over, up_to = (_days(given, name, chosen) for name in ("days_over", "days_up_to"))
    return Asked(
        what=chosen,
        rows=_word(given, "rows", chosen),
        columns=_word(given, "columns", chosen),
        measure=_measure(given, chosen, scope),
        base=_base(given),
        conditions=tuple(_conditions(given.get("where", ()), chosen, scope)),
        days_over=over,
        days_up_to=up_to,
        then=_word(given, "then", chosen),
        given=given,
    )


def _one(given: Mapping[str, Sequence[str]], name: str, otherwise: str = "") -> str:
    return next(iter(given.get(name) or [""])) or otherwise


def _unknown(verb: str, key: str, known: Iterable[str]) -> str:
    return f"“{key}” cannot {verb}. What can: {', '.join(known)}."


def _word(given, name: str, chosen: What) -> Word | None:
    key = _one(given, name)
    return _fitting(key, chosen, name) if key else None


def _fitting(key: str, chosen: What, name: str) -> Word:
    word = vocabulary.BY_KEY.get(key)
    if word is None or word.make(chosen) is None:
        fit = ", ".join(one.key for one in vocabulary.fitting(chosen))
        many = chosen.counted.many
        raise DoesNotFit(f"“{key}” does not fit {many}. These do: {fit}.", name)
    return word


def _measure(given, chosen: What, scope: Scope) -> Measure:
    key = _one(given, "measure", "number")
    found = measures.find(key, chosen, lambda: scope.lists.denominators)
    if found is None:
        fit = ", ".join(one.key for one in measures.fitting(chosen, scope.lists.denominators))
        raise DoesNotFit(
            f"“{key}” cannot be measured of {chosen.counted.many}. These can: {fit}.", "measure"
        )
    return found


def _base(given) -> str:
    key = _one(given, "base", "none")
    if key not in BASES:
        raise DoesNotFit(_unknown("be the base of percentages", key, BASES), "base")
    return BASES[key]


def _days(given, name: str, chosen: What) -> int | None:
    text = _one(given, name).strip()
    if not text:
        return None
    if chosen.span is None:
        raise DoesNotFit(f"No days are measured of {chosen.counted.many}.", name)
    if not text.isdecimal() or len(text) > 5:
        raise DoesNotFit(f"“{text}” is not a number of working days.", name)
    return int(text)


def _conditions(where: Iterable[str], chosen: What, scope: Scope) -> Iterable[Condition]:
    """Of texts like "service-area=Fostering": those of one word are joined by "or"."""
    values: dict[str, list[str]] = {}
    for text in where:
        key, sign, value = text.partition("=")
        if not sign:
            raise DoesNotFit(
                f"“{text}” is no condition: write it as service-area=Fostering.", "where"
            )
        values.setdefault(key.strip(), []).append(value.strip())
    for key, asked in values.items():
        word = _fitting(key, chosen, "where")
        headings = word.make(chosen).headings(scope, ANYTHING)
        yield Condition(word, tuple(_heading(value, word, headings) for value in asked))


def _heading(value: str, word: Word, headings: list[Heading]) -> Heading:
    for each in headings:
        if value == each.key or value.casefold() == each.label.casefold():
            return each
    known = ", ".join(each.label for each in headings[:40]) or "nothing"
    raise DoesNotFit(f"“{value}” is no {word.label.lower()} here. There is: {known}.", "where")
