"""What is owed in the open stages of cases that came from a log: from the day they were taken over.

The log does not say which updates were given before that day, so none of them counts as missed: the
first that the council owes is the next one of the same row of days.
"""

from collections.abc import Iterator
from datetime import date

from django.db.models import Prefetch, QuerySet

from stages.calendars import load_calendar
from stages.models import Deadline, Stage, Task
from stages.waiting import LONG_STOP, ONE_DAY, SHOWN_BEFORE, UPDATE, Owed
from stages.working_calendar import Calendar
from stages.working_days import BeyondHorizon, add_working_days, count_back

Kind = Task.Kind
NOT_TOLD = (
    "It fell due before the case was taken over, and the log does not say whether it was made"
)


def owe_from(stages: QuerySet[Stage], *, on: date) -> int:
    """Raise what is owed in those of ``stages`` that are waited for; how many tasks."""
    waited_for = stages.filter(
        responded_on=None, escalated_on=None, case__closed_on=None, case__withdrawn_on=None
    )
    main = Deadline.objects.filter(is_main=True).select_related("limit")
    read = waited_for.select_related("definition__procedure").prefetch_related(
        Prefetch("deadlines", main, to_attr="main")
    )
    calendars = {closed: load_calendar(closures=closed) for closed in (False, True)}
    tasks = []
    for stage in read:
        calendar = calendars[stage.definition.procedure.closure_days_excluded]
        try:
            tasks += _owed(stage, calendar, on)
        except BeyondHorizon:
            continue  # counted when the next step is taken
    Task.objects.bulk_create(tasks)
    return len(tasks)


def _owed(stage: Stage, calendar: Calendar, on: date) -> Iterator[Task]:
    owed = Owed(stage, next(iter(stage.main), None), calendar, [])
    first = due_on = owed.first_update_on
    counted_from = owed.first_is_counted_from
    while due_on < on:
        counted_from, due_on = due_on, owed.after(due_on)
    if due_on != first:
        # Later updates are counted from the one before, so the first has to be there
        ended = {"dropped_on": first, "dropped_because": NOT_TOLD}
        yield _task(stage, Kind.UPDATE, UPDATE, first, shown_from=first, **ended)
    days = {"shown_from": count_back(due_on, SHOWN_BEFORE, calendar), "counted_from": counted_from}
    yield _task(stage, Kind.UPDATE, UPDATE, due_on, **days)
    if owed.main and owed.main.limit.by_agreement:
        ends_on = owed.main.ceiling_on
        due_on = add_working_days(ends_on, 1, calendar)
        days = {"shown_from": ends_on + ONE_DAY, "counted_from": ends_on}
        yield _task(stage, Kind.LONG_STOP, LONG_STOP, due_on, **days)


def _task(stage: Stage, kind: str, what: str, due_on: date, **more) -> Task:
    return Task(case_id=stage.case_id, stage=stage, kind=kind, what=what, due_on=due_on, **more)
