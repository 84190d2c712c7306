"""Restrictions of contact on pages: decided on a case, standing on all of theirs."""

import re
from datetime import date

import pytest
import time_machine

from accounts.models import User
from accounts.permissions import Role
from cases.actions.casework import restrict
from cases.models import Case, Channel, ContactRestriction, RestrictionTerm
from stages.actions.intake import take_in
from stages.actions.tasks import raise_task
from stages.models import Task
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 10)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


def person(role, name):
    return User.objects.create_user(f"{name.split()[0].lower()}@example.org", name, [role])


@pytest.fixture
def manager(client):
    user = person(Role.MANAGER, "Bela Manners")
    client.force_login(user)
    return user


@pytest.fixture
def case(manager):
    return take_in(
        on=date(2026, 6, 1),
        by=manager,
        received_on=date(2026, 6, 1),
        service_area=factories.service_area("Leaving Care"),
        complainant={"name": "Juniper Vale"},
    )


def words(answer):
    return " ".join(answer.content.decode().split())


def restricted(client, case, **more):
    RestrictionTerm.objects.get_or_create(name="Contact only in writing")
    typed = {
        "person": case.people.get().person.pk,
        "reason": "Forty calls a day",
        "usual": ["Contact only in writing"],
        "more": "Only to Bela Manners",
        "on": "10 9 2026",
        "review_on": "10 3 2027",
    } | more
    return client.post(f"/case/{case.reference}/step/restrict-contact/", typed)


BANNER = "Contact with Juniper Vale is restricted"


