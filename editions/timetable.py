"""The way to the committee's meeting, counted back in working days."""

from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import JSONObject

from editions.models import Edition, StepDone, TimetableStep
from stages.working_calendar import Calendar
from stages.working_days import count_back


@dataclass(frozen=True)
class Step:
    """``key`` is that of the listed step; the meeting itself has none."""

    name: str
    due_on: date
    today: date
    key: int | None = None
    done_on: date | None = None

    @property
    def is_past(self) -> bool:
        return self.due_on < self.today

    @property
    def is_late(self) -> bool:
        return self.key is not None and self.done_on is None and self.is_past


def timetable(edition: Edition, calendar: Calendar, today: date) -> list[Step]:
    """Without a meeting there is none. The meeting itself is the last step."""
    if edition.meeting_on is None:
        return []
    done = dict(edition.steps_done.values_list("step", "done_on"))
    steps = [
        Step(
            step.name,
            count_back(edition.meeting_on, step.working_days_before, calendar),
            today,
            step.pk,
            done.get(step.pk),
        )
        for step in TimetableStep.objects.in_use_on(edition.meeting_on)
    ]
    meeting = Step("The committee meets", edition.meeting_on, today)
    return sorted([*steps, meeting], key=lambda step: step.due_on)


def still_to_do(calendar: Calendar, today: date) -> list[tuple[Edition, list[Step]]]:
    """Of each edition on its way to a meeting: what is late, and what comes next. One query."""
    meeting = OuterRef("meeting_on")
    steps = (
        TimetableStep.objects.filter(Q(in_use_from=None) | Q(in_use_from__lte=meeting))
        .filter(Q(in_use_until=None) | Q(in_use_until__gte=meeting))
        .exclude(
            Exists(StepDone.objects.filter(step=OuterRef("pk"), edition=OuterRef(OuterRef("pk"))))
        )
        .order_by("-working_days_before", "position")
        .values(told=JSONObject(key="pk", name="name", before="working_days_before"))
    )
    editions = Edition.objects.filter(meeting_on__gte=today).annotate(
        open_steps=ArraySubquery(steps)
    )
    found = [(each, _of(each, calendar, today)) for each in editions.order_by("meeting_on", "pk")]
    return [(edition, steps) for edition, steps in found if steps]


def _of(edition: Edition, calendar: Calendar, today: date) -> list[Step]:
    steps = [
        Step(
            told["name"],
            count_back(edition.meeting_on, told["before"], calendar),
            today,
            told["key"],
        )
        for told in edition.open_steps
    ]
    late = [step for step in steps if step.is_late]
    return late + [step for step in steps if not step.is_late][:1]
