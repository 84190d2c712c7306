"""The deadlines of a stage as rows: its clocks, counted anew whenever one of its dates changes."""

from collections.abc import Mapping
from datetime import date, timedelta

from stages.calendars import calendar_for
from stages.clocks import Clock, clocks_of
from stages.models import Deadline, Stage, StageDefinition, StageEvent
from stages.working_days import Calendar, count_working_days

ONE_DAY = timedelta(days=1)


def count_clocks(stage: Stage) -> list[Deadline]:
    """Count every clock of a stage anew and store them in one statement."""
    clocks = clocks_with(
        stage.definition, dates_of(stage), extended_to=extended_to(stage), holds=spans_held(stage)
    )
    counted = [field for field in Clock.__slots__ if field != "limit"]
    return Deadline.objects.bulk_create(
        [
            Deadline(
                stage=stage,
                limit=clock.limit,
                is_main=clock.limit.is_main,
                **{field: getattr(clock, field) for field in counted},
            )
            for clock in clocks
        ],
        update_conflicts=True,
        unique_fields=["stage", "limit"],
        update_fields=counted,
    )


def clocks_with(
    definition: StageDefinition,
    dates: Mapping[str, date | None],
    *,
    extended_to: date | None = None,
    holds: list[tuple[date, date]] = (),
) -> list[Clock]:
    """The clocks of a stage with these dates, whether or not there is such a stage yet."""
    procedure = definition.procedure
    calendar = calendar_for(procedure)
    return clocks_of(
        list(definition.limits.all()),
        dates,
        calendar,
        posting_days=procedure.posting_days,
        extended_to=extended_to,
        roll=procedure.month_ends_roll,
        days_held=days_held(holds, calendar) if procedure.pauses_move_deadlines else 0,
    )


def dates_of(stage: Stage) -> dict[str, date | None]:
    return {event.value: getattr(stage, event.value) for event in StageEvent}


def extended_to(stage: Stage) -> date | None:
    return stage.extensions.order_by("-to_due_on").values_list("to_due_on", flat=True).first()


def spans_held(stage: Stage) -> list[tuple[date, date]]:
    """The holds that have ended."""
    return list(stage.holds.exclude(to_on=None).values_list("from_on", "to_on"))


def days_held(spans: list[tuple[date, date]], calendar: Calendar) -> int:
    """The working days of holds, their first and last day included."""
    return sum(count_working_days(start - ONE_DAY, end, calendar) for start, end in spans)
