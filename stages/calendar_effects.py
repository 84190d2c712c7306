"""What a change of the calendar would do: every open deadline that it moves, before and after.

Counted for all stages together in a few queries, with the calendar of today and with the one that
would be. Nothing is written here.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from stages.calendars import load_calendar
from stages.clocks import Clock
from stages.deadlines import clocks_with, dates_of
from stages.models import CalendarChange, Deadline, Extension, Stage, TimeLimit
from stages.moved import PREFETCHED, SELECTED, Left, extension_in_force, moved_by_rows
from stages.task_moves import Calendars, TaskMove, task_moves
from stages.working_days import Calendar, Unit, add_working_days, count_working_days

LAST_MONTH, LAST_DAY = 12, 31


@dataclass(frozen=True)
class Move:
    """One deadline and its clock on the calendar that would be.

    ``told`` is the due date that the complainant was told, None where nobody was. ``left_on`` is
    kept where it stayed and no extension's own date keeps it.
    """

    deadline: Deadline
    clock: Clock
    told: date | None
    stayed: bool = False
    left_on: date | None = None

    @property
    def stage(self) -> Stage:
        return self.deadline.stage

    @property
    def was_told(self) -> bool:
        return self.told is not None

    @property
    def from_on(self) -> date:
        return self.deadline.due_on

    @property
    def to_on(self) -> date:
        return self.clock.due_on

    @property
    def is_shown(self) -> bool:
        """A clock whose longest time alone moves is counted anew, and nobody's date changes."""
        return self.from_on != self.to_on or self.stayed


@dataclass(frozen=True)
class Effect:
    """``counted`` are all clocks to store, ``moves`` those whose date somebody waits for, and
    ``tasks`` what is to be done that moves with them."""

    counted: Sequence[Move]
    extensions: Sequence[Extension]
    tasks: Sequence[TaskMove]

    @property
    def moves_anything(self) -> bool:
        return bool(self.counted or self.tasks)

    @property
    def moves(self) -> list[Move]:
        return [move for move in self.counted if move.is_shown]

    @property
    def told(self) -> int:
        return sum(move.was_told for move in self.moves)

    @property
    def cases(self) -> int:
        of_deadlines = {move.stage.case_id for move in self.moves}
        return len(of_deadlines | {move.task.case_id for move in self.tasks})

    @property
    def fingerprint(self) -> str:
        """Another one where anything of what was shown has changed since."""
        shown = [(move.deadline.pk, move.from_on, move.to_on, move.told) for move in self.moves]
        return hashlib.sha256(repr(sorted(shown, key=str)).encode()).hexdigest()[:16]


def effect_of(change: CalendarChange, *, told_stay: bool = False) -> Effect:
    """Count what ``change`` does; with ``told_stay``, the dates already told stay in force."""
    before = {closed: load_calendar(closures=closed) for closed in (False, True)}
    after = {closed: changed(calendar, change) for closed, calendar in before.items()}
    if change.kind == CalendarChange.Kind.CLOSURE:
        after[False] = before[False]  # a closure is a working day of the law (domain.md 2.3)
    counted, extensions = [], []
    for stage in stages_reached(change.first_day):
        closed = stage.definition.procedure.closure_days_excluded
        found = _Recount(stage, before[closed], after[closed], told_stay)
        counted += found.moves()
        extensions += found.extensions_moved()
    due = [(move.deadline, move.to_on) for move in counted]
    tasks = task_moves(due, Calendars(before, after), first_day=change.first_day)
    return Effect(counted, extensions, tasks)


def changed(calendar: Calendar, change: CalendarChange) -> Calendar:
    """The calendar as it would be. A new year of the official list lengthens it."""
    is_closure = change.kind == CalendarChange.Kind.CLOSURE
    was = calendar.closures if is_closure else calendar.holidays
    days = {day: title for day, title in was.items() if day not in change.days_removed}
    days |= change.days_added
    last = calendar.last
    if change.official and change.days_added:
        last = max(last, date(max(change.days_added).year, LAST_MONTH, LAST_DAY))
    if is_closure:
        return Calendar(calendar.first, last, calendar.holidays, days)
    return Calendar(calendar.first, last, days, calendar.closures)


def stages_reached(day: date) -> QuerySet[Stage]:
    """The stages of open cases with a deadline that runs to ``day`` or beyond."""
    running = running_deadlines().filter(Q(ceiling_on__gte=day) | Q(due_on__gte=day))
    return still_running(running)


