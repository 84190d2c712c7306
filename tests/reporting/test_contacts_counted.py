"""Other contacts in the report: received, closed, answered in time; and no name of who asked."""

from datetime import date

import pytest

from accounts.models import User
from accounts.permissions import Role
from cases.actions.contacts import answer_contact, close_contact, log_contact
from reporting.annual_report import assemble
from reporting.period import Period
from reporting.scope import Scope
from tests import factories

pytestmark = pytest.mark.django_db
YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


def contact(officer, **fields):
    usual = {
        "kind": "mp_enquiry",
        "received_on": date(2026, 11, 2),
        "due_on": date(2026, 11, 16),
        "from_whom": "A. Member",
    }
    area = factories.service_area("Leaving Care")
    return log_contact(by=officer, service_area=area, **(usual | fields))


@pytest.fixture
def five(officer):
    """Answered in time, answered late, answered without a time, closed, and open."""
    answer_contact(contact(officer), on=date(2026, 11, 16), answer="Yes", by=officer)
    answer_contact(contact(officer), on=date(2026, 11, 17), answer="Yes", by=officer)
    answer_contact(contact(officer, due_on=None), on=date(2026, 11, 3), answer="No", by=officer)
    close_contact(contact(officer), on=date(2026, 11, 3), why="Asked twice", by=officer)
    contact(officer, kind="service_request")


def test_received_closed_and_answered_in_time_are_counted(five):
    figures = assemble(Scope(YEAR)).figures

    keys = ["received", "closed", "answered", "answered_in_time"]
    assert [figures[f"contacts.{key}"].value for key in keys] == [5, 4, 3, 1]


def test_they_are_counted_by_kind_and_how_they_were_answered(five):
    table = assemble(Scope(YEAR)).tables["contacts_by_kind"]

    labels = [column.label for column in table.columns]
    rows = {row.label: [cell.value for cell in row.cells] for row in table.rows}
    assert labels == [
        "Answered in time",
        "Answered late",
        "Answered, no time set",
        "Closed without an answer",
        "Open",
        "Received",
    ]
    assert rows["MP enquiry"] == [1, 1, 1, 1, 0, 4]
    assert rows["Service request"] == [0, 0, 0, 0, 1, 1]


def test_the_list_behind_a_number_names_nobody_who_asked(client, officer, five):
    client.force_login(officer)

    page = client.get("/reports/2026-04-01/2027-03-31/behind/contacts.received/")

    assert page.status_code == 200
    assert "MP enquiry" in page.content.decode()
    assert "A. Member" not in page.content.decode()
