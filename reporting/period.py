"""Periods: the years, and the parts of years, that are reported on.

Both days of a period belong to it. Nothing here reads the clock or the database.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

APRIL = 4
FEBRUARY = 2
ONE_DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1900, 2200  # beyond them there is nothing to count


@dataclass(frozen=True, order=True)
class Period:
    start: date
    end: date

    def __post_init__(self):
        if self.end < self.start:
            raise ValueError("A period cannot end before it begins.")

    def __str__(self) -> str:
        """
        >>> str(Period(date(2006, 4, 1), date(2006, 8, 31)))
        '1 April 2006 to 31 August 2006'
        >>> str(Period(date(2006, 4, 1), date(2006, 4, 1)))
        '1 April 2006'
        """
        days = [self.start] if self.start == self.end else [self.start, self.end]
        return " to ".join(in_words(day) for day in days)

    @property
    def days(self) -> tuple[date, date]:
        """What a ``__range`` look-up takes."""
        return self.start, self.end

    @property
    def label(self) -> str:
        """The financial year's name, or the two days.

        >>> financial_year(2006).label, Period(date(2006, 4, 1), date(2006, 6, 30)).label
        ('2006/07', '1 April 2006 to 30 June 2006')
        """
        return self.year if self.is_financial_year else str(self)

    @property
    def is_financial_year(self) -> bool:
        return self == financial_year_of(self.start)

    @property
    def year(self) -> str:
        """The financial year in which the period begins, as published figures name it."""
        first = financial_year_of(self.start).start.year
        return f"{first}/{(first + 1) % 100:02d}"

    def previous(self) -> "Period":
        """The same days a year earlier; the last of February stays the last.

        >>> str(Period(date(2007, 4, 1), date(2008, 2, 29)).previous())
        '1 April 2006 to 28 February 2007'
        """
        return Period(_a_year_before(self.start), _a_year_before(self.end))

    def split(self, days: Iterable[date]) -> list["Period"]:
        """The parts of the period, of which each after the first begins on one of ``days``."""
        starts = [self.start, *sorted({day for day in days if self.start < day <= self.end})]
        ends = [*(day - ONE_DAY for day in starts[1:]), self.end]
        return [Period(start, end) for start, end in zip(starts, ends, strict=True)]


def financial_year(first: int) -> Period:
    """The year from 1 April ``first`` to 31 March."""
    return Period(date(first, APRIL, 1), date(first + 1, APRIL, 1) - ONE_DAY)


def financial_year_of(day: date) -> Period:
    return financial_year(day.year if day.month >= APRIL else day.year - 1)


def quarters_and_halves(period: Period) -> list[Period]:
    """The year in which a period begins, its halves and its quarters.

    >>> [str(part) for part in quarters_and_halves(financial_year(2006))][:3]
    ['1 April 2006 to 31 March 2007', '1 April 2006 to 30 September 2006', \
'1 October 2006 to 31 March 2007']
    """
    year = financial_year_of(period.start)
    first = year.start.year
    starts = [date(first, 4, 1), date(first, 7, 1), date(first, 10, 1), date(first + 1, 1, 1)]
    return [year, *year.split(starts[2:3]), *year.split(starts[1:])]


def can_be_reported_on(day: date) -> bool:
    return FIRST_YEAR <= day.year <= LAST_YEAR


def in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _a_year_before(day: date) -> date:
    last = monthrange(day.year, day.month)[1]
    last_then = monthrange(day.year - 1, day.month)[1]
    return date(day.year - 1, day.month, last_then if day.day == last else day.day)
