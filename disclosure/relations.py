"""What must be true of variables together: a sum that lies within two numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from disclosure.variables import Variable


@dataclass(frozen=True)
class Relation:
    """``low <= sum of coefficient × variable <= high``, in whole numbers; None is no limit.

    ``said_by`` is the printed rate that tells it: hidden, it tells nothing. Without one the reader
    knows the relation for itself.
    """

    terms: tuple[tuple[Variable, int], ...]
    low: int | None
    high: int | None
    said_by: object = None

    def holds(self, values: Mapping[Variable, int]) -> bool:
        return within(sum(times * values[each] for each, times in self.terms), self.low, self.high)

    def __str__(self) -> str:
        return " ".join(f"{times:+d} {variable}" for variable, times in self.terms)


def within(number: int, low: int | None, high: int | None) -> bool:
    return (low is None or low <= number) and (high is None or number <= high)


def adds_up(whole: Variable, parts: Iterable[Variable]) -> Relation:
    """The parts are all of the whole, and nothing is in two of them."""
    return Relation(((whole, -1), *((part, 1) for part in parts)), 0, 0)


def overlaps(whole: Variable, parts: Iterable[Variable]) -> list[Relation]:
    """All of the whole is in one part at least, and may be in several: issues of a complaint."""
    parts = list(parts)
    covered = Relation(((whole, -1), *((part, 1) for part in parts)), 0, None)
    return [covered, *(Relation(((whole, 1), (part, -1)), 0, None) for part in parts)]
