"""All cases of a list are chosen at once, however many pages it has."""

from datetime import date
from urllib.parse import urlencode

import pytest

from accounts.models import User
from accounts.permissions import Role
from cases.models import Assignment
from complaints_site import case_result
from complaints_site.views import bulk
from tests import factories as make

pytestmark = pytest.mark.django_db
RECEIVED = date(2006, 9, 4)


@pytest.fixture
def officer(client):
    officer = User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])
    client.force_login(officer)
    return officer


@pytest.fixture
def cases(officer, monkeypatch):
    """Five that are open in one service area, of which a page shows two; one of another area."""
    monkeypatch.setattr(case_result, "ROWS", 2)
    here = [make.case(RECEIVED, "Leaving Care", reference=f"HERE-{n}") for n in range(5)]
    make.case(RECEIVED, "Roads", reference="ELSEWHERE")
    make.case(RECEIVED, "Leaving Care", reference="HIDDEN", restricted=True)
    return here


def query_of(cases):
    return f"state=open&service_area={cases[0].service_area_id}"


def address(do, query):
    return f"/cases/bulk/{do}/?{urlencode({'all': query})}"


def test_the_list_offers_all_of_it_without_its_page(client, cases):
    page = client.get(f"/cases/?{query_of(cases)}&page=2").content.decode()

    assert "With all 5 of this list" in page
    assert f'href="{address("reassign", query_of(cases))}"' in page


def test_a_list_of_one_page_offers_only_ticks(client, cases):
    assert "With all" not in client.get("/cases/?q=HERE-1").content.decode()


def test_all_of_it_is_reassigned_as_one_and_nothing_else(client, cases, officer):
    url = address("reassign", query_of(cases))
    listed = client.post(url, {"to": officer.pk, "look": "1"})
    lines = listed.context["lines"]
    assert [line.case.reference for line in lines] == [f"HERE-{n}" for n in range(5)]

    seen = {f"seen-{line.case.reference}": line.seen for line in lines}
    client.post(url, {"to": officer.pk, "do": "1"} | seen)

    held = Assignment.objects.filter(user=officer, until=None)
    assert sorted(held.values_list("case__reference", flat=True)) == [
        "HERE-0",
        "HERE-1",
        "HERE-2",
        "HERE-3",
        "HERE-4",
    ]


def test_one_that_joined_the_list_after_it_was_listed_is_left_alone(client, cases, officer):
    url = address("reassign", query_of(cases))
    lines = client.post(url, {"to": officer.pk, "look": "1"}).context["lines"]
    make.case(RECEIVED, "Leaving Care", reference="LATER")
    seen = {f"seen-{line.case.reference}": line.seen for line in lines}
    client.post(url, {"to": officer.pk, "do": "1"} | seen)

    assert not Assignment.objects.filter(case__reference="LATER").exists()


def test_more_than_can_be_done_at_once_are_not_offered_and_refused_with_a_sentence(
    client, cases, monkeypatch
):
    monkeypatch.setattr(bulk, "MOST", 4)
    monkeypatch.setattr("complaints_site.views.case_list.MOST_CHOSEN", 4)

    assert "With all" not in client.get(f"/cases/?{query_of(cases)}").content.decode()
    page = client.get(address("close", query_of(cases))).content.decode()
    assert "These are too many at once" in page


def test_the_way_back_leads_to_the_list(client, cases):
    page = client.get(address("close", query_of(cases))).content.decode()

    assert f'href="/cases/?{query_of(cases).replace("&", "&amp;")}"' in page
