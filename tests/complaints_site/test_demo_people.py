"""Each person of the demonstration has something to see, and no more than their role may."""

from datetime import date

import pytest

from accounts.models import User
from accounts.permissions import Role
from cases.actions.casework import assign
from cases.models import Assignment, Case
from complaints_site import demo_people
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture
def people():
    demo_people.add_demo_people()
    return {user.roles[0]: user for user in User.objects.all()}


@pytest.fixture
def cases(people):
    """One case answered by the responding manager, one at stage 2, one at stage 3."""
    version = factories.procedure()
    answered, second, third = (
        factories.case(date(2026, 9, 1), "Leaving Care", reference=f"C-{number}")
        for number in (1, 2, 3)
    )
    factories.stage(second, version, 2, date(2026, 10, 1))
    factories.stage(third, version, 3, date(2026, 11, 2))
    responder = people[Role.RESPONDER]
    assign(answered, to=responder, capacity=Assignment.Capacity.RESPONDER, on=TODAY, by=None)


def test_work_is_put_before_those_who_see_only_that(people, cases):
    demo_people.put_work_before_them(on=TODAY)
    demo_people.put_work_before_them(on=TODAY)

    seen = {
        role: sorted(Case.objects.visible_to(person).values_list("reference", flat=True))
        for role, person in people.items()
    }
    assert seen == {
        Role.OFFICER: ["C-1", "C-2", "C-3"],
        Role.MANAGER: ["C-1", "C-2", "C-3"],
        Role.RESPONDER: ["C-1"],
        Role.VETTER: ["C-1"],
        Role.HEAD_OF_SERVICE: ["C-1", "C-2", "C-3"],
        Role.DIRECTOR: ["C-3"],
        Role.ADJUDICATOR: ["C-2"],
        Role.COMMITTEE: [],
        Role.INFORMATION_GOVERNANCE: [],
        Role.FINANCE: [],
        Role.ADMINISTRATOR: [],
    }
    assert Assignment.objects.count() == 4
