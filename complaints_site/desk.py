"""The desk: what falls due, for one person or for everyone, next milestone first.

A stage stands on the desk once, with the first thing that is still to be done. The complainant's
own time (a window) is nobody's work here, and an inner milestone that has passed gives way to the
limit it served.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q, QuerySet

from accounts.models import User
from accounts.permissions import Permission, Role
from cases.compiled import among_keys, kept_for_each, with_keys
from cases.models import Assignment, Case, Draft
from complaints_site.desk_groups import FEW, Standing, grouped
from complaints_site.desk_numbers import nobodys, numbers_for
from complaints_site.desk_rows import Row, rows_of_the_desk
from complaints_site.drafts import waiting
from stages.models import Deadline, Task
from stages.working_days import Calendar, add_working_days

DAYS_AHEAD = 5


@dataclass(frozen=True)
class Desk:
    """One person's desk on one day: ``whose`` is "mine", "everyone" or "nobody".

    ``places`` are drawn of each group, counted from 1.
    """

    user: User
    today: date
    whose: str
    calendar: Calendar
    places: range = FEW

    @cached_property
    def standing(self) -> dict[str, Standing]:
        kinds = {
            "milestone": _next_milestones(self.user, self.today, self.whose),
            "task": _open_tasks(self.user, self.today, self.whose),
        }
        given = self._given if self.whose == "mine" else []
        kinds = {kind: with_keys(statement, given) for kind, statement in kinds.items()}
        return grouped(self.today, self.soon, self.places, **kinds)

    @cached_property
    def _given(self) -> list[int]:
        """Looked up first: few are one's own, and the open ones of all are many."""
        given = Assignment.objects.filter(user=self.user, until=None)
        return list(given.values_list("case_id", flat=True))

    @cached_property
    def soon(self) -> date:
        return add_working_days(self.today, DAYS_AHEAD, self.calendar)

    def counts(self) -> dict[str, int]:
        return {key: standing.number for key, standing in self.standing.items()}

    def rows(self, groups: Iterable[str]) -> dict[str, list[Row]]:
        """The milestones and tasks of each group at ``places``, with all that a row shows."""
        drawn = {group: self.standing[group].drawn for group in groups}
        entries = [entry for of_group in drawn.values() for entry in of_group]
        found = rows_of_the_desk(self.user, entries)
        return {group: [found[entry] for entry in entries] for group, entries in drawn.items()}

    @cached_property
    def drafts(self) -> list[Draft]:
        """Complaints that were begun and are in no case yet: never counted."""
        may_log = self.user.may(Permission.LOG_CASE)
        return waiting(self.today, self.calendar) if may_log else []

    @cached_property
    def numbers(self) -> dict[str, int]:
        return numbers_for(self.user, self.today)


@kept_for_each
def _next_milestones(user: User, today: date, whose: str) -> QuerySet[Deadline]:
    """The first thing to be done in each stage that is under way."""
    to_do = Deadline.objects.to_do(on=today).filter(stage__case__in=_cases(user, whose))
    first = to_do.order_by("stage_id", "due_on", "id").distinct("stage_id")
    return first.values("due_on", "id")


@kept_for_each
def _open_tasks(user: User, today: date, whose: str) -> QuerySet[Task]:
    """The open tasks: on one's own desk, those given to oneself too."""
    tasks = Task.objects.visible_to(user).open().shown_on(today).order_by().values("due_on", "id")
    if whose == "everyone":
        return tasks
    for_vetters = Q(kind=Task.Kind.LETTER_TO_VET, owner=None)
    on_its_cases = Q(case__in=_cases(user, whose), owner=None) & ~for_vetters
    mine = Q(owner=user) if whose == "mine" else Q()
    if whose == "mine" and user.may(Permission.VET_LETTERS):
        mine |= for_vetters & ~Q(letter__author=user)
    if whose == "mine" and user.may(Permission.SETTLE_MESSAGES):
        mine |= Q(kind=Task.Kind.MESSAGE, owner=None)
    return tasks.filter(on_its_cases | mine)


def _cases(user: User, whose: str) -> QuerySet[Case]:
    """Those whose work stands on the desk: of "mine", the keys are put in each time."""
    if whose == "nobody":
        return nobodys(user)
    cases = Case.objects.visible_to(user).open()
    return cases.filter(among_keys()) if whose == "mine" else cases


def choices_for(user: User) -> list[tuple[str, str]]:
    """Whose desk somebody may look at; what opens first stands first."""
    if not user.may(Permission.SEE_ALL_CASES):
        mine = [("mine", "Mine")]
        heads = user.has_role(Role.HEAD_OF_SERVICE)
        return [("everyone", "My services’"), *mine] if heads else mine
    return [("mine", "Mine"), ("everyone", "Everyone's"), ("nobody", "Nobody's yet")]
