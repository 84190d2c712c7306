"""The way to the committee's meeting, counted back in working days."""

from dataclasses import dataclass
from datetime import date

from editions.models import Edition, TimetableStep
from stages.working_calendar import Calendar
from stages.working_days import count_back


@dataclass(frozen=True)
class Step:
    name: str
    due_on: date
    is_past: bool


def timetable(edition: Edition, calendar: Calendar, today: date) -> list[Step]:
    """Without a meeting there is none. The meeting itself is the last step."""
    if edition.meeting_on is None:
        return []
    steps = [
        (step.name, count_back(edition.meeting_on, step.working_days_before, calendar))
        for step in TimetableStep.objects.in_use_on(edition.meeting_on)
    ]
    steps = sorted([*steps, ("The committee meets", edition.meeting_on)], key=lambda step: step[1])
    return [Step(name, day, day < today) for name, day in steps]
