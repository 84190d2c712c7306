"""Percentages: half up, one decimal where they are kept, whole numbers where they are read."""

from decimal import ROUND_HALF_UP, Decimal

ONE_DECIMAL = Decimal("0.1")


def half_up(number: Decimal, step: Decimal = ONE_DECIMAL) -> Decimal:
    return Decimal(number).quantize(step, ROUND_HALF_UP)


def percent(part, base) -> Decimal | None:
    """``part`` of ``base`` in per cent, to one decimal; of nothing there is no percentage.

    >>> percent(4, 56), percent(1, 0)
    (Decimal('7.1'), None)
    """
    return half_up(Decimal(100) * part / base) if base else None


def percent_change(now, before) -> Decimal | None:
    """
    >>> percent_change(56, 52), percent_change(36, 20)
    (Decimal('7.7'), Decimal('80.0'))
    """
    return percent(now - before, before)


def printed(part, base, decimals: int = 0) -> Decimal | None:
    """The percentage as a page prints it. Rounded once, from the counts: 9.47 → 9.5 → 10 is wrong.

    >>> printed(947, 10000), printed(1, 8), printed(1, 3, decimals=1)
    (Decimal('9'), Decimal('13'), Decimal('33.3'))
    """
    return half_up(Decimal(100) * part / base, Decimal(1).scaleb(-decimals)) if base else None
