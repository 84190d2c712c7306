"""What the pages that are open all day ask of the database, whatever the size of the office."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.permissions import Role
from accounts.trail import record
from cases.models import Channel, Provider
from stages.actions.intake import take_in
from stages.actions.providers import put_to_provider
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture
def officer(client):
    user = User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])
    client.force_login(user)
    with time_machine.travel(TODAY, tick=False):
        yield user


def test_logging_a_complaint_sends_at_most_25_statements(client, officer):
    area = factories.service_area("Leaving Care")
    channel = Channel.objects.create(name="Letter")
    sent = {
        "received_on": "20 11 2026",
        "channel": channel.pk,
        "service_area": area.pk,
        "summary": "Nobody came.",
    }
    client.get("/cases/log/")

    with CaptureQueriesContext(connection) as sent_to_it:
        answer = client.post("/cases/log/", sent)

    statements = [sql for one in sent_to_it if "SAVEPOINT" not in (sql := one["sql"] or "")]
    assert answer.status_code == 302
    assert len(statements) <= 25, "\n".join(sql[:150] for sql in statements)


def test_a_case_with_30_events_and_a_provider_asks_at_most_15_queries(
    client, officer, at_most_queries
):
    area = factories.service_area("Leaving Care")
    case = take_in(on=TODAY, by=officer, received_on=TODAY, service_area=area, points=["One"])
    put_to_provider(
        case.stages.get(),
        Provider.objects.create(name="Sample Homes"),
        asks_for="reply",
        on=TODAY,
        due_on=TODAY,
        by=officer,
    )
    for number in range(30):
        record(f"did thing {number}", case, by=officer)
    client.get("/")

    with at_most_queries(15):
        assert client.get(f"/case/{case.reference}/").status_code == 200
