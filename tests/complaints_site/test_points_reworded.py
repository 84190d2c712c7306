"""A point that was logged as a line gets what they want, its nature, and its exact words."""

from datetime import date
from html import unescape

import pytest
import time_machine

from accounts.models import Event, User
from accounts.permissions import Role
from stages.actions.intake import take_in
from tests import factories
from tests.complaints_site.boxes import boxes_of

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 10)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def case(client):
    officer = User.objects.create_user("o@example.org", "Anna Fielding", [Role.OFFICER])
    client.force_login(officer)
    return take_in(
        on=TODAY,
        by=officer,
        received_on=TODAY,
        service_area=factories.service_area("Leaving Care"),
        points=["The deposit", "Nobody rang"],
    )


def page_of(client, case, point=None):
    query = f"?point={point.pk}" if point else ""
    return client.get(f"/case/{case.reference}/step/change-point/{query}")


def change(client, case, point, **typed):
    typed = {"point": point.pk} | typed
    return client.post(f"/case/{case.reference}/step/change-point/", typed)


def test_the_points_lead_to_it_with_what_stands_in_the_boxes(client, case):
    point = case.points.get(number=2)

    points = client.get(f"/case/{case.reference}/points/").content.decode()
    page = page_of(client, case, point).content.decode()

    assert f"/step/change-point/?point={point.pk}" in points
    assert boxes_of(page)["point"] == [str(point.pk)]
    assert "Nobody rang</textarea>" in unescape(page)


def test_what_is_typed_is_changed_and_what_is_left_empty_stays(client, case):
    point = case.points.get(number=2)
    nature = factories.nature("Staff conduct")

    answer = change(
        client, case, point, desired_outcome="An apology", nature=nature.pk, is_primary="on"
    )

    assert answer.status_code == 302
    point.refresh_from_db()
    assert (point.text, point.desired_outcome, point.nature) == (
        "Nobody rang",
        "An apology",
        nature,
    )
    assert [one.is_primary for one in case.points.order_by("number")] == [False, True]
    sentence = Event.objects.filter(about_id=case.pk, about_model="cases.case").latest("pk")
    assert sentence.sentence.startswith("put point 2 more exactly: desired outcome, nature")


def test_nothing_changed_is_said_beside_the_field(client, case):
    point = case.points.get(number=2)

    answer = change(client, case, point, text="Nobody rang")

    assert "This is how it stands: enter what is to be changed" in answer.content.decode()
    assert (
        "Choose"
        in client.post(
            f"/case/{case.reference}/step/change-point/", {"text": "Nobody came"}
        ).content.decode()
    )


@pytest.mark.parametrize("typed", ["x", "999999999999999999999", "0"])
def test_an_address_that_names_no_point_asks_which(client, case, typed):
    answer = client.get(f"/case/{case.reference}/step/change-point/?point={typed}")

    assert answer.status_code == 200
