"""The clocks of one stage, counted from its dates: what a desk, an import and a page all show.

Plain Python on the limits of a stage and a mapping of dates; no query is made here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from stages.models import TimeLimit
from stages.suspended_time import Spans, days_suspended
from stages.working_days import Calendar, Unit, add_working_days, count_back, due_on

WINDOW = TimeLimit.Kind.WINDOW.value
WORKING_DAYS = Unit.WORKING_DAYS.value


@dataclass(frozen=True, slots=True)
class Clock:
    """One limit, counted. ``due_on`` lies between the target and the ceiling, or on one of them."""

    limit: TimeLimit
    starts_on: date
    provisional: bool
    target_on: date
    ceiling_on: date
    due_on: date
    met_on: date | None


@dataclass(frozen=True, slots=True)
class Window:
    """The complainant's time to ask for the next stage, where it differs from the limit's own.

    ``runs_from`` is the day an answer was given by talking, which no post delays; ``told_to`` the
    last day that the complainant was told.
    """

    runs_from: date | None = None
    told_to: date | None = None


def clocks_of(
    limits: Sequence[TimeLimit],
    dates: Mapping[str, date | None],
    calendar: Calendar,
    *,
    posting_days: int = 0,
    extended_to: date | None = None,
    agreed_to: date | None = None,
    window: Window | None = None,
    roll: bool = False,
    days_held: int = 0,
    suspended: Spans = (),
    left: Mapping[str, tuple[date, date]] = MappingProxyType({}),
) -> list[Clock]:
    """Count every clock of a stage that has started, in the order of its limits.

    ``dates`` holds what has happened, by the values of :class:`~stages.models.StageEvent`.
    ``extended_to`` moves the due date of the main limit alone, and so the milestones that count
    back from it; that it keeps to the ceiling is for the action to see. ``agreed_to`` is the date
    of a plan: the answer is due then, sooner or later than the limit says. ``roll`` and
    ``days_held`` belong to versions that say so (``month_ends_roll``, ``pauses_move_deadlines``).
    ``suspended`` moves every clock that ran in it. ``left`` names the due dates that stay as told
    though the calendar changed: by limit, the start they were counted from (from another start,
    they are counted anew) and the date.
    """
    window = window or Window()
    clocks: dict[str, Clock] = {}
    for limit in limits:
        met_on = dates.get(limit.stopped_by)
        if limit.counts_back_from:
            clock = _counted_back(limit, clocks.get(limit.counts_back_from), met_on, calendar)
        else:
            starts_on, provisional = _start(limit, dates, clocks, calendar, posting_days)
            if limit.kind == WINDOW:
                starts_on = window.runs_from or starts_on
            if starts_on is None:
                continue
            held = days_held if limit.is_main else 0
            held += days_suspended(suspended, starts_on, met_on, calendar)
            target_on, ceiling_on = bounds(limit, starts_on, calendar, roll=roll, days_held=held)
            told = left.get(limit.key)
            counted_on = told[1] if told and told[0] == starts_on else target_on
            due = _due(limit, counted_on, extended_to, agreed_to, window)
            latest = max(ceiling_on, due) if limit.is_main and agreed_to else ceiling_on
            clock = Clock(limit, starts_on, provisional, target_on, latest, due, met_on)
        if clock:
            clocks[limit.key] = clock
    return list(clocks.values())


def bounds(
    limit: TimeLimit, starts_on: date, calendar: Calendar, *, roll=False, days_held=0
) -> tuple[date, date]:
    """Return the last day of a limit, and that of its extension or the same day."""
    target_on = last_day(limit, starts_on, limit.length, calendar, roll=roll)
    if days_held:
        target_on = add_working_days(target_on, days_held, calendar)
    if limit.extends_to is None:
        return target_on, target_on
    ceiling_on = last_day(limit, starts_on, limit.extends_to, calendar, roll=roll)
    if days_held:
        ceiling_on = add_working_days(ceiling_on, days_held, calendar)
    return target_on, ceiling_on


def last_day(
    limit: TimeLimit, starts_on: date, length: int, calendar: Calendar, *, roll=False
) -> date:
    """Return the last day of ``length`` units; ``roll`` moves it off a day that does not count."""
    day = due_on(starts_on, length, limit.unit, calendar, limit.day_one)
    if roll and limit.unit != WORKING_DAYS and not calendar.works_on(day):
        return add_working_days(day, 1, calendar)
    return day


def deemed_received(responded_on: date, posting_days: int, calendar: Calendar) -> date:
    """Return the day on which a letter sent on ``responded_on`` is taken to have arrived."""
    return add_working_days(responded_on, posting_days, calendar)


def _due(limit, target_on, extended_to, agreed_to, window) -> date:
    """Return the date in force: as agreed, as extended, as told, else as the limit says."""
    if limit.kind == WINDOW:
        return window.told_to or target_on
    if not limit.is_main:
        return target_on
    return agreed_to or max(target_on, extended_to or target_on)


def _start(limit, dates, clocks, calendar, posting_days) -> tuple[date | None, bool]:
    """Say when a clock starts, and whether that is only the last day on which it could have."""
    starts_on = dates.get(limit.runs_from)
    if starts_on is not None:
        if limit.kind == WINDOW:
            starts_on = deemed_received(starts_on, posting_days, calendar)
        return starts_on, False
    before = clocks.get(limit.provisional_from)
    return (before.due_on, True) if before else (None, False)


def _counted_back(limit, base, met_on, calendar) -> Clock | None:
    if base is None:
        return None
    target_on = count_back(base.target_on, limit.length, calendar)
    ceiling_on = count_back(base.ceiling_on, limit.length, calendar)
    due = target_on
    if base.due_on != base.target_on:
        due = count_back(base.due_on, limit.length, calendar)
    return Clock(limit, base.starts_on, base.provisional, target_on, ceiling_on, due, met_on)
