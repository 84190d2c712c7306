"""Logging a complaint: four answers are enough, and what cannot be is said where the user is."""

from datetime import date

import pytest
import time_machine
from django.db import connection

from accounts.models import User
from accounts.permissions import Role
from cases.heard_before import _living_like, _named_like
from cases.models import Case, CaseLink, Channel, Directorate, ServiceArea
from complaints_site.templatetags.pages import problems

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


# Whom we have heard from before


def look(officer, **typed) -> str:
    return officer.post("/cases/log/heard-before/", typed).content.decode()


def test_an_earlier_case_is_found_by_half_an_address(officer):
    officer.post("/cases/log/", answers(complainant="Juniper Vale", address="3 Mill Lane, Oakham"))

    page = look(officer, address="3 Mill Lane")
    assert Case.objects.get().reference in page
    assert "like address: 3 Mill Lane, Oakham" in page
    assert NOTHING_LIKE_IT in look(officer, address="3 Castle Street")


def test_a_number_in_the_social_care_system_finds_its_child_before_any_name(officer):
    officer.post("/cases/log/", answers(children="Wren Vale, 204511", received_on="1 9 2026"))
    officer.post("/cases/log/", answers(children="Rowan Penfield"))
    first, second = Case.objects.order_by("pk")

    page = look(officer, children="Rowan Penfeild, 204511")
    assert page.index(first.reference) < page.index(second.reference)
    assert "same number, 204511" in page


def test_an_earlier_case_says_what_to_take_care_of(officer):
    officer.post("/cases/log/", answers(complainant="Juniper Vale", care=["no_post"]))

    assert "<strong>Take care:</strong> No post." in look(officer, complainant="Juniper Vale")


def test_looking_finds_through_an_index(officer, earlier):
    with connection.cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")
        plans = [_named_like("Marlow Penfeild").explain(), _living_like("3 Mill Lane").explain()]
        cursor.execute("RESET enable_seqscan")

    assert "person_name_letters" in plans[0]
    assert "person_address_letters" in plans[1]


def test_what_is_the_same_case_is_filed_there_as_a_note_and_nothing_new_is_logged(officer, earlier):
    answer = officer.post(
        "/cases/log/",
        {
            "received_on": "20 11 2026",
            "channel": Channel.objects.get().pk,
            "complainant": "Marlow Penfield",
            "telephone": "01632 960 101",
            "summary": "Rang again: still nothing.",
            "same": earlier.reference,
        },
        follow=True,
    )

    note = earlier.notes.get()
    assert answer.redirect_chain[-1][0] == f"/case/{earlier.reference}/"
    assert Case.objects.count() == 1
    assert (note.on, note.said_by) == (date(2026, 11, 20), "Marlow Penfield, 01632 960 101")
    assert note.text == "Rang again: still nothing.\nIt came by: telephone."
    assert "Nothing new was logged" in answer.content.decode()
    assert "said by Marlow Penfield" in answer.content.decode()


def test_the_same_case_needs_no_more_than_a_date_and_what_was_said(officer, earlier):
    typed = {"received_on": "20 11 2026", "summary": "", "same": earlier.reference}
    answer = officer.post("/cases/log/", typed)

    assert "Enter what was said" in answer.content.decode()
    assert "Choose a service area" not in [error for _, error in problems(answer.context["form"])]
    assert not earlier.notes.exists()


def test_nothing_is_filed_with_a_case_that_the_officer_may_not_see(officer, earlier):
    Case.objects.update(restricted=True)

    assert officer.post("/cases/log/", answers(same=earlier.reference)).status_code == 404


def test_that_an_earlier_case_is_different_is_kept_and_shown_with_the_people(officer, earlier):
    officer.post("/cases/log/", answers(**{f"earlier-{earlier.reference}": "different"}))

    case = Case.objects.exclude(pk=earlier.pk).get()
    page = officer.get(f"/case/{case.reference}/people/").content.decode()
    assert earlier.reference in page
    assert "looked at: of other people" in page
    assert not CaseLink.objects.exists()


def test_what_was_answered_about_an_earlier_case_stays_as_more_is_typed(officer, earlier):
    answer = {f"earlier-{earlier.reference}": "different"}
    page = look(officer, complainant="Marlow Penfield", **answer)

    assert f'value="different" id="earlier-{earlier.reference}-different" checked' in page


# People


def test_rules_needs_and_authority_are_asked_at_once(officer):
    officer.post(
        "/cases/log/",
        answers(
            complainant="Juniper Vale",
            relation="aunt",
            care=["address", "no_messages"],
            must_never_know="Her brother",
            language="Polish",
            format_needed="Large print",
            needs_review_on="1 3 2027",
            representative="Olive Berry",
            authority_evidence="Signed letter",
            authority_dated_on="2 11 2026",
            representative_telephone="01632 960 102",
            identity_withheld="on",
        ),
    )

    case = Case.objects.get()
    part, acting = case.people.all()
    person = part.person
    assert (part.relation, person.must_never_know, person.language) == (
        "aunt",
        "Her brother",
        "Polish",
    )
    assert (person.address_is_safe, person.telephone_is_safe) == (False, True)
    assert (person.no_post, person.no_messages) == (False, True)
    assert (person.format_needed, person.needs_review_on) == ("Large print", date(2027, 3, 1))
    assert (acting.authority_evidence, acting.authority_dated_on) == (
        "Signed letter",
        date(2026, 11, 2),
    )
    assert (case.letters_go_to(), case.identity_withheld) == (acting, True)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"anonymous": "on", "complainant": "Juniper Vale"}, "Nobody writes to somebody anonymous"),
        ({"anonymous": "on", "email": "vale@example.org"}, "Nobody writes to somebody anonymous"),
        ({"care": ["no_post"]}, "Enter who complains"),
        ({"authority_evidence": "A letter"}, "Enter who acts for them"),
        (
            {"representative": "Olive Berry", "authority_evidence": "A letter"},
            "Enter the date of the evidence of authority",
        ),
        (
            {"representative": "Olive Berry", "authority_dated_on": "2 11 2026"},
            "Enter what shows their authority",
        ),
        (
            {
                "representative": "Olive Berry",
                "authority_evidence": "A letter",
                "authority_dated_on": "24 11 2026",
            },
            "The evidence must be of today or earlier",
        ),
        ({"children": f"Wren, {'1' * 41}"}, "Keep each number to 40 letters at most"),
    ],
)
def test_what_cannot_be_known_of_people_is_told_and_nothing_is_lost(officer, typed, sentence):
    page = officer.post("/cases/log/", answers(**typed)).content.decode()

    assert sentence in page
    assert "The deposit was refused." in page
    assert not Case.objects.exists()


def test_an_anonymous_complaint_is_written_to_nobody(officer):
    officer.post("/cases/log/", answers(anonymous="on", children="Wren Vale"))

    page = officer.get(f"/case/{Case.objects.get().reference}/").content.decode()
    assert "the complainant is anonymous" in page
