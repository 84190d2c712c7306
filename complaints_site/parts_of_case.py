"""The parts of a mixed complaint on the page of their lead: how each stands, and what is next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cases.models import Case
from complaints_site.next_step import Next, milestones, short_name
from complaints_site.standing import Standing
from stages.calendars import calendar_for
from stages.models import Stage
from stages.parts_under_way import situations_from
from stages.situation import Phase, Situation
from stages.working_calendar import in_words
from stages.working_days import Calendar


@dataclass(frozen=True)
class PartLine:
    """One part on the page of its lead, on the day ``today``."""

    situation: Situation
    today: date
    calendar: Calendar

    @property
    def case(self) -> Case:
        return self.situation.case

    @property
    def procedure(self) -> str:
        return str(self.situation.procedure)

    @property
    def state(self) -> str:
        case, stage, phase = self.case, self.situation.stage, self.situation.phase
        if phase == Phase.WITHDRAWN:
            return f"Withdrawn on {in_words(case.withdrawn_on)}"
        if phase == Phase.CLOSED:
            return f"Closed on {in_words(case.closed_on)}: {case.close_reason or 'no reason given'}"
        if phase == Phase.ANSWERED:
            outcome = stage.get_outcome_display().lower() or "no outcome"
            parts = f", {stage.points_upheld}" if stage.points_upheld else ""
            return (
                f"{short_name(stage)} answered on {in_words(stage.responded_on)}: {outcome}{parts}"
            )
        if phase == Phase.SUSPENDED:
            return f"{short_name(stage)} suspended since {in_words(stage.suspended_since)}"
        begun = "under way" if stage.begun_on else "asked for"
        return f"{short_name(stage)} {begun}"

    @cached_property
    def next(self) -> Standing | None:
        """What is to be done in it first."""
        if not self.case.is_open:
            return None
        clocks = [
            Standing(deadline, self.today, self.calendar)
            for stage in self.situation.stages
            for deadline in stage.deadlines.all()
        ]
        return next(iter(milestones(clocks, self.today)), None)


def lines_of(
    lead: Case, stages: Iterable[Stage], today: date, calendar: Calendar
) -> list[PartLine]:
    """The parts of ``lead``; ``stages`` are theirs, ``calendar`` is the lead's."""
    return [
        PartLine(part, today, _calendar(part, lead, calendar))
        for part in situations_from(lead, stages)
    ]


def _calendar(part: Situation, lead: Case, calendar: Calendar) -> Calendar:
    """The lead's, unless the two procedures differ in whether closure days count."""
    own = part.procedure
    same = own.closure_days_excluded == lead.route.procedure.closure_days_excluded
    return calendar if same else calendar_for(own)


def earliest(own: Next, parts: Sequence[PartLine]) -> Next:
    """What is due first in the whole complaint: ``own``, or something in one of its parts."""
    due = [part for part in parts if part.next]
    if not due:
        return own
    first = min(due, key=lambda part: part.next.due_on)
    if own.standing and own.standing.due_on <= first.next.due_on:
        return own
    limit = first.next.limit.name
    what = f"Part {first.case}, {short_name(first.situation.stage)}: {limit[:1].lower()}{limit[1:]}"
    return Next(what, _after(own), first.next, of=first.case.reference)


def _after(own: Next) -> str:
    if own.standing:
        return f"Then here: {own.what}, due {in_words(own.standing.due_on)}."
    return f"Here: {own.what[:1].lower()}{own.what[1:]}."
