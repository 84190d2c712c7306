"""What is hidden where no single cell helps: small groups whole, then whole tables.

Only where it helps: what an earlier edition has told stays told, whatever this one withholds.
"""

from collections.abc import Iterable, Mapping

from disclosure.attack import attack
from disclosure.marks import Mark
from disclosure.primary import of_a_group
from disclosure.release import Release
from disclosure.rules import Rules
from disclosure.variables import Variable


def groups(release: Release, left: Iterable[Variable], rules: Rules) -> list[dict]:
    """The small groups around: where marks tell too much, nothing is told of them."""
    left = set(left)
    return [
        of_a_group(release, line)
        for table in release.tables
        for line in table.lines()
        if not left.isdisjoint([line.margin, *line.cells])
        and not line.margin.is_money
        and rules.is_small(release.values[line.margin])
    ]


def whole_tables(release: Release, left: Iterable[Variable], rules: Rules) -> list[dict]:
    """Those that print a number or one that it adds up with, and their rates with them."""
    left = _beside(release, left)
    tables = (set(table.printed_variables) for table in release.tables)
    return [_withheld(release, numbers) for numbers in tables if not left.isdisjoint(numbers)]


def _withheld(release: Release, numbers: set[Variable]) -> dict:
    rates = [rate for rate in release.rates if not numbers.isdisjoint(rate.variables)]
    withheld = [each for each in release.values if each in numbers and release.can_be_hidden(each)]
    return dict.fromkeys(withheld, Mark.WITHHELD) | dict.fromkeys(rates, Mark.RATE)


def that_help(
    release: Release, hidden: Mapping, more: list[dict], left: Iterable[Variable], rules: Rules
) -> dict:
    """Those of ``more`` to hide that hold a number which all of it together would save."""
    everything = {item: mark for each in more for item, mark in each.items()}
    exposed = set(attack(release, {**hidden, **everything}, rules).exposed)
    saved = _beside(release, (each for each in left if each not in exposed))
    return {
        item: mark for each in more if not saved.isdisjoint(each) for item, mark in each.items()
    }


def _beside(release: Release, variables: Iterable[Variable]) -> set[Variable]:
    """These, and what adds up with them."""
    these = set(variables)
    sums = ([each for each, _ in relation.terms] for relation in release.relations)
    return these.union(*(each for each in sums if not these.isdisjoint(each)))