def test_its_terms_stand_on_every_page_and_step_page_of_that_persons_cases(client, case, manager):
    restricted(client, case)
    other = take_in(on=TODAY, by=manager, received_on=TODAY, service_area=case.service_area)
    other.people.create(person=case.people.get().person, role="representative")
    task = raise_task(other, what="Ask", due_on=TODAY, by=manager)
    deadline = other.stages.get().deadlines.first()
    pages = ["", "points/", "stages/", "people/", "remedies/", "history/", "step/note/"]
    pages += ["step/reopen/", f"task/{task.pk}/", f"deadline/{deadline.pk}/"]

    for page in pages:
        shown = words(client.get(f"/case/{other.reference}/{page}"))
        assert BANNER in shown, page
        assert "Contact only in writing; Only to Bela Manners" in shown, page


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"usual": [], "more": ""}, "Choose the terms, or enter them under the list"),
        ({"review_on": ""}, "Enter"),
        ({"review_on": "10 9 2026"}, "Enter a day after the one it was decided on"),
        ({"reason": ""}, "Enter what they did"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(client, case, more, sentence):
    answer = restricted(client, case, **more)

    assert sentence in words(answer)
    assert ("Forty calls a day" in words(answer)) is ("reason" not in more)
    assert not ContactRestriction.objects.exists()


def test_they_may_still_complain_and_the_terms_are_shown_while_it_is_logged(client, case):
    restricted(client, case)
    typed = {
        "received_on": "10 9 2026",
        "channel": Channel.objects.create(name="Letter").pk,
        "service_area": case.service_area.pk,
        "summary": "The visits stopped again",
        "complainant": "Juniper Vale",
    }

    looked = words(client.post("/cases/log/", typed | {"look": "1"}))
    logged = client.post("/cases/log/", typed)

    assert BANNER in looked
    assert "they may still complain" in looked
    assert logged.status_code == 302
    assert Case.objects.count() == 2


def test_it_is_told_appealed_against_reviewed_and_ended_on_its_page(client, case):
    restricted(client, case)
    restriction = ContactRestriction.objects.get()
    page = f"/restrictions/{restriction.pk}/"
    assert "not yet told" in words(client.get("/restrictions/"))

    assert "Enter" in words(client.post(f"{page}told/", {"on": "10 9 2026"}))
    client.post(f"{page}told/", {"on": "10 9 2026", "appeal_by": "8 10 2026"})
    client.post(f"{page}appeal/", {"on": "10 9 2026"})
    own = client.post(f"{page}decide-appeal/", {"on": "10 9 2026", "outcome": "stands"} | WHY)
    assert "Somebody other than whoever restricted them" in words(own)
    client.force_login(person(Role.MANAGER, "Cleo Second"))
    client.post(f"{page}decide-appeal/", {"on": "10 9 2026", "outcome": "stands"} | WHY)
    assert "Next: tell them how the appeal was decided" in words(client.get(page))
    client.post(f"{page}appeal-told/", {"on": "10 9 2026"})
    assert "Next: review it on 10 March 2027" in words(client.get(page))
    client.post(f"{page}review/", {"on": "10 9 2026", "next_review_on": "1 6 2027"} | WHY)
    assert "1 June 2027" in words(client.get(page))
    story = words(client.get(f"/case/{case.reference}/"))
    assert "Appeal of Juniper Vale decided" in story
    assert "Restriction on Juniper Vale reviewed" in story
    client.post(f"{page}end/", {"on": "10 9 2026", "why": "They have kept to it"})

    assert "No restriction is in force" in words(client.get("/restrictions/"))
    assert BANNER not in words(client.get(f"/case/{case.reference}/"))
    assert not Task.objects.open().filter(kind="restriction_review").exists()
    assert client.get(f"{page}end/").status_code == 404


WHY = {"reason": "The calls went on"}


def test_its_review_is_ended_on_its_own_page(client, case):
    restricted(client, case)
    task = Task.objects.get(kind="restriction_review")

    shown = words(client.get(f"/case/{case.reference}/task/{task.pk}/"))

    assert f"/restrictions/{task.restriction_id}/" in shown


def test_an_appeal_stands_on_the_desk_of_the_managers_and_is_decided_on_its_page(client, case):
    restricted(client, case)
    page = f"/restrictions/{ContactRestriction.objects.get().pk}/"
    assert "Tell the person of the restriction" in words(client.get("/?whose=everyone"))
    client.post(f"{page}told/", {"on": "10 9 2026", "appeal_by": "8 10 2026"})
    client.post(f"{page}appeal/", {"on": "10 9 2026"})
    task = Task.objects.get(kind="restriction_appeal")

    desk = words(client.get("/?whose=everyone"))
    assert "Decide the appeal against the restriction of contact" in desk
    assert page in words(client.get(f"/case/{case.reference}/task/{task.pk}/"))
    client.force_login(person(Role.OFFICER, "Anna Fielding"))
    assert "Decide the appeal" not in words(client.get("/?whose=everyone"))


def test_an_officer_reads_the_terms_and_changes_nothing(client, case):
    restricted(client, case)
    restriction = ContactRestriction.objects.get()
    client.force_login(person(Role.OFFICER, "Anna Fielding"))

    assert BANNER in words(client.get(f"/case/{case.reference}/"))
    assert client.get("/restrictions/").status_code == 403
    assert client.get(f"/restrictions/{restriction.pk}/").status_code == 403
    assert restricted(client, case).status_code == 409


def test_a_manager_who_is_complained_about_does_not_see_the_restriction(client, case, manager):
    restricted(client, case)
    restrict(case, why="Staff", by=manager)
    factories.Case.objects.get(pk=case.pk).people.create(
        person=type(case.people.get().person).objects.create(name="Bela", user=manager),
        role="complained_about",
    )

    assert not client.get("/restrictions/").context["in_force"]
    restriction = ContactRestriction.objects.get()
    assert client.get(f"/restrictions/{restriction.pk}/").status_code == 404


def test_two_managers_do_not_review_it_over_each_other_and_nothing_typed_is_lost(client, case):
    restricted(client, case)
    restriction = ContactRestriction.objects.get()
    address = f"/restrictions/{restriction.pk}/"
    seen = re.search(r'name="seen" value="(\d+)"', words(client.get(f"{address}review/")))[1]
    reviewed = {"on": "10 9 2026", "reason": "Ten calls a day", "next_review_on": "1 2 2027"}
    client.post(f"{address}review/", reviewed)

    again = client.post(f"{address}review/", reviewed | {"reason": "Quiet now", "seen": seen})
    assert again.status_code == 409
    assert "reviewed the restriction: it goes on" in words(again)
    assert "Quiet now" in words(again)

    client.post(f"{address}end/", {"on": "10 9 2026", "why": "Quiet"})
    late = client.post(f"{address}review/", reviewed | {"reason": "Not so quiet", "seen": seen})
    assert late.status_code == 409
    assert "What you typed, to copy" in words(late)
    assert "Not so quiet" in words(late)
    assert client.get(f"{address}review/").status_code == 404
    assert restriction.reviews.count() == 1
