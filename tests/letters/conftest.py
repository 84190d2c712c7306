"""A complaint of November 2026 by a parent, an officer who writes, a manager who vets."""

from datetime import date

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction

from accounts.permissions import Role
from letters.actions.vetting import approve
from letters.actions.writing import start_letter, submit
from letters.models import LetterTemplate
from letters.ways import seen_as
from stages.findings import Found
from stages.models import Outcome
from stages.situation import Situation
from tests.complaints_site.case_file.makers import load_rules, someone, take_in_complaint

TODAY = date(2026, 11, 24)  # a Tuesday
RECEIVED = date(2026, 11, 16)
ADDRESS = "4 Sample Lane, Example Town"


def by_post(letter, on="24 11 2026", **more) -> dict:
    """What is posted to send a letter by post, with its address confirmed."""
    seen = seen_as(letter.addressee.person)
    return {"on": on, "how": "letter", "confirmed": "on", "address_seen": seen} | more


@pytest.fixture(autouse=True, scope="module")
def rules(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load_rules()
        call_command("load_letters", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(f"{TODAY} 14:30 +0000", tick=False) as clock:
        yield clock


@pytest.fixture
def officer(db):
    return someone(Role.OFFICER)


@pytest.fixture
def manager(db):
    return someone(Role.MANAGER, "Martin Oakes")


@pytest.fixture
def case(officer):
    return take_in_complaint(officer, on=RECEIVED, complainant={"address": ADDRESS})


@pytest.fixture
def situation(case):
    return Situation(case)


@pytest.fixture
def write(situation, officer):
    """Draft a letter of a kind, as a form does: of a response, the first point is upheld."""

    def write(kind="stage_1", *, by=officer, outcomes=(Outcome.UPHELD, Outcome.NOT_UPHELD)):
        points = list(situation.case.points.all())
        answers = kind in ("stage_1", "adults", "adjudication")
        found = {
            point: Found(outcome, f"We read the record of point {point.number}.")
            for point, outcome in zip(points, outcomes, strict=True)
        }
        template = LetterTemplate.objects.in_use().get(kind=kind, for_child=False)
        to = situation.case.letters_go_to()
        return start_letter(situation, template, to=to, findings=found if answers else {}, by=by)

    return write


@pytest.fixture
def at_the_vetter(write, officer):
    letter = write()
    submit(letter, now=at(), by=officer)
    return letter


@pytest.fixture
def approved(at_the_vetter, manager):
    approve(at_the_vetter, ticked=[], not_found=[], now=at(), by=manager)
    return at_the_vetter


def at():
    from django.utils.timezone import now

    return now()
