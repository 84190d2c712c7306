"""Printed percentages, changes and averages, and what their rounding tells.

"33%" of twelve is four, so a percentage is a pair of inequalities between its part and its base.
Rounding is half up, and for a fall half down, as `decimal.ROUND_HALF_UP` has it.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from disclosure.relations import Relation
from disclosure.variables import Variable


@dataclass(frozen=True)
class Rate:
    """``scale`` × the sum of ``over`` ÷ ``base``, printed to ``decimals``.

    A percentage has one variable over its base and a scale of 100; a change has this year's less
    last year's over last year's. An average of pence that is printed in pounds has 1/100.
    """

    over: tuple[tuple[Variable, int], ...]
    base: Variable
    scale: Fraction = Fraction(100)
    decimals: int = 0

    def __str__(self) -> str:
        over = " ".join(f"{times:+d} {variable}" for variable, times in self.over)
        return f"{self.scale} × ({over}) ÷ {self.base}"

    @property
    def variables(self) -> list[Variable]:
        return [*(variable for variable, _ in self.over), self.base]


@dataclass(frozen=True)
class Spread:
    """A median or a longest: no sum, so it tells nothing about others; it needs its base."""

    words: str
    base: Variable

    def __str__(self) -> str:
        return f"{self.words} of {self.base}"


def percentage(part: Variable, base: Variable, decimals: int = 0) -> Rate:
    return Rate(((part, 1),), base, Fraction(100), decimals)


def change(now: Variable, before: Variable, decimals: int = 0) -> Rate:
    """The change on last year, in per cent of last year."""
    return Rate(((now, 1), (before, -1)), before, Fraction(100), decimals)


def average(total: Variable, base: Variable, decimals: int = 1, scale=Fraction(1)) -> Rate:
    return Rate(((total, 1),), base, Fraction(scale), decimals)


def half_up(number: Fraction, decimals: int = 0) -> int:
    """In units of the last decimal.

    >>> half_up(Fraction(1, 8) * 100), half_up(Fraction(-5, 2)), half_up(Fraction(400, 56), 1)
    (13, -3, 71)
    """
    whole = 2 * abs(number) * 10**decimals + 1
    rounded = int(whole // 2)
    return rounded if number >= 0 else -rounded


def printed(rate: Rate, values: dict[Variable, int]) -> Decimal | None:
    """The rate as it is printed; of nothing there is none.

    >>> upheld, received = Variable("upheld"), Variable("received")
    >>> printed(percentage(upheld, received), {upheld: 4, received: 12})
    Decimal('33')
    """
    units = in_units(rate, values)
    return None if units is None else Decimal(units).scaleb(-rate.decimals)


def in_units(rate: Rate, values: dict[Variable, int]) -> int | None:
    base = values[rate.base]
    over = sum(times * values[variable] for variable, times in rate.over)
    return half_up(rate.scale * over / base, rate.decimals) if base else None


def told_by(rate: Rate, units: int) -> list[Relation]:
    """What the reader learns from a rate that is printed as so many units of its last decimal.

    Half up: 13 stands for 12.5 and more, but less than 13.5.
    """
    double = 2 * 10**rate.decimals * rate.scale.numerator
    floor, ceiling = ((2 * units + side) * rate.scale.denominator for side in (-1, 1))
    return [
        Relation(_less(rate, double, floor), 1 if units <= 0 else 0, None, rate),
        Relation(_less(rate, double, ceiling), None, 0 if units < 0 else -1, rate),
    ]


def _less(rate: Rate, double: int, times_base: int) -> tuple[tuple[Variable, int], ...]:
    terms = {variable: double * times for variable, times in rate.over}
    terms[rate.base] = terms.get(rate.base, 0) - times_base
    return tuple((variable, times) for variable, times in terms.items() if times)
