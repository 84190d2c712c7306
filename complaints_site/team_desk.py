"""The team's desk: open cases by who holds them, how far they are, and how late. Every number is
the address of the list behind it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import OuterRef, Subquery
from django.urls import reverse

from accounts.models import User
from cases.models import Assignment, Case
from complaints_site.case_columns import Reader, next_due
from complaints_site.case_filters.kinds import NONE
from complaints_site.case_filters.people_facts import A_TEAM
from complaints_site.case_filters.stage_facts import LATENESS, NUMBERS, last_day_of_soon
from stages.models import Stage

STAGES = [(NONE, "No stage yet"), *NUMBERS]
NOBODY, WITHOUT_LOG_IN = "Nobody", "A team, or somebody without a log-in"
TOTAL = "all"


@dataclass(frozen=True)
class Number:
    count: int
    url: str


@dataclass(frozen=True)
class Line:
    """One person's work: by stage, by lateness, and all of it."""

    label: str
    numbers: list[Number]
    is_total: bool = False


@dataclass(frozen=True)
class OpenCase:
    """Where an open case is counted: the values of the three filters that find it."""

    owner: str
    stage: str
    due: str


def team_desk(user: User, today: date) -> list[Line]:
    """A line a person, by name, then what nobody has, then all. One query, and one of the names."""
    found = list(_open_cases(user, today))
    names = dict(User.objects.values_list("pk", "full_name"))
    people = sorted({case.owner for case in found}, key=lambda owner: _place(owner, names))
    lines = [_line(_name(owner, names), owner, found) for owner in people]
    return [*lines, _line("All", TOTAL, found)] if lines else []


def headings() -> list[str]:
    return [label for _, label in [*STAGES, *LATENESS]] + ["All"]


def _line(label: str, owner: str, found: Iterable[OpenCase]) -> Line:
    mine = [case for case in found if owner in (TOTAL, case.owner)]
    by_stage, by_due = Counter(case.stage for case in mine), Counter(case.due for case in mine)
    held = {} if owner == TOTAL else {"owner": owner}
    numbers = [_number(by_stage[key], **held, reached=key) for key, _ in STAGES]
    numbers += [_number(by_due[key], **held, due=key) for key, _ in LATENESS]
    return Line(label, [*numbers, _number(len(mine), **held)], is_total=owner == TOTAL)


def _number(count: int, **filters: str) -> Number:
    query = urlencode({"state": "open", **filters, "sort": "due"})
    return Number(count, f"{reverse('case-list')}?{query}")


def _open_cases(user: User, today: date) -> Iterable[OpenCase]:
    holding = Assignment.objects.filter(
        case=OuterRef("pk"), until=None, capacity=Assignment.Capacity.OWNER
    )
    begun = Stage.objects.filter(case=OuterRef("pk"), begun_on__isnull=False).order_by("-number")
    asked = {
        "held": Subquery(holding.values("pk")[:1]),
        "holder": Subquery(holding.values("user")[:1]),
        "reached": Subquery(begun.values("number")[:1]),
        "first_due": next_due(Reader(user, today)),
    }
    soon = last_day_of_soon(today)
    rows = Case.objects.visible_to(user).open().order_by().annotate(**asked).values_list(*asked)
    for held, holder, reached, due in rows:
        owner = str(holder or A_TEAM) if held else NONE
        stage = NONE if reached is None else str(reached)
        yield OpenCase(owner, stage, _lateness(due, today, soon))


def _lateness(due: date | None, today: date, soon: date) -> str:
    if due is None:
        return "nothing"
    if due <= today:
        return "late" if due < today else "today"
    return "soon" if due <= soon else "later"


def _name(owner: str, names: dict[int, str]) -> str:
    return {NONE: NOBODY, A_TEAM: WITHOUT_LOG_IN}.get(owner) or names[int(owner)]


def _place(owner: str, names: dict[int, str]) -> tuple:
    """People by their names, those without a log-in after them, what nobody has at the end."""
    return (owner == NONE, owner == A_TEAM, _name(owner, names).lower())
