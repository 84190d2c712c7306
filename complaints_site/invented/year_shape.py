"""On which days complaints come: a year's natural shape.

Councils receive fewer in August and at Christmas, hardly any at a weekend or on a bank holiday, and
a few more each year.
"""

import random
from datetime import date, timedelta
from itertools import accumulate

from stages.working_days import Calendar

AUGUST, MARCH, DECEMBER, JANUARY = 8, 3, 12, 1
MONTHS = {AUGUST: 0.72, MARCH: 1.15, DECEMBER: 0.85}
AT_CHRISTMAS, NOT_WORKING, MORE_EACH_YEAR = 0.3, 0.06, 0.01


def days_received(
    chosen: random.Random, how_many: int, first: date, last: date, calendar: Calendar
) -> list[date]:
    """Choose the day of each complaint, in order."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    weights = list(accumulate(weight(day, first.year, calendar) for day in days))
    return sorted(chosen.choices(days, cum_weights=weights, k=how_many))


def weight(day: date, first_year: int, calendar: Calendar) -> float:
    """How likely a complaint is to come on ``day``, beside others."""
    often = MONTHS.get(day.month, 1) * (1 + MORE_EACH_YEAR * (day.year - first_year))
    if is_christmas(day):
        often *= AT_CHRISTMAS
    return often if calendar.works_on(day) else often * NOT_WORKING


def is_christmas(day: date) -> bool:
    return (day.month == DECEMBER and day.day >= 20) or (day.month == JANUARY and day.day <= 3)
