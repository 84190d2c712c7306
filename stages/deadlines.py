"""The deadlines of a stage as rows: its clocks, counted anew whenever one of its dates changes."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from stages.calendars import calendar_for
from stages.clocks import Clock, clocks_of
from stages.models import Deadline, Stage, StageDefinition, StageEvent
from stages.moved import Moved, extended_beyond_suspension, what_moved
from stages.suspended_time import Spans
from stages.waiting import keep_tasks
from stages.working_days import Calendar, count_working_days

ONE_DAY = timedelta(days=1)
COUNTED = [field for field in Clock.__slots__ if field != "limit"]


def count_clocks(stage: Stage, *, is_new: bool = False) -> list[Deadline]:
    """Count every clock of a stage anew, store them, and keep what is owed while it is waited for.

    Nothing has moved the clocks of one that ``is_new``. They are stored in one statement.
    """
    calendar = calendar_for(stage.definition.procedure)
    moved = Moved() if is_new else what_moved(stage)
    clocks = clocks_with(stage, dates_of(stage), moved, calendar=calendar)
    main = next((clock for clock in clocks if clock.limit.is_main), None)
    keep_tasks(stage, main, calendar, moved, is_new=is_new)
    return store([row_of(stage, clock, live=not stage.gave_way) for clock in clocks])


def clocks_under(stage: Stage, definition: StageDefinition) -> list[Clock]:
    """The clocks of a stage by its own dates, under the rules of another procedure."""
    return clocks_with(stage, dates_of(stage), what_moved(stage), definition=definition)


def clocks_with(
    stage: Stage,
    dates: Mapping[str, date | None],
    moved: Moved,
    *,
    definition: StageDefinition | None = None,
    calendar: Calendar | None = None,
) -> list[Clock]:
    """The clocks of a stage if these were its dates, and this had moved them. Writes nothing."""
    definition = definition or stage.definition
    procedure = definition.procedure
    calendar = calendar or calendar_for(procedure)
    return clocks_of(
        list(definition.limits.all()),
        dates,
        calendar,
        posting_days=procedure.posting_days,
        extended_to=extended_beyond_suspension(moved, stage, calendar),
        agreed_to=moved.agreed_to,
        window=moved.window,
        roll=procedure.month_ends_roll,
        days_held=days_held(moved.holds, calendar) if procedure.pauses_move_deadlines else 0,
        suspended=moved.suspended,
        left=moved.left,
    )


def dates_of(stage: Stage) -> dict[str, date | None]:
    return {event.value: getattr(stage, event.value) for event in StageEvent}


def row_of(stage: Stage, clock: Clock, **more) -> Deadline:
    counted = {field: getattr(clock, field) for field in COUNTED}
    return Deadline(stage=stage, limit=clock.limit, is_main=clock.limit.is_main, **counted, **more)


def store(rows: Iterable[Deadline], also: Iterable[str] = ()) -> list[Deadline]:
    """Write deadlines in one statement; those that are there get what was counted, and ``also``."""
    return Deadline.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["stage", "limit"],
        update_fields=[*COUNTED, *also],
    )


def days_held(spans: Spans, calendar: Calendar) -> int:
    """The working days of holds that have ended, their first and last day included."""
    return sum(count_working_days(start - ONE_DAY, end, calendar) for start, end in spans)
