"""The desk: what is due, overdue first, for whoever should see it, and nobody's work left out."""

from datetime import date

import pytest
import time_machine

from accounts.models import User
from accounts.permissions import Role
from cases.actions.casework import assign, restrict
from cases.models import Case, Directorate, Person, ServiceArea
from stages.actions import casework, endings, ombudsman
from stages.actions.intake import take_in
from stages.actions.service_requests import ask_service
from stages.models import Outcome, StageEvent

pytestmark = pytest.mark.django_db

TODAY = date(2006, 12, 20)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


@pytest.fixture
def desk_of(client):
    def open_desk(user, **asked):
        client.force_login(user)
        return client.get("/", asked)

    return open_desk


@pytest.fixture
def logged(officer):
    """``logged(day)``: a complaint received on that day of December 2006, and acknowledged."""
    directorate = Directorate.objects.create(name="Children's Services")
    area = ServiceArea.objects.create(
        name="Leaving Care", directorate=directorate, usual_procedure="children"
    )

    def log(received_on, *, acknowledged=True):
        case = take_in(
            on=received_on, by=officer, received_on=received_on, service_area=area, points=["One"]
        )
        if acknowledged:
            stage = case.stages.get()
            casework.record_date(stage, StageEvent.ACKNOWLEDGED, on=received_on, by=officer)
        return case

    return log


def shown(answer):
    return {
        entry["group"].key: [(row.reference, row.what_is_due) for row in entry["rows"]]
        for entry in answer.context["groups"]
    }


def test_each_case_stands_once_under_the_first_thing_that_is_due(desk_of, logged, officer):
    late = logged(date(2006, 12, 4))  # response due on the 18th
    today = logged(date(2006, 12, 6))  # response due today; its draft was due on the 15th
    new = logged(date(2006, 12, 18), acknowledged=False)  # acknowledgement due tomorrow
    fresh = logged(date(2006, 12, 19))  # response due on 5 January, its draft on the 2nd

    answer = desk_of(officer, whose="everyone")

    assert shown(answer) == {
        "overdue": [(late.reference, "Response")],
        "today": [(today.reference, "Response")],
        "soon": [(new.reference, "Acknowledgement")],
        "later": [(fresh.reference, "Draft response")],
    }
    assert "2 working days late" in answer.content.decode()


def test_a_counter_shows_its_group_alone(desk_of, logged, officer):
    logged(date(2006, 12, 4))
    logged(date(2006, 12, 6))

    assert list(shown(desk_of(officer, whose="everyone", show="today"))) == ["today"]
    numbers = desk_of(officer, whose="everyone").context["counters"]
    assert [counter["number"] for counter in numbers] == [1, 1, 0, 2]


def test_of_each_group_a_few_are_drawn_and_all_of_it_stand_on_pages(
    desk_of, logged, officer, monkeypatch
):
    for _ in range(5):
        logged(date(2006, 12, 19))
    monkeypatch.setattr("complaints_site.views.desk.ON_A_PAGE", 2)
    drawn = desk_of(officer, whose="everyone").context["groups"]
    pages = [
        desk_of(officer, whose="everyone", show="later", page=page) for page in (1, 2, 3, 9, "x")
    ]

    assert [(entry["count"], len(entry["rows"]), entry["all"]) for entry in drawn] == [(5, 5, "")]
    shown = [[row.reference for row in page.context["groups"][0]["rows"]] for page in pages]
    assert [len(rows) for rows in shown] == [2, 2, 1, 1, 2]
    assert len({reference for rows in shown[:3] for reference in rows}) == 5
    assert shown[3:] == [shown[2], shown[0]]
    assert pages[2].context["counters"][3]["number"] == 5


def test_a_group_of_more_than_a_few_leads_to_all_of_it(desk_of, logged, officer):
    for _ in range(16):
        logged(date(2006, 12, 19))

    answer = desk_of(officer, whose="everyone")

    [entry] = answer.context["groups"]
    assert (entry["count"], len(entry["rows"])) == (16, 15)
    assert entry["all"] == "/?whose=everyone&show=later"
    assert "All 16" in answer.content.decode()
    assert len(desk_of(officer, whose="everyone", show="later").context["groups"][0]["rows"]) == 16


def test_an_answered_case_waits_for_the_complainant_and_is_nobodys_work(desk_of, logged, officer):
    case = logged(date(2006, 12, 4))
    findings = {case.points.get(): Outcome.UPHELD}
    casework.respond(case.stages.get(), on=TODAY, findings=findings, by=officer)

    assert shown(desk_of(officer, whose="everyone")) == {}


def test_a_withdrawn_case_is_not_due(desk_of, logged, officer):
    endings.withdraw(logged(date(2006, 12, 4)), on=TODAY, by=officer)

    assert shown(desk_of(officer, whose="everyone")) == {}


def test_mine_are_the_cases_put_to_me_and_nobodys_those_without_an_owner(desk_of, logged, officer):
    mine, other = logged(date(2006, 12, 4)), logged(date(2006, 12, 4))
    assign(mine, to=officer, capacity="owner", on=TODAY, by=officer)

    assert shown(desk_of(officer)) == {"overdue": [(mine.reference, "Response")]}
    assert shown(desk_of(officer, whose="nobody")) == {"overdue": [(other.reference, "Response")]}
    assert desk_of(officer).context["unowned"] == 1


