"""What a published number counts. Two places that count the same thing hold the same variable.

The total of a row and the same number in another table, in a sentence or in last year's edition
are one variable, so what one place prints the other cannot hide.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

COUNT, PENCE = "count", "pence"


@dataclass(frozen=True)
class Variable:
    """A whole number, nought or more, that nobody has to print: a count, or a sum in pence.

    ``counted`` says of what ("complaints received"), ``where`` which of them: pairs of a dimension
    and a value, and nothing about a dimension over which it is a total.
    """

    counted: str
    where: frozenset[tuple[str, str]] = frozenset()
    unit: str = COUNT

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        """A release is looked up by its variables some ten million times."""
        return hash((self.counted, self.where, self.unit))

    def __str__(self) -> str:
        if not self.where:
            return self.counted
        narrowed = "; ".join(f"{name} {value}" for name, value in sorted(self.where))
        return f"{self.counted} ({narrowed})"

    @property
    def is_money(self) -> bool:
        return self.unit == PENCE

    def narrowed(self, *pairs: tuple[str, str]) -> "Variable":
        return Variable(self.counted, self.where.union(pairs), self.unit)


def counting(counted: str, where: Mapping[str, str] | Iterable = (), unit: str = COUNT) -> Variable:
    """
    >>> print(counting("complaints", {"team": "Fostering", "year": "2006/07"}))
    complaints (team Fostering; year 2006/07)
    """
    return Variable(counted, frozenset(dict(where).items()), unit)
