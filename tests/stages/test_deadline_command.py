"""``manage.py deadline`` on the worked examples of domain.md 2.6, and on what it cannot answer."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from stages.actions.calendar import add_closure_day


@pytest.fixture
def office(db):
    call_command("load_calendar", verbosity=0)
    call_command("load_procedures", verbosity=0)


def answer(*question) -> dict:
    out = StringIO()
    call_command("deadline", *question, "--json", stdout=out)
    return json.loads(out.getvalue())


def due(*question) -> tuple:
    told = answer(*question)
    return told["due_on"], told["extended_due_on"]


def test_example_2_is_answered_with_every_day_to_the_end_of_the_extension(office):
    told = answer("children", "stage-1", "2006-12-18")

    steps = told.pop("steps")
    assert told == {
        "procedure": "children",
        "version": "2006",
        "stage": "stage-1",
        "limit": "response",
        "start": "2006-12-18",
        "due_on": "2007-01-04",
        "extended_due_on": "2007-01-18",
    }
    assert len(steps) == 32
    assert steps[0]["date"] == "2006-12-18"
    assert steps[7] == {
        "date": "2006-12-25",
        "counts": False,
        "why": "bank holiday: Christmas Day",
    }
    assert steps[17] == {"date": "2007-01-04", "counts": True, "why": "day 10: due"}
    assert steps[31] == {
        "date": "2007-01-18",
        "counts": True,
        "why": "day 20: the latest it can be extended to",
    }
