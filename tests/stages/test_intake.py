"""Taking a complaint in: its people, its points, its deadlines, in few statements."""

from datetime import date

import pytest

from accounts.models import Event, User
from accounts.permissions import Role
from stages.actions.intake import take_in
from tests.factories import service_area

pytestmark = pytest.mark.django_db

RECEIVED = date(2026, 9, 1)


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


def test_logging_takes_at_most_25_statements(officer, django_assert_max_num_queries):
    area = service_area("Leaving Care")

    with django_assert_max_num_queries(25):
        case = take_in(
            on=RECEIVED,
            by=officer,
            received_on=RECEIVED,
            service_area=area,
            summary="The deposit was refused.",
            complainant={"name": "Juniper Vale", "address": "3 Mill Lane, Oakham"},
            children=[
                {"name": "Wren Vale", "care_system_number": "204511"},
                {"name": "Alder Vale", "care_system_number": "204512"},
            ],
            representative={
                "name": "Olive Berry",
                "authority_evidence": "Letter of authority",
                "authority_dated_on": date(2026, 8, 20),
            },
            points=["The deposit", "The delay", "The letter"],
        )
    assert case.people.count() == 4
    assert case.points.count() == 3
    assert case.stages.get().deadlines.count() > 3
    assert Event.objects.filter(about_model="cases.case", about_id=case.pk).count() == 5
