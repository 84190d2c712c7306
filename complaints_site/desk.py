"""The desk: what falls due, for one person or for everyone, next milestone first.

A stage stands on the desk once, with the first thing that is still to be done. The complainant's
own time (a window) is nobody's work here, and an inner milestone that has passed gives way to the
limit it served.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Left

from accounts.models import Event, User
from accounts.permissions import Permission
from cases.models import Assignment, Case, CasePerson, CaseViewing, Draft
from complaints_site.desk_groups import Standing, grouped
from complaints_site.desk_numbers import numbers_for
from complaints_site.drafts import waiting
from stages.models import Deadline, Task
from stages.working_days import Calendar, add_working_days

DAYS_AHEAD = 5
LOOKED_BACK = 100  # events
CHANGED = 8  # cases
LONGEST = 80  # letters of what was said


SHOWN_OF_A_CASE = ["reference", "restricted", "safeguarding", "service_area__name"]


@dataclass(frozen=True)
class Desk:
    """One person's desk on one day: ``whose`` is "mine", "everyone" or "nobody"."""

    user: User
    today: date
    whose: str
    calendar: Calendar

    @property
    def cases(self) -> QuerySet[Case]:
        cases = Case.objects.visible_to(self.user).open()
        if self.whose == "mine":
            return cases.filter(pk__in=self._given)
        if self.whose == "nobody":
            owners = Assignment.objects.filter(
                case=OuterRef("pk"), capacity=Assignment.Capacity.OWNER, until=None
            )
            return cases.exclude(Exists(owners))
        return cases

    @cached_property
    def _given(self) -> list[int]:
        """Looked up first: few are one's own, and the open ones of all are many."""
        given = Assignment.objects.filter(user=self.user, until=None)
        return list(given.values_list("case_id", flat=True))

    @property
    def next_milestones(self) -> QuerySet[Deadline]:
        """The first thing to be done in each stage that is under way."""
        to_do = Deadline.objects.to_do(on=self.today).filter(stage__case__in=self.cases)
        return to_do.order_by("stage_id", "due_on", "id").distinct("stage_id")

    @property
    def tasks(self) -> QuerySet[Task]:
        """The open tasks: on one's own desk, those given to oneself too."""
        tasks = Task.objects.visible_to(self.user).open().shown_on(self.today).order_by()
        if self.whose == "everyone":
            return tasks
        on_its_cases = Q(case__in=self.cases, owner=None)
        mine = Q(owner=self.user) if self.whose == "mine" else Q()
        return tasks.filter(on_its_cases | mine)

    @cached_property
    def standing(self) -> dict[str, Standing]:
        kinds = {"milestone": self.next_milestones, "task": self.tasks}
        return grouped(self.today, self.soon, **kinds)

    @cached_property
    def soon(self) -> date:
        return add_working_days(self.today, DAYS_AHEAD, self.calendar)

    def counts(self) -> dict[str, int]:
        return {key: standing.number for key, standing in self.standing.items()}

    def rows(self, groups: Iterable[str]) -> dict[str, list[Deadline | Task]]:
        """The first milestones and tasks of each group, with all that a row shows."""
        first = {group: self.standing[group].first for group in groups}
        found = {}
        for kind, rows in (("milestone", self._milestones), ("task", self._tasks)):
            keys = [pk for entries in first.values() for of, pk in entries if of == kind]
            found |= {(kind, row.pk): row for row in (rows(keys) if keys else [])}
        return {group: [found[entry] for entry in entries] for group, entries in first.items()}

    def _milestones(self, keys: list[int]) -> QuerySet[Deadline]:
        return (
            Deadline.objects.filter(pk__in=keys)
            .select_related("limit", "stage__definition", "stage__case__service_area")
            .only(
                "due_on",
                "provisional",
                "limit__name",
                "stage__definition__name",
                *(f"stage__case__{name}" for name in SHOWN_OF_A_CASE),
            )
            .annotate(**_about_the_case("stage__case", self.user))
        )

    def _tasks(self, keys: list[int]) -> QuerySet[Task]:
        return (
            Task.objects.filter(pk__in=keys)
            .select_related("case__service_area", "owner")
            .annotate(**_about_the_case("case", self.user))
        )

    @cached_property
    def drafts(self) -> list[Draft]:
        """Complaints that were begun and are in no case yet: never counted."""
        may_log = self.user.may(Permission.LOG_CASE)
        return waiting(self.today, self.calendar) if may_log else []

    @cached_property
    def numbers(self) -> dict[str, int]:
        unowned = Desk(self.user, self.today, "nobody", self.calendar).cases
        return numbers_for(self.user, self.today, unowned)

    def recent(self) -> list[Event]:
        """The last thing done by others on each of the cases that were changed last.

        It is ``unread`` until this person opens the case.
        """
        about = Event.objects.filter(about_model=Case._meta.label_lower).exclude(by=self.user)
        # By key, which is the order they were written in: the trail is long, and read from its end
        last = about.order_by("-pk").values_list("about_id", "pk")[:LOOKED_BACK]
        newest = {}
        for case_id, pk in last:
            newest.setdefault(case_id, pk)
        seen = Case.objects.visible_to(self.user).filter(pk=OuterRef("about_id")).order_by()
        looked = CaseViewing.objects.filter(case=OuterRef("about_id"), user=self.user)
        found = (
            Event.objects.select_related("by")
            .filter(pk__in=newest.values())
            .annotate(
                reference=Subquery(seen.values("reference")[:1]),
                looked_at=Subquery(looked.values("at")[:1]),
            )
        )
        found = list(found.exclude(reference=None).order_by("-pk")[:CHANGED])
        for event in found:
            event.unread = event.looked_at is None or event.looked_at < event.at
        return found


def _about_the_case(path: str, user: User) -> dict:
    """What a row says of its case beside the case's own columns."""
    case = OuterRef(path)
    lead = Coalesce(OuterRef(f"{path}__part_of"), case)
    complainants = CasePerson.objects.visible_to(user).filter(
        case=lead, role=CasePerson.Role.COMPLAINANT
    )
    owners = Assignment.objects.filter(case=case, capacity=Assignment.Capacity.OWNER, until=None)
    return {
        "about": Left(f"{path}__summary", LONGEST + 1),
        "complainants": ArraySubquery(complainants.values("person__name")),
        "owners": ArraySubquery(owners.values(name=Coalesce("user__full_name", "team"))),
    }


def choices_for(user: User) -> list[tuple[str, str]]:
    if not user.may(Permission.SEE_ALL_CASES):
        return [("mine", "Mine")]
    return [("mine", "Mine"), ("everyone", "Everyone's"), ("nobody", "Nobody's yet")]
