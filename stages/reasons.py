"""Why a deadline is on its day: what a person can check with a calendar in hand.

The page of a deadline and ``manage.py deadline`` both tell what stands here; the days themselves
come from :mod:`stages.explanation`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cases.models import Case
from stages.calendars import calendar_for
from stages.clocks import Clock, bounds
from stages.explanation import Step, explain
from stages.models import Deadline, Procedure, Route, StageEvent, TimeLimit
from stages.working_calendar import Calendar, in_words
from stages.working_days import DayOne, Unit

NOT_VERIFIED = " [UGK]"  # the mark of the files; the words around it say the same
ONE = {Unit.WORKING_DAYS: "working day", Unit.CALENDAR_DAYS: "calendar day", Unit.MONTHS: "month"}
COUNTED_IN_WORKING_DAYS = {
    DayOne.AFTER: "The first working day after it starts is day 1.",
    DayOne.SAME: "The day it starts is day 1, if it is a working day.",
    DayOne.DEEMED: "It starts on the next working day where it comes in on another; the first "
    "working day after that is day 1.",
}
COUNTED_IN_ANY_DAYS = {
    DayOne.AFTER: "The day after it starts is day 1.",
    DayOne.SAME: "The day it starts is day 1.",
    DayOne.DEEMED: "It starts on the next working day where it comes in on another; the day after "
    "that is day 1.",
}


@dataclass(frozen=True)
class Reasons:
    """Due date, the last day it can be moved to (nothing where it cannot), and what led there."""

    due_on: date
    extended_due_on: date | None
    sentences: list[str]
    steps: list[Step]


@dataclass(frozen=True)
class Circumstances:
    """What the reasons of a clock depend on, beside its dates.

    ``base`` is the limit that an inner milestone counts back from; ``why_version`` ends the
    sentence "… is used, because"; ``moved`` tells of extensions made; ``posted_on`` is the day of
    the letter that opened a window.
    """

    procedure: Procedure
    calendar: Calendar
    why_version: str
    base: TimeLimit | None = None
    moved: tuple[str, ...] = ()
    posted_on: date | None = None


def reasons_for(deadline: Deadline) -> Reasons:
    """Tell the reasons of a deadline that stands on a case."""
    stage, limit = deadline.stage, deadline.limit
    procedure = stage.definition.procedure
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
        sentences=list(_sentences(clock, given)),
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


def amount(length: int, unit: str) -> str:
    """Write a length in words.

    >>> amount(10, "working_days"), amount(1, "months")
    ('10 working days', '1 month')
    """
    return f"{length} {ONE[Unit(unit)]}{'' if length == 1 else 's'}"


def _sentences(clock: Clock, given: Circumstances) -> Iterator[str]:
    limit = clock.limit
    yield _what_started_it(clock, given)
    yield _which_day_is_day_1(given.base or limit)
    yield _what_counts((given.base or limit).unit, given.procedure)
    yield _how_far(clock, given.base)
    yield from given.moved
    yield from _what_changed_since(clock, given)
    if not limit.in_force:
        yield "It is shown beside the clock that counts at this stage, and nothing falls due by it."
    yield _version(given)
    if limit.source:
        yield f"Source: {limit.source}."
    for remark in filter(None, [limit.remark, given.procedure.remark]):
        yield remark.replace(NOT_VERIFIED, "")


def _what_started_it(clock: Clock, given: Circumstances) -> str:
    limit, start = clock.limit, in_words(clock.starts_on)
    if given.base:
        served = given.base.name.lower()
        length = amount(limit.length, limit.unit)
        return f"{limit.name}: {length} before “{served}” is due, which runs from {start}."
    what = f"{limit.name}: {amount(limit.length, limit.unit)} from {start}"
    event = StageEvent(limit.runs_from).label
    if clock.provisional:
        return (
            f"{what}, provisionally: “{event}” is not recorded, so the last day allowed for it "
            "is taken."
        )
    if given.posted_on:
        return f"{what}, when the letter sent on {in_words(given.posted_on)} is deemed received."
    if limit.kind == TimeLimit.Kind.WINDOW:
        return f"{what}, when the response is deemed received."
    return f"{what} ({event})."


def _which_day_is_day_1(limit: TimeLimit) -> str:
    in_working_days = limit.unit == Unit.WORKING_DAYS
    return (COUNTED_IN_WORKING_DAYS if in_working_days else COUNTED_IN_ANY_DAYS)[
        DayOne(limit.day_one)
    ]


def _what_counts(unit: str, procedure: Procedure) -> str:
    if unit == Unit.WORKING_DAYS:
        closed = "do not count" if procedure.closure_days_excluded else "count"
        return (
            "Weekends, Christmas Day, Good Friday and bank holidays in England and Wales do not "
            f"count; days when the office is closed {closed}."
        )
    if procedure.month_ends_roll:
        return "Every day counts; a last day that is no working day moves to the next one."
    return "Every day counts, and the last day stays where it falls, at a weekend too."


def _how_far(clock: Clock, base: TimeLimit | None) -> str:
    due = f"Due on {clock.due_on:%A} {in_words(clock.due_on)}"
    latest = f"{clock.ceiling_on:%A} {in_words(clock.ceiling_on)}"
    if base:
        moves = clock.ceiling_on != clock.target_on
        return f"{due}; it moves with that date, to {latest} at most." if moves else f"{due}."
    if clock.limit.extends_to is None:
        return f"{due}. It cannot be extended."
    whole = f"{amount(clock.limit.extends_to, clock.limit.unit)} from the same start"
    return f"{due}. It can be extended to {whole} and no further: {latest}."


def _what_changed_since(clock: Clock, given: Circumstances) -> Iterator[str]:
    if given.base:
        return
    roll = given.procedure.month_ends_roll
    target_on, _ = bounds(clock.limit, clock.starts_on, given.calendar, roll=roll)
    if target_on != clock.target_on:
        yield (
            f"Counted on today's calendar, without pauses, it would be {in_words(target_on)}; "
            "the date set at the time stands."
        )


def _version(given: Circumstances) -> str:
    procedure = given.procedure
    span = f"in force from {in_words(procedure.in_force_from)}"
    if procedure.in_force_until:
        span += f" to {in_words(procedure.in_force_until)}"
    return (
        f"“{procedure}” (version {procedure.version}, {span}) is used, because {given.why_version}."
    )


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
    limit = given.base or clock.limit
    last = max(clock.due_on, clock.ceiling_on)
    steps = {step.day: step for step in _days(limit, clock.starts_on, given.calendar)}
    for day in _days_that_matter(clock, last, steps):
        steps.setdefault(day, Step(day, counts=False, number=0, why=_between(day, clock, given)))
    for day in sorted(steps):
        if day <= last:
            what = _what_falls_on(day, clock)
            why = f"{steps[day].why}: {what}" if what else steps[day].why
            yield replace(steps[day], why=why)


def _days(limit: TimeLimit, start: date, calendar: Calendar) -> list[Step]:
    """The days of the limit, and after them those of its extension."""
    rule = Unit(limit.unit), calendar, DayOne(limit.day_one)
    steps = explain(start, limit.length, *rule)
    if limit.extends_to:
        steps += explain(start, limit.extends_to, *rule)[len(steps) :]
    return steps


def _days_that_matter(clock: Clock, last: date, steps: dict[date, Step]) -> Iterator[date]:
    """Days that no count reached: those a date was moved over, and the dates themselves."""
    yield from (clock.due_on, clock.ceiling_on)
    day = max(steps)
    while day < last:
        day += timedelta(days=1)
        yield day


def _between(day: date, clock: Clock, given: Circumstances) -> str:
    """Say what a day is that no number reached: of a pause, or counted back to."""
    if given.base:
        return f"{amount(clock.limit.length, clock.limit.unit)} before “{given.base.name}” is due"
    return given.calendar.why_not(day) or "moved on"


def _what_falls_on(day: date, clock: Clock) -> str:
    if day == clock.due_on:
        return "due" if clock.due_on == clock.target_on else "due, as extended"
    if day == clock.target_on:
        return "due without the extension"
    return "the latest it can be extended to" if day == clock.ceiling_on else ""
