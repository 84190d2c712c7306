"""A message goes once: queued with its change, claimed before, recorded after it is handed over."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import Event, User
from accounts.permissions import Role
from messages_out.actions import delivering
from messages_out.actions.messages import count_as_sent, do_not_send, send_again
from messages_out.delivery import NotSentYet, deliver, left_behind
from messages_out.jobs import look_after, without_a_job
from messages_out.models import Message
from messages_out.secret import new_seed, secret_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return User.objects.create_user("manager@example.org", "Hazel Whitcombe", [Role.MANAGER])


def state(message) -> str:
    message.refresh_from_db()
    return message.state


def deliver_once(message) -> None:
    """As a job does that finds no way to send it: it will be run again later."""
    with pytest.raises(NotSentYet):
        deliver(message.pk)


def test_a_message_is_queued_with_its_job(queued):
    message = queued()

    assert state(message) == "queued"
    assert ProcrastinateJob.objects.get().args == {"message": message.pk}


def test_where_the_change_fails_neither_message_nor_job_is_left(queued):
    with transaction.atomic():
        queued()
        transaction.set_rollback(True)

    assert not Message.objects.exists()
    assert not ProcrastinateJob.objects.exists()


def test_a_message_reaches_the_mail_server_once_however_often_its_job_runs(office, queued):
    message = queued()

    for _ in range(3):
        deliver(message.pk)

    (taken,) = office.took
    assert taken.rcpt_tos == ["kit@example.org"]
    assert message.message_id.encode() in taken.content
    assert b"Auto-Submitted: auto-generated" in taken.content
    assert (state(message), message.attempts) == ("sent", 1)
    assert message.sent_at is not None


def test_reports_of_what_does_not_arrive_go_to_their_own_address(office, queued, settings):
    settings.BOUNCES_TO = "bounces@example.org"
    deliver(queued().pk)

    assert office.took[0].mail_from == "bounces@example.org"
    assert b"From: complaints@example.org" in office.took[0].content


def test_a_secret_is_in_what_is_sent_and_not_in_what_is_kept(office, queued):
    seed = new_seed()
    message = queued(text="Open /answer/{secret}/", secret_seed=seed)
    deliver(message.pk)

    assert secret_of(seed).encode() in office.took[0].content
    kept = str([*Message.objects.values(), *Message.pgh_event_model.objects.values()])
    assert secret_of(seed) not in kept


# A mail server that is down, or says no


def test_while_the_mail_server_is_down_a_message_stays_queued_and_goes_when_it_is_back(
    no_office, queued, request
):
    message = queued()
    deliver_once(message)
    assert (state(message), message.attempts) == ("queued", 1)
    assert message.trouble.startswith("No mail server answered: ConnectionRefusedError")

    office = request.getfixturevalue("office")
    deliver(message.pk)

    assert len(office.took) == 1
    assert (state(message), message.trouble) == ("sent", "")


def test_after_eight_attempts_a_message_is_for_a_person(no_office, queued):
    message = queued()
    for _ in range(7):
        deliver_once(message)

    deliver(message.pk)

    assert (state(message), message.attempts) == ("failed", 8)
    assert list(Message.objects.for_a_person()) == [message]


def test_an_address_that_is_refused_for_good_is_not_tried_again(office, queued):
    office.answers["gone@example.org"] = "550 5.1.1 No such person here"
    message = queued(to="gone@example.org")

    deliver(message.pk)

    assert state(message) == "failed"
    assert message.trouble == "The mail server refused it: 550 5.1.1 No such person here"
    assert office.took == []


def test_an_address_that_is_refused_for_now_is_tried_again(office, queued):
    office.answers["kit@example.org"] = "451 4.7.1 Come back later"
    message = queued()
    deliver_once(message)
    assert state(message) == "queued"

    office.answers.clear()
    deliver(message.pk)

    assert (state(message), message.attempts) == ("sent", 2)


def test_where_the_line_breaks_after_all_was_handed_over_it_waits_for_a_person(office, queued):
    office.hangs_up = True
    message = queued()

    deliver(message.pk)
    deliver(message.pk)

    assert len(office.took) == 1
    assert state(message) == "waits"
    assert message.trouble.startswith("It cannot be known whether it left")


# What a worker leaves behind


def test_a_message_being_sent_by_nobody_waits_for_a_person(office, queued):
    message = queued()
    delivering.claim(message.pk, at=message.queued_at, by=None)

    look_after(timestamp=0)
    deliver(message.pk)

    assert state(message) == "waits"
    assert "The worker ended while it was handing the message over" in message.trouble
    assert office.took == []


def test_a_queued_message_whose_job_is_lost_gets_another(queued):
    message = queued()
    assert not without_a_job().exists()
    with transaction.atomic():
        ProcrastinateJob.objects.all()._raw_delete("default")
    assert list(without_a_job()) == [message]

    look_after(timestamp=0)

    assert ProcrastinateJob.objects.get().args == {"message": message.pk}
    assert list(left_behind()) == []


def test_what_a_worker_knows_too_late_does_not_undo_what_a_person_decided(queued, manager):
    message = queued()
    claimed = delivering.claim(message.pk, at=message.queued_at, by=None)
    delivering.nobody_knows(claimed, by=None)
    send_again(message, by=manager)

    delivering.has_left(claimed, at=message.queued_at, by=None)

    assert state(message) == "queued"


# What a person decides


@pytest.fixture
def failed(office, queued):
    office.answers["gone@example.org"] = "550 No such person"
    message = queued(to="gone@example.org")
    deliver(message.pk)
    return message


def test_it_is_sent_again_with_all_attempts_before_it(failed, office, manager):
    office.answers.clear()
    send_again(failed, by=manager)
    assert ProcrastinateJob.objects.count() == 2

    deliver(failed.pk)

    assert (state(failed), failed.attempts) == ("sent", 1)
    assert Event.objects.filter(sentence="sends it again", by=manager).exists()


def test_it_counts_as_sent_or_is_not_to_be_sent(failed, queued, office, manager):
    count_as_sent(failed, why="They telephoned", by=manager)
    assert state(failed) == "sent"

    other = queued(to="gone@example.org")
    deliver(other.pk)
    do_not_send(other, why="They have left", by=manager)

    assert state(other) == "dropped"
    assert Event.objects.get(sentence="found that it was sent").why == "They telephoned"


def test_two_people_settle_a_message_once(failed, manager):
    send_again(failed, by=manager)

    with pytest.raises(ValidationError, match="Somebody settled this message meanwhile"):
        count_as_sent(failed, why="It came", by=manager)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"state": "sent"}, "Say when it was sent"),
        ({"state": "waits"}, "Say what went wrong"),
        ({"state": "failed"}, "Say what went wrong"),
        ({"state": "being_sent"}, "was begun at some time"),
    ],
)
def test_what_no_message_can_be_is_refused_by_the_database(queued, wrong, told):
    message = queued()
    for name, value in wrong.items():
        setattr(message, name, value)

    with pytest.raises(ValidationError, match=told):
        message.validate_constraints()
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.filter(pk=message.pk).update(**wrong)
