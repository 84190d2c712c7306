"""How a deadline stands on a day, in the words of a page: day 12 of 20, 3 working days late.

It counts only through :mod:`stages.working_days`. Where the calendar does not reach, it says
nothing rather than guess.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from stages.models import Deadline, Hold, StageEvent, TimeLimit
from stages.working_days import BeyondHorizon, Calendar, DayOne, Unit, count_working_days, days_used


@dataclass(frozen=True)
class Standing:
    """``deadline`` (with its limit) on the day ``today``; once it is met, on that day."""

    deadline: Deadline
    today: date
    calendar: Calendar
    holds: Sequence[Hold] = ()

    @property
    def limit(self) -> TimeLimit:
        return self.deadline.limit

    @property
    def met_on(self) -> date | None:
        return self.deadline.met_on

    @property
    def due_on(self) -> date:
        return self.deadline.due_on

    @property
    def is_running(self) -> bool:
        """Once a stage is answered, what was never recorded of it runs no longer."""
        return self._may_run and not self.is_suspended

    @property
    def is_suspended(self) -> bool:
        """It stands while the whole stage is suspended for proceedings (regulation 8)."""
        since = getattr(self.deadline.stage, "suspended_since", None)  # of stages read with facts
        return self._may_run and since is not None

    @property
    def has_its_own_end(self) -> bool:
        """A draft or a sign-off is not recorded: only the response that it served is."""
        return not (self.is_inner and self.limit.stopped_by == StageEvent.RESPONSE)

    @property
    def is_window(self) -> bool:
        return self.limit.kind == TimeLimit.Kind.WINDOW

    @property
    def is_inner(self) -> bool:
        return self.limit.kind == TimeLimit.Kind.INNER

    @property
    def in_working_days(self) -> bool:
        return self.limit.unit == Unit.WORKING_DAYS

    @property
    def kind_of_days(self) -> str:
        """A limit in months is told in calendar days."""
        return "working" if self.in_working_days else "calendar"

    @property
    def is_late(self) -> bool:
        """Somebody's time ran out. The complainant's own time is no lateness of the council's."""
        if self.is_window or not self.has_its_own_end or not (self.met_on or self.is_running):
            return False
        return self.deadline.is_late(on=self.today)

    @cached_property
    def days_over(self) -> int | None:
        """Days between the due date and the day it was met, or today; by the limit's own days."""
        return self._between(self.due_on, self.met_on or self.today)

    @cached_property
    def days_left(self) -> int | None:
        return self._between(self.today, self.due_on)

    @cached_property
    def used(self) -> int | None:
        """Which day of the limit it is; nothing before it starts, or once it ended unmet."""
        if self.met_on or self._may_run:
            return self._day_number(self.met_on or self.today)
        return None

    @cached_property
    def allowed(self) -> int | None:
        """To the day agreed with the complainant, where that is sooner than the law's."""
        return self._day_number(min(self.deadline.target_on, self.due_on))

    @cached_property
    def extended(self) -> int | None:
        return self._day_number(self.due_on) if self.deadline.is_extended else None

    @cached_property
    def held(self) -> int:
        """How many of the days used fell into a hold; a day in two holds is held once."""
        if self.used is None:
            return 0
        first, last = self._first_day, self.met_on or self.today
        days = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return sum(
            self._counts(day) for day in days if any(_holds(hold, day) for hold in self.holds)
        )

    @property
    def net(self) -> int | None:
        """The days used without those of a hold (domain.md 1.A, hold design)."""
        return None if self.used is None else self.used - self.held

    @property
    def day_words(self) -> str:
        """
        >>> Standing.words_of_day(12, 20, "working"), Standing.words_of_day(12, 28, "calendar")
        ('day 12 of 20', 'day 12 of 28 calendar days')
        """
        if self.used is None or self.allowed is None or self.is_inner or self.is_late:
            return ""
        return self.words_of_day(self.used, self.extended or self.allowed, self.kind_of_days)

    @staticmethod
    def words_of_day(used: int, allowed: int, kind: str) -> str:
        return f"day {used} of {allowed}" + ("" if kind == "working" else f" {kind} days")

    @property
    def late_words(self) -> str:
        """Said in the limit's days; at a weekend after the last day no working day is lost yet."""
        return _days(self.days_over, self.kind_of_days, "late") if self.is_late else ""

    @property
    def left_words(self) -> str:
        if not self.is_running or self.is_late:
            return ""
        if self.due_on < self.today:
            return "has passed"
        if self.due_on == self.today:
            return "today"
        return _days(self.days_left, self.kind_of_days, "left")

    @property
    def result(self) -> str:
        """In time has three answers: target, extended, over (domain.md 1, rule 4)."""
        if self.is_late:
            return self.late_words
        if self.is_suspended:
            return "suspended"
        if not self.met_on and not self.is_running:
            if self.deadline.live:
                return "not recorded"
            return "the clock is stopped" if self.is_paused else "no longer runs"
        if not self.met_on or not self.has_its_own_end:
            return ""
        if self.is_window:
            return "in time" if self.met_on <= self.due_on else "after that time"
        return "in time" if self.met_on <= self.deadline.target_on else "in the extended time"

    @property
    def is_paused(self) -> bool:
        """Stopped by a hold that has not ended, in a version that allows it."""
        stage = self.deadline.stage
        pauses = stage.definition.procedure.pauses_move_deadlines
        return pauses and getattr(stage, "is_on_hold", False)

    @property
    def is_drawn(self) -> bool:
        """Whether there is a line to draw: it has started, and its days can be counted."""
        return self.used is not None and bool(self.allowed) and self.limit.in_force

    @property
    def within_ceiling(self) -> bool:
        """Late by the date in force, yet inside the longest time that the limit could have."""
        return self.is_late and (self.met_on or self.today) <= self.deadline.ceiling_on

    @property
    def _may_run(self) -> bool:
        answered = self.deadline.stage.responded_on and not self.is_window
        return self.deadline.live and self.met_on is None and not answered

    @property
    def _first_day(self) -> date:
        own_day = self.limit.day_one == DayOne.SAME
        return self.deadline.starts_on + timedelta(days=not own_day)

    def _counts(self, day: date) -> bool:
        return not self.in_working_days or self.calendar.works_on(day)

    def _day_number(self, day: date) -> int | None:
        limit, start = self.limit, self.deadline.starts_on
        if day < start:
            return None
        try:
            return days_used(start, day, limit.unit, self.calendar, limit.day_one)
        except BeyondHorizon:
            return None

    def _between(self, start: date, end: date) -> int | None:
        if end < start:
            return 0
        if not self.in_working_days:
            return (end - start).days
        try:
            return count_working_days(start, end, self.calendar)
        except BeyondHorizon:
            return None


def _holds(hold: Hold, day: date) -> bool:
    return hold.from_on <= day and (hold.to_on is None or day <= hold.to_on)


def _days(number: int | None, kind: str, end: str) -> str:
    """
    >>> _days(1, "working", "late"), _days(3, "calendar", "left"), _days(0, "working", "late")
    ('1 working day late', '3 calendar days left', 'late')
    """
    if not number:
        return end if end == "late" else ""
    return f"{number} {kind} day{'' if number == 1 else 's'} {end}"
