"""The attack program: what can be worked out of what is not printed?

It knows every printed number, every sum, what rounding tells and what the marks say. For each
number that is not printed it finds the least and the most that it may be, block by block.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from disclosure.blocks import blocks
from disclosure.knowledge import is_unknown, what_the_reader_knows
from disclosure.marks import Mark
from disclosure.probe import Probe
from disclosure.release import DoesNotAddUp, Release
from disclosure.rules import Rules
from disclosure.variables import Variable


@dataclass(frozen=True)
class Interval:
    """``high`` is None where nothing limits it. ``needed``: how wide it must be."""

    low: int
    high: int | None
    needed: int = 1

    @property
    def is_proved(self) -> bool:
        """
        >>> Interval(1, 4).is_proved, Interval(3, 3).is_proved, Interval(0, None).is_proved
        (True, False, True)
        """
        return self.high is None or self.high - self.low >= self.needed


@dataclass(frozen=True)
class Findings:
    """``sizes``: of the blocks that hold a watched number, in columns."""

    intervals: dict[Variable, Interval]
    sizes: list[int]

    @property
    def exposed(self) -> list[Variable]:
        return [each for each, interval in self.intervals.items() if not interval.is_proved]

    @property
    def proved(self) -> bool:
        return not self.exposed


def attack(release: Release, hidden: Mapping, rules: Rules = Rules()) -> Findings:  # noqa: B008
    """Hold every watched number of the release to what its reader can work out."""
    wanted = watched(release, hidden, rules)
    found, sizes = {}, []
    for block in blocks(what_the_reader_knows(release, hidden, rules), release.values):
        of_block = [each for each in enumerate(block.variables) if each[1] in wanted]
        if not of_block:
            continue
        probe = begin(block)
        sizes.append(len(block.variables))
        for column, variable in of_block:
            found[variable] = Interval(*probe.interval(column), wanted[variable])
    settled = {each: Interval(value, value) for each, value in release.values.items()}
    return Findings({each: found.get(each, settled[each]) for each in wanted}, sizes)


def begin(block) -> Probe:
    if not block.allows(block.truth):
        raise DoesNotAddUp("The numbers contradict what their marks or earlier editions say.")
    return Probe(block)


def watched(release: Release, hidden: Mapping, rules: Rules) -> dict[Variable, int]:
    """The numbers nobody may work out, each with how uncertain it must stay.

    All that are hidden or were hidden by an earlier edition, and small counts that stand nowhere:
    a printed rate may give them away.
    """
    return {
        variable: needed(release, variable, hidden.get(variable), rules)
        for variable, value in release.values.items()
        if variable in hidden
        or (
            is_unknown(release, variable, hidden)
            and (variable in release.marked or _is_small_count(variable, value, rules))
        )
    }


def _is_small_count(variable: Variable, value: int, rules: Rules) -> bool:
    return not variable.is_money and rules.is_small(value)


def needed(release: Release, variable: Variable, mark: Mark | None, rules: Rules) -> int:
    """Two values of a count; of a sum that is itself to be kept, a share of the sum in pence."""
    if mark is not Mark.MONEY:
        return 1
    return max(1, -int(-release.values[variable] * rules.money_width // 1))
