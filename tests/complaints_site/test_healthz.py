"""Whether this copy can answer, for those who watch over it."""

from datetime import date

import pytest
from django.db import OperationalError, connection

from messages_out.actions.messages import send
from messages_out.models import Message
from stages.models import BankHoliday

NOTHING_WRONG = {"lag": 0, "failed_jobs": 0, "messages_failed": 0, "messages_waiting": 0}


@pytest.fixture
def known_to(no_rules):
    def known_to(last: date):
        BankHoliday.objects.create(day=date(last.year, 12, 25), title="Christmas Day")

    return known_to


def test_it_answers_anyone_who_asks(client, known_to, time_machine):
    time_machine.move_to("2026-11-23 12:00 +0000")
    known_to(date(2028, 12, 31))

    answer = client.get("/healthz")

    assert answer.status_code == 200
    assert answer.json() == {"status": "up", "warnings": [], "worker": NOTHING_WRONG}


def test_a_calendar_that_ends_in_under_six_months_is_a_warning(client, known_to, time_machine):
    time_machine.move_to("2026-11-23 12:00 +0000")
    known_to(date(2026, 12, 31))

    answer = client.get("/healthz")

    assert answer.status_code == 200
    assert answer.json() == {
        "status": "up",
        "warnings": [
            "The known bank holidays end on 31 December 2026. "
            "An administrator must bring the official list up to date."
        ],
        "worker": NOTHING_WRONG,
    }


def test_a_worker_that_is_behind_and_what_failed_are_warnings_in_numbers(client, known_to):
    known_to(date(2028, 12, 31))
    sent = {"kind": "desk", "to_address": "kit@example.org", "subject": "Desk", "text": "Open it"}
    failed, waits = (send(**sent, by=None) for _ in range(2))
    Message.objects.filter(pk=failed.pk).update(state="failed", trouble="Refused")
    Message.objects.filter(pk=waits.pk).update(state="waits", trouble="Nobody knows")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_events SET at = now() - interval '20 minutes'")
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'failed' WHERE id ="
            " (SELECT max(id) FROM procrastinate_jobs)"
        )

    answer = client.get("/healthz")

    assert answer.status_code == 200
    worker = answer.json()["worker"]
    assert 1200 <= worker.pop("lag") < 1260
    assert worker == {"failed_jobs": 1, "messages_failed": 1, "messages_waiting": 1}
    assert answer.json()["warnings"] == [
        "The worker is 20 minutes behind: see that it runs.",
        "Background jobs that failed: 1.",
        "Messages that wait for a person: 2.",
    ]
    assert "kit" not in answer.content.decode()


def test_without_its_database_it_says_that_it_is_down(client, monkeypatch):
    def refuse(*arguments):
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection, "cursor", refuse)

    answer = client.get("/healthz")

    assert answer.status_code == 503
    assert answer.json() == {"status": "down", "database": "does not answer"}


def test_it_may_be_looked_at_only(client):
    assert client.post("/healthz").status_code == 405
