"""Rows and columns: what is counted is grouped by them, and each names all of its headings.

A heading with nothing under it is kept: a zero says that nobody complained of it. A heading knows
the grouped values that it stands for, so the list behind a number is found by the same values.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, F, FilteredRelation, Q, Value, When

from reporting.counted import Counted
from reporting.scope import Scope, in_use

Values = tuple
NOT_RECORDED = "Not recorded"


@dataclass(frozen=True)
class Heading:
    key: str
    label: str
    values: frozenset[Values] = frozenset()


def heading(key, label: str, *values) -> Heading:
    return Heading(str(key), label, frozenset((value,) for value in values))


class Dimension:
    def last_day(self, heading: Heading, scope: Scope) -> date | None:
        """Where a heading is a part of the period, its last day."""
        return None

    def number_of_stage(self, heading: Heading) -> int | None:
        """The number of the stage that a heading is of, where it is of one."""
        return None

    def has_stage(self, heading: Heading, number: int, scope: Scope) -> bool:
        """Whether there is such a stage under a heading: a procedure has one, two or three."""
        return True

    def width(self, scope: Scope) -> int:
        """How many values a grouped value holds."""
        return 1

    def joins(self, counted: Counted, scope: Scope) -> dict[str, FilteredRelation]:
        return {}

    def groups(self, counted: Counted, scope: Scope) -> dict[str, object]:
        """What to group by, by name; the values come back in this order."""
        raise NotImplementedError

    def headings(self, scope: Scope, found: set[Values]) -> list[Heading]:
        """Every heading in its list's order; ``found`` are the values that were counted."""
        raise NotImplementedError


@dataclass(frozen=True)
class Everything(Dimension):
    """A single row or column."""

    label: str

    def width(self, scope):
        return 0

    def groups(self, counted, scope):
        return {}

    def headings(self, scope, found):
        return [Heading("all", self.label, frozenset([()]))]


@dataclass(frozen=True)
class ServiceAreas(Dimension):
    """Those in use in the period; ``only_found`` leaves out the areas that have nothing."""

    only_found: bool = False

    def groups(self, counted, scope):
        return {"area": counted.column("service_area")}

    def headings(self, scope, found):
        return [
            heading(area.pk, area.name, area.pk)
            for area in scope.service_areas
            if (area.pk,) in found or (not self.only_found and in_use(area, scope.period))
        ]


@dataclass(frozen=True)
class Natures(Dimension):
    """Every nature of the schemes that were counted; where nothing was, of those in use.

    ``stage`` chooses among the schemes in use: a stage may have a list of its own.
    """

    stage: int | None = None

    def groups(self, counted, scope):
        return {"nature": counted.column("nature")}

    def headings(self, scope, found):
        categories = scope.lists.categories
        schemes = {category.scheme for category in categories if (category.pk,) in found}
        schemes = schemes or self._schemes_in_use(categories, scope)
        shown = [category for category in categories if category.scheme in schemes]
        named = named_apart(shown, lambda category: f"{category.name} ({category.scheme})")
        return [heading(category.pk, name, category.pk) for category, name in named] + none_of(
            found
        )

    def _schemes_in_use(self, categories, scope):
        schemes = {
            category.scheme for category in categories if in_use(category.scheme, scope.period)
        }
        own = {scheme for scheme in schemes if scheme.stage_number == self.stage}
        return own or {scheme for scheme in schemes if scheme.stage_number is None}


class ComplainantTypes(Dimension):
    def groups(self, counted, scope):
        return {"type": counted.column("complainant_type")}

    def headings(self, scope, found):
        types = [
            heading(word.pk, word.name, word.pk)
            for word in scope.lists.complainant_types
            if (word.pk,) in found or in_use(word, scope.period)
        ]
        return types + none_of(found)


class Logs(Dimension):
    """The logs that were kept; in a period without any, all complaints as one row."""

    def groups(self, counted, scope):
        return {"log": F(counted.paths["log"])} if "log" in counted.paths else {}

    def headings(self, scope, found):
        if not scope.logs:
            return [Heading("all", "All complaints", frozenset([()]))]
        return [heading(log.key, log.name, log.pk) for log in scope.logs]


