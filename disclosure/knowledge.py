"""What the reader knows: relations between the numbers that are not printed, all else put in."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

from disclosure.marks import Mark
from disclosure.possible import Possible, told_by_mark
from disclosure.relations import Relation
from disclosure.release import Release
from disclosure.rules import Rules
from disclosure.variables import Variable


@dataclass(frozen=True)
class Knowledge:
    """``relations`` are over ``unknown`` variables only."""

    unknown: dict[Variable, Possible]
    relations: list[Relation]


def what_the_reader_knows(release: Release, hidden: Mapping, rules: Rules) -> Knowledge:
    unknown = {
        variable: possible(release, variable, hidden.get(variable), rules)
        for variable in release.values
        if is_unknown(release, variable, hidden)
    }
    told = (relation for relation in release.told() if relation.said_by not in hidden)
    left = [_put_in(relation, release.values, unknown) for relation in told]
    return Knowledge(unknown, list(dict.fromkeys(each for each in left if each.terms)))


def is_unknown(release: Release, variable: Variable, hidden: Mapping) -> bool:
    told = variable in release.printed and variable not in hidden
    return not told and variable not in release.known


def possible(release: Release, variable: Variable, mark: Mark | None, rules: Rules) -> Possible:
    """Its mark in this edition and those of earlier ones say each their part."""
    marks = [mark, *release.marked.get(variable, ())]
    each = [told_by_mark(one, rules, variable.is_money) for one in marks]
    return reduce(Possible.__and__, each)


def _put_in(relation: Relation, values: Mapping, unknown: Mapping) -> Relation:
    """The relation with every known number in its place.

    >>> a, b = Variable("a"), Variable("b")
    >>> print(_put_in(Relation(((a, 1), (b, 1)), 7, 7), {a: 2, b: 5}, {b: Possible()}))
    +1 b
    """
    known = sum(times * values[each] for each, times in relation.terms if each not in unknown)
    terms = tuple((each, times) for each, times in relation.terms if each in unknown)
    low, high = (None if end is None else end - known for end in (relation.low, relation.high))
    return Relation(terms, low, high)
