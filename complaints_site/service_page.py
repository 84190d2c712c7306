"""The page of a service area, which is printed: its open complaints with their days, what is due.

It is read aloud and passed round in the service, so it never names who complains where that is
withheld from the service, whoever reads it; and a restricted case stands on the screen only.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from accounts.models import User
from cases.models import Case, ServiceArea
from complaints_site.case_rows import Row, rows_of
from complaints_site.standing import Standing
from remedies.models import ActionPoint, Lesson
from stages.calendars import load_calendar
from stages.models import Deadline, Suspension, Task
from stages.working_days import BeyondHorizon, Calendar, add_working_days

LISTED = 300  # open complaints: more than anybody prints
DAYS_AHEAD = 10  # working days: what falls due until then stands on the page
WITHHELD = "withheld from the service"
SHOWN = ("reference", "received_on", "identity_withheld", "part_of__identity_withheld")


@dataclass(frozen=True)
class Line:
    """One open complaint, as the case list has it, and how far the clock of its answer is."""

    row: Row
    clock: Standing | None

    @property
    def days(self) -> str:
        """Day 12 of 20; or how late; or that the clock stands."""
        if self.clock is None:
            return ""
        return self.clock.late_words or self.clock.day_words or self.clock.result

    @property
    def is_late(self) -> bool:
        return bool(self.clock and self.clock.is_late)


@dataclass(frozen=True)
class ServicePage:
    """One service area on one day, for one reader."""

    area: ServiceArea
    user: User
    today: date
    calendar: Calendar

    @cached_property
    def _cases(self) -> dict[int, Case]:
        """The open complaints that the reader may see, the longest known first."""
        seen = Case.objects.visible_to(self.user).open().filter(service_area=self.area)
        shown = seen.select_related("part_of").only(*SHOWN).order_by("received_on", "pk")
        return {case.pk: case for case in shown[: LISTED + 1]}

    @property
    def is_cut(self) -> bool:
        return len(self._cases) > LISTED

    @cached_property
    def lines(self) -> list[Line]:
        """The open complaints, the first due first; then those of which nothing is due."""
        keys = list(self._cases)[:LISTED]
        clocks = self._clocks(keys)
        rows = zip(keys, rows_of(keys, self.today, self.user), strict=True)
        lines = [Line(self._unnamed(row, key), clocks.get(key)) for key, row in rows]
        return sorted(lines, key=lambda line: line.row.due.on if line.row.due else date.max)

    def _unnamed(self, row: Row, key: int) -> Row:
        withheld = self._cases[key].lead.identity_withheld
        return replace(row, people=WITHHELD) if withheld else row

    def _clocks(self, keys: Iterable[int]) -> dict[int, Standing]:
        """The clock of the answer of the latest stage of each case."""
        suspended = Suspension.objects.filter(stage=OuterRef("stage"), to_on=None)
        main = (
            Deadline.objects.filter(stage__case__in=keys, is_main=True)
            .select_related("limit", "stage__definition__procedure")
            .annotate(since=Subquery(suspended.values("from_on")[:1]), of_case=F("stage__case"))
            .order_by("stage__case_id", "-stage__number", "-pk")
            .distinct("stage__case_id")
        )
        clocks = {}
        for deadline in main:
            deadline.stage.suspended_since = deadline.since
            clocks[deadline.of_case] = Standing(deadline, self.today, self.calendar)
        return clocks

    @property
    def late(self) -> int:
        return sum(line.is_late for line in self.lines)

    @cached_property
    def soon(self) -> date:
        try:
            return add_working_days(self.today, DAYS_AHEAD, self.calendar)
        except BeyondHorizon:
            return self.today

    @cached_property
    def tasks(self) -> list[Task]:
        """What is to be done by a day on its cases, late or soon: forms, remedies, answers.

        Not the words of a task of a case of which the service may not know who complains.
        """
        due = Task.objects.visible_to(self.user).open().shown_on(self.today)
        due = due.filter(case__service_area=self.area, due_on__lte=self.soon, for_deciders=False)
        of_area = due.select_related("case__part_of", "owner").order_by("due_on", "pk")
        tasks = _marked(of_area[:LISTED], self.today)
        for task in tasks:
            withheld = task.case.lead.identity_withheld
            task.words = task.get_kind_display() if withheld else task.what
        return tasks

    @cached_property
    def _lessons(self) -> list[Lesson]:
        seen = Lesson.objects.visible_to(self.user).order_by().values("pk")
        still_open = Lesson.objects.filter(pk__in=seen, service_area=self.area, closed_on=None)
        open_points = Count("action_points", filter=Q(action_points__done_on=None))
        counted = still_open.annotate(to_do=open_points).select_related("case")
        return list(counted.order_by("raised_on", "pk"))

    @cached_property
    def actions(self) -> list[ActionPoint]:
        """Actions of its lessons that are late or fall due soon, the longest due first."""
        keys = [lesson.pk for lesson in self._lessons]
        due = ActionPoint.objects.open().filter(lesson__in=keys, due_on__lte=self.soon)
        return _marked(due.select_related("lead_user", "lesson__case"), self.today)

    @property
    def lessons(self) -> list[Lesson]:
        """Those that wait: not answered, without an action, or done and to be closed."""
        return [lesson for lesson in self._lessons if not lesson.accepted or not lesson.to_do]


def service_page(area: ServiceArea, user: User, today: date) -> ServicePage:
    return ServicePage(area, user, today, load_calendar())


def areas_with_open_cases(user: User, today: date) -> QuerySet[ServiceArea]:
    """Those in which ``user`` may see an open complaint: how many there are, and how many late."""
    seen = Case.objects.visible_to(user).open().order_by().values("pk")
    to_do = Deadline.objects.to_do(on=today).filter(due_on__lt=today, is_main=True).order_by()
    late = Q(cases__in=to_do.filter(stage__case__in=seen).values("stage__case"))
    return (
        ServiceArea.objects.annotate(
            under_way=Count("cases", filter=Q(cases__in=seen), distinct=True),
            overdue=Count("cases", filter=Q(cases__in=seen) & late, distinct=True),
        )
        .filter(under_way__gt=0)
        .select_related("directorate")
        .order_by("name")
    )


def _marked(rows: QuerySet, today: date) -> list:
    rows = list(rows)
    for row in rows:
        row.late = row.due_on < today
    return rows