class PartsOfPeriod(Dimension):
    """The period, split where the regulations changed."""

    def last_day(self, heading, scope):
        return scope.parts[int(heading.key) - 1].end if heading.key.isdecimal() else None

    def width(self, scope):
        return 1 if len(scope.parts) > 1 else 0

    def groups(self, counted, scope):
        return {"part": which_part(counted.on, scope)} if len(scope.parts) > 1 else {}

    def headings(self, scope, found):
        if len(scope.parts) == 1:
            return [Heading("1", str(scope.period), frozenset([()]))]
        return [heading(n, str(part), n) for n, part in enumerate(scope.parts, start=1)]


def which_part(path: str, scope: Scope) -> Case:
    ends = [
        When(**{f"{path}__lte": part.end}, then=Value(number))
        for number, part in enumerate(scope.parts, start=1)
    ]
    return Case(*ends)


@dataclass(frozen=True)
class EqualityAnswers(Dimension):
    """One equalities question about the service user. No record at all is "not recorded" too.

    Every answer of the lists is shown; a way of giving none (declined, not asked) where it occurs.
    """

    question: str
    names: tuple[tuple[str, str], ...] = ()

    def joins(self, counted, scope):
        relation = counted.of_case("equalities")
        return {
            "answers": FilteredRelation(
                relation, condition=Q(**{f"{relation}__about": "service_user"})
            )
        }

    def groups(self, counted, scope):
        return {"answer": F(f"answers__{self.question}")}

    def headings(self, scope, found):
        answers = [one for one in scope.lists.equality_answers if one.dimension == self.question]
        schemes = {one.scheme for one in answers if (one.pk,) in found}
        answers = [one for one in answers if not schemes or one.scheme in schemes]
        blank = next((one for one in answers if self._is_blank(one)), None)
        shown = [
            one
            for one in answers
            if one.kind == "answer" or (one.pk,) in found or (one is blank and (None,) in found)
        ]
        headings = [
            heading(one.pk, self._name(name), *([one.pk, None] if one is blank else [one.pk]))
            for one, name in named_apart(shown, lambda one: f"{one.name} ({one.scheme})")
        ]
        return headings + ([] if blank else none_of(found))

    def _is_blank(self, answer) -> bool:
        """The list's own word for no answer: an empty field is counted with it."""
        return answer.kind == "not_recorded" and answer.name.casefold() == NOT_RECORDED.casefold()

    def _name(self, answer: str) -> str:
        return dict(self.names).get(answer.casefold(), answer)


@dataclass(frozen=True)
class Choices(Dimension):
    """A field with choices. Those of ``always`` are shown in that order, the others if found."""

    path: str
    choices: tuple[tuple[str, str], ...]
    always: tuple[str, ...] = ()

    def groups(self, counted, scope):
        return {"choice": counted.column(self.path)}

    def headings(self, scope, found):
        labels = dict(self.choices)
        others = [key for key in labels if key not in self.always and (key,) in found]
        shown = [heading(key, labels[key], key) for key in [*self.always, *others]]
        return shown + none_of(found)


class ReturnReasons(Dimension):
    def groups(self, counted, scope):
        return {"reason": counted.column("reason")}

    def headings(self, scope, found):
        return [
            heading(word.pk, word.name, word.pk)
            for word in scope.lists.return_reasons
            if (word.pk,) in found or in_use(word, scope.period)
        ]


class OmbudsmanDecisions(Dimension):
    def groups(self, counted, scope):
        return {"decision": F("decision")}

    def headings(self, scope, found):
        shown = [
            heading(word.pk, word.name, word.pk)
            for word in scope.lists.ombudsman_decisions
            if (word.pk,) in found or in_use(word, scope.period)
        ]
        return shown + none_of(found)


def none_of(found: set[Values]) -> list[Heading]:
    return [heading("none", NOT_RECORDED, None)] if (None,) in found else []


def named_apart(words: Iterable, fuller) -> list[tuple]:
    """Each word with its name, or a fuller one where two lists have the same word."""
    names = [word.name for word in words]
    return [(word, fuller(word) if names.count(word.name) > 1 else word.name) for word in words]
