"""An e-mail of a case that did not arrive is a task until somebody has settled it."""

from datetime import date

import pytest
import time_machine

from accounts.permissions import Role
from messages_out.actions.delivering import claim, nobody_knows, was_refused
from messages_out.actions.messages import came_back, count_as_sent, do_not_send, send, send_again
from stages.models import Task
from tests.complaints_site.case_file.makers import (
    load_rules,
    someone,
    take_in_complaint,
    words_of,
)

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def today(db):
    load_rules()
    with time_machine.travel(f"{TODAY} 14:30 +0000", tick=False):
        yield


@pytest.fixture
def officer():
    return someone(Role.OFFICER)


@pytest.fixture
def manager():
    return someone(Role.MANAGER, "Martin Oakes")


@pytest.fixture
def case(officer):
    return take_in_complaint(officer, on=TODAY)


@pytest.fixture
def message(case):
    from django.utils.timezone import now

    made = send(
        kind="letter", to_address="a@example.com", subject="1", text="1", case=case, by=None
    )
    return claim(made.pk, at=now(), by=None)


def test_one_that_came_back_stands_on_the_desk_of_every_complaints_manager(
    message, case, manager, client
):
    came_back(message, reason="550 no such user", by=None)

    task = case.tasks.get(kind=Task.Kind.MESSAGE)
    assert f"{task}" == "Settle the e-mail that did not arrive: Letter of a case"
    assert (task.is_open, task.due_on, task.owner) == (True, date(2026, 11, 25), None)
    client.force_login(manager)
    assert f"{task}" in words_of(client.get("/"))
    page = client.get(f"/case/{case.reference}/task/{task.pk}/")
    assert (page.status_code, page.url) == (302, f"/messages/{message.pk}/")


def test_whoever_holds_the_case_sees_what_went_wrong(message, case, officer, client):
    was_refused(message, trouble="550 no such user", by=None)
    task = case.tasks.get(kind=Task.Kind.MESSAGE)

    client.force_login(officer)
    page = words_of(client.get(f"/case/{case.reference}/task/{task.pk}/"))

    assert "550 no such user A complaints manager settles the e-mail." in page
    assert "<form" not in page.split("<main", 1)[1].split("</main>", 1)[0]


@pytest.mark.parametrize(
    "settle",
    [
        lambda one, by: send_again(one, by=by),
        lambda one, by: count_as_sent(one, why="She rang", by=by),
        lambda one, by: do_not_send(one, why="It went by post", by=by),
    ],
)
def test_it_ends_as_the_message_is_settled(message, case, manager, settle):
    nobody_knows(message, by=None)
    assert case.tasks.get(kind=Task.Kind.MESSAGE).is_open

    message.refresh_from_db()
    settle(message, manager)

    assert not case.tasks.get(kind=Task.Kind.MESSAGE).is_open


def test_it_is_asked_for_once_and_again_where_it_comes_back_again(message, case, manager):
    came_back(message, reason="550", by=None)
    came_back(message, reason="550", by=None)
    assert case.tasks.filter(kind=Task.Kind.MESSAGE).count() == 1
    message.refresh_from_db()
    send_again(message, by=manager)
    came_back(message, reason="550", by=None)
    assert case.tasks.filter(kind=Task.Kind.MESSAGE).open().count() == 1


def test_a_message_of_no_case_has_no_task():
    lone = send(kind="desk", to_address="a@example.com", subject="1", text="1", by=None)
    came_back(lone, reason="550", by=None)

    assert not Task.objects.exists()
