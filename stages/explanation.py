"""Why a limit ends when it does, day by day: what stands behind every due date.

It asks :mod:`stages.working_days` for each number, so that it cannot tell another story.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from stages.working_days import Calendar, DayOne, Unit, days_used, due_on


@dataclass(frozen=True)
class Step:
    """A day of the limit. ``number`` is the day (or month) it completes, 0 where none does."""

    day: date
    counts: bool
    number: int
    why: str


def explain(
    start: date,
    length: int,
    unit: Unit,
    calendar: Calendar,
    day_one: DayOne = DayOne.AFTER,
) -> list[Step]:
    """Tell a limit from ``start`` to its last day; the days that count number ``length``.

    Limits in days tell every day, limits in months only the last day of each.

    >>> weekend = Calendar(date(2006, 9, 1), date(2006, 9, 30))
    >>> for step in explain(date(2006, 9, 15), 1, Unit.WORKING_DAYS, weekend):
    ...     print(step.day, step.number, step.why)
    2006-09-15 0 starts here; counting begins with the next working day
    2006-09-16 0 Saturday
    2006-09-17 0 Sunday
    2006-09-18 1 day 1
    """
    if unit == Unit.MONTHS:
        steps = _by_month(start, length, calendar, day_one)
    else:
        steps = _by_day(start, length, unit, calendar, day_one)
    return [*steps[:-1], _last(steps[-1], calendar)]


def _by_day(start, length, unit, calendar, day_one):
    steps = []
    used = 0
    day, due = start, due_on(start, length, unit, calendar, day_one)
    while day <= due:
        number = days_used(start, day, unit, calendar, day_one)
        if number > used:
            why = f"day {number}, the day it starts" if day == start else f"day {number}"
            steps.append(Step(day, counts=True, number=number, why=why))
        else:
            why = _why_nothing(day, start, unit, calendar, day_one)
            steps.append(Step(day, counts=False, number=0, why=why))
        used = number
        day += timedelta(days=1)
    return steps


def _why_nothing(day, start, unit, calendar, day_one):
    reason = calendar.why_not(day)
    if day != start:
        return reason or _begins("deemed to start here", unit)
    if reason and day_one == DayOne.DEEMED:
        return f"comes in here ({reason}); deemed to start on the next working day"
    return _begins(f"starts here ({reason})" if reason else "starts here", unit)


def _begins(what, unit):
    day = "working day" if unit == Unit.WORKING_DAYS else "day"
    return f"{what}; counting begins with the next {day}"


def _by_month(start, length, calendar, day_one):
    if day_one == DayOne.SAME:
        why = "starts here; this is the first day of month 1"
    else:
        why = _why_nothing(start, start, Unit.MONTHS, calendar, day_one)
    steps = [Step(start, counts=False, number=0, why=why)]
    for month in range(1, length + 1):
        day = due_on(start, month, Unit.MONTHS, calendar, day_one)
        steps.append(Step(day, counts=True, number=month, why=f"month {month} ends"))
    return steps


def _last(step, calendar):
    """Say it where the office is shut on the last day; past the horizon nobody knows yet."""
    shut = calendar.why_not(step.day) if step.day <= calendar.last else None
    return replace(step, why=f"{step.why} ({shut}, and still the last day)") if shut else step
