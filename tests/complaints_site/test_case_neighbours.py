"""A case opened from a list has the case before it and the one after, and the way back."""

from datetime import date
from urllib.parse import quote

import pytest
import time_machine

from accounts.models import User
from accounts.permissions import Role
from cases.models import CasePerson, Person
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2006, 11, 1)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(f"{TODAY} 11:00 +0000", tick=False):
        yield


@pytest.fixture
def officer(client):
    officer = User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])
    client.force_login(officer)
    return officer


@pytest.fixture
def walk(client, officer):
    """``walk("sort=due")``: the list, walked by the links "next" from its first case, and back."""

    def walk(query):
        url = client.get(f"/cases/?{query}").context["rows"][0].url
        there, places = [], []
        while url:
            answer = client.get(url)
            there.append(answer.context["case"].reference)
            places.append(answer.context["place"])
            url = answer.context["place"].next_url
        back = [place.previous for place in places]
        assert back == [None, *there[:-1]]
        return there

    return walk


def some_cases():
    """Two service areas, several of one day, some with something due."""
    rules = make.procedure()
    told = [
        ("D", 5, "Roads"),
        ("A", 4, "Leaving Care"),
        ("C", 4, "Roads"),
        ("B", 6, "Leaving Care"),
    ]
    for reference, day, area in told:
        of = make.case(date(2006, 9, day), area, reference=reference)
        if reference in "AD":
            make.route(of, rules)
            due = date(2006, 11, 9 if reference == "A" else 6)
            make.deadline(make.stage(of, rules, 1, of.received_on), target_on=due)
    make.case(date(2006, 9, 4), "Roads", reference="E", kind="representation")
    make.case(date(2006, 9, 4), "Leaving Care", reference="HIDDEN", restricted=True)


ORDERS = {
    "": "BDECA",
    "sort=received": "ACEDB",
    "sort=reference": "ABCDE",
    "sort=-reference": "EDCBA",
    "sort=service_area": "BADEC",
    "sort=-service_area": "CEDAB",
    "sort=due": "DABEC",
    "sort=-due": "ADBEC",
    "kind=complaint": "BDCA",
    "kind=complaint&sort=service_area": "BADC",
}


@pytest.mark.parametrize(("query", "order"), ORDERS.items())
def test_next_and_previous_walk_the_whole_list_in_its_order(client, walk, query, order):
    some_cases()

    assert "".join(walk(query)) == order
    listed = client.get(f"/cases/?{query}").context["rows"]
    assert "".join(row.reference for row in listed) == order


def test_the_way_back_leads_to_the_same_page_of_the_list_from_every_tab(client, officer):
    some_cases()
    query = "sort=reference&page=2"

    overview = client.get(f"/case/B/?in={quote(query)}")
    assert 'href="/cases/?sort=reference&amp;page=2"' in overview.content.decode()
    tabs = {tab["label"]: tab["url"] for tab in overview.context["tabs"]}
    stages = client.get(tabs["Stages"])
    assert (stages.context["place"].previous, stages.context["place"].next) == ("A", "C")


def test_a_case_opened_by_itself_has_no_list(client, officer):
    some_cases()

    answer = client.get("/case/B/")

    assert answer.context["place"] is None
    assert "Back to the list" not in answer.content.decode()


def test_a_case_that_left_the_list_still_leads_on(client, officer):
    some_cases()

    place = client.get(f"/case/E/?in={quote('kind=complaint')}").context["place"]

    assert (place.previous, place.next) == ("D", "C")


def test_who_is_complained_about_is_led_past_their_own_case(client):
    some_cases()
    reader = User.objects.create_user("m@example.org", "Maud Ferris", [Role.MANAGER])
    person = Person.objects.create(name="Maud Ferris", user=reader)
    of = make.case(date(2006, 9, 5), "Roads", reference="ABOUT")
    CasePerson.objects.create(case=of, person=person, role="complained_about")
    client.force_login(reader)

    assert client.get("/case/B/?in=").context["place"].next == "D"


@pytest.mark.parametrize("list_", ["kind=nonsense", "colour=red", "%00", "q=ab", "sort=up", "&&&="])
def test_a_list_that_cannot_be_read_breaks_nothing(client, officer, list_):
    some_cases()

    answer = client.get(f"/case/B/?in={quote(list_)}")

    assert answer.status_code == 200
    assert answer.context["place"].next == "D"


@pytest.mark.parametrize("query", ["sort=reference", "sort=service_area&state=open", ""])
def test_it_costs_at_most_two_queries_more_than_the_case_by_itself(
    client, officer, at_most_queries, query
):
    some_cases()
    client.get("/case/B/")
    with at_most_queries(15) as alone:
        client.get("/case/B/")

    with at_most_queries(len(alone) + 2):
        client.get(f"/case/B/?in={quote(query)}")


def come_back(client, before):
    """To the case A without its list in the address, from the page ``before``."""
    return client.get("/case/A/", headers={"Referer": f"http://testserver{before}"})


@pytest.fixture
def opened_from_a_list(client, officer):
    some_cases()
    client.get("/case/A/?in=sort%3Dreference")


@pytest.mark.usefixtures("opened_from_a_list")
@pytest.mark.parametrize("before", ["/case/A/step/hold/", "/case/A/documents/", "/letters/3/"])
def test_after_a_step_the_way_back_to_the_list_is_still_there(client, before):
    place = come_back(client, before).context["place"]

    assert place.list_url == "/cases/?sort=reference"
    assert place.next_url == "/case/B/?in=sort%3Dreference"


@pytest.mark.usefixtures("opened_from_a_list")
@pytest.mark.parametrize("before", ["/", "/team/", "/cases/", "/case/B/"])
def test_who_comes_from_elsewhere_walks_through_no_list(client, before):
    assert come_back(client, before).context["place"] is None


@pytest.mark.usefixtures("opened_from_a_list")
def test_a_page_of_another_site_brings_no_list_back(client):
    answer = client.get("/case/A/", headers={"Referer": "http://elsewhere.example/case/A/"})

    assert answer.context["place"] is None


@pytest.mark.usefixtures("opened_from_a_list")
def test_each_case_remembers_the_list_from_which_it_was_opened_last(client):
    client.get("/case/B/?in=sort%3Dreference")
    client.get("/case/A/?in=kind%3Dcomplaint")

    assert come_back(client, "/case/A/points/").context["place"].list_url == (
        "/cases/?kind=complaint"
    )
