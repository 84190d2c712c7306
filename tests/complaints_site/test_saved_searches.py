"""Searches kept, shared with a team, opened by a short address, and watched."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.utils.timezone import now

from accounts.models import User
from accounts.permissions import Role
from cases.models import Assignment, Provider, SavedSearch, SearchWatch
from complaints_site import watches
from complaints_site.list_columns import CHOICES
from tests import factories as make

pytestmark = pytest.mark.django_db
RECEIVED = date(2006, 9, 4)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(datetime(2006, 11, 1, 11, tzinfo=UTC), tick=False) as clock:
        yield clock


def someone(role, name="Anna Fielding"):
    email = f"{name.split()[0].lower()}@example.org"
    return User.objects.filter(email=email).first() or User.objects.create_user(email, name, [role])


@pytest.fixture
def officer(client):
    officer = someone(Role.OFFICER)
    client.force_login(officer)
    return officer


def saved(owner, name="Open in Roads", filter="state=open", **fields):
    return SavedSearch.objects.create(owner=owner, name=name, filter=filter, **fields)


def cases(number):
    return [make.case(RECEIVED, "Leaving Care") for _ in range(number)]


def page(answer):
    return answer.content.decode()


# Kept and opened


def test_a_list_is_saved_under_a_name_and_opened_by_its_short_address(client, officer):
    answer = client.post("/cases/saved/add/?state=open&page=3", {"name": "Open"}, follow=True)
    search = SavedSearch.objects.get()

    assert (search.name, search.filter, search.owner) == ("Open", "state=open", officer)
    assert f"/cases/s/{search.key}/" in page(answer)
    assert len(search.key) == 6
    opened = client.get(f"/cases/s/{search.key}/")
    assert (opened.status_code, opened.url) == (302, "/cases/?state=open")


def test_a_search_without_a_name_is_not_saved_and_the_team_chosen_stays(client, officer):
    answer = client.post("/cases/saved/add/?state=open", {"shared_with": "manager"})

    assert "Enter a name for the search" in page(answer)
    assert answer.context["form"]["shared_with"].value() == "manager"
    assert not SavedSearch.objects.exists()


def test_two_searches_of_one_name_are_refused(client, officer):
    saved(officer, "Open")
    saved(officer, "Gone", deleted_on=RECEIVED)

    answer = client.post("/cases/saved/add/?state=open", {"name": "Open"})
    assert "You have a search of that name: give this one another." in page(answer)
    answer = client.post("/cases/saved/add/?state=open", {"name": "Gone"})
    assert answer.status_code == 302


def test_a_filter_that_cannot_be_read_is_not_saved(client, officer):
    answer = client.post("/cases/saved/add/?kind=nonsense", {"name": "Open"})

    assert "is not in it" in page(answer)
    assert not SavedSearch.objects.exists()


def test_a_search_shared_with_a_team_is_found_by_that_team_only(client, officer):
    search = saved(officer, shared_with="manager")
    client.force_login(someone(Role.MANAGER, "Maud Ferris"))

    assert "Open in Roads" in page(client.get("/cases/saved/"))
    assert client.get(f"/cases/s/{search.key}/").status_code == 302
    client.force_login(someone(Role.RESPONDER, "Rosa Lind"))
    assert "Open in Roads" not in page(client.get("/cases/saved/"))
    answer = client.get(f"/cases/s/{search.key}/")
    assert answer.status_code == 404
    assert "belongs to somebody else, or to another team. Ask Anna Fielding" in page(answer)
    assert "Open in Roads" not in page(answer)


def test_an_address_that_was_deleted_or_never_was_says_so(client, officer):
    search = saved(officer)
    client.post(f"/cases/s/{search.key}/delete/")

    answer = client.get(f"/cases/s/{search.key}/")
    assert answer.status_code == 404
    assert "This search was deleted by Anna Fielding on 1 November 2006." in page(answer)
    assert "There is no saved search at this address" in page(client.get("/cases/s/zzzzzz/"))
    assert "Open in Roads" not in page(client.get("/cases/saved/"))


def test_only_its_owner_changes_or_deletes_a_search(client, officer):
    search = saved(officer, shared_with="manager")
    address = f"/cases/s/{search.key}"

    client.post(f"{address}/change/", {"name": "All open", "shared_with": "officer"})
    search.refresh_from_db()
    assert (search.name, search.shared_with) == ("All open", "officer")
    client.force_login(someone(Role.OFFICER, "Olive Berry"))
    assert client.post(f"{address}/change/", {"name": "Mine"}).status_code == 404
    assert client.post(f"{address}/delete/").status_code == 404


def test_a_search_by_a_word_that_went_out_of_use_still_finds_and_says_so(client, officer):
    word = Provider.objects.create(name="Harbour Care", in_use_until=date(2006, 10, 31))
    make.case(RECEIVED, "Leaving Care", provider=word, reference="OLD")
    search = saved(officer, filter=f"provider={word.pk}")

    answer = client.get(f"/cases/s/{search.key}/", follow=True)

    assert [row.reference for row in answer.context["rows"]] == ["OLD"]
    assert "“Harbour Care” is out of use since 31 October 2006: older cases keep it." in page(
        answer
    )


# Watched


def test_the_desk_tells_when_a_watched_search_passes_its_number(client, officer, clock):
    search = saved(officer)
    answer = client.post(f"/cases/s/{search.key}/watch/", {"above": "2"}, follow=True)
    assert "Your desk tells you when “Open in Roads” passes 2 cases." in page(answer)
    cases(2)
    assert "Searches you watch" not in page(client.get("/"))

    cases(1)
    assert "Searches you watch" not in page(client.get("/"))  # counted within the hour
    clock.shift(timedelta(minutes=61))

    assert "1 has passed its number" in page(client.get("/"))
    assert "passed 2" in page(client.get("/cases/saved/"))


def test_what_is_counted_is_what_the_watcher_may_see(officer):
    search = saved(officer, shared_with="manager")
    manager = someone(Role.MANAGER, "Maud Ferris")
    make.case(RECEIVED, "Leaving Care", restricted=True)
    for user in officer, manager:
        SearchWatch.objects.create(search=search, user=user, above=0)

    out = StringIO()
    call_command("count_watches", stdout=out)

    assert out.getvalue() == "1 passed their number since they were last counted\n"
    counted = dict(SearchWatch.objects.values_list("user__full_name", "counted"))
    assert counted == {"Anna Fielding": 0, "Maud Ferris": 1}


def test_a_number_that_falls_again_is_no_longer_told(officer, clock):
    search = saved(officer)
    SearchWatch.objects.create(search=search, user=officer, above=1)
    found = cases(2)
    watches.count(watches.to_count(now()), now())
    assert watches.watched_by(officer).passed().count() == 1

    found[0].closed_on = RECEIVED
    found[0].save()
    clock.shift(timedelta(hours=2))
    watches.count(watches.to_count(now()), now())

    watch = SearchWatch.objects.get()
    assert (watch.has_passed, watch.passed_at) == (False, None)


def test_a_filter_that_cannot_be_read_any_more_is_not_counted_and_says_so(client, officer):
    search = saved(officer, filter="provider=999")
    SearchWatch.objects.create(search=search, user=officer, above=0)
    cases(1)

    assert "cannot be read any more" in page(client.get("/cases/saved/"))
    assert SearchWatch.objects.get().counted is None
    answer = client.get(f"/cases/s/{search.key}/", follow=True)
    assert "Provider: choose from the list. “999” is not in it" in page(answer)


def test_a_watch_ends_where_its_number_is_left_empty_or_its_search_is_no_longer_shared(
    client, officer
):
    search = saved(officer)
    SearchWatch.objects.create(search=search, user=officer, above=0)
    client.post(f"/cases/s/{search.key}/watch/", {"above": ""})
    assert not SearchWatch.objects.exists()

    other = someone(Role.OFFICER, "Olive Berry")
    theirs = SearchWatch.objects.create(search=search, user=other, above=0)
    cases(1)
    watches.count(watches.to_count(now()), now())
    theirs.refresh_from_db()
    assert theirs.counted is None


@pytest.mark.parametrize("typed", ["many", "-1", "2.5", "99999999999"])
def test_a_number_that_is_none_is_refused_and_stays(client, officer, typed):
    search = saved(officer)

    answer = client.post(f"/cases/s/{search.key}/watch/", {"above": typed})

    assert "There is a problem" in page(answer)
    assert answer.context["form"]["above"].value() == typed
    assert not SearchWatch.objects.exists()


def test_many_saved_searches_cost_the_page_no_more_queries(client, officer, at_most_queries):
    for number in range(20):
        saved(officer, f"Search {number}", filter="state=open&kind=complaint")

    with at_most_queries(12):
        client.get("/cases/saved/")


# Columns


def test_the_columns_chosen_are_shown_in_every_list_from_then_on(client, officer):
    make.case(RECEIVED, "Leaving Care", nature_name="Delay", made_on=date(2006, 9, 1))
    query = "state=open"

    answer = client.post(f"/cases/columns/?{query}", {"columns": ["due", "nature", "made"]})

    assert answer.url == "/cases/?state=open"
    for _ in range(2):
        shown = client.get("/cases/")
        labels = [heading["label"] for heading in shown.context["headings"]]
        assert labels == ["Due", "Case", "Nature of complaint", "Made"]
        assert 'data-label="Nature of complaint">Delay</td>' in page(shown)
        assert 'data-label="Made">1 Sep 2006</td>' in page(shown)
        assert 'data-label="Stage"' not in page(shown)
    boxes = client.get("/cases/columns/").context["form"]["columns"].value()
    assert boxes == ["due", "nature", "made"]


def test_nobody_elses_list_changes_with_it(client, officer):
    cases(1)
    client.post("/cases/columns/", {"columns": ["made"]})
    client.force_login(someone(Role.OFFICER, "Olive Berry"))

    labels = [heading["label"] for heading in client.get("/cases/").context["headings"]]
    assert labels == ["Due", "Case", "Service area", "Stage", "Received", "Held by"]


@pytest.mark.parametrize("column", ["summary", "complainants", "nonsense"])
def test_no_column_can_be_asked_for_that_is_not_offered(client, officer, column):
    answer = client.post("/cases/columns/", {"columns": [column]})

    assert "There is a problem" in page(answer)


def test_the_standing_of_who_complains_is_blank_where_it_is_withheld(client):
    reader = someone(Role.RESPONDER, "Rosa Lind")
    of = make.case(RECEIVED, "Leaving Care", made_by="Parent", identity_withheld=True)
    Assignment.objects.create(case=of, user=reader, capacity="responder", since=RECEIVED)
    client.force_login(reader)
    client.post("/cases/columns/", {"columns": ["complainant_type"]})

    assert 'data-label="Complainant type">–</td>' in page(client.get("/cases/"))


def test_a_list_with_every_column_asks_at_most_twelve_questions(client, officer, at_most_queries):
    cases(30)
    client.post("/cases/columns/", {"columns": [key for key, _ in CHOICES]})
    client.get("/cases/")

    with at_most_queries(12):
        client.get("/cases/?state=open&q=visit&sort=due")
