"""The deadlines of a stage as rows: its clocks, counted anew whenever one of its dates changes."""

from datetime import timedelta

from stages.calendars import calendar_for
from stages.clocks import Clock, clocks_of
from stages.models import Deadline, Stage, StageDefinition, StageEvent
from stages.working_days import Calendar, count_working_days

ONE_DAY = timedelta(days=1)


def count_clocks(stage: Stage) -> list[Deadline]:
    """Count every clock of a stage anew and store them in one statement."""
    counted = [field for field in Clock.__slots__ if field != "limit"]
    return Deadline.objects.bulk_create(
        [
            Deadline(
                stage=stage,
                limit=clock.limit,
                is_main=clock.limit.is_main,
                **{field: getattr(clock, field) for field in counted},
            )
            for clock in clocks_under(stage, stage.definition)
        ],
        update_conflicts=True,
        unique_fields=["stage", "limit"],
        update_fields=counted,
    )


def clocks_under(stage: Stage, definition: StageDefinition) -> list[Clock]:
    """The clocks of a stage by its own dates, under its rules or those of another procedure."""
    procedure = definition.procedure
    calendar = calendar_for(procedure)
    extension = stage.extensions.order_by("-to_due_on").first()
    return clocks_of(
        list(definition.limits.all()),
        {event.value: getattr(stage, event.value) for event in StageEvent},
        calendar,
        posting_days=procedure.posting_days,
        extended_to=extension.to_due_on if extension else None,
        roll=procedure.month_ends_roll,
        days_held=days_held(stage, calendar) if procedure.pauses_move_deadlines else 0,
    )


def days_held(stage: Stage, calendar: Calendar) -> int:
    """The working days of the holds that have ended, their first and last day included."""
    spans = stage.holds.exclude(to_on=None).values_list("from_on", "to_on")
    return sum(count_working_days(start - ONE_DAY, end, calendar) for start, end in spans)
