"""Numbers as they are read: percentages, pounds with their pence, n/a where there is none."""

from decimal import Decimal

from django.conf import settings

from reporting.percentages import half_up, printed

SMALL = 20  # under this a percentage says little: the fraction stands beside it
NOT_KNOWN = "n/a"
INTERNAL = "Internal: not for release."


def in_words(value, kind: str, part=None, base=None) -> str:
    """
    >>> in_words(7, "count"), in_words(None, "percent"), in_words(1484, "pounds")
    ('7', 'n/a', '£1,484.00')
    """
    if value is None:
        return "" if kind == "days" else NOT_KNOWN
    if kind == "pounds":
        return f"£{value:,.2f}"
    if kind == "percent":
        return share(part, base) if base else f"{half_up(value, 1)}%"
    if kind == "points":
        return f"{value:+} points"
    if kind == "rate":
        return f"{value:,.2f}"
    if kind == "days" and isinstance(value, Decimal):
        return f"{value:.0f}" if value == int(value) else str(value)
    return f"{value:,}" if isinstance(value, int) else str(value)


def share(part, base) -> str:
    """A percentage, with as many decimals as the council prints.

    >>> share(2, 7)
    '29%'
    """
    return f"{printed(part, base, settings.PERCENT_DECIMALS)}%" if base else ""


def fraction(part, base) -> str:
    """
    >>> fraction(2, 7), fraction(4, 56), fraction(0, 0)
    ('2/7', '', '')
    """
    return f"{part}/{base}" if base and base < SMALL else ""
