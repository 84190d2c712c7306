"""The working days in which a stage was suspended, and by how many of them a clock moves.

Regulation 8 suspends consideration itself (domain.md 1.A), so every clock of the stage that was
running stands still, whatever the version says of holds. The day of the decision is used; the next
working day after the suspension ended continues the count.
"""

from collections.abc import Sequence
from datetime import date

from stages.working_days import Calendar, count_working_days

Spans = Sequence[tuple[date, date]]  # from the day of the decision to the day it ended


def days_suspended(spans: Spans, starts_on: date, met_on: date | None, calendar: Calendar) -> int:
    """Count the working days of ``spans`` that fell into a clock's run from ``starts_on``."""
    return sum(
        count_working_days(max(first, starts_on), min(last, met_on or last), calendar)
        for first, last in spans
        if starts_on <= last and (met_on is None or first < met_on)
    )


def is_suspended(spans: Spans, day: date) -> bool:
    return any(first < day <= last for first, last in spans)
