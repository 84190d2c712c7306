"""The rows of the desk: what is due, of which case, and with whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Manager, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Coalesce, Left
from django.urls import reverse

from accounts.models import User
from cases.compiled import among_keys, kept_for_each, with_keys
from cases.models import Assignment, CasePerson
from cases.prepared import rows_of
from stages.models import Deadline, Task

LONGEST = 80  # letters of what was said
OF_A_CASE = ["reference", "restricted", "safeguarding", "service_area__name"]


@dataclass
class Row:
    """A milestone of a stage, or a task: ``under`` is the stage, or the kind of the task.

    ``given_to`` is whoever the task itself was given to; without one, the owners of its case.
    """

    kind: str
    pk: int
    due_on: date
    what_is_due: str
    under: str
    provisional: bool
    given_to: str | None
    reference: str
    restricted: bool
    safeguarding: bool
    service_area: str
    said: str
    complainants: list[str]
    of_its_case: list[str]
    days_late: int = 0  # in working days, as days_left
    days_left: int = 0

    @cached_property
    def owners(self) -> list[str]:
        return [self.given_to] if self.given_to else self.of_its_case

    @cached_property
    def about(self) -> str:
        # The filter truncatechars looks at every letter, on fifty rows
        said = self.said
        return said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rstrip()}…"

    @cached_property
    def why_url(self) -> str:
        page = "task" if self.kind == "task" else "deadline-reasons"
        return reverse(page, args=[self.reference, self.pk])


def rows_of_the_desk(user: User, entries: Iterable[tuple[str, int]]) -> dict[tuple, Row]:
    """By kind and key: one query of each kind that is among ``entries``."""
    entries, found = list(entries), {}
    for kind, statement in STATEMENTS.items():
        keys = [pk for of, pk in entries if of == kind]
        if keys:
            rows = rows_of(*with_keys(statement(user), keys))
            found |= {(kind, row[0]): Row(kind, *row) for row in rows}
    for row in found.values():
        if row.kind == "task":
            row.under = Task.Kind(row.under).label
    return found


@kept_for_each
def _milestones(user: User) -> QuerySet[Deadline]:
    nobody = Value(None, output_field=TextField())
    own = ["pk", "due_on", "limit__name", "stage__definition__name", "provisional", nobody]
    return _columns(Deadline.objects, [*own, *_of_the_case("stage__case", user)])


@kept_for_each
def _tasks(user: User) -> QuerySet[Task]:
    own = ["pk", "due_on", "what", "kind", Value(False), "owner__full_name"]
    return _columns(Task.objects, [*own, *_of_the_case("case", user)])


def _columns(rows: Manager, columns: list) -> QuerySet:
    return rows.filter(among_keys()).order_by().values_list(*columns)


def _of_the_case(path: str, user: User) -> list:
    """The case's own columns, and what a row says beside them."""
    case = OuterRef(path)
    lead = Coalesce(OuterRef(f"{path}__part_of"), case)
    complainants = CasePerson.objects.visible_to(user).filter(
        case=lead, role=CasePerson.Role.COMPLAINANT
    )
    owners = Assignment.objects.filter(case=case, capacity=Assignment.Capacity.OWNER, until=None)
    return [
        *(f"{path}__{name}" for name in OF_A_CASE),
        Left(f"{path}__summary", LONGEST + 1),
        ArraySubquery(complainants.values("person__name")),
        ArraySubquery(owners.values(name=Coalesce("user__full_name", "team"))),
    ]


STATEMENTS = {"milestone": _milestones, "task": _tasks}
