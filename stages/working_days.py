"""Counting the days of a time limit: the one place it is done, so that every deadline agrees.

Nothing here reads the clock, the settings or the database: the calendar is an argument. Worked
examples are in domain.md 2.6.
"""

import enum
from calendar import monthrange
from datetime import date, timedelta

from stages.working_calendar import BeyondHorizon, Calendar, in_words

__all__ = [
    "BeyondHorizon",
    "Calendar",
    "DayOne",
    "Unit",
    "add_working_days",
    "count_back",
    "count_working_days",
    "days_used",
    "due_on",
]


class Unit(enum.StrEnum):
    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    MONTHS = "months"


class DayOne(enum.StrEnum):
    """Which day is day 1 of a limit (domain.md 2.4)."""

    AFTER = "after"  # convention A: the first day that counts after the trigger
    SAME = "same"  # convention B, and "commencing on": the trigger's own day, if it counts
    DEEMED = "deemed"  # convention C: the trigger moves to the next working day, then as A


USUAL = (Unit.WORKING_DAYS, DayOne.AFTER)  # nearly every limit, so it is answered first


def add_working_days(start: date, days: int, calendar: Calendar) -> date:
    """Return the last day of a limit of ``days`` working days that runs from ``start``.

    The day it starts is day nought, whether or not it is a working day (convention A):

    >>> add_working_days(date(2006, 9, 4), 10, Calendar(date(2006, 9, 1), date(2006, 9, 30)))
    datetime.date(2006, 9, 18)
    """
    place = start.toordinal() - calendar.day_before
    if place < 1 or days < 1:
        return _add_nothing(start, days, calendar)
    try:
        return calendar.working_days[calendar.ordinals[place] + days]
    except IndexError:
        sentence = f"{days} working days from {in_words(start)} cannot be counted."
        raise calendar.beyond(sentence) from None


def _add_nothing(start: date, days: int, calendar: Calendar) -> date:
    calendar.ordinal(start)  # refuses a day outside the horizon
    if days < 0:
        raise ValueError("The number of days cannot be negative.")
    return start


def count_working_days(start: date, end: date, calendar: Calendar) -> int:
    """Count the working days after ``start`` up to and including ``end``: its day number.

    >>> count_working_days(
    ...     date(2007, 1, 15), date(2007, 2, 27), Calendar(date(2007, 1, 2), date(2007, 3, 30))
    ... )
    31
    """
    _refuse_backwards(start, end)
    return calendar.ordinal(end) - calendar.ordinal(start)


def count_back(due: date, days: int, calendar: Calendar) -> date:
    """Return the working day that lies ``days`` working days before ``due``.

    >>> count_back(date(2007, 2, 26), 10, Calendar(date(2007, 2, 1), date(2007, 2, 28)))
    datetime.date(2007, 2, 12)
    """
    if days < 1:
        return _add_nothing(due, days, calendar)
    first_not_before = calendar.ordinal(due) + (not calendar.works_on(due))
    return calendar.working_day(first_not_before - days)


def due_on(
    start: date,
    length: int,
    unit: Unit,
    calendar: Calendar,
    day_one: DayOne = DayOne.AFTER,
) -> date:
    """Return the last day of the limit that ``start`` sets running.

    A limit in calendar days or months ends on whatever day it ends, at a weekend too. It must
    start inside the calendar's horizon and may end past it: no bank holiday can move its end.
    """
    if length < 1:
        raise ValueError("A time limit is at least one day or month long.")
    if (unit, day_one) == USUAL:
        return add_working_days(start, length, calendar)
    runs_from = _runs_from(start, calendar, day_one)
    if unit == Unit.WORKING_DAYS:
        if day_one == DayOne.SAME and calendar.works_on(start):
            return calendar.working_day(calendar.ordinal(start) + length - 1)
        return add_working_days(runs_from, length, calendar)
    try:
        if unit == Unit.MONTHS:
            return _end_of_months(runs_from, length, day_one)
        return runs_from + timedelta(days=length - _own_day(day_one))
    except (OverflowError, ValueError):
        raise calendar.beyond(f"No date lies so far from {in_words(start)}.") from None


def days_used(
    start: date,
    end: date,
    unit: Unit,
    calendar: Calendar,
    day_one: DayOne = DayOne.AFTER,
) -> int:
    """Say which day of the limit ``end`` is, by the convention that :func:`due_on` used.

    A limit in months is told in calendar days. On a day that does not count, the number is that
    of the last day that did.
    """
    _refuse_backwards(start, end)
    runs_from = _runs_from(start, calendar, day_one)
    if unit == Unit.WORKING_DAYS:
        own_day = _own_day(day_one) and calendar.works_on(start)
        used = calendar.ordinal(end) - calendar.ordinal(runs_from) + own_day
    else:
        used = (end - runs_from).days + _own_day(day_one)
    return max(0, used)  # before the deemed day nothing is used


def _runs_from(start: date, calendar: Calendar, day_one: DayOne) -> date:
    if calendar.works_on(start) or day_one != DayOne.DEEMED:
        return start
    return add_working_days(start, 1, calendar)


def _own_day(day_one: DayOne) -> bool:
    return day_one == DayOne.SAME


def _end_of_months(start: date, months: int, day_one: DayOne) -> date:
    """Return the same date ``months`` later, or that month's last day where it has no such date.

    "Commencing on" a day includes it, so the limit ends the day before the same date (domain.md
    2.4); where that month has no such date, it still ends with the month: 6 months commencing on
    31 August end, as 6 months from 31 August do, on the last day of February.
    """
    years, month = divmod(start.month - 1 + months, 12)
    first = date(start.year + years, month + 1, 1)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return min(first + timedelta(days=start.day - 1 - _own_day(day_one)), last)


def _refuse_backwards(start: date, end: date) -> None:
    if end < start:
        raise ValueError(
            f"The end, {in_words(end)}, is before the start, {in_words(start)}: nothing to count."
        )
