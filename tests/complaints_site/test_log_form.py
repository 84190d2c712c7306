"""Logging a complaint: four answers are enough, and what cannot be is said where the user is."""

from datetime import date

import pytest
import time_machine

from accounts.models import User
from accounts.permissions import Role
from cases.models import Case, CaseLink, Channel, Directorate, ServiceArea

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)
NOTHING_LIKE_IT = "No earlier case has people or an address like these"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def office():
    directorate = Directorate.objects.create(name="Children's Services")
    ServiceArea.objects.create(
        name="Leaving Care", directorate=directorate, usual_procedure="children"
    )
    Channel.objects.create(name="Telephone")


@pytest.fixture
def officer(client, office):
    user = User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])
    client.force_login(user)
    return client


def answers(**changed):
    return {
        "received_on": "23 11 2026",
        "channel": Channel.objects.get().pk,
        "service_area": ServiceArea.objects.get().pk,
        "summary": "The deposit was refused.",
    } | changed


def test_four_answers_make_a_case_with_its_deadlines(officer):
    answer = officer.post("/cases/log/", answers())

    case = Case.objects.get()
    assert answer.url == f"/case/{case.reference}/"
    assert case.stages.get().deadlines.get(is_main=True).due_on == date(2026, 12, 7)


def test_what_the_second_half_of_the_page_asks_is_kept(officer):
    officer.post(
        "/cases/log/",
        answers(
            complainant="Wren Thistleton",
            contact_rule="Never by post",
            adjustments="Large print",
            children="Wren Thistleton\n\n  Alder Thistleton ",
            points="The deposit\nThe delay",
            code="corporate",
        ),
    )

    case = Case.objects.get()
    assert [(part.role, part.person.name) for part in case.people.all()] == [
        ("complainant", "Wren Thistleton"),
        ("service_user", "Wren Thistleton"),
        ("service_user", "Alder Thistleton"),
    ]
    assert case.people.first().person.contact_rule == "Never by post"
    assert [point.text for point in case.points.all()] == ["The deposit", "The delay"]
    assert (case.route.procedure.code, case.route.provisional) == ("corporate", False)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"received_on": ""}, "Enter the date received"),
        ({"received_on": "31 2 2026"}, "as day, month and year, for example 4 9 2006"),
        ({"received_on": "24 11 2026"}, "The date received must be today or in the past"),
        ({"channel": ""}, "Choose how it came"),
        ({"service_area": "999999"}, "Choose service area from the list"),
        ({"summary": ""}, "Enter what was said"),
        ({"summary": "x" * 20_001}, "at most 20000 characters"),
        ({"summary": "a\x00b"}, "Null characters are not allowed"),
        ({"made_on": "24 11 2026"}, "A complaint cannot be received before it was made"),
        ({"email": "not an address"}, "Enter a valid email address"),
        ({"telephone": "01632 960 101"}, "Enter who complains"),
        ({"children": "x" * 301}, "Keep each name to 300 letters at most"),
        ({"code": "none-such"}, "Choose procedure from the list"),
        ({"received_on": "1 2 1994"}, "calendar"),
    ],
)
def test_bad_input_is_told_beside_the_field_and_nothing_is_lost(officer, changed, sentence):
    answer = officer.post("/cases/log/", answers(**changed))

    page = answer.content.decode()
    assert answer.status_code == 200
    assert sentence in page
    assert "There is a problem" in page
    assert not Case.objects.exists()
    if "summary" not in changed:
        assert "The deposit was refused." in page


@pytest.fixture
def earlier(officer):
    officer.post("/cases/log/", answers(complainant="Marlow Penfield", children="Rowan Penfield"))
    return Case.objects.get()


def test_an_earlier_case_is_found_by_a_misspelt_name(officer, earlier):
    answer = officer.post("/cases/log/heard-before/", {"complainant": "Marlow Penfeild"})

    assert earlier.reference in answer.content.decode()


@pytest.mark.parametrize("name", ["Someone Else"])
def test_a_name_that_is_not_like_it_finds_nothing(officer, earlier, name):
    answer = officer.post("/cases/log/heard-before/", {"complainant": name})

    assert NOTHING_LIKE_IT in answer.content.decode()


def test_looking_for_earlier_cases_saves_nothing_and_keeps_what_was_typed(officer, earlier):
    answer = officer.post(
        "/cases/log/", answers(complainant="Marlow Penfield", look="1", summary="Again.")
    )

    page = answer.content.decode()
    assert f'name="earlier-{earlier.reference}"' in page
    assert "Again." in page
    assert "There is a problem" not in page
    assert Case.objects.count() == 1


def test_a_case_that_the_officer_may_not_see_is_not_shown(officer, earlier):
    Case.objects.update(restricted=True)

    answer = officer.post("/cases/log/heard-before/", {"complainant": "Marlow Penfield"})

    assert earlier.reference not in answer.content.decode()


def test_the_new_case_is_linked_to_the_one_that_was_ticked(officer, earlier):
    answer = {f"earlier-{earlier.reference}": "linked"}
    officer.post("/cases/log/", answers(complainant="Marlow Penfield", **answer))

    link = CaseLink.objects.get()
    assert (link.other, link.case.summary) == (earlier, "The deposit was refused.")
