"""Which values the reader holds possible for a number that is not printed."""

from dataclasses import dataclass

from disclosure.marks import Mark
from disclosure.rules import Rules


@dataclass(frozen=True)
class Possible:
    """``low`` to ``high`` (None: no limit), and nought besides where ``or_zero``."""

    low: int = 0
    high: int | None = None
    or_zero: bool = False

    def __contains__(self, value: int) -> bool:
        if self.or_zero and value == 0:
            return True
        return self.low <= value and (self.high is None or value <= self.high)

    def __and__(self, other: "Possible") -> "Possible":
        """
        >>> Possible(5, None, or_zero=True) & Possible(0, 9)
        Possible(low=5, high=9, or_zero=True)
        >>> Possible(5, None, or_zero=True) & Possible(0, 4)
        Possible(low=0, high=0, or_zero=False)
        """
        low, high = max(self.low, other.low), _lesser(self.high, other.high)
        zero = 0 in self and 0 in other
        if high is not None and low > high:
            return Possible(0, 0) if zero else Possible(low, high)
        return Possible(low, high, zero and low > 0)

    @property
    def least(self) -> int:
        return 0 if self.or_zero else self.low

    @property
    def is_settled(self) -> bool:
        return self.least == self.high


def _lesser(one: int | None, other: int | None) -> int | None:
    limits = [limit for limit in (one, other) if limit is not None]
    return min(limits, default=None)


def told_by_mark(mark: Mark | None, rules: Rules, is_money: bool = False) -> Possible:
    """What a mark, or no mark at all, says of the number in its place.

    A number hidden only to protect another is not small, else it had the other mark; whoever reads
    that far is the reader we prove against, unless the rules say otherwise.

    >>> told_by_mark(Mark.SMALL, Rules()), told_by_mark(Mark.PROTECTING, Rules())
    (Possible(low=1, high=4, or_zero=False), Possible(low=5, high=None, or_zero=True))
    """
    if is_money or mark in (None, Mark.WITHHELD):
        return Possible()
    if mark is Mark.SMALL:
        return Possible(1 if rules.show_zero else 0, rules.threshold - 1)
    if mark is Mark.GROUP:
        return Possible(0, rules.threshold - 1)
    if rules.marks_tell:
        return Possible(rules.threshold, None, or_zero=rules.show_zero)
    return Possible()
