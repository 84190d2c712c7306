"""The people of the demonstration: one for each role, with a password that everybody may know.

Production neither makes them nor lets them in (``complaints_site.sign_in``).
"""

from datetime import date

from django.conf import settings
from django.core.management import CommandError

from accounts.actions import add_user
from accounts.models import User
from accounts.permissions import Role
from cases.actions.casework import assign
from cases.actions.words import set_headed_areas
from cases.models import Assignment, Case, ServiceArea

Capacity = Assignment.Capacity

PASSWORD = "demonstration only"  # noqa: S105 - shown on the terminal and in README
DOMAIN = "@example.org"  # reserved for examples (RFC 2606): no council's address ends so

# Invented, and plain
NAMES = {
    Role.OFFICER: "Anna Fielding",
    Role.MANAGER: "Martin Oakes",
    Role.RESPONDER: "Ruth Barlow",
    Role.VETTER: "Victor Lane",
    Role.HEAD_OF_SERVICE: "Helen Marsh",
    Role.DIRECTOR: "David Stone",
    Role.ADJUDICATOR: "Ada Winter",
    Role.COMMITTEE: "Colin Page",
    Role.INFORMATION_GOVERNANCE: "Ivy Clerkson",
    Role.FINANCE: "Frank Penny",
    Role.ADMINISTRATOR: "Alice Keys",
}


def email_of(role: Role) -> str:
    """
    >>> email_of(Role.HEAD_OF_SERVICE)
    'head-of-service@example.org'
    """
    return role.value.replace("_", "-") + DOMAIN


def is_demo_person(email: str) -> bool:
    return email.strip().lower().endswith(DOMAIN)


def refuse_in_production() -> None:
    if not settings.DEMONSTRATION:
        raise CommandError(
            "This is production: it takes no demo people, whose password is in the README. "
            "On a laptop, set DEBUG=1 or run make demo."
        )


def add_demo_people(*, by: User | None = None) -> list[User]:
    """Add those who are not there yet, and return them; whoever is there stays as they are."""
    refuse_in_production()
    there = set(User.objects.values_list("email", flat=True))
    return [
        add_user(email=email_of(role), full_name=name, roles=[role], password=PASSWORD, by=by)
        for role, name in NAMES.items()
        if email_of(role) not in there
    ]


def put_work_before_them(*, on: date) -> None:
    """Give those who see only what is put to them something to see; once."""
    refuse_in_production()
    there = User.objects.in_bulk([email_of(role) for role in NAMES], field_name="email")
    people = {role: there[email_of(role)] for role in NAMES}
    head = people[Role.HEAD_OF_SERVICE]
    running = Case.objects.open()
    if not head.heads_service_areas.exists():
        areas = ServiceArea.objects.filter(cases__in=running).distinct()[:2]
        set_headed_areas(head, areas=list(areas), by=people[Role.ADMINISTRATOR])
    for role, capacity, cases in (
        (Role.VETTER, Capacity.VETTER, running.filter(assignments__capacity="responder")),
        (Role.ADJUDICATOR, Capacity.ADJUDICATOR, running.filter(stages__number=2)),
        (Role.DIRECTOR, Capacity.DIRECTOR, running.filter(stages__number=3)),
    ):
        if not people[role].assignments.exists():
            for case in cases.order_by("-received_on", "-pk")[:3]:
                assign(case, to=people[role], capacity=capacity, on=on, by=people[Role.MANAGER])
