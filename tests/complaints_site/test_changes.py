"""What was done on all cases, searched by those who read the trail."""

from datetime import date

import pytest
from django.utils.timezone import localdate

from accounts.models import User
from accounts.permissions import Role
from cases.actions.casework import add_note, restrict
from cases.models import CaseViewing
from stages.actions.casework import record_date
from stages.models import StageEvent
from tests.complaints_site.case_file.makers import someone, take_in_complaint

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return someone(Role.OFFICER)


@pytest.fixture
def manager(client):
    user = someone(Role.MANAGER, "Martin Oakes")
    client.force_login(user)
    return user


@pytest.fixture
def cases(officer, manager):
    first, second = take_in_complaint(officer), take_in_complaint(officer)
    record_date(first.stages.get(), StageEvent.ACKNOWLEDGED, on=date(2006, 9, 5), by=officer)
    restrict(second, why="Concerns a member of staff", by=manager)
    return first, second


def sentences(client, **asked):
    return [event.sentence for event in client.get("/changes/", asked).context["page_obj"]]


def test_it_is_searched_by_words_case_person_and_day(client, cases, officer, manager):
    first, _ = cases
    said = "recorded for Stage 1: local resolution: acknowledged"

    assert sentences(client)[:2] == ["restricted the case", said]
    assert sentences(client, q="ACKNOWLEDGED") == [said]
    assert sentences(client, q="member of staff") == ["restricted the case"]
    assert sentences(client, who=manager.pk) == ["restricted the case"]
    assert said in sentences(client, case=first.reference.lower())
    assert "restricted the case" not in sentences(client, case=first.reference)
    assert said in sentences(client, after=f"{localdate():%d %m %Y}")
    assert sentences(client, before="1 1 2006") == []


def test_it_is_searched_by_step_and_names_it(client, cases, officer):
    first, _ = cases
    client.post(f"/case/{first.reference}/step/note/", {"text": "She rang."})

    assert sentences(client, step="note") == ["added a note"]
    assert "Add a note" in client.get("/changes/", {"step": "note"}).content.decode()


def test_only_cases_that_the_reader_may_see_are_in_it(client, cases, manager):
    _, second = cases
    person = second.people.get(role="complainant").person
    second.people.create(person=person, role="complained_about", position=9)
    person.user = manager
    person.save()

    assert second.reference not in client.get("/changes/").content.decode()


def test_a_last_day_before_the_first_is_told(client, manager):
    page = client.get("/changes/", {"after": "2 9 2006", "before": "1 9 2006"}).content.decode()

    assert "Enter a day on or after the first" in page


@pytest.mark.parametrize("role", [Role.OFFICER, Role.INFORMATION_GOVERNANCE, Role.RESPONDER])
def test_it_is_for_those_who_open_cases_and_read_the_trail(client, role):
    client.force_login(User.objects.create_user("x@example.org", "Someone", [role]))

    assert client.get("/changes/").status_code == 403


def test_the_desk_marks_what_its_reader_has_not_looked_at_since(client, cases, officer, manager):
    first, _ = cases
    client.force_login(officer)
    add_note(first, text="She rang.", on=date(2006, 9, 5), by=manager)

    def unread():
        recent = client.get("/").context["recent"]
        return {event.reference: event.unread for event in recent}

    assert unread()[first.reference] is True
    client.get(f"/case/{first.reference}/")
    assert CaseViewing.objects.filter(case=first, user=officer).exists()
    assert unread()[first.reference] is False
