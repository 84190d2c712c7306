"""Whether this copy can answer, for those who watch over it."""

from datetime import date

import pytest
from django.db import OperationalError, connection

from stages.models import BankHoliday


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
    assert answer.json() == {"status": "up", "warnings": []}


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
    }


def test_without_its_database_it_says_that_it_is_down(client, monkeypatch):
    def refuse(*arguments):
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection, "cursor", refuse)

    answer = client.get("/healthz")

    assert answer.status_code == 503
    assert answer.json() == {"status": "down", "database": "does not answer"}


def test_it_may_be_looked_at_only(client):
    assert client.post("/healthz").status_code == 405
