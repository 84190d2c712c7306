"""Trying a version of a procedure on the open cases: what each running deadline would be under it.

As if each complaint had been made under that version. Nothing is written.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from stages.calendar_effects import running_deadlines, still_running
from stages.calendars import calendar_for
from stages.clocks import Clock, clocks_of
from stages.deadlines import dates_of, days_held
from stages.models import Deadline, Procedure, Stage, StageDefinition, TimeLimit
from stages.moved import extended_beyond_suspension, moved_by_rows
from stages.rules import Version


@dataclass(frozen=True)
class Tried:
    """One deadline as it is and as it would be; None where one of the two has no such limit."""

    stage: Stage
    limit: TimeLimit
    before: date | None
    after: date | None
    today: date

    @property
    def is_changed(self) -> bool:
        return self.before != self.after

    @property
    def was_late(self) -> bool:
        return self._counts and self.before is not None and self.before < self.today

    @property
    def would_be_late(self) -> bool:
        return self._counts and self.after is not None and self.after < self.today

    @property
    def _counts(self) -> bool:
        """Only the council's own time can be late, and only by a clock that counts."""
        return self.limit.kind == TimeLimit.Kind.STATUTORY and self.limit.in_force


@dataclass
class Summary:
    """One stage: how many deadlines run, and what becomes of them."""

    stage: str
    running: int = 0
    same: int = 0
    earlier: int = 0
    later: int = 0
    gone: int = 0
    new: int = 0
    late_before: int = 0
    late_after: int = 0


def stored_version(procedure: Procedure) -> Version:
    """A version that was loaded, as something to try."""
    version = Version(procedure)
    stages = StageDefinition.objects.filter(procedure=procedure).prefetch_related("limits")
    for stage in stages:
        version.stages[stage.number] = stage
        version.limits[stage.number] = list(stage.limits.all())
    return version


def try_version(version: Version, *, today: date) -> list[Tried]:
    """Every running deadline of the open cases of that code, before and after."""
    calendar = calendar_for(version.procedure)
    running = running_deadlines().filter(stage__case__route__procedure__code=version.procedure.code)
    if version.procedure.pk:
        running = running.exclude(stage__definition__procedure=version.procedure)
    tried = []
    for stage in still_running(running):
        after = clocks_under(version, stage, calendar)
        tried += _held_together(stage, after, today)
    return tried


def clocks_under(version: Version, stage: Stage, calendar) -> dict[str, Clock]:
    """The clocks of ``stage`` under another version; an extension, as far as that one allows."""
    procedure, limits = version.procedure, version.limits.get(stage.number, [])
    moved = moved_by_rows(stage)
    counted = {
        "posting_days": procedure.posting_days,
        "agreed_to": moved.agreed_to,
        "window": moved.window,
        "roll": procedure.month_ends_roll,
        "days_held": days_held(moved.holds, calendar) if procedure.pauses_move_deadlines else 0,
        "suspended": moved.suspended,
    }
    clocks = clocks_of(limits, dates_of(stage), calendar, **counted)
    extended_to = extended_beyond_suspension(moved, stage, calendar)
    main = next((clock for clock in clocks if clock.limit.is_main), None)
    if extended_to and main:
        allowed = min(extended_to, main.ceiling_on)
        clocks = clocks_of(limits, dates_of(stage), calendar, extended_to=allowed, **counted)
    return {clock.limit.key: clock for clock in clocks}


def _held_together(stage: Stage, after: dict[str, Clock], today: date) -> Iterable[Tried]:
    before: dict[str, Deadline] = {one.limit.key: one for one in stage.deadlines.all()}
    for key, deadline in before.items():
        clock = after.get(key)
        yield Tried(stage, deadline.limit, deadline.due_on, clock and clock.due_on, today)
    own = {limit.key for limit in stage.definition.limits.all()}
    for key, clock in after.items():
        window = clock.limit.kind == TimeLimit.Kind.WINDOW
        still = clock.met_on is None and (window or stage.responded_on is None)
        if key not in own and still:
            yield Tried(stage, clock.limit, None, clock.due_on, today)


def summaries(tried: Iterable[Tried]) -> list[Summary]:
    """By stage, in the order of the stages."""
    found: dict[int, Summary] = {}
    for one in tried:
        number = one.stage.number
        summary = found.setdefault(number, Summary(str(one.stage)))
        summary.running += one.before is not None
        summary.late_before += one.was_late
        summary.late_after += one.would_be_late
        what = _what_becomes(one)
        setattr(summary, what, getattr(summary, what) + 1)
    return [found[number] for number in sorted(found)]


def _what_becomes(one: Tried) -> str:
    if one.before is None:
        return "new"
    if one.after is None:
        return "gone"
    if one.before == one.after:
        return "same"
    return "earlier" if one.after < one.before else "later"
