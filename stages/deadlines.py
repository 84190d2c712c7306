"""The deadlines of a stage as rows: its clocks, counted anew whenever one of its dates changes."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.db.models import DateField, F, Q, Value
from django.db.models.functions import Cast, Coalesce

from stages.calendars import calendar_for
from stages.clocks import Clock, clocks_of
from stages.models import Deadline, Extension, Stage, StageEvent
from stages.working_days import Calendar, count_working_days

ONE_DAY = timedelta(days=1)
COUNTED = [field for field in Clock.__slots__ if field != "limit"]
NO_DAY = Cast(Value(None), DateField())

Left = Mapping[str, tuple[date, date]]


def count_clocks(stage: Stage, *, is_new: bool = False) -> list[Deadline]:
    """Count every clock of a stage anew and store them in one statement.

    Of one that ``is_new`` nobody was told anything yet.
    """
    calendar = calendar_for(stage.definition.procedure)
    extended_to, left = (None, {}) if is_new else what_was_told(stage)
    clocks = clocks_on(stage, calendar, extended_to=extended_to, left=left)
    return store([row_of(stage, clock) for clock in clocks])


def clocks_on(
    stage: Stage, calendar: Calendar, *, extended_to: date | None, left: Left
) -> list[Clock]:
    """Every clock of a stage on this calendar. Makes no query where its rows were prefetched."""
    procedure = stage.definition.procedure
    return clocks_of(
        list(stage.definition.limits.all()),
        dates_of(stage),
        calendar,
        posting_days=procedure.posting_days,
        extended_to=extended_to,
        roll=procedure.month_ends_roll,
        days_held=days_held(stage, calendar) if procedure.pauses_move_deadlines else 0,
        left=left,
    )


def dates_of(stage: Stage) -> dict[str, date | None]:
    return {event.value: getattr(stage, event.value) for event in StageEvent}


def what_was_told(stage: Stage) -> tuple[date | None, Left]:
    """How far a stage is extended, and which of its dates stay as told; one query for both."""
    extensions = Extension.objects.filter(stage=stage).order_by()
    told = Deadline.objects.filter(Q(stage=stage) & ~Q(left_on=None)).order_by()
    rows = extensions.values_list(Value(""), NO_DAY, Coalesce("counted_to_on", "to_due_on")).union(
        told.values_list(F("limit__key"), F("starts_on"), F("left_on")), all=True
    )
    found = list(rows)
    extended_to = max((to for key, _, to in found if not key), default=None)
    return extended_to, {key: (start, to) for key, start, to in found if key}


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


def days_held(stage: Stage, calendar: Calendar) -> int:
    """The working days of the holds that have ended, their first and last day included."""
    spans = [(hold.from_on, hold.to_on) for hold in stage.holds.all() if hold.to_on]
    return sum(count_working_days(start - ONE_DAY, end, calendar) for start, end in spans)
