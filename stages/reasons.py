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
from stages.models import Answer, Deadline, Extension, Plan, Route, Stage, Suspension, TimeLimit
from stages.moved import spans_suspended
from stages.reason_sentences import Circumstances, amount, sentences_of
from stages.suspended_time import is_suspended
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
        moved=(*_suspensions(deadline), *_moved(deadline)),
        suspended=spans_suspended(stage),
        posted_on=_posted_on(stage) if limit.kind == TimeLimit.Kind.WINDOW else None,
    )
    return reasons_of(clock, circumstances)


def _posted_on(stage: Stage) -> date | None:
    """The day of the letter that opened the window; nothing where it was answered by talking."""
    spoken = Answer.objects.filter(stage=stage, way=Answer.Way.SPOKEN).exists()
    return None if spoken else stage.responded_on


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


def _moved(deadline: Deadline) -> Iterator[str]:
    if deadline.is_main:
        yield from map(_of_an_extension, deadline.stage.extensions.all())
        yield from map(_of_a_plan, deadline.stage.plans.all())
    if deadline.limit.kind == TimeLimit.Kind.WINDOW:
        yield from _of_the_window(deadline)


def _of_an_extension(extension: Extension) -> str:
    old, new = in_words(extension.from_due_on), in_words(extension.to_due_on)
    decided = f", decided on {in_words(extension.decided_on)}" if extension.decided_on else ""
    told = f", told on {in_words(extension.told_on)}" if extension.told_on else ""
    said = f"Extended from {old} to {new}{decided}{told}: {extension.reason}"
    if extension.counts:
        return said
    said = said.rstrip(".")
    if not extension.told_on:
        return f"{said}. The complainant has not been told, so {old} is due until they are."
    late = "decided" if extension.was_decided_late else "told"
    return f"{said}. It was {late} after {old} had passed, so that is the date that counts."


def _of_a_plan(plan: Plan) -> str:
    old, new, on = in_words(plan.from_due_on), in_words(plan.due_on), in_words(plan.agreed_on)
    who = "Agreed with the complainant" if plan.by_agreement else "Set by the council and told"
    how = f": {plan.how.rstrip('.')}" if plan.how else ""
    said = f"{who} on {on}, in place of {old}: due on {new}{how}."
    if plan.counts:
        return said
    return f"{said} {old} had passed by then, so it stays the date that counts."


def _of_the_window(deadline: Deadline) -> Iterator[str]:
    answer = Answer.objects.filter(stage=deadline.stage).first()
    if answer and answer.way == Answer.Way.SPOKEN:
        given = in_words(answer.right_given_on)
        yield f"Answered by talking; told of the right to go on by {given}, so no post is counted."
    if answer and answer.window_ends_on:
        yield f"The complainant was told {in_words(answer.window_ends_on)}, so that day counts."


def _suspensions(deadline: Deadline) -> Iterator[str]:
    for one in deadline.stage.suspensions.all():
        if _was_running(deadline, one):
            if one.to_on:
                span = f"from {in_words(one.from_on)} to {in_words(one.to_on)}"
                yield f"Suspended {span}: {one.reason}."
            else:
                yield (
                    f"Suspended since {in_words(one.from_on)}: {one.reason}. Nothing falls due "
                    "while it is; the date moves once the complaint is considered again."
                )


def _was_running(deadline: Deadline, suspension: Suspension) -> bool:
    before_the_end = suspension.to_on is None or deadline.starts_on <= suspension.to_on
    return before_the_end and (deadline.met_on is None or deadline.met_on > suspension.from_on)


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
    more = given.days_suspended(clock) if limit.unit == Unit.WORKING_DAYS else 0
    steps = explain(start, limit.length + more, *rule)
    if limit.extends_to:
        steps += explain(start, limit.extends_to + more, *rule)[len(steps) :]
    if more:
        steps = list(_without_the_suspended(steps, given))
    if given.procedure.month_ends_roll:
        return [replace(step, why=step.why.replace(STAYS, "")) for step in steps]
    return steps


def _without_the_suspended(steps: list[Step], given: Circumstances) -> Iterator[Step]:
    """The same days, those of a suspension not counted."""
    left_out = 0
    for step in steps:
        if not step.counts:
            yield step
        elif is_suspended(given.suspended, step.day):
            left_out += 1
            why = "suspended: not considered on this day"
            yield replace(step, counts=False, number=0, why=why)
        else:
            number = step.number - left_out
            why = step.why.replace(f"day {step.number}", f"day {number}")
            yield replace(step, number=number, why=why)


def _days_between(day: date, last: date) -> list[date]:
    return [day + timedelta(days=number) for number in range(1, (last - day).days + 1)]


def _between(day: date, clock: Clock, given: Circumstances) -> str:
    """Say what a day is that no number reached: of a pause, or counted back to."""
    if given.base:
        return f"{amount(clock.limit.length, clock.limit.unit)} before “{given.base.name}” is due"
    return given.calendar.why_not(day) or "a working day"


def _what_falls_on(day: date, clock: Clock) -> str:
    agreed = clock.limit.by_agreement
    if day == clock.due_on:
        moved = "due, as agreed" if agreed else "due, as extended"
        return "due" if clock.due_on == clock.target_on else moved
    if day == clock.target_on:
        return "the longest that the law allows" if agreed else "due without the extension"
    return "the latest it can be extended to" if day == clock.ceiling_on else ""
