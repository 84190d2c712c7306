"""The case file as each of its tabs shows it: its head, its warnings, what is next, its tabs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from textwrap import shorten

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from accounts.models import User
from cases.models import Case, CasePerson
from cases.models.restrictions import with_restrictions
from complaints_site.beside import Beside, beside, marks_of_points
from complaints_site.cautions import Cautions, cautions_of
from complaints_site.mediations import put_mediations
from complaints_site.next_step import Next, next_of, short_name
from complaints_site.parts_of_case import PartLine, earliest, lines_of
from complaints_site.shared import shared_with
from complaints_site.standing import Standing
from stages.calendars import calendar_for, load_calendar
from stages.models import Procedure, ProviderRequest, Stage, Task
from stages.parts_under_way import SHOWN
from stages.situation import awaits_late_request, is_set_aside, with_facts
from stages.working_days import Calendar, count_working_days

TABS = {
    "case-file": "Overview",
    "case-points": "Points",
    "case-stages": "Stages",
    "case-people": "People",
    "case-documents": "Documents",
    "case-letters": "Letters",
    "case-remedies": "Remedies and lessons",
    "case-history": "History",
}


@dataclass(frozen=True)
class CaseFile:
    """One case on one day, read once for one reader: everything that all tabs need."""

    case: Case
    user: User
    stages: list[Stage]
    parts: list[CasePerson]
    tasks_read: list[Task]
    today: date
    calendar: Calendar
    its_parts: list[PartLine]
    beside: Beside
    shared: Sequence[Case] = ()

    @cached_property
    def tasks(self) -> list[Task]:
        """What is to be done beside the time limits, each with whether it is late."""
        shown = [task for task in self.tasks_read if task.is_shown_on(self.today)]
        for task in shown:
            task.late = task.is_late(on=self.today)
        return shown

    @property
    def with_provider(self) -> ProviderRequest | None:
        """What a provider still has to answer, while the case is open."""
        waiting = (one for one in self.beside.requests if one.answered_on is None)
        return next(waiting, None) if self.case.is_open else None

    @property
    def since_request(self) -> str:
        """How long an investigation was asked for, while it is open: a delay before its clock
        starts is fault too (domain.md 11.3)."""
        stage = self.stages[-1] if self.stages and self.case.is_open else None
        if not stage or stage.responded_on or not stage.requested_on:
            return ""
        if not stage.definition.independent_person or stage.definition.panel:
            return ""
        try:
            days = count_working_days(stage.requested_on, self.today, self.calendar)
        except ValueError:  # past what the calendar knows
            return ""
        return f"{days} working day{'' if days == 1 else 's'} since the request"

    @property
    def procedure(self) -> Procedure | None:
        route = route_of(self.case)
        return route.procedure if route else None

    @property
    def subject(self) -> str:
        """A few words to know the case by."""
        said = shorten(self.case.summary, 70, placeholder="…")
        return said or str(self.case.service_area)

    @cached_property
    def clocks(self) -> list[Standing]:
        return [
            Standing(deadline, self.today, self.calendar)
            for stage in self.stages
            for deadline in stage.deadlines.all()
        ]

    @property
    def lines(self) -> list[tuple[Stage, Standing | None]]:
        """Each stage with the clock to draw: that of its answer, before it starts another."""
        return [(stage, self._line(stage)) for stage in self.stages]

    def _line(self, stage: Stage) -> Standing | None:
        own = [one for one in self.clocks if one.deadline.stage_id == stage.pk]
        main = next((one for one in own if one.limit.is_main), None)
        started = [one for one in own if one.is_drawn and not one.is_inner and not one.is_window]
        if main and main.is_drawn:
            return main
        return max(started, key=lambda one: one.due_on, default=main)

    @cached_property
    def next(self) -> Next:
        """What is next here; of a mixed complaint, what is next in it or in one of its parts."""
        own = next_of(self.case, self.stages, self.clocks, self.today)
        return earliest(own, self.its_parts)

    @property
    def tags(self) -> list[dict]:
        """The states of the case, each said in words."""
        return [{"text": text, "colour": colour} for text, colour in self._tags() if text]

    def _tags(self) -> Iterable[tuple[str, str]]:
        if self.procedure:
            trial = ", until triage" if self.case.route.provisional else ""
            yield f"{version_words(self.procedure)}{trial}", "grey"
        yield self.state, "grey" if not self.case.is_open else "blue"
        yield self._suspended, "yellow"
        yield f"Part of {self.case.part_of}" if self.case.part_of else "", "blue"
        yield "Mixed complaint" if self.its_parts else "", "blue"
        yield "Restricted" if self.case.restricted else "", "purple"
        yield "Safeguarding" if self.case.safeguarding else "", "red"
        yield "Anonymous" if self.case.anonymous else "", "grey"
        yield "Identity withheld" if self.case.identity_withheld else "", "purple"
        if self.next.is_late:
            yield self.next.standing.late_words, "red"

    @property
    def state(self) -> str:
        if self.case.withdrawn_on:
            return "Withdrawn"
        if self.case.closed_on:
            return "Closed"
        if not self.stages:
            return "No stage yet"
        latest = self.stages[-1]
        waits = ": late request waits" if awaits_late_request(latest) else ""
        return f"{short_name(latest)}{', not begun' if is_set_aside(latest) else waits}"

    @property
    def suspended_since(self) -> date | None:
        return self.stages[-1].suspended_since if self.stages and self.case.is_open else None

    @property
    def _suspended(self) -> str:
        return "Suspended" if self.suspended_since else ""

    @cached_property
    def clock_that_stands(self) -> Standing | None:
        """The clock of the answer, where it is suspended."""
        return next((one for one in self.clocks if one.limit.is_main and one.is_suspended), None)

    @property
    def marks(self) -> dict[int, str]:
        return marks_of_points(self.beside.joint_work, self.beside.proceedings)

    @property
    def main_clock(self) -> Standing | None:
        """The clock of the answer of the latest stage."""
        own = [one for one in self.clocks if one.deadline.stage_id == self.stages[-1].pk]
        return next((one for one in own if one.limit.is_main), None)

    @property
    def days_before_the_suspension(self) -> int | None:
        """The net days of the clock that stands: those used up to the day of the decision."""
        clock = self.clock_that_stands
        if not clock or not self.suspended_since:
            return None
        return replace(clock, today=self.suspended_since).used

    @property
    def cautions(self) -> Cautions:
        """What must be known before anybody writes to a person of the case, or calls."""
        return cautions_of(self.case, self.parts, self.user, self.today)

    @property
    def withholds(self) -> bool:
        """Whether the reader may not know who complains."""
        return self.case.withholds_from(self.user)

    @property
    def letters_go_to(self) -> CasePerson | None:
        return self.case.letters_go_to(self.parts)

    def tabs(self, current: str, within: str = "") -> list[dict]:
        """``within`` is what their addresses say of the list that the case was opened from."""
        return [
            {
                "label": label,
                "url": reverse(name, args=[self.case.reference]) + within,
                "current": name == current,
            }
            for name, label in TABS.items()
        ]

    def people_as(self, *roles: str) -> list[CasePerson]:
        return [part for part in self.parts if part.role in roles]


def cases_for(user: User) -> QuerySet[Case]:
    """The cases ``user`` may open, each with the words that its page shows.

    Who was given only a part does not see its lead (``sees_lead``).
    """
    visible = Case.objects.visible_to(user)
    lead = visible.filter(pk=OuterRef("part_of")).order_by()
    return visible.annotate(sees_lead=Exists(lead)).select_related(
        "advocacy_offer",
        "channel",
        "complainant_type",
        "duplicate_of",
        "nature",
        "part_of",
        "passed_on_by",
        "provider",
        "route__procedure",
        "service_area__directorate",
    )


def read(
    case: Case, *, user: User, today: date, stages: QuerySet[Stage], tasks: QuerySet[Task] | None
) -> CaseFile:
    """Read the file of ``case``.

    ``stages`` says what a tab wants to know of them, and ``tasks`` which it shows beside those
    that are to be done.
    """
    route = route_of(case)
    its_rows = beside(case, today)
    # By key: as a subquery of the stages' many joins, the parts cost a walk over all stages
    wanted = stages.filter(case__in=[case.pk, *its_rows.part_keys])
    found = with_facts(wanted.select_related(*SHOWN))
    its_stages = [stage for stage in found if stage.case_id == case.pk]
    of_parts = [stage for stage in found if stage.case_id != case.pk]
    for stage in its_stages:
        stage.case = case
    put_mediations(its_rows.mediations, its_stages, withholds=case.withholds_from(user))
    calendar = calendar_for(route.procedure) if route else load_calendar()
    people = CasePerson.objects.visible_to(user).filter(case=case.lead)
    return CaseFile(
        case=case,
        user=user,
        stages=its_stages,
        parts=list(with_restrictions(people.select_related("person"))),
        tasks_read=list(tasks_to_do(case, user, today) if tasks is None else tasks),
        today=today,
        calendar=calendar,
        shared=shared_with(its_stages, user),
        its_parts=lines_of(case, of_parts, today, calendar),
        beside=its_rows,
    )


def tasks_to_do(case: Case, user: User, today: date) -> QuerySet[Task]:
    return tasks_of(case, user).open().shown_on(today)


def tasks_of(case: Case, user: User) -> QuerySet[Task]:
    return Task.objects.visible_to(user).filter(case=case).select_related("owner")


def route_of(case: Case):
    """The route of a case, None where none was chosen yet."""
    return case.route if hasattr(case, "route") else None


def version_words(procedure: Procedure) -> str:
    """
    >>> version_words(Procedure(code="public-health", version="2013"))
    'Public health 2013'
    """
    return f"{procedure.code.replace('-', ' ').capitalize()} {procedure.version}"
