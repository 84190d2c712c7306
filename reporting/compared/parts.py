"""Which periods are held beside one another. Nothing here reads the clock."""

from dataclasses import dataclass
from datetime import date, timedelta

from reporting.period import Period, financial_year_of, quarters_and_halves

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Part:
    """``now`` is the period that is asked about; the others have come before it."""

    key: str
    label: str
    period: Period


def year_so_far(today: date) -> tuple[Part, Part]:
    """The financial year up to a day, and the same part of the year before.

    >>> [part.label for part in year_so_far(date(2026, 11, 30))]
    ['2026/27 so far', '2025/26 to 30 November']
    """
    now = Period(financial_year_of(today).start, today)
    before = now.previous()
    return Part("now", f"{now.year} so far", now), Part("before", name_of(before), before)


def beside_those_before(period: Period) -> tuple[Part, ...]:
    """A quarter or half with the one before it and that of last year; else the days of last year.

    >>> [part.label for part in beside_those_before(Period(date(2006, 7, 1), date(2006, 9, 30)))]
    ['Quarter 2 of 2006/07', 'Quarter 1 of 2006/07', 'Quarter 2 of 2005/06']
    """
    before = period.previous()
    parts = [Part("now", name_of(period), period)]
    if just_before := _just_before(period):
        parts.append(Part("last", name_of(just_before), just_before))
    if before.end < period.start:  # a period of years has no year before it that is not within it
        parts.append(Part("before", name_of(before), before))
    return tuple(parts)


def months_of(period: Period) -> int:
    """How many months have a day of the period."""
    start, end = period.days
    return (end.year - start.year) * 12 + end.month - start.month + 1


def name_of(period: Period) -> str:
    """
    >>> name_of(Period(date(2006, 10, 1), date(2007, 3, 31)))
    'Second half of 2006/07'
    >>> name_of(Period(date(2006, 4, 1), date(2006, 11, 30)))
    '2006/07 to 30 November'
    """
    if period.is_financial_year:
        return period.label
    year = financial_year_of(period.start)
    if period.start == year.start and period.end < year.end and not is_quarter_or_half(period):
        return f"{period.year} to {period.end.day} {period.end:%B}"
    _, first, second, *quarters = quarters_and_halves(period)
    names = {first: "First half", second: "Second half"}
    names |= {quarter: f"Quarter {n}" for n, quarter in enumerate(quarters, start=1)}
    return f"{names[period]} of {period.year}" if period in names else str(period)


def is_quarter_or_half(period: Period) -> bool:
    return period in quarters_and_halves(period)[1:]


def quarters_until(day: date) -> list[Period]:
    """The quarter and half that ``day`` is in, and those that ended last."""
    halves_and_quarters = quarters_and_halves(Period(day, day))[1:]
    here = [period for period in halves_and_quarters if period.start <= day <= period.end]
    return [each for period in here for each in (period, _just_before(period))]


def _just_before(period: Period) -> Period | None:
    if not is_quarter_or_half(period):
        return None
    end = period.start - DAY
    own = quarters_and_halves(Period(end, end))[1:]
    halves, quarters = own[:2], own[2:]
    of_its_kind = halves if period in quarters_and_halves(period)[1:3] else quarters
    return next(each for each in of_its_kind if each.end == end)
