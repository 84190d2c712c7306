"""The rows of the case list: what is shown of fifty cases, in two queries, whatever the size."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Left
from django.urls import reverse

from accounts.models import User
from cases import prepared
from cases.compiled import among_keys, kept_for_each, with_keys
from cases.models import Assignment, Case, CasePerson
from cases.models.looks import is_new_to
from complaints_site.case_columns import Column, Reader
from complaints_site.templatetags.pages import late
from stages.calendars import NoCalendar, load_calendar
from stages.models import Deadline, Stage, Suspension
from stages.working_days import BeyondHorizon, Calendar, count_working_days

SUBJECT = 80
SHOWN = (
    "pk",
    "reference",
    "received_on",
    "closed_on",
    "withdrawn_on",
    "restricted",
    "safeguarding",
    "part_of__reference",
    "service_area__name",
    "route__procedure__code",
    "route__procedure__version",
)
WORKED_OUT = ("complainants", "subject", "stage", "suspended_since", "owner", "is_new")
DUE = ("pk", "due_on", "what")


@dataclass(frozen=True)
class Row:
    """One case as a line, in the words it is shown in: a template of fifty rows formats slowly."""

    reference: str
    url: str
    subject: str
    people: str
    service_area: str
    procedure: str
    stage: str
    received: date
    received_words: str
    owner: str
    ended: str
    restricted: bool
    safeguarding: bool
    part_of: str
    due: "Due | None"
    more: list[tuple[str, str]]
    is_new: bool


@dataclass(frozen=True)
class Due:
    """What somebody has to do next, and since how many working days it is late."""

    on: date
    words: str
    what: str
    url: str
    late: str
    is_today: bool


def to_do(today: date) -> QuerySet[Deadline]:
    """What somebody of the council has still to do on cases that are open."""
    still_open = {"stage__case__closed_on": None, "stage__case__withdrawn_on": None}
    return Deadline.objects.to_do(on=today).filter(**still_open).order_by()


def rows_of(
    keys: list[int], today: date, user: User, *, within: str = "", more: Iterable[Column] = ()
) -> list[Row]:
    """The cases of ``keys``, which ``user`` may see, in that order.

    ``within`` is what the link to a case says of the list it is opened from; ``more`` are further
    columns.
    """
    more = tuple(more)
    cases = {row[0]: _case(row, more) for row in _read(_cases(user, today, more), keys)}
    due = {}
    for case, *first in _read(_next_due(user, today), keys):
        due.setdefault(case, dict(zip(DUE, first, strict=True)))
    calendar = _calendar() if any(found["due_on"] < today for found in due.values()) else None
    return [
        _row(cases[key], within, _due(cases[key], due.get(key), today, calendar))
        for key in keys
        if key in cases
    ]


def _row(case: dict, within: str, due: Due | None) -> Row:
    return Row(
        reference=case["reference"],
        url=reverse("case-file", args=[case["reference"]]) + within,
        subject=shorten(case["subject"], SUBJECT - 5, placeholder="…"),
        people=" and ".join(case["complainants"]),
        service_area=case["service_area__name"],
        procedure=_procedure(case["route__procedure__code"], case["route__procedure__version"]),
        stage=_stage(case["stage"]),
        received=case["received_on"],
        received_words=_short(case["received_on"]),
        owner=case["owner"] or "",
        ended=_ended(case),
        restricted=case["restricted"],
        safeguarding=case["safeguarding"],
        part_of=case["part_of__reference"] or "",
        due=due,
        more=case["more"],
        is_new=case["is_new"],
    )


def _read(statement: tuple[str, tuple], keys: list[int]) -> list[tuple]:
    return prepared.rows_of(*with_keys(statement, keys)) if keys else []


def _case(row: tuple, more: tuple[Column, ...]) -> dict:
    case = dict(zip([*SHOWN, *WORKED_OUT], row, strict=False))
    values = row[len(case) :]
    case["more"] = [(of.label, _words(value)) for of, value in zip(more, values, strict=True)]
    return case


def _words(value: date | str | None) -> str:
    return _short(value) if isinstance(value, date) else value or ""


def _due(case: dict, due: dict | None, today: date, calendar: Calendar | None) -> Due | None:
    if due is None:
        return None
    return Due(
        on=due["due_on"],
        words=_short(due["due_on"]),
        what=due["what"],
        url=reverse("deadline-reasons", args=[case["reference"], due["pk"]]),
        late=_late(due["due_on"], today, calendar) if due["due_on"] < today else "",
        is_today=due["due_on"] == today,
    )


def _procedure(code: str | None, version: str | None) -> str:
    return f"{code.replace('-', ' ').capitalize()} {version}" if code else ""


def _stage(number: int | None) -> str:
    if number is None:
        return ""
    return f"Stage {number}" if number else "Before stage 1"


def _ended(case: dict) -> str:
    if case["withdrawn_on"]:
        return f"Withdrawn {_short(case['withdrawn_on'])}"
    if case["closed_on"]:
        return f"Closed {_short(case['closed_on'])}"
    since = case["suspended_since"]
    return f"Suspended since {_short(since)}" if since else "Nothing due"


def _short(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


@kept_for_each
def _cases(user: User, today: date, more: tuple[Column, ...]) -> QuerySet[Case]:
    begun = Stage.objects.filter(case=OuterRef("pk"), begun_on__isnull=False).order_by("-number")
    lead = Coalesce(OuterRef("part_of"), OuterRef("pk"))
    seen = CasePerson.objects.visible_to(user)
    complainants = seen.filter(case=lead, role=CasePerson.Role.COMPLAINANT)
    suspended = Suspension.objects.filter(stage__case=OuterRef("pk"), to_on=None)
    holding = Assignment.objects.filter(
        case=OuterRef("pk"), until=None, capacity=Assignment.Capacity.OWNER
    )
    worked_out = {
        "complainants": ArraySubquery(
            complainants.order_by("position", "id").values("person__name")
        ),
        "subject": Left("summary", SUBJECT),
        "stage": Subquery(begun.values("number")[:1]),
        "suspended_since": Subquery(suspended.values("from_on")[:1]),
        "owner": Subquery(holding.values(who=Coalesce("user__full_name", "team"))[:1]),
        "is_new": is_new_to(user),
    }
    further = {f"more_{column.key}": column.of(Reader(user, today)) for column in more}
    rows = Case.objects.filter(among_keys()).order_by().annotate(**worked_out, **further)
    return rows.values_list(*SHOWN, *WORKED_OUT, *further)


@kept_for_each
def _next_due(user: User, today: date) -> QuerySet[Deadline]:
    first = to_do(today).filter(among_keys("stage__case")).order_by("due_on", "id")
    return first.values_list("stage__case", "pk", "due_on", "limit__name")


def _calendar() -> Calendar | None:
    try:
        return load_calendar()
    except NoCalendar:
        return None


def _late(due_on: date, today: date, calendar: Calendar | None) -> str:
    """How late, or only that it is: over a weekend, or where the calendar does not reach."""
    try:
        days = count_working_days(due_on, today, calendar) if calendar else 0
    except BeyondHorizon:
        days = 0
    return late(days) if days else "late"
