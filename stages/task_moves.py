"""The open tasks that a change of the calendar moves with the deadlines.

A task that is counted in working days from a day lies as many of them after it on the calendar that
would be; one that is due with a deadline follows it. A day that was named for a task stays.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from stages.models import Deadline, Task
from stages.working_days import (
    BeyondHorizon,
    Calendar,
    add_working_days,
    count_back,
    count_working_days,
)

Kind = Task.Kind
FOLLOW = [Kind.DRAFT, Kind.LEARNING, Kind.NEW_DATE]  # due with a deadline of their stage
# These have no stage, and are counted as the case's procedure says; the others as the law does
BY_THE_ROUTE = [Kind.MEDIATION_OFFER, Kind.MEDIATION, Kind.RIGHT_TO_GO_ON]


@dataclass(frozen=True)
class TaskMove:
    task: Task
    to_on: date
    shown_from: date | None
    counted_from: date | None

    @property
    def from_on(self) -> date:
        return self.task.due_on


@dataclass(frozen=True)
class Calendars:
    """By whether days on which the office is closed are left out."""

    before: Mapping[bool, Calendar]
    after: Mapping[bool, Calendar]


def task_moves(
    deadlines: Iterable[tuple[Deadline, date]], calendars: Calendars, *, first_day: date
) -> list[TaskMove]:
    """The tasks that move from ``first_day`` on, where ``deadlines`` do, each to its new day."""
    moved = {(one.stage_id, one.due_on): to_on for one, to_on in deadlines}
    main = {(one.stage_id, one.due_on): to_on for one, to_on in deadlines if one.is_main}
    found = (_move(task, moved, main, calendars) for task in tasks_reached(first_day))
    return [move for move in found if move and move.to_on != move.from_on]


def tasks_reached(day: date) -> QuerySet[Task]:
    moves = Q(counted_from__isnull=False) | Q(kind__in=FOLLOW, stage__isnull=False)
    return (
        Task.objects.open()
        .filter(moves, due_on__gte=day)
        .select_related("case", "stage__definition__procedure", "case__route__procedure")
        .order_by("case__reference", "due_on", "pk")
    )


def _move(task: Task, moved: Mapping, main: Mapping, calendars: Calendars) -> TaskMove | None:
    if task.counted_from is None:
        to_on = moved.get((task.stage_id, task.due_on))
        return TaskMove(task, to_on, task.shown_from, None) if to_on else None
    closed = _leaves_closures_out(task)
    before, after = calendars.before[closed], calendars.after[closed]
    # An update that follows from the due date of the answer moves with it
    start = main.get((task.stage_id, task.counted_from), task.counted_from)
    try:
        days = count_working_days(task.counted_from, task.due_on, before)
        to_on = add_working_days(start, days, after)
        shown_from = _shown_from(task, to_on, before, after)
    except BeyondHorizon:
        return None  # it is counted when the next step is taken
    return TaskMove(task, to_on, shown_from, start)


def _shown_from(task: Task, to_on: date, before: Calendar, after: Calendar) -> date | None:
    """As many working days before it as until now."""
    if task.shown_from is None or to_on == task.due_on:
        return task.shown_from
    days = count_working_days(task.shown_from, task.due_on, before)
    return count_back(to_on, days, after) if days else task.shown_from


def _leaves_closures_out(task: Task) -> bool:
    if task.stage:
        return task.stage.definition.procedure.closure_days_excluded
    if task.kind in BY_THE_ROUTE:
        return task.case.route.procedure.closure_days_excluded
    return False
