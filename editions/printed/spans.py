"""Spans of days in labels: “1 Apr 06 - 31 Aug 06”."""

import re
from datetime import date

from editions.flags.sentences import NAMES_OF_MONTHS

MONTHS = NAMES_OF_MONTHS.split()
DAY = re.compile(r"(\d{1,2})\s+([A-Za-z]{3,9})\.?\s+(\d{4}|\d{2})\b")


def span_in(label: str) -> tuple[date, date] | None:
    """
    >>> span_in("1 Sept 06- 31 Mar 07")
    (datetime.date(2006, 9, 1), datetime.date(2007, 3, 31))
    """
    days = [day for day in map(_day, DAY.findall(label)) if day]
    return (days[0], days[1]) if len(days) == 2 and days[0] < days[1] else None


def _day(found: tuple[str, str, str]) -> date | None:
    day, month, year = found
    named = [place for place, name in enumerate(MONTHS, 1) if name.startswith(month.lower()[:3])]
    number = int(year) if len(year) == 4 else 2000 + int(year)
    try:
        return date(number, named[0], int(day))
    except (IndexError, ValueError):
        return None


def months_of(span: tuple[date, date]) -> int:
    """
    >>> months_of((date(2006, 9, 1), date(2007, 3, 31)))
    7
    """
    start, end = span
    return (end.year - start.year) * 12 + end.month - start.month + 1
