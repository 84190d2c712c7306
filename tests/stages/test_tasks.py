"""Tasks: who sees them, how they end, and that they stand on a desk."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.permissions import Role
from complaints_site.desk import Desk
from stages.actions.endings import close, reopen
from stages.actions.intake import take_in
from stages.actions.tasks import drop_task, finish_task, raise_task
from stages.calendars import load_calendar
from stages.models import Task
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 10)


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


@pytest.fixture
def manager():
    return User.objects.create_user("manager@example.org", "Bela Manners", [Role.MANAGER])


@pytest.fixture
def case(officer):
    return take_in(
        on=date(2026, 9, 1),
        by=officer,
        received_on=date(2026, 9, 1),
        service_area=factories.service_area("Leaving Care"),
        points=["The deposit"],
    )


def reminders():
    """Without what is owed to the complainant by itself (test_waiting.py)."""
    return Task.objects.filter(kind=Task.Kind.REMINDER)


def reminder(case, by, **more):
    return raise_task(case, what="Ask the school", due_on=date(2026, 9, 9), by=by, **more)


def test_what_only_managers_may_know_is_not_on_an_officers_list(case, officer, manager):
    reminder(case, manager, for_deciders=True)

    assert not reminders().visible_to(officer).exists()
    assert reminders().visible_to(manager).count() == 1


def test_a_task_that_needs_evidence_is_not_done_without_it(case, officer):
    task = reminder(case, officer, needs_evidence=True)

    with pytest.raises(ValidationError, match="Say what shows that it was done"):
        finish_task(task, on=TODAY, by=officer)
    finish_task(task, on=TODAY, by=officer, evidence="Letter of 9 September")

    assert not reminders().open().exists()


def test_a_task_is_dropped_only_with_a_reason(case, officer):
    with pytest.raises(ValidationError, match="Say why it is no longer needed"):
        drop_task(reminder(case, officer), on=TODAY, why="", by=officer)


def test_closing_a_case_ends_its_tasks_but_not_those_that_outlive_it(case, officer):
    ends = reminder(case, officer)
    stays = reminder(case, officer, outlives_the_case=True)
    done = reminder(case, officer)
    finish_task(done, on=TODAY, by=officer)

    close(case, on=TODAY, reason="Settled", by=officer)

    assert list(reminders().open()) == [stays]
    reopen(case, why="New facts", by=officer)
    assert list(reminders().open()) == [ends, stays]


@pytest.mark.parametrize(
    ("whose", "given_to", "overdue"),
    [("everyone", None, 1), ("mine", "officer", 1), ("mine", None, 0), ("nobody", None, 1)],
)
def test_a_task_stands_on_the_desk_of_whoever_is_to_do_it(case, officer, whose, given_to, overdue):
    owner = officer if given_to else None
    reminder(case, officer, owner=owner)
    desk = Desk(officer, TODAY, whose, load_calendar())

    late = [row for row in desk.rows(["overdue"])["overdue"] if row.kind == "task"]

    assert len(late) == overdue


def test_a_reminder_is_set_on_a_page_and_ended_on_its_own(client, case, officer):
    client.force_login(officer)
    with time_machine.travel(TODAY, tick=False):
        address = f"/case/{case.reference}/step/add-task/"
        refused = client.post(address, {"what": "Ask the school", "due_on": "9 9 2026"})
        assert "today or later" in refused.content.decode()
        client.post(address, {"what": "Ask the school", "due_on": "11 9 2026"})
        task = reminders().get()
        page = client.get(f"/case/{case.reference}/").content.decode()
        assert "Ask the school" in page
        own = f"/case/{case.reference}/task/{task.pk}/"
        client.post(own, {"how": "done", "on": "10 9 2026", "words": "They have called back"})

    task.refresh_from_db()
    assert (task.done_on, task.evidence) == (TODAY, "They have called back")
    assert "It has ended" in client.get(own).content.decode()


def test_a_responding_manager_ends_what_was_given_to_them_and_nothing_else(client, case, officer):
    responder = User.objects.create_user("r@example.org", "Rolf Answer", [Role.RESPONDER])
    case.assignments.create(user=responder, capacity="responder", since=date(2026, 9, 1))
    theirs, not_theirs = reminder(case, officer, owner=responder), reminder(case, officer)
    client.force_login(responder)
    answer = {"how": "done", "on": "10 9 2026", "words": "Sent"}

    with time_machine.travel(TODAY, tick=False):
        client.post(f"/case/{case.reference}/task/{theirs.pk}/", answer)
        refused = client.post(f"/case/{case.reference}/task/{not_theirs.pk}/", answer)

    assert "It is ended by those who run the case" in refused.content.decode()
    assert list(reminders().open()) == [not_theirs]
