"""Why a deadline is on its day, in sentences: what started it, how it counts, how far it can go."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stages.clocks import Clock, bounds
from stages.models import Procedure, StageEvent, TimeLimit
from stages.suspended_time import Spans, days_suspended
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
class Circumstances:
    """What the reasons of a clock depend on, beside its dates.

    ``base`` is the limit that an inner milestone counts back from; ``why_version`` ends the
    sentence "… is used, because"; ``moved`` tells of extensions made; ``posted_on`` is the day of
    the letter that opened a window; ``suspended`` are the suspensions of its stage that ended.
    """

    procedure: Procedure
    calendar: Calendar
    why_version: str
    base: TimeLimit | None = None
    moved: tuple[str, ...] = ()
    posted_on: date | None = None
    suspended: Spans = ()

    def days_suspended(self, clock: Clock) -> int:
        """By how many working days suspensions moved a clock, or the one it counts back from."""
        met_on = None if self.base else clock.met_on
        return days_suspended(self.suspended, clock.starts_on, met_on, self.calendar)


def sentences_of(clock: Clock, given: Circumstances) -> Iterator[str]:
    limit = clock.limit
    yield _what_started_it(clock, given)
    yield _which_day_is_day_1(given.base or limit)
    yield _what_counts((given.base or limit).unit, given.procedure)
    yield _how_far(clock, given.base)
    yield from _suspended(clock, given)
    yield from given.moved
    if limit.is_main:
        yield from _while_it_is_waited_for(limit, given.procedure)
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
    if clock.limit.by_agreement:
        return (
            f"{due}. A date inside that time is agreed with the complainant; a later one only "
            f"before it ends: {latest}."
        )
    if clock.limit.extends_to is None:
        return f"{due}. It cannot be extended."
    whole = f"{amount(clock.limit.extends_to, clock.limit.unit)} from the same start"
    return f"{due}. It can be extended to {whole} and no further: {latest}."


def _while_it_is_waited_for(limit: TimeLimit, procedure: Procedure) -> Iterator[str]:
    if limit.extends_to:
        yield (
            "An extension counts where it was decided, and the complainant told, by the date it "
            "replaces; until then that date is due."
        )
    every = amount(procedure.update_every, Unit.WORKING_DAYS)
    after = amount(procedure.update_after, Unit.WORKING_DAYS)
    yield (
        f"Once it is late, or the stage has gone on for {after}, the complainant is given an "
        f"update every {every}."
    )


def _suspended(clock: Clock, given: Circumstances) -> Iterator[str]:
    if days := given.days_suspended(clock):
        yield (
            f"It was moved by {amount(days, Unit.WORKING_DAYS)}, in which the complaint was "
            "suspended. A suspension is no hold: a hold leaves a date of the law as it is, but "
            "here nothing was considered, so the clock stood. The days before it and the days "
            "of it are kept apart."
        )


def _what_changed_since(clock: Clock, given: Circumstances) -> Iterator[str]:
    if given.base:
        return
    roll = given.procedure.month_ends_roll
    target_on, _ = bounds(
        clock.limit,
        clock.starts_on,
        given.calendar,
        roll=roll,
        days_held=given.days_suspended(clock),
    )
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


def amount(length: int, unit: str) -> str:
    """Write a length in words.

    >>> amount(10, "working_days"), amount(1, "months")
    ('10 working days', '1 month')
    """
    return f"{length} {ONE[Unit(unit)]}{'' if length == 1 else 's'}"
