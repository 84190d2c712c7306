"""The worker itself, as a process of its own: two at once, and one that is killed in between."""

import os
import signal
import subprocess
import sys

import pytest
from django.conf import settings as project
from django.db import connection

from messages_out.delivery import LOCKS
from messages_out.jobs import look_after
from messages_out.models import Message
from messages_out.queue import queue_delivery
from tests import databases


@pytest.fixture
def own_database(django_db_setup, django_db_blocker):
    """A copy of the template of its own: what a test writes is there for other processes too."""
    before = connection.settings_dict["NAME"]
    name = f"{before}_worker"
    with django_db_blocker.unblock():
        databases.copy_of_template(name)
        databases.connect_to(name)
        yield
        databases.connect_to(before)
        databases.drop(name)


@pytest.fixture
def worker(own_database, office, settings):
    """``worker()`` begins one that ends when there is nothing left to do."""
    params = connection.get_connection_params()
    address = f"postgres://{params.get('user', '')}@/{params['dbname']}?host={params['host']}"
    environment = os.environ | {
        "DEBUG": "1",
        "DATABASE_URL": address,
        "EMAIL_URL": f"smtp://127.0.0.1:{settings.EMAIL_PORT}",
    }
    manage = [sys.executable, str(project.BASE_DIR / "manage.py"), "procrastinate", "worker"]
    begun = []

    def worker() -> subprocess.Popen:
        process = subprocess.Popen(
            [*manage, "--one-shot"], env=environment, stderr=subprocess.DEVNULL
        )
        begun.append(process)
        return process

    yield worker
    for process in begun:
        process.kill()
        process.wait()


def test_two_workers_send_each_message_once(worker, office, queued):
    addresses = [f"person-{n}@example.org" for n in range(12)]
    for address in addresses:
        queue_delivery(queued(to=address).pk)  # a second job for each: they meet

    both = [worker(), worker()]
    assert [process.wait(60) for process in both] == [0, 0]

    assert sorted(taken.rcpt_tos[0] for taken in office.took) == sorted(addresses)
    assert set(Message.objects.values_list("state", flat=True)) == {"sent"}


def test_a_worker_killed_between_sending_and_recording_leaves_a_message_for_a_person(
    worker, office, queued
):
    message = queued()
    processes = []
    office.when_taken = lambda: os.kill(processes[0].pid, signal.SIGKILL)
    processes.append(worker())
    assert processes[0].wait(60) == -signal.SIGKILL
    message.refresh_from_db()
    assert message.state == "being_sent"
    wait_for_its_session_to_end(message)

    look_after(timestamp=0)
    office.when_taken = None
    assert worker().wait(60) == 0

    message.refresh_from_db()
    assert (message.state, message.attempts) == ("waits", 1)
    assert len(office.took) == 1


def wait_for_its_session_to_end(message) -> None:
    """PostgreSQL lets us have the lock as soon as it knows that the worker is gone."""
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '30s'")
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [LOCKS, message.pk])
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCKS, message.pk])