def running_deadlines() -> QuerySet[Deadline]:
    """Those not met. Once a stage is answered, only the complainant's own time still runs."""
    still = Q(stage__responded_on=None) | Q(limit__kind=TimeLimit.Kind.WINDOW)
    return Deadline.objects.running().filter(still)


def still_running(deadlines: QuerySet[Deadline]) -> QuerySet[Stage]:
    """The stages of open cases that have any of ``deadlines``, with all that counting wants.

    Thousands of stages share a few definitions and limits, so these are read once each.
    """
    return (
        Stage.objects.filter(case__closed_on=None, case__withdrawn_on=None)
        .filter(Exists(deadlines.filter(stage=OuterRef("pk"))))
        .select_related("case", *SELECTED)
        .prefetch_related(
            "case__service_area",
            "definition__procedure",
            "definition__limits",
            *PREFETCHED,
            Prefetch("deadlines", running_deadlines().prefetch_related("limit")),
        )
        .order_by("case__reference", "number")
    )


class _Recount:
    """One stage on two calendars."""

    def __init__(self, stage: Stage, before: Calendar, after: Calendar, told_stay: bool):
        self.stage, self.before, self.after, self.told_stay = stage, before, after, told_stay
        self.deadlines = list(stage.deadlines.all())
        self.dates = dates_of(stage)
        self.moved = moved_by_rows(stage)
        self.extension = extension_in_force(stage)

    def moves(self) -> Iterable[Move]:
        for deadline in self.deadlines:
            key = deadline.limit.key
            if key not in self._affected:
                continue
            clock, told = self._clocks_after[key], self._told(deadline)
            stays = told is not None and self.told_stay and clock.due_on == deadline.due_on
            kept = clock.due_on if stays and not self._is_extended(deadline) else None
            deadline.stage = self.stage
            yield Move(deadline, clock, told, stays, kept)

    def extensions_moved(self) -> Iterable[Extension]:
        """The extension in force, counted to as many working days on the new calendar."""
        if self.extension and self._extended_after != self.extension.in_force_on:
            self.extension.counted_to_on = self._extended_after
            yield self.extension

    @cached_property
    def _affected(self) -> set[str]:
        """The limits that the two calendars count differently, whatever anybody was told."""
        extended_to = self.extension.in_force_on if self.extension else None
        was = self._clocks(self.before, extended_to, {})
        return {key for key, clock in self._counted.items() if _dates(clock) != _dates(was[key])}

    @cached_property
    def _counted(self) -> dict[str, Clock]:
        return self._clocks(self.after, self._extended_by_days, {})

    @cached_property
    def _clocks_after(self) -> dict[str, Clock]:
        if not self._left and self._extended_after == self._extended_by_days:
            return self._counted
        return self._clocks(self.after, self._extended_after, self._left)

    def _clocks(self, calendar, extended_to, left: Left) -> dict[str, Clock]:
        moved = replace(self.moved, extended_to=extended_to, left=left)
        clocks = clocks_with(self.stage, self.dates, moved, calendar=calendar)
        return {clock.limit.key: clock for clock in clocks}

    @cached_property
    def _left(self) -> dict[str, tuple[date, date]]:
        """The dates that stay: those that stayed before and are not touched now, and the told."""
        left = {}
        for deadline in self.deadlines:
            key = deadline.limit.key
            if key not in self._affected:
                if deadline.left_on:
                    left[key] = (deadline.starts_on, deadline.left_on)
            elif self.told_stay and self._told(deadline) and not self._is_extended(deadline):
                left[key] = (self._counted[key].starts_on, deadline.due_on)
        return left

    @cached_property
    def _extended_after(self) -> date | None:
        if self.extension and self.told_stay and self.extension.told_on:
            return self.extension.in_force_on
        return self._extended_by_days

    @cached_property
    def _extended_by_days(self) -> date | None:
        if self.extension is None:
            return None
        to = self.extension.in_force_on
        main = next((one for one in self.deadlines if one.is_main), None)
        if main is None or main.limit.unit != Unit.WORKING_DAYS or not self.before.works_on(to):
            return to
        days = count_working_days(main.starts_on, to, self.before)
        return add_working_days(main.starts_on, days, self.after)

    def _is_extended(self, deadline: Deadline) -> bool:
        return deadline.is_main and self.extension is not None

    def _told(self, deadline: Deadline) -> date | None:
        """The due date that the complainant was told, of this deadline as it stands."""
        if self._is_extended(deadline) and self.extension.told_on:
            return self.extension.to_due_on
        return deadline.told_on


def _dates(clock: Clock) -> tuple:
    return clock.starts_on, clock.target_on, clock.ceiling_on, clock.due_on
