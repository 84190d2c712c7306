"""Two managers approve one letter at the same moment, each by a connection of their own."""

import threading

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client

from accounts.permissions import Role
from letters.actions.writing import start_letter, submit
from letters.forms.vet import READ_BY_THE_VETTER
from letters.models import Letter, LetterTemplate, Vetting
from stages.findings import Found
from stages.models import Outcome
from stages.situation import Situation
from tests import databases
from tests.complaints_site.case_file.makers import someone, take_in_complaint
from tests.letters.conftest import RECEIVED, at


@pytest.fixture(autouse=True, scope="module")
def rules():
    """Nothing around the test: what its connections write, both see."""


@pytest.fixture
def own_database(django_db_setup, django_db_blocker):
    """A copy of the template of its own: what is written there other connections see."""
    before = connection.settings_dict["NAME"]
    name = f"{before}_two"
    with django_db_blocker.unblock():
        databases.copy_of_template(name)
        databases.connect_to(name)
        yield
        databases.connect_to(before)
        databases.drop(name)


@pytest.fixture
def waiting(own_database):
    call_command("load_letters", verbosity=0)
    officer = someone(Role.OFFICER)
    situation = Situation(take_in_complaint(officer, on=RECEIVED))
    found = {point: Found(Outcome.UPHELD, "Read.") for point in situation.case.points.all()}
    template = LetterTemplate.objects.in_use().get(kind="stage_1", for_child=False)
    to = situation.case.letters_go_to()
    letter = start_letter(situation, template, to=to, findings=found, by=officer)
    submit(letter, now=at(), by=officer)
    return letter


def test_the_second_sees_what_the_first_decided_and_keeps_what_they_typed(waiting):
    managers = [someone(Role.MANAGER, name) for name in ("Martin Oakes", "Helen Marsh")]
    together, answers = threading.Barrier(2), {}

    def approve(user) -> None:
        try:
            client = Client()
            client.force_login(user)
            told = {"do": "approve", "ticked": list(READ_BY_THE_VETTER), "why": f"By {user}"}
            together.wait(timeout=30)
            answers[user] = client.post(f"/letters/{waiting.pk}/vet/", told)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=approve, args=[user]) for user in managers]
    for one in threads:
        one.start()
    for one in threads:
        one.join(timeout=120)

    first = Vetting.objects.get().decided_by
    (second,) = [user for user in managers if user != first]
    assert answers[first].status_code == 302
    assert answers[second].status_code == 409
    page = answers[second].content.decode()
    assert f"by {first}" in page
    assert f"By {second}" in page
    assert Letter.objects.get().approved_by == first
