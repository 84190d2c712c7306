"""The case list: who sees which cases, in what words and order, and what it asks."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.permissions import Role
from cases.models import Assignment, CasePerson, Person, ServiceArea
from complaints_site.views import case_list
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2006, 11, 1)
RECEIVED = date(2006, 9, 4)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(f"{TODAY} 11:00 +0000", tick=False):
        yield


def someone(*roles):
    email = f"{'-'.join(roles) or 'nobody'}@example.org"
    return User.objects.create_user(email, "Anna Fielding", roles)


@pytest.fixture
def cases_at(client):
    """``cases_at("sort=due")``: the list at that address, for an officer or the ``reader``."""

    def cases_at(address="", reader=None):
        client.force_login(
            reader or User.objects.filter(roles=["officer"]).first() or someone(Role.OFFICER)
        )
        return client.get(f"/cases/?{address}" if address else "/cases/")

    return cases_at


def listed(answer):
    return [row.reference for row in answer.context["rows"]]


def words(answer):
    return answer.content.decode()


def with_deadline(reference, due_on, **fields):
    case = make.case(RECEIVED, "Leaving Care", reference=reference, **fields)
    rules = make.procedure()
    make.route(case, rules)
    make.deadline(make.stage(case, rules, 1, RECEIVED), target_on=due_on)
    return case


# Who sees what


def test_an_officer_sees_every_case_that_is_not_restricted(cases_at):
    make.case(RECEIVED, "Leaving Care", reference="OPEN-TO-ALL")
    make.case(RECEIVED, "Leaving Care", reference="HIDDEN", restricted=True)

    answer = cases_at()

    assert listed(answer) == ["OPEN-TO-ALL"]
    assert answer.context["sentence"] == "1 case"


def test_a_manager_sees_restricted_cases_too(cases_at):
    make.case(RECEIVED, "Leaving Care", reference="HIDDEN", restricted=True)

    answer = cases_at(reader=someone(Role.MANAGER))

    assert listed(answer) == ["HIDDEN"]
    assert "Restricted</strong>" in words(answer)


def test_a_responding_manager_sees_the_cases_put_to_them_and_no_other(cases_at):
    reader = someone(Role.RESPONDER)
    mine = make.case(RECEIVED, "Leaving Care", reference="MINE", restricted=True)
    make.case(RECEIVED, "Leaving Care", reference="NOT-MINE")
    gone = make.case(RECEIVED, "Leaving Care", reference="GONE")
    put = {"user": reader, "capacity": "responder", "since": RECEIVED}
    Assignment.objects.create(case=mine, **put)
    Assignment.objects.create(case=mine, **(put | {"capacity": "vetter"}))
    Assignment.objects.create(case=gone, until=RECEIVED, **put)

    assert listed(cases_at(reader=reader)) == ["MINE"]


def test_a_head_of_service_sees_the_unrestricted_cases_of_their_service(cases_at):
    reader = someone(Role.HEAD_OF_SERVICE)
    make.case(RECEIVED, "Leaving Care", reference="OURS")
    make.case(RECEIVED, "Leaving Care", reference="HIDDEN", restricted=True)
    make.case(RECEIVED, "Roads", reference="THEIRS")
    ServiceArea.objects.get(name="Leaving Care").heads.add(reader)

    assert listed(cases_at(reader=reader)) == ["OURS"]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER, Role.RESPONDER])
def test_whoever_is_complained_about_never_finds_the_case(cases_at, role):
    reader = someone(role)
    case = make.case(RECEIVED, "Leaving Care", reference="ABOUT-THEM", summary="Rude to us")
    Assignment.objects.create(case=case, user=reader, capacity="responder", since=RECEIVED)
    person = Person.objects.create(name="Anna Fielding", user=reader)
    CasePerson.objects.create(case=case, person=person, role="complained_about")

    assert listed(cases_at(reader=reader)) == []
    assert listed(cases_at("q=rude", reader)) == listed(cases_at("q=ABOUT-THEM", reader)) == []


@pytest.mark.parametrize(
    "role", [Role.COMMITTEE, Role.ADMINISTRATOR, Role.FINANCE, Role.INFORMATION_GOVERNANCE]
)
def test_a_role_without_cases_does_not_open_the_list(cases_at, role):
    assert cases_at(reader=someone(role)).status_code == 403


# What it says


def test_the_filter_is_read_back_as_a_sentence(cases_at):
    for day in 4, 5:
        make.case(date(2006, 9, day), "Children in Need (CIN)")
    area = ServiceArea.objects.get(name="Children in Need (CIN)").pk

    answer = cases_at(
        f"received_from=2006-04-01&received_to=2007-03-31&service_area={area}&kind=complaint"
    )

    assert answer.context["sentence"] == (
        "2 complaints received 1 April 2006 to 31 March 2007, service area Children in Need (CIN)"
    )


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("state=open&kind=representation", "No open representations"),
        ("received_from=2006-09-04&received_to=2006-09-04", "1 case received on 4 September 2006"),
        ("received_from=2006-09-04", "1 case received from 4 September 2006"),
        ("made_to=2006-09-04", "No cases made up to 4 September 2006"),
        ("stage=2&outcome=upheld", "No cases, stage 2, outcome upheld"),
        ("overdue=no&historical=no", "1 case, not historical, not overdue"),
        ("q=roads", "No cases, with “roads”"),
    ],
)
def test_each_part_of_the_filter_has_its_words(cases_at, address, sentence):
    make.case(RECEIVED, "Leaving Care")

    assert cases_at(address).context["sentence"] == sentence


def test_each_filter_in_force_can_be_taken_away_alone(cases_at):
    answer = cases_at("received_from=2006-04-01&received_to=2007-03-31&state=open&page=3")

    assert [(tag["label"], tag["value"]) for tag in answer.context["filters"]] == [
        ("Received", "1 April 2006 to 31 March 2007"),
        ("Open or closed", "Open"),
    ]
    assert answer.context["filters"][0]["remove_url"] == "?state=open"


def test_a_row_says_what_is_due_and_how_late_it_is_in_words(cases_at):
    with_deadline("LATE", date(2006, 10, 27), safeguarding=True, summary="Nobody rang back")

    answer = words(cases_at())

    assert "27 Oct 2006" in answer
    assert "3 working days late</strong>" in answer  # 30 and 31 October, 1 November
    assert "Safeguarding</strong>" in answer
    assert "Nobody rang back" in answer
    assert "Children 2006" in answer
    assert "Stage 1" in answer


def test_a_closed_case_has_nothing_due_and_says_when_it_closed(cases_at):
    with_deadline("DONE", date(2006, 10, 27), closed_on=date(2006, 10, 30))

    answer = words(cases_at())

    assert "Closed 30 Oct 2006" in answer
    assert "late</strong>" not in answer


def test_names_and_words_are_never_taken_for_markup(cases_at):
    case = make.case(RECEIVED, "Leaving Care", summary="<script>alert(1)</script>")
    person = Person.objects.create(name="<b>Bold</b>")
    CasePerson.objects.create(case=case, person=person, role="complainant")

    answer = words(cases_at("q=%3Cb%3E"))

    assert "<script>alert" not in answer
    assert "<b>Bold" not in answer
    assert "&lt;b&gt;Bold" in answer


def test_an_empty_list_says_what_would_be_here(cases_at):
    assert "There is no case here yet" in words(cases_at())
    assert "No case that you may see fits all of these" in words(cases_at("state=open"))


# Addresses that cannot be read


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("service_area=99999", "Service area: choose from the list. “99999” is not in it"),
        ("service_area=x", "Service area: choose from the list. “x” is not in it"),
        ("received_from=31+2+2006", "Enter the date as day, month and year"),
        (
            "received_from=2006-09-05&received_to=2006-09-04",
            "Received: the period cannot end on 4 September 2006, before it starts on "
            "5 September 2006",
        ),
        ("received_from=soon", "Enter the date as day, month and year, for example 4 9 2006"),
        ("q=%00", "Null characters are not allowed"),
        ("q=ab", "Enter a word of at least three letters to search for"),
        ("colour=red", "“colour” is not a filter here: it was left out"),
        ("kind=complaint&kind=representation", "“kind” stands twice in the address"),
        ("sort=colour", "Sort: choose from the list. “colour” is not in it"),
        ("stage=1;DROP+TABLE", "Stage: choose from the list"),
    ],
)
def test_an_address_that_cannot_be_read_says_what_is_wrong(cases_at, address, said):
    make.case(RECEIVED, "Leaving Care", kind="representation")

    answer = cases_at(address)

    assert answer.status_code == 200
    assert "There is a problem" in words(answer)
    assert said in words(answer)


def test_the_other_filters_hold_beside_one_that_cannot_be_read(cases_at):
    make.case(RECEIVED, "Leaving Care", reference="OPEN")
    make.case(RECEIVED, "Leaving Care", reference="CLOSED", closed_on=date(2006, 9, 20))

    assert listed(cases_at("state=open&received_from=soon&service_area=x")) == ["OPEN"]


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999999999999999999"])
def test_a_page_number_that_is_none_is_some_page(cases_at, number):
    make.case(RECEIVED, "Leaving Care", reference="ONE")

    assert listed(cases_at(f"page={number}&state=open")) in (["ONE"], [])


def test_questions_left_open_do_not_stay_in_the_address(cases_at):
    answer = cases_at("q=&state=open&received_from=&sort=")

    assert answer.status_code == 302
    assert answer.url == "/cases/?state=open"


# Order and pages


def test_the_list_is_sorted_by_what_is_due_first_and_then_by_the_newest(cases_at):
    with_deadline("LATER", date(2006, 11, 10))
    with_deadline("SOON", date(2006, 11, 3))
    make.case(date(2006, 9, 6), "Leaving Care", reference="NEW")
    make.case(date(2006, 9, 5), "Leaving Care", reference="OLD")

    assert listed(cases_at("sort=due")) == ["SOON", "LATER", "NEW", "OLD"]
    assert listed(cases_at("sort=-due")) == ["LATER", "SOON", "NEW", "OLD"]


@pytest.mark.parametrize(
    ("order", "references"),
    [
        ("reference", ["A", "B", "C"]),
        ("-reference", ["C", "B", "A"]),
        ("received", ["B", "C", "A"]),
        ("-received", ["A", "C", "B"]),
        ("service_area", ["C", "A", "B"]),
        ("-service_area", ["B", "A", "C"]),
    ],
)
def test_the_list_is_sorted_by_the_column_asked_for(cases_at, order, references):
    make.case(date(2006, 9, 6), "Leaving Care", reference="A")
    make.case(date(2006, 9, 4), "Roads", reference="B")
    make.case(date(2006, 9, 5), "Asylum", reference="C")

    assert listed(cases_at(f"sort={order}")) == references


@pytest.mark.parametrize("order", ["due", "-received"])
def test_every_case_stands_on_one_page(cases_at, order):
    references = {f"P-{number:03d}" for number in range(130)}
    for place, reference in enumerate(sorted(references)):
        if place < 60:
            with_deadline(reference, TODAY + timedelta(days=place % 7))
        else:
            make.case(RECEIVED, "Leaving Care", reference=reference)

    pages = [listed(cases_at(f"sort={order}&page={number}")) for number in (1, 2, 3)]

    assert [len(found) for found in pages] == [50, 50, 30]
    assert set().union(*pages) == references


def test_a_long_list_says_more_than_and_ends(cases_at, monkeypatch):
    monkeypatch.setattr(case_list, "MOST", 60)
    for _ in range(61):
        make.case(RECEIVED, "Leaving Care")

    answer = cases_at("page=9")

    assert answer.context["sentence"] == "More than 60 cases"
    assert "The first 60 are listed here" in words(answer)
    assert len(listed(answer)) == 10


# What it asks of the database

EVERYTHING = "sort=due&q=visit&state=open&stage=2&outcome=upheld_in_any_part&overdue=yes&owner=me"


@pytest.mark.parametrize("address", ["", "sort=due", "stage=1&outcome=pending", EVERYTHING])
def test_the_list_asks_at_most_twelve_questions_and_no_more_for_more_cases(client, address):
    client.force_login(someone(Role.OFFICER))
    asked = []
    for size in (3, 60):
        for _ in range(size):
            with_deadline(f"Q-{next(make.NUMBERS):05d}", date(2006, 10, 27), summary="A visit")
        client.get(f"/cases/?{address}" if address else "/cases/")  # the calendar is known now
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/cases/?{address}" if address else "/cases/")
        asked.append(len(queries))

    assert asked[0] == asked[1] <= 12
