"""What was not sent stands on a page until somebody settles it; each person's own choice."""

from datetime import date

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from accounts.permissions import Role
from cases.models import CasePerson, Person
from messages_out.actions.messages import send
from messages_out.models import Message, WithoutDigest
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(client):
    user = User.objects.create_user("manager@example.org", "Hazel Whitcombe", [Role.MANAGER])
    client.force_login(user)
    return user


@pytest.fixture
def waits(db):
    """A message about a case of which nobody knows whether it left."""
    message = send(
        kind="link",
        to_address="pay@example.org",
        subject="A question",
        text="Open it",
        case=factories.case(date(2026, 11, 9), "Leaving Care"),
        by=None,
    )
    Message.objects.filter(pk=message.pk).update(state="waits", trouble="Nobody knows", attempts=1)
    return message


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_what_waits_stands_on_the_desk_and_on_its_page_until_it_is_settled(client, manager, waits):
    assert "1 message failed or waits for a person" in words(client.get("/"))
    page = words(client.get("/messages/"))
    assert "pay@example.org" in page
    assert waits.case.reference in page
    assert "Nobody knows" in page
    assert "It may have arrived" in words(client.get(f"/messages/{waits.pk}/"))

    done = client.post(f"/messages/{waits.pk}/", {"what": "again"}, follow=True)

    assert "It is queued, and goes in a moment" in words(done)
    assert "Nothing waits for you" in words(done)
    assert "for a person" not in words(client.get("/"))


def test_it_counts_as_sent_only_with_how_one_knows(client, manager, waits):
    answer = client.post(f"/messages/{waits.pk}/", {"what": "was_sent"})
    assert "Enter how you know that it was sent" in words(answer)

    client.post(f"/messages/{waits.pk}/", {"what": "was_sent", "why": "They telephoned"})

    waits.refresh_from_db()
    assert waits.state == "sent"


def test_nothing_typed_is_lost_where_nothing_was_chosen_or_a_colleague_was_first(
    client, manager, waits
):
    answer = words(client.post(f"/messages/{waits.pk}/", {"why": "They telephoned"}))
    assert "Choose what becomes of it" in answer
    assert "They telephoned" in answer

    Message.objects.filter(pk=waits.pk).update(state="queued")
    typed = {"what": "was_sent", "why": "They telephoned"}
    answer = words(client.post(f"/messages/{waits.pk}/", typed))
    assert "Somebody settled this message meanwhile: it is queued" in answer
    assert "They telephoned" in answer


def test_an_administrator_settles_messages_and_learns_of_no_case(client, waits):
    user = User.objects.create_user("admin@example.org", "Lark Weldon", [Role.ADMINISTRATOR])
    client.force_login(user)

    page = words(client.get("/messages/")) + words(client.get(f"/messages/{waits.pk}/"))

    assert "pay@example.org" in page
    assert waits.case.reference not in page


def test_nobody_sees_a_message_about_a_case_that_is_about_them(client, manager, waits):
    person = Person.objects.create(name="Hazel Whitcombe", user=manager)
    CasePerson.objects.create(case=waits.case, person=person, role="complained_about")

    assert "pay@example.org" not in words(client.get("/messages/"))
    assert client.get(f"/messages/{waits.pk}/").status_code == 404
    assert "for a person" not in words(client.get("/"))


def test_a_job_that_failed_is_run_again(client, manager, waits):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed'")
    job = ProcrastinateJob.objects.get()
    assert "Sending a message" in words(client.get("/messages/"))

    answer = client.post(f"/messages/jobs/{job.pk}/run-again/", follow=True)
    assert "The job is queued again" in words(answer)
    assert ProcrastinateJob.objects.get().status == "todo"
    answer = client.post(f"/messages/jobs/{job.pk}/run-again/", follow=True)
    assert "This job runs again already" in words(answer)


def test_each_person_switches_their_own_digest_off_and_on(client, manager):
    assert "checked" in words(client.get("/messages/mine/"))
    client.post("/messages/mine/", {})
    assert list(WithoutDigest.objects.values_list("user", flat=True)) == [manager.pk]

    client.post("/messages/mine/", {"wanted": "on"})

    assert not WithoutDigest.objects.exists()


def test_the_page_asks_at_most_12_queries(client, manager, waits, at_most_queries):
    with at_most_queries(12):
        client.get("/messages/")
