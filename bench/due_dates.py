"""A million due dates against numpy's ``busday_offset``, both asked for one date at a time.

Run it with ``python -m bench.due_dates``. What counts is the ratio: machines differ.
"""

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import numpy

from stages.bank_holiday_file import read_bank_holidays
from stages.working_days import Calendar, Unit, add_working_days, due_on

FIRST, LAST = date(1995, 1, 1), date(2028, 12, 31)
HOLIDAYS = Path(__file__).parent.parent / "fixtures/bank_holidays/england-and-wales.csv"
LENGTHS = [2, 5, 10, 15, 20, 25, 30, 65]  # working days: every limit that a procedure has
WANTED = 5.0


class Row(NamedTuple):
    what: str
    seconds: float
    numpy_seconds: float
    wanted: float

    @property
    def ratio(self) -> float:
        """How many times as fast as numpy."""
        return self.numpy_seconds / self.seconds


def measure(how_many: int = 1_000_000) -> list[Row]:
    """Time the same limits both ways, in one run, after holding the answers equal."""
    holidays = read_bank_holidays(HOLIDAYS)
    calendar = Calendar(FIRST, LAST, holidays)
    working_days = Unit.WORKING_DAYS
    numpy_calendar = numpy.busdaycalendar(holidays=list(holidays))
    limits = list(some_limits(how_many))
    # numpy is given its own kind of date: given Python's, it is slower still.
    numpy_limits = [(numpy.datetime64(start), length) for start, length in limits]

    def with_numpy(start, length):
        return numpy.busday_offset(start, length, roll="preceding", busdaycal=numpy_calendar)

    def added(start, length):
        return add_working_days(start, length, calendar)

    def due(start, length):
        return due_on(start, length, working_days, calendar)

    for (start, length), theirs in zip(limits[:10_000], numpy_limits, strict=False):
        assert added(start, length) == due(start, length) == with_numpy(*theirs).item()
    numpy_seconds = time_each(with_numpy, numpy_limits)
    return [
        Row(f"{how_many:,} × add_working_days", time_each(added, limits), numpy_seconds, WANTED),
        Row(f"{how_many:,} × due_on", time_each(due, limits), numpy_seconds, WANTED),
    ]


def some_limits(how_many: int):
    """Yield starts and lengths, spread over the calendar, the same ones every time."""
    chosen = random.Random(2006)
    days = (LAST - FIRST).days - 120
    for _ in range(how_many):
        yield FIRST + timedelta(days=chosen.randrange(days)), chosen.choice(LENGTHS)


def time_each(one: Callable, limits: list[tuple]) -> float:
    started = perf_counter()
    for start, length in limits:
        one(start, length)
    return perf_counter() - started


def main() -> None:
    print(f"{'what':<34}{'seconds':>9}{'numpy':>9}{'times as fast':>15}{'wanted':>9}")
    for row in measure():
        print(
            f"{row.what:<34}{row.seconds:>9.2f}{row.numpy_seconds:>9.2f}"
            f"{row.ratio:>15.1f}{row.wanted:>9.1f}"
        )


if __name__ == "__main__":
    main()
