"""Two people on one case: nobody overwrites what they have not seen."""

import re
from datetime import date

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from accounts.permissions import Role
from cases.actions.contacts import log_contact
from cases.actions.people import add_people
from cases.acts import events_of, latest
from cases.models import Directorate, ServiceArea
from stages.actions.intake import take_in
from stages.actions.tasks import raise_task

pytestmark = pytest.mark.django_db

TODAY = date(2006, 12, 20)
EXTENSION = {"to": "10 1 2007", "reason": "Two files had to be found", "told_on": "20 12 2006"}


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


def someone(name) -> tuple[User, Client]:
    user = User.objects.create_user(f"{name.split()[0]}@example.org", name, [Role.OFFICER])
    client = Client()
    client.force_login(user)
    return user, client


@pytest.fixture
def anna(db):
    return someone("Anna Fielding")


@pytest.fixture
def priya(db):
    return someone("Priya Marsh")


@pytest.fixture
def case(anna):
    area = ServiceArea.objects.create(
        name="Leaving Care",
        directorate=Directorate.objects.create(name="Children's Services"),
        usual_procedure="children",
    )
    return take_in(
        on=date(2006, 12, 18),
        by=anna[0],
        received_on=date(2006, 12, 18),
        service_area=area,
        points=["The deposit"],
    )


def address(case, key):
    return f"/case/{case.reference}/step/{key}/"


def opened(client, path) -> str:
    """The number that the form at ``path`` carries of what its author has seen."""
    page = client.get(path).content.decode()
    return re.search(r'name="seen" value="(\d+)"', page)[1]


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_who_comes_second_sees_what_the_first_did_above_all_that_they_typed(case, anna, priya):
    seen = opened(anna[1], address(case, "extend"))
    priya[1].post(address(case, "acknowledge"), {"on": "19 12 2006"})

    answer = anna[1].post(address(case, "extend"), EXTENSION | {"seen": seen})

    page = words(answer)
    assert answer.status_code == 409
    assert "The case changed while you were typing" in page
    assert "<strong>Priya Marsh</strong> recorded for Stage 1: local resolution:" in page
    assert page.index("Priya Marsh") < page.index("Two files had to be found")
    assert 'value="10 1 2007"' in page
    assert case.stages.get().extensions.count() == 0


def test_sending_it_again_says_that_they_know_and_goes_on(case, anna, priya):
    seen = opened(anna[1], address(case, "extend"))
    priya[1].post(address(case, "acknowledge"), {"on": "19 12 2006"})
    first = anna[1].post(address(case, "extend"), EXTENSION | {"seen": seen})
    seen_now = re.search(r'name="seen" value="(\d+)"', first.content.decode())[1]

    answer = anna[1].post(address(case, "extend"), EXTENSION | {"seen": seen_now})

    assert answer.status_code == 302
    assert case.stages.get().extensions.count() == 1


def test_what_is_wrong_with_the_form_is_said_at_the_same_time(case, anna, priya):
    seen = opened(anna[1], address(case, "extend"))
    priya[1].post(address(case, "acknowledge"), {"on": "19 12 2006"})

    page = words(anna[1].post(address(case, "extend"), EXTENSION | {"reason": "", "seen": seen}))

    assert "The case changed while you were typing" in page
    assert "Enter why it takes longer" in page


def test_ones_own_step_in_another_window_is_told_too(case, anna):
    seen = opened(anna[1], address(case, "extend"))
    anna[1].post(address(case, "acknowledge"), {"on": "19 12 2006"})

    page = words(anna[1].post(address(case, "extend"), EXTENSION | {"seen": seen}))

    assert "<strong>You</strong> recorded for Stage 1" in page


@pytest.mark.parametrize(
    ("key", "typed"),
    [("note", {"text": "She rang."}), ("add-task", {"what": "Ring", "due_on": "22 12 2006"})],
)
def test_adding_a_note_or_a_reminder_never_conflicts(case, anna, priya, key, typed):
    seen = opened(anna[1], address(case, key))
    priya[1].post(address(case, "acknowledge"), {"on": "19 12 2006"})
    assert anna[1].post(address(case, key), typed | {"seen": seen}).status_code == 302

    seen = opened(anna[1], address(case, "extend"))
    priya[1].post(address(case, key), typed)
    assert anna[1].post(address(case, "extend"), EXTENSION | {"seen": seen}).status_code == 302


def test_looking_at_the_case_is_no_change(case, anna, priya):
    seen = opened(anna[1], address(case, "extend"))
    priya[1].get(f"/case/{case.reference}/")

    assert anna[1].post(address(case, "extend"), EXTENSION | {"seen": seen}).status_code == 302


def test_where_both_open_the_same_step_the_second_reads_who_took_it_and_can_copy(case, anna, priya):
    seen = opened(anna[1], address(case, "withdraw"))
    priya[1].post(address(case, "withdraw"), {"on": "20 12 2006", "why": "By telephone"})

    answer = anna[1].post(
        address(case, "withdraw"),
        {"on": "20 12 2006", "why": "She wrote\nthat it is settled", "seen": seen},
    )

    page = words(answer)
    assert answer.status_code == 409
    assert "Not while the case is withdrawn." in page
    assert "<strong>Priya Marsh</strong> recorded that the complaint was withdrawn" in page
    assert "What you typed, to copy" in page
    assert "She wrote<br>that it is settled" in page


