"""The kinds of filter: one of a list, a period, words. Each knows its fields, rows and words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django import forms
from django.db.models import Q

from accounts.models import User
from accounts.permissions import Permission
from stages.working_calendar import in_words

from .fields import OneOf, SearchField

NONE = "none"  # asked for on purpose: cases of which the fact is not recorded
NOT_RECORDED = "Not recorded"


class Option(NamedTuple):
    value: str
    label: str
    heading: str = ""
    until: date | None = None  # its last day in use


@dataclass(frozen=True)
class Asked:
    """Who asks, on which day, and the office's lists as they stand.

    ``notes`` is what a filter has to say of how it was answered.
    """

    user: User
    today: date
    lists: dict[str, list[Option]]
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Filter:
    """One question. ``where`` gives a condition on a case, or on a stage where ``of_stage``.

    ``reads`` is its part of the sentence over the list, with ``{}`` for the answer.
    """

    key: str
    label: str
    where: Callable[[Any, Asked], Q]
    reads: str = ""
    of_stage: bool = False
    needs: Permission | None = None

    is_choice = False

    @property
    def keys(self) -> list[str]:
        return [self.key]

    def options_for(self, asked: Asked) -> tuple[Option, ...]:
        return ()

    def value(self, answers: dict) -> Any:
        """The answer, or nothing where the question was left open."""
        return answers.get(self.key) or None

    def words(self, value, asked: Asked) -> str:
        return str(value)

    def phrase(self, value, asked: Asked) -> str:
        pattern = self.reads or f"{self.label[:1].lower()}{self.label[1:]} {{}}"
        return pattern.format(self.words(value, asked))

    def fields(self, options: tuple[Option, ...]) -> dict[str, forms.Field]:
        raise NotImplementedError

    def fault(self, answers: dict) -> tuple[str, str] | None:
        """What is wrong between its fields: a key and a sentence."""
        return None


@dataclass(frozen=True, kw_only=True)
class Choice(Filter):
    """One of a list. ``phrases`` holds the sentence's part where an answer needs its own words."""

    options: Callable[[Asked], Iterable[Option]]
    phrases: dict[str, str] | None = None
    says_heading: bool = False
    is_choice = True

    def options_for(self, asked: Asked) -> tuple[Option, ...]:
        return tuple(self.options(asked))

    def fields(self, options: tuple[Option, ...]) -> dict[str, forms.Field]:
        return {self.key: OneOf(label=self.label, options=options)}

    def words(self, value, asked: Asked) -> str:
        option = next(option for option in self.options(asked) if option.value == value)
        heading = f" ({option.heading})" if self.says_heading and option.heading else ""
        return f"{option.label}{heading}"

    def phrase(self, value, asked: Asked) -> str:
        own = (self.phrases or {}).get(value)
        return own or super().phrase(value, asked)


class FixedChoice(Choice):
    """One of a list of ours, whose words are written small inside a sentence."""

    def phrase(self, value, asked: Asked) -> str:
        if own := (self.phrases or {}).get(value):
            return own
        words = self.words(value, asked)
        return (self.reads or "{}").format(f"{words[:1].lower()}{words[1:]}")


class Days(NamedTuple):
    """A period; either end may be open, not both."""

    start: date | None
    end: date | None

    def __str__(self) -> str:
        if self.start == self.end:
            return f"on {in_words(self.start)}"
        if self.start and self.end:
            return f"{in_words(self.start)} to {in_words(self.end)}"
        return f"from {in_words(self.start)}" if self.start else f"up to {in_words(self.end)}"


@dataclass(frozen=True, kw_only=True)
class Period(Filter):
    """Two days, both included."""

    @cached_property
    def keys(self) -> list[str]:
        return [f"{self.key}_from", f"{self.key}_to"]

    def fields(self, options: tuple[Option, ...]) -> dict[str, forms.Field]:
        labels = f"{self.label} from", f"{self.label} to"
        return {
            key: forms.DateField(label=label, required=False, error_messages={"invalid": DAY})
            for key, label in zip(self.keys, labels, strict=True)
        }

    def value(self, answers: dict) -> Days | None:
        start, end = (answers.get(key) for key in self.keys)
        return Days(start, end) if start or end else None

    def fault(self, answers: dict) -> tuple[str, str] | None:
        start, end = (answers.get(key) for key in self.keys)
        if start and end and end < start:
            told = (
                f"The period cannot end on {in_words(end)}, before it starts on {in_words(start)}"
            )
            return self.keys[1], f"{self.label}: {told[:1].lower()}{told[1:]}"
        return None


DAY = "Enter the date as day, month and year, for example 4 9 2006"


@dataclass(frozen=True, kw_only=True)
class Words(Filter):
    def fields(self, options: tuple[Option, ...]) -> dict[str, forms.Field]:
        return {self.key: SearchField(label=self.label)}

    def words(self, value, asked: Asked) -> str:
        return f"“{value}”"


def listed(name: str) -> Callable[[Asked], list[Option]]:
    """The options of one of the office's lists."""
    return lambda asked: asked.lists.get(name, [])


def listed_or_none(name: str) -> Callable[[Asked], list[Option]]:
    return lambda asked: [*asked.lists.get(name, []), Option(NONE, NOT_RECORDED)]


def fixed(choices: Iterable[tuple[str, str]]) -> Callable[[Asked], list[Option]]:
    """Options that never change, from pairs of value and label, as in ``TextChoices``."""
    options = [Option(*choice) for choice in choices]
    return lambda asked: options


def is_column(column: str) -> Callable[[str, Asked], Q]:
    """``column`` holds the answer, or nothing where the answer is NONE."""
    return lambda value, asked: (
        Q(**{f"{column}__isnull": True}) if value == NONE else Q(**{column: value})
    )


def in_days(column: str) -> Callable[[Days, Asked], Q]:
    def where(days: Days, asked: Asked) -> Q:
        condition = Q()
        if days.start:
            condition &= Q(**{f"{column}__gte": days.start})
        if days.end:
            condition &= Q(**{f"{column}__lte": days.end})
        return condition

    return where


def yes_or_no(
    key: str, label: str, condition: Callable[[], Q], yes: str, no: str, **more
) -> Choice:
    """A question answered yes or no; ``yes`` and ``no`` are its parts of the sentence."""
    return FixedChoice(
        key=key,
        label=label,
        options=fixed([("yes", "Yes"), ("no", "No")]),
        where=lambda value, asked: condition() if value == "yes" else ~condition(),
        phrases={"yes": yes, "no": no},
        **more,
    )
