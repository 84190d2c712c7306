"""A complaint that is being taken down is kept, may be gone on with, and is never counted."""

import re
from datetime import date
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from accounts.models import Event, User
from accounts.permissions import Role
from cases.models import Case, Channel, Draft
from tests.factories import service_area

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)  # a Monday
KEY = "6f1c1d1e-0000-4000-8000-00000000000a"


@pytest.fixture
def on_a_day():
    """Set the day, and change it: the day of a draft is what this is about."""
    with time_machine.travel(TODAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def officer(client, on_a_day):
    service_area("Leaving Care")
    Channel.objects.create(name="Telephone")
    client.force_login(someone(Role.OFFICER))
    return client


def someone(role: Role, name="Anna Fielding") -> User:
    address = f"{name.split()[0].lower()}.{role}@example.org"
    return User.objects.create_user(address, name, [role])


def typed(**changed):
    return {
        "draft": KEY,
        "received_on": "20 11 2026",
        "complainant": "Juniper Vale",
        "summary": "Rang about the deposit",
        "care": ["no_post"],
        "earlier-2026-00001": "different",
    } | changed


def test_a_button_keeps_the_draft_and_another_officer_goes_on_with_it(officer, client):
    answer = officer.post("/cases/log/", typed(keep="1"))
    assert answer.url == "/cases/drafts/"
    draft = Draft.objects.get()
    assert (draft.key, draft.received_on, str(draft.saved_by)) == (
        UUID(KEY),
        date(2026, 11, 20),
        "Anna Fielding",
    )

    client.force_login(someone(Role.MANAGER, "Martin Oakes"))
    listed = client.get("/cases/drafts/").content.decode()
    assert "Juniper Vale: Rang about the deposit" in listed
    page = client.get(f"/cases/log/?draft={KEY}").content.decode()
    assert 'value="Juniper Vale"' in page
    assert 'value="20 11 2026"' in page
    assert "Rang about the deposit" in page
    assert 'value="no_post" id="id_care_2" checked' in page
    assert "begun by Anna Fielding" in page
    assert "There is a problem" not in page


def test_it_keeps_itself_and_says_when(officer):
    answer = officer.post("/cases/log/draft/", typed())
    officer.post("/cases/log/draft/", typed(summary="Rang about the deposit. It was refused"))

    assert answer.json()["said"] == "Draft saved at 00:00"
    assert Draft.objects.get().answers["summary"] == ["Rang about the deposit. It was refused"]


def test_an_empty_form_is_no_draft(officer):
    officer.post("/cases/log/draft/", {"draft": KEY, "received_on": "23 11 2026"})
    answer = officer.post("/cases/log/", {"draft": KEY, "summary": " ", "keep": "1"})

    assert not Draft.objects.exists()
    assert "Nothing was typed yet" in answer.content.decode()


def test_what_is_too_long_is_not_kept_and_not_lost(officer):
    answer = officer.post("/cases/log/", typed(summary="x" * 60_001, keep="1"))

    assert "too long for a draft" in answer.content.decode()
    assert "x" * 60_001 in answer.content.decode()
    assert officer.post("/cases/log/draft/", typed(summary="x" * 60_001)).status_code == 400


def test_the_trail_does_not_keep_what_was_typed(officer):
    officer.post("/cases/log/draft/", typed())

    kept = Draft.pgh_event_model.objects.get()
    assert "answers" not in {field.name for field in kept._meta.get_fields()}


@pytest.fixture
def draft(officer):
    officer.post("/cases/log/draft/", typed())
    return Draft.objects.get()


def test_a_draft_that_was_logged_is_gone(officer, draft):
    facts = {"channel": Channel.objects.get().pk, "service_area": service_area("Leaving Care").pk}
    officer.post("/cases/log/", typed(**facts))

    assert Case.objects.get().summary == "Rang about the deposit"
    assert not Draft.objects.exists()
    page = officer.get(f"/cases/log/?draft={KEY}").content.decode()
    assert "has been logged or thrown away" in page


def test_a_draft_is_thrown_away_by_a_button(officer, draft):
    officer.post(f"/cases/drafts/{KEY}/throw-away/")

    assert not Draft.objects.exists()
    assert Event.objects.latest("pk").sentence == "ended the draft of a complaint"


@pytest.mark.parametrize(
    ("day", "stands"),
    [(date(2026, 11, 20), False), (date(2026, 11, 22), False), (date(2026, 11, 23), True)],
    ids=["the same Friday", "the Sunday after", "the Monday after"],
)
def test_it_stands_on_the_desk_once_it_is_a_working_day_old(officer, on_a_day, day, stands):
    on_a_day.move_to(date(2026, 11, 20))
    officer.post("/cases/log/draft/", typed(received_on="19 11 2026"))
    on_a_day.move_to(day)

    for whose in ("mine", "everyone"):
        desk = officer.get(f"/?whose={whose}").content.decode()
        assert ("received 19 Nov 2026, begun by Anna Fielding" in desk) is stands


@pytest.mark.parametrize("role", [Role.RESPONDER, Role.HEAD_OF_SERVICE, Role.DIRECTOR])
def test_drafts_are_for_those_who_log_complaints(officer, client, on_a_day, draft, role):
    on_a_day.move_to(date(2026, 11, 25))
    client.force_login(someone(role))

    assert "Juniper Vale" not in client.get("/").content.decode()
    assert client.get("/cases/drafts/").status_code == 403
    assert client.post(f"/cases/drafts/{KEY}/throw-away/").status_code == 403


def test_a_draft_is_counted_nowhere(officer):
    pages = ["/cases/", "/cases/?q=Juniper", "/reports/2026-04-01/2027-03-31/"]
    before = [without_token(officer.get(page)) for page in pages]
    counters = officer.get("/?whose=everyone").context["counters"]
    officer.post("/cases/log/draft/", typed())

    assert [without_token(officer.get(page)) for page in pages] == before
    assert officer.get("/?whose=everyone").context["counters"] == counters


def without_token(answer) -> list[bytes]:
    assert answer.status_code == 200
    return [line for line in answer.content.splitlines() if b"csrfmiddlewaretoken" not in line]


# Two officers at one draft


def seen_by(client) -> str:
    page = client.get(f"/cases/log/?draft={KEY}").content.decode()
    return re.search(r'name="draft_seen" value="([^"]*)"', page)[1]


def test_nobody_saves_a_draft_over_what_somebody_else_saved(officer, client, draft):
    seen = seen_by(officer)
    other = Client()
    other.force_login(someone(Role.MANAGER, "Martin Oakes"))
    more = typed(summary="The deposit was paid back", draft_seen=seen_by(other))
    assert other.post("/cases/log/draft/", more).status_code == 200

    own = typed(summary="The deposit, again", draft_seen=seen)
    kept = officer.post("/cases/log/draft/", own)
    pressed = officer.post("/cases/log/", own | {"keep": "1"})

    assert kept.status_code == 409
    assert "Martin Oakes saved this draft at" in kept.json()["said"]
    page = pressed.content.decode()
    assert pressed.status_code == 409
    assert page.index("The deposit was paid back") < page.index("The deposit, again")
    assert Draft.objects.get().answers["summary"] == ["The deposit was paid back"]

    now_seen = re.search(r'name="draft_seen" value="([^"]*)"', page)[1]
    answer = officer.post("/cases/log/", own | {"keep": "1", "draft_seen": now_seen})
    assert answer.status_code == 302
    assert Draft.objects.get().answers["summary"] == ["The deposit, again"]


def test_a_draft_that_somebody_else_logged_is_not_logged_twice_unseen(officer, draft):
    seen = seen_by(officer)
    other = Client()
    other.force_login(someone(Role.MANAGER, "Martin Oakes"))
    facts = {"channel": Channel.objects.get().pk, "service_area": service_area("Leaving Care").pk}
    other.post("/cases/log/", typed(**facts, draft_seen=seen_by(other)))

    answer = officer.post("/cases/log/", typed(**facts, draft_seen=seen))

    assert answer.status_code == 409
    assert "This draft was logged or thrown away while you were typing." in answer.content.decode()
    assert 'name="draft_seen" value=""' in answer.content.decode()
    assert Case.objects.count() == 1


def test_saving_it_by_itself_again_and_again_is_no_conflict(officer):
    first = officer.post("/cases/log/draft/", typed()).json()
    again = officer.post("/cases/log/draft/", typed(summary="More", draft_seen=first["seen"]))

    assert again.status_code == 200
