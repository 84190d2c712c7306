"""Why a deadline is on its day: what a person can check with a calendar in hand.

The page of a deadline and ``manage.py deadline`` both tell what stands here; the days themselves
come from :mod:`stages.explanation`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cases.models import Case
from stages.calendars import calendar_for
from stages.clocks import Clock
from stages.explanation import Step, explain
from stages.models import Deadline, Route, TimeLimit
from stages.reason_sentences import Circumstances, amount, sentences_of
from stages.working_calendar import in_words
from stages.working_days import DayOne, Unit

STAYS = ", and still the last day"  # said of a last day that a version does move


@dataclass(frozen=True)
class Reasons:
    """Due date, the last day it can be moved to (nothing where it cannot), and what led there."""

    due_on: date
    extended_due_on: date | None
    sentences: list[str]
    steps: list[Step]


def reasons_for(deadline: Deadline) -> Reasons:
    """Tell the reasons of a deadline that stands on a case."""
    stage, limit = deadline.stage, deadline.limit
    same = limit.stage_id == stage.definition_id  # not so for a clock from before triage
    procedure = (stage.definition if same else limit.stage).procedure
    clock = Clock(
        limit,
        deadline.starts_on,
        deadline.provisional,
        deadline.target_on,
        deadline.ceiling_on,
        deadline.due_on,
        deadline.met_on,
    )
    circumstances = Circumstances(
        procedure,
        calendar_for(procedure),
        why_version=why_version(stage.case),
        base=base_of(limit),
        moved=tuple(_extensions(deadline)),
        posted_on=stage.responded_on if limit.kind == TimeLimit.Kind.WINDOW else None,
    )
    return reasons_of(clock, circumstances)


def reasons_of(clock: Clock, given: Circumstances) -> Reasons:
    """Tell the reasons of a clock, whether or not it stands on a case."""
    extended = clock.ceiling_on if clock.ceiling_on != clock.target_on else None
    return Reasons(
        due_on=clock.due_on,
        extended_due_on=extended,
        sentences=list(sentences_of(clock, given)),
        steps=list(_steps(clock, given)),
    )


def base_of(limit: TimeLimit) -> TimeLimit | None:
    """Return the limit of the same stage that an inner milestone counts back from."""
    if not limit.counts_back_from:
        return None
    return TimeLimit.objects.get(stage=limit.stage_id, key=limit.counts_back_from)


def why_version(case: Case) -> str:
    event = "made" if case.made_on else "received"
    why = f"the complaint was {event} on {in_words(case.chooses_version_on)}"
    route = Route.objects.filter(case=case).first()
    if route and route.provisional:
        why += "; it is the usual procedure of the service area until triage"
    return why


def _extensions(deadline: Deadline) -> Iterator[str]:
    if not deadline.is_main:
        return
    for extension in deadline.stage.extensions.all():
        told = f", told on {in_words(extension.told_on)}" if extension.told_on else ""
        yield (
            f"Extended from {in_words(extension.from_due_on)} to {in_words(extension.to_due_on)}"
            f"{told}: {extension.reason}"
        )


def _steps(clock: Clock, given: Circumstances) -> Iterator[Step]:
    """Tell every day up to the later of the due date and the last day it can be moved to."""
    last = max(clock.due_on, clock.ceiling_on)
    steps = {step.day: step for step in _days(clock, given)}
    for day in [*_days_between(max(steps), last), clock.due_on, clock.ceiling_on]:
        steps.setdefault(day, Step(day, counts=False, number=0, why=_between(day, clock, given)))
    for day in sorted(steps):
        if day <= last:
            what = _what_falls_on(day, clock)
            why = f"{steps[day].why}: {what}" if what else steps[day].why
            yield replace(steps[day], why=why)


def _days(clock: Clock, given: Circumstances) -> list[Step]:
    """The days of the limit that runs, and after them those of its extension."""
    limit, start = given.base or clock.limit, clock.starts_on
    rule = Unit(limit.unit), given.calendar, DayOne(limit.day_one)
    steps = explain(start, limit.length, *rule)
    if limit.extends_to:
        steps += explain(start, limit.extends_to, *rule)[len(steps) :]
    if given.procedure.month_ends_roll:
        return [replace(step, why=step.why.replace(STAYS, "")) for step in steps]
    return steps


def _days_between(day: date, last: date) -> list[date]:
    return [day + timedelta(days=number) for number in range(1, (last - day).days + 1)]


def _between(day: date, clock: Clock, given: Circumstances) -> str:
    """Say what a day is that no number reached: of a pause, or counted back to."""
    if given.base:
        return f"{amount(clock.limit.length, clock.limit.unit)} before “{given.base.name}” is due"
    return given.calendar.why_not(day) or "a working day"


def _what_falls_on(day: date, clock: Clock) -> str:
    if day == clock.due_on:
        return "due" if clock.due_on == clock.target_on else "due, as extended"
    if day == clock.target_on:
        return "due without the extension"
    return "the latest it can be extended to" if day == clock.ceiling_on else ""