def test_a_head_of_service_opens_the_desk_of_what_they_head(desk_of, logged):
    case = logged(date(2006, 12, 1))
    head = User.objects.create_user("head@example.org", "Head", [Role.HEAD_OF_SERVICE])
    assert desk_of(head).context["counters"][-1]["number"] == 0
    case.service_area.heads.add(head)

    answer = desk_of(head)

    assert [choice["label"] for choice in answer.context["choices"]] == ["My services’", "Mine"]
    assert [row.reference for entry in answer.context["groups"] for row in entry["rows"]] == [
        case.reference
    ]


def test_a_responding_manager_has_only_what_was_put_to_them(desk_of, logged, officer):
    responder = User.objects.create_user("ruth@example.org", "Ruth Barlow", [Role.RESPONDER])
    given = logged(date(2006, 12, 4))
    logged(date(2006, 12, 4))
    assign(given, to=responder, capacity="responder", on=TODAY, by=officer)

    assert shown(desk_of(responder, whose="everyone")) == {
        "overdue": [(given.reference, "Response")]
    }


def test_a_restricted_case_and_ones_own_do_not_stand_on_an_officers_desk(desk_of, logged, officer):
    restrict(logged(date(2006, 12, 4)), why="Concerns staff", by=officer)
    own = logged(date(2006, 12, 4))
    person = Person.objects.create(name="Anna Fielding", user=officer)
    own.people.create(person=person, role="complained_about")

    answer = desk_of(officer, whose="everyone")

    assert shown(answer) == {}
    assert answer.context["recent"] == []


@pytest.mark.parametrize(
    ("role", "page"),
    [
        (Role.COMMITTEE, "/reports/"),
        (Role.ADMINISTRATOR, "/calendar/"),
        (Role.FINANCE, "/payments/"),
    ],
)
def test_those_who_open_no_case_go_to_the_page_they_came_for(desk_of, role, page):
    assert desk_of(User.objects.create_user("a@example.org", "A Person", [role])).url == page


def test_the_desk_warns_when_the_calendar_ends_soon(desk_of, officer):
    with time_machine.travel(date(2028, 8, 1), tick=False):
        page = desk_of(officer).content.decode()

    assert "The known bank holidays end on 31 December 2028" in page


def test_without_a_calendar_the_desk_says_what_to_load(desk_of, officer, no_rules):
    assert "No bank holidays are loaded" in desk_of(officer).content.decode()


@pytest.mark.parametrize("cases", [2, 12])
def test_the_desk_takes_as_many_queries_for_many_cases_as_for_few(
    client, desk_of, logged, officer, django_assert_max_num_queries, cases
):
    for _ in range(cases):
        logged(date(2006, 12, 4))
    desk_of(officer)

    with django_assert_max_num_queries(12):
        client.get("/", {"whose": "everyone"})
    assert Case.objects.count() == cases


def test_it_counts_the_cases_of_those_who_were_to_be_asked_again_what_they_need(
    desk_of, logged, officer
):
    for day in (date(2006, 12, 19), TODAY):
        person = Person.objects.create(name="Juniper Vale", needs_review_on=day)
        logged(date(2006, 12, 18)).people.create(person=person, role="complainant")

    desk = desk_of(officer).content.decode()

    assert '/cases/?state=open&amp;ask_again=yes">1 open case</a>' in desk


def test_what_the_ombudsman_asks_about_no_case_stands_beside_it_until_it_is_answered(
    desk_of, officer
):
    owed = "1 enquiry to be answered"
    childrens = Directorate.objects.create(name="Children’s")
    area = ServiceArea.objects.create(name="Fostering", directorate=childrens)
    enquiry = ombudsman.receive_enquiry(None, on=TODAY, by=officer, service_area=area)
    assert owed not in desk_of(officer).content.decode()

    request = ombudsman.ask(enquiry, asks="The file", on=TODAY, answer_due_on=TODAY, by=officer)
    assert owed in desk_of(officer).content.decode()

    ombudsman.answer(request, on=TODAY, by=officer)
    assert owed not in desk_of(officer).content.decode()


def test_it_says_who_waits_for_me_and_for_whom_i_wait(desk_of, logged, officer):
    """An answer that a service owes on one's own case is waited for; who owes it is waited for."""
    mine, nobodys = logged(date(2006, 12, 12)), logged(date(2006, 12, 13))
    assign(mine, to=officer, capacity="owner", on=TODAY, by=officer)
    kit = User.objects.create_user("kit@example.org", "Kit Ashby", [Role.RESPONDER])
    for case in mine, nobodys:
        told = {"question": "Which visits?", "on": TODAY, "due_on": date(2007, 1, 5)}
        ask_service(case, to_user=kit, by=officer, **told)

    page = " ".join(desk_of(officer).content.decode().split())
    assert "1 answer of services on my cases" in page
    assert "Nobody waits for you." in page

    page = " ".join(desk_of(kit).content.decode().split())
    assert "2 questions to answer" in page
    assert "of services on my cases" not in page
