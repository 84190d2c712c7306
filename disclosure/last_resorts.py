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
    left = set(left)
    return [
        dict.fromkeys(filter(release.can_be_hidden, table.printed_variables), Mark.WITHHELD)
        for table in release.tables
        if not left.isdisjoint(table.printed_variables)
    ]


def that_help(
    release: Release, hidden: Mapping, more: list[dict], left: Iterable[Variable], rules: Rules
) -> dict:
    """Those of ``more`` to hide that hold a number which all of it together would save."""
    everything = {item: mark for each in more for item, mark in each.items()}
    exposed = set(attack(release, {**hidden, **everything}, rules).exposed)
    saved = {each for each in left if each not in exposed}
    return {
        item: mark
        for each in more
        if saved and not _around(release, each).isdisjoint(saved)
        for item, mark in each.items()
    }


def _around(release: Release, items: Mapping) -> set[Variable]:
    """These numbers and their margins."""
    lines = (line for table in release.tables for line in table.lines())
    return {*items, *(line.margin for line in lines if not set(line.cells).isdisjoint(items))}
