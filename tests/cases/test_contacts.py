"""A compliment or another contact is logged with a few answers, and the form stays open."""

from datetime import date

import pytest
import time_machine

from accounts.models import Event, User
from accounts.permissions import Role
from cases.models import Compliment, Contact, Directorate, ServiceArea

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client):
    directorate = Directorate.objects.create(name="Children's Services")
    ServiceArea.objects.create(name="Leaving Care", directorate=directorate)
    officer = User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])
    client.force_login(officer)
    with time_machine.travel(date(2026, 11, 23), tick=False):
        yield client


def answers(**changed):
    area = ServiceArea.objects.get().pk
    return {"received_on": "20 11 2026", "service_area": area} | changed


def test_a_compliment_is_logged_and_the_next_can_follow(office):
    answer = office.post("/compliments/log/", answers(from_whom="A carer", text="Thank you"))

    compliment = Compliment.objects.get()
    assert (compliment.received_on, compliment.from_whom) == (date(2026, 11, 20), "A carer")
    assert answer.url == "/compliments/log/"
    assert Event.objects.filter(sentence="logged a compliment").count() == 1


def test_a_members_enquiry_is_logged(office):
    office.post("/contacts/log/", answers(kind="members_enquiry"))

    assert Contact.objects.get().kind == "members_enquiry"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"received_on": "24 11 2026"}, "The date received must be today or in the past"),
        ({"service_area": ""}, "Choose service area"),
        ({"kind": "none-such"}, "Choose kind of contact from the list"),
    ],
)
def test_bad_input_is_told_and_nothing_is_logged(office, changed, sentence):
    answer = office.post("/contacts/log/", answers(kind="mp_enquiry") | changed)

    assert sentence in answer.content.decode()
    assert not Contact.objects.exists()