def test_a_task_is_not_ended_over_what_somebody_else_did(case, anna, priya):
    task = raise_task(case, what="Ring back", due_on=date(2006, 12, 22), by=anna[0])
    path = f"/case/{case.reference}/task/{task.pk}/"
    seen = opened(anna[1], path)
    priya[1].post(address(case, "acknowledge"), {"on": "19 12 2006"})
    typed = {"how": "done", "on": "20 12 2006", "words": "Rang at noon"}

    answer = anna[1].post(path, typed | {"seen": seen})

    assert answer.status_code == 409
    assert "Priya Marsh" in words(answer)
    assert "Rang at noon" in words(answer)
    task.refresh_from_db()
    assert task.is_open
    assert anna[1].post(path, typed | {"seen": latest(events_of(case))}).status_code == 302


def test_a_task_that_somebody_else_ended_says_who(case, anna, priya):
    task = raise_task(case, what="Ring back", due_on=date(2006, 12, 22), by=anna[0])
    path = f"/case/{case.reference}/task/{task.pk}/"
    seen = opened(anna[1], path)
    typed = {"how": "done", "on": "20 12 2006", "words": "Rang at noon"}
    priya[1].post(path, typed | {"seen": seen})

    page = words(anna[1].post(path, typed | {"words": "Rang at one", "seen": seen}))

    assert "<strong>Priya Marsh</strong> did the task: Ring back" in page
    assert "Rang at one" in page


@pytest.mark.parametrize("seen", ["", "x", "²", "9" * 40, "-1"])
def test_a_number_that_is_none_says_nothing(case, anna, priya, seen):
    assert anna[1].post(address(case, "extend"), EXTENSION | {"seen": seen}).status_code == 302


# Not of a case alone: a person, and a contact


@pytest.fixture
def mother(case, anna):
    told = {"role": "complainant", "name": "Marlow Penfield", "telephone": "01632 960 101"}
    return add_people(case, [told], by=anna[0])[0]


def known_of(part, **typed):
    return {"name": part.person.name, "telephone": part.person.telephone} | typed


def test_what_is_known_of_a_person_is_not_put_right_over_what_somebody_else_put_right(
    case, mother, anna, priya
):
    path = f"/case/{case.reference}/people/{mother.pk}/"
    seen = opened(anna[1], path)
    priya[1].post(path, known_of(mother, telephone="01632 960 202", seen=opened(priya[1], path)))

    typed = known_of(mother, telephone="01632 960 303")
    answer = anna[1].post(path, typed | {"seen": seen})

    page = words(answer)
    assert answer.status_code == 409
    assert "<strong>Priya Marsh</strong> put right for the complainant: telephone" in page
    known = page[page.index("What is known now, where you typed something else") :]
    assert "01632 960 202" in known[: known.index("How to reach them")]
    assert 'value="01632 960 303"' in page
    mother.person.refresh_from_db()
    assert mother.person.telephone == "01632 960 202"
    assert anna[1].post(path, typed | {"seen": opened(anna[1], path)}).status_code == 302


def test_a_person_who_was_put_right_in_another_case_is_told_of_too(case, mother, anna, priya):
    other = take_in(
        on=TODAY, by=anna[0], received_on=TODAY, service_area=case.service_area, points=["Noise"]
    )
    there = other.people.create(person=mother.person, role="complainant")
    path = f"/case/{case.reference}/people/{mother.pk}/"
    seen = opened(anna[1], path)
    priya[1].post(
        f"/case/{other.reference}/people/{there.pk}/", known_of(mother, telephone="01632 960 202")
    )

    answer = anna[1].post(path, known_of(mother, telephone="01632 960 303", seen=seen))

    assert answer.status_code == 409


def test_what_else_is_done_on_the_case_keeps_nobody_from_putting_a_person_right(
    case, mother, anna, priya
):
    path = f"/case/{case.reference}/people/{mother.pk}/"
    seen = opened(anna[1], path)
    priya[1].post(address(case, "acknowledge"), {"on": "19 12 2006"})

    typed = known_of(mother, telephone="01632 960 303", seen=seen)
    assert anna[1].post(path, typed).status_code == 302


@pytest.fixture
def enquiry(case, anna):
    return log_contact(
        by=anna[0], kind="members_enquiry", received_on=TODAY, service_area=case.service_area
    )


def test_a_contact_is_not_put_to_somebody_over_what_somebody_else_did(enquiry, anna, priya):
    path = f"/contacts/{enquiry.pk}/put-to/"
    seen = opened(anna[1], path)
    priya[1].post(path, {"to": priya[0].pk})

    answer = anna[1].post(path, {"to": anna[0].pk, "seen": seen})

    assert answer.status_code == 409
    assert "The contact changed while you were typing" in words(answer)
    assert "<strong>Priya Marsh</strong> put the contact to Priya Marsh" in words(answer)
    enquiry.refresh_from_db()
    assert enquiry.owner == priya[0]


def test_an_answer_to_a_contact_that_was_closed_meanwhile_can_be_copied(enquiry, anna, priya):
    path = f"/contacts/{enquiry.pk}/answer/"
    seen = opened(anna[1], path)
    priya[1].post(f"/contacts/{enquiry.pk}/close/", {"on": "20 12 2006", "why": "Asked twice"})

    answer = anna[1].post(path, {"on": "20 12 2006", "answer": "It is lit again.", "seen": seen})

    page = words(answer)
    assert answer.status_code == 409
    assert "It was closed on 20 December 2006: Asked twice." in page
    assert "<strong>Priya Marsh</strong> closed the contact" in page
    assert "It is lit again." in page
    enquiry.refresh_from_db()
    assert enquiry.answer == ""
