"""Where who complains is withheld from the service, nobody of it learns so from any page."""

import re
from datetime import date
from html import unescape

import pytest
import time_machine

from accounts.models import User
from accounts.permissions import Role
from cases.actions.casework import assign, link, log_case
from cases.actions.people import withhold_identity
from cases.heard_before import Typed, heard_before
from cases.models import Case, CasePerson, Channel, ComplainantType, Person
from complaints_site.masking import masked
from remedies.models import Payment
from stages.actions.intake import file_with, take_in
from stages.actions.restrictions import restrict_contact, tell
from stages.actions.tasks import raise_task
from stages.forms.giving_away import Secret
from stages.models import Answer, Panel
from tests.factories import complainant_type, service_area

pytestmark = pytest.mark.django_db

RECEIVED = date(2026, 11, 16)
TODAY = date(2026, 11, 23)
OF_THE_SERVICE = [
    Role.RESPONDER,
    Role.VETTER,
    Role.HEAD_OF_SERVICE,
    Role.DIRECTOR,
    Role.ADJUDICATOR,
]
SECRETS = ["Juniper Vale", "Mill Lane", "01632 960 115", "neighbour", "Foster carer", "Olive Berry"]
TABS = ["", "points/", "stages/", "people/", "remedies/", "history/"]


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


@pytest.fixture
def case(officer):
    case = take_in(
        on=RECEIVED,
        by=officer,
        received_on=RECEIVED,
        service_area=service_area("Leaving Care"),
        complainant_type=complainant_type("Foster carer"),
        identity_withheld=True,
        summary="The young person was left without a bed.",
        complainant={
            "name": "Juniper Vale",
            "relation": "neighbour",
            "address": "3 Mill Lane",
            "telephone": "01632 960 115",
            "contact_rule": "Never ring Juniper Vale at work",
        },
        representative={"name": "Olive Berry", "authority_evidence": "Letter of Juniper Vale"},
        children=["Wren Thistleton"],
        points=["The bed"],
    )
    file_with(case, on=TODAY, said="Still no bed.", said_by="Juniper Vale", by=officer)
    withhold_identity(case, why="Juniper Vale fears the landlord", by=officer)
    return case


def reader_of(case: Case, role: Role) -> User:
    """Somebody of the service to whom the case was put."""
    user = User.objects.create_user(f"{role}@example.org", "Somebody", [role])
    capacity = "vetter" if role == Role.VETTER else "responder"
    assign(case, to=user, capacity=capacity, on=TODAY, by=None)
    return user


def told(answer) -> list[str]:
    page = answer.content.decode()
    return [secret for secret in SECRETS if secret in page]


@pytest.mark.parametrize("role", OF_THE_SERVICE)
def test_nobody_of_the_service_reads_it_on_the_case_the_desk_the_list_or_in_a_search(
    client, case, role
):
    client.force_login(reader_of(case, role))
    deadline = case.stages.get().deadlines.get(is_main=True)
    addresses = [f"/case/{case.reference}/{tab}" for tab in TABS]
    addresses += ["/", "/?whose=everyone", "/cases/", f"/cases/?q={case.reference}"]
    addresses += [f"/case/{case.reference}/deadline/{deadline.pk}/"]

    answers = {address: client.get(address) for address in addresses}

    assert {address: told(answer) for address, answer in answers.items()} == {
        address: ["Foster carer"] if address.startswith("/cases/") else [] for address in addresses
    }  # on the list, only as one of the choices of a filter
    assert {answer.status_code for answer in answers.values()} == {200}
    assert case.reference in answers["/cases/"].content.decode()
    assert "Withheld from the service" in answers[addresses[0]].content.decode()


@pytest.fixture
def long_story(case, officer):
    """The case later: restricted contact, a panel with who came to it, an answer by talking."""
    complainant = case.people.get(role="complainant").person
    restriction = restrict_contact(
        case,
        complainant,
        reason="Juniper Vale rang all night",
        terms=["Only in writing"],
        on=RECEIVED,
        review_on=date(2026, 12, 1),
        by=officer,
    )
    tell(restriction, on=TODAY, appeal_by=date(2026, 12, 20), by=officer)
    first, procedure = case.stages.get(), case.route.procedure
    Answer.objects.create(
        stage=first,
        way="spoken",
        with_whom="Juniper Vale",
        agreed="A new bed",
        right_given_on=TODAY,
    )
    third = case.stages.create(
        number=3,
        definition=procedure.stages.get(number=3),
        received_on=RECEIVED,
        requested_on=TODAY,
        begun_on=TODAY,
    )
    panel = Panel.objects.create(stage=third)
    panel.attendances.create(name="Juniper Vale", part="complainant", speaks=True)
    panel.attendances.create(name="Olive Berry", part="advocate")
    return case


@pytest.mark.parametrize("role", OF_THE_SERVICE)
def test_what_happened_later_does_not_tell_it_either(client, long_story, role):
    case = long_story
    client.force_login(reader_of(case, role))
    addresses = [f"/case/{case.reference}/{tab}" for tab in TABS]
    addresses += [f"/case/{case.reference}/?show=notes", "/", "/?whose=everyone"]
    addresses += [
        f"/case/{case.reference}/task/{task.pk}/" for task in case.tasks.filter(for_deciders=False)
    ]

    answers = {address: client.get(address) for address in addresses}

    assert {address: told(answer) for address, answer in answers.items()} == {
        address: [] for address in addresses
    }
    assert {answer.status_code for answer in answers.values()} == {200}
    client.force_login(User.objects.get(email="officer@example.org"))
    stages = client.get(f"/case/{case.reference}/stages/").content.decode()
    assert "Olive Berry" in stages
    assert "with Juniper Vale" in stages


def test_who_pays_reads_whom_to_ask(client, case, officer):
    paid_to = Payment.objects.create(
        case=case,
        service_area=case.service_area,
        kind="distress",
        amount=50,
        offered_on=RECEIVED,
        accepted_on=TODAY,
    )
    client.force_login(User.objects.create_user("f@example.org", "Fay Ledger", [Role.FINANCE]))

    answer = client.get("/payments/")

    assert paid_to.case.reference in answer.content.decode()
    assert "Withheld: ask the complaints team" in answer.content.decode()
    assert told(answer) == []


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER])
def test_those_who_run_complaints_read_all_of_it(client, case, role):
    client.force_login(User.objects.create_user("x@example.org", "Somebody", [role]))

    people = client.get(f"/case/{case.reference}/people/")
    overview = client.get(f"/case/{case.reference}/")

    assert {*told(people), *told(overview)} == set(SECRETS)
    assert "The service must not learn who complains" in people.content.decode()
    assert "said by Juniper Vale" in overview.content.decode()
    assert case.reference in client.get("/cases/?q=Juniper").content.decode()


@pytest.mark.parametrize("query", ["q=Juniper", "q=Olive+Berry", "complainant_type={type}"])
def test_the_case_is_not_found_by_who_complains_nor_by_their_standing(client, case, query):
    client.force_login(reader_of(case, Role.RESPONDER))
    answer = client.get(f"/cases/?{query.format(type=case.complainant_type_id)}")

    assert case.reference not in answer.content.decode()


def test_the_child_is_still_known_to_the_service_by_name_and_nothing_more(client, case):
    child = case.people.get(role="service_user").person
    Person.objects.filter(pk=child.pk).update(address="3 Mill Lane")
    client.force_login(reader_of(case, Role.RESPONDER))

    answer = client.get(f"/case/{case.reference}/people/")

    assert "Wren Thistleton" in answer.content.decode()
    assert told(answer) == []


def test_an_earlier_case_does_not_tell_it_to_who_looks_for_people(case):
    responder = reader_of(case, Role.RESPONDER)

    assert heard_before(Typed(names=("Juniper Vale",)), responder) == []
    assert [one.case for one in heard_before(Typed(names=("Wren Thistleton",)), responder)] == [
        case
    ]


@pytest.mark.parametrize("side", ["case", "other"])
def test_a_link_between_two_cases_does_not_tell_it(client, case, officer, side):
    area = service_area("Leaving Care")
    open_case = log_case(on=TODAY, by=officer, received_on=TODAY, service_area=area)
    link(case, open_case, why="Earlier case of the same people", by=officer)
    responder = reader_of(case, Role.RESPONDER)
    assign(open_case, to=responder, capacity="responder", on=TODAY, by=officer)
    shown, hidden = (case, open_case) if side == "case" else (open_case, case)

    pages = [f"/case/{shown.reference}/people/", f"/case/{shown.reference}/history/"]
    client.force_login(responder)
    assert not any(hidden.reference in client.get(page).content.decode() for page in pages)
    client.force_login(officer)
    assert hidden.reference in client.get(pages[0]).content.decode()


def test_a_head_of_service_opens_no_number_that_would_tell_the_standing(client, case):
    ComplainantType.objects.update(is_young_person=True)
    head = User.objects.create_user("head@example.org", "Helen Marsh", [Role.HEAD_OF_SERVICE])
    case.service_area.heads.add(head)
    year = "/reports/2026-04-01/2027-03-31/"
    behind = f"{year}behind/made_by_young_people.number/"

    client.force_login(head)
    assert client.get(f"/case/{case.reference}/").status_code == 200
    assert behind not in client.get(year).content.decode()
    assert case.reference not in client.get(behind).content.decode()
    client.force_login(User.objects.get(email="officer@example.org"))
    assert behind in client.get(year).content.decode()
    assert case.reference in client.get(behind).content.decode()


def test_one_question_hides_the_parts_for_every_page(case):
    responder = reader_of(case, Role.RESPONDER)
    parts = CasePerson.objects.visible_to(responder).filter(case=case)

    assert [part.role for part in parts] == ["service_user"]
    Case.objects.update(identity_withheld=False)
    assert parts.all().count() == 3


# What is written


def note(client, case, text, **more):
    return client.post(f"/case/{case.reference}/step/note/", {"text": text} | more)


@pytest.mark.parametrize(
    ("text", "gives_away"),
    [
        ("Rang juniper vale today.", "Juniper Vale"),
        ("Mrs Vale rang.", "Vale"),
        ("Ring 01632 960 115 after four.", "01632 960 115"),
        ("A visit to 3 Mill Lane.", "3 Mill Lane"),
        ("Her solicitor Berry wrote.", "Berry"),
    ],
)
def test_a_name_in_what_is_written_is_asked_about_once(client, case, officer, text, gives_away):
    client.force_login(officer)

    first = note(client, case, text)

    page = " ".join(unescape(first.content.decode()).split())
    assert f"must not learn who complains: take out “{gives_away}”" in page
    assert text in page
    assert not case.notes.filter(text=text).exists()
    assert note(client, case, text, names_told="1").status_code == 302
    assert 'name="names_told" value="1"' in page


@pytest.mark.parametrize("text", ["Wren rang about the bed.", "He went to the vale.", "Valences"])
def test_what_the_service_knows_is_written_without_being_asked(client, case, officer, text):
    client.force_login(officer)

    assert note(client, case, text).status_code == 302


def test_who_may_not_know_is_asked_nothing(client, case, officer):
    responder = reader_of(case, Role.RESPONDER)
    task = raise_task(case, what="Draft it", due_on=TODAY, owner=responder, by=officer)
    client.force_login(responder)

    typed = {"how": "done", "on": "23 11 2026", "words": "Asked Mrs Vale"}
    assert client.post(f"/case/{case.reference}/task/{task.pk}/", typed).status_code == 302


def test_the_evidence_of_a_task_and_a_remedy_are_asked_about_too(client, case, officer):
    task = raise_task(case, what="Draft it", due_on=TODAY, by=officer)
    client.force_login(officer)

    typed = {"how": "done", "on": "23 11 2026", "words": "Sent to Mrs Vale"}
    ended = client.post(f"/case/{case.reference}/task/{task.pk}/", typed)
    typed = {"text": "Listen to Mrs Vale", "source": "complaint"}
    lesson = client.post(f"/case/{case.reference}/lessons/add/", typed)

    for page in (ended, lesson):
        assert "take out “Vale”" in page.content.decode()


def test_it_is_asked_while_a_complaint_is_logged(client, case, officer):
    client.force_login(officer)
    typed = {
        "received_on": "23 11 2026",
        "channel": Channel.objects.create(name="Letter").pk,
        "service_area": case.service_area_id,
        "summary": "Olga Berrywood says that the bed has not come.",
        "complainant": "Olga Berrywood",
        "identity_withheld": "on",
    }

    page = client.post("/cases/log/", typed).content.decode()

    assert "take out “Olga Berrywood”" in page
    assert client.post("/cases/log/", typed | {"names_told": "1"}).status_code == 302


def test_who_withholds_it_reads_where_it_stands_already(client, officer):
    case = take_in(
        on=RECEIVED,
        by=officer,
        received_on=RECEIVED,
        service_area=service_area("Leaving Care"),
        complainant={"name": "Juniper Vale"},
        summary="Juniper Vale says that the bed has not come.",
        points=["The bed"],
    )
    file_with(case, on=TODAY, said="Mrs Vale rang.", said_by="Juniper Vale", by=officer)
    client.force_login(officer)

    page = unescape(client.get(f"/case/{case.reference}/step/withhold-identity/").content.decode())

    hidden = "The service reads “[name withheld]” there"
    assert f"What was said holds “Juniper Vale”. {hidden}" in page
    assert f"The note of 23 November 2026 holds “Vale”. {hidden}" in page
    assert "Point 1 holds" not in page


# What names them all the same


@pytest.fixture
def told_twice(officer):
    """Who complains was withheld after it had been written down who it is."""
    case = take_in(
        on=RECEIVED,
        by=officer,
        received_on=RECEIVED,
        service_area=service_area("Leaving Care"),
        complainant={"name": "Juniper Vale", "telephone": "01632 960 115"},
        children=["Wren Thistleton"],
        summary="Juniper Vale says that the bed has not come.",
        points=["Mrs Vale was not rung back on 01632 960 115"],
    )
    file_with(case, on=TODAY, said="Vale rang; juniper  vale is cross.", said_by="", by=officer)
    raise_task(case, what="Ring Mrs Vale", due_on=TODAY, by=officer)
    withhold_identity(case, why="Juniper Vale fears the landlord", by=officer)
    return case


@pytest.mark.parametrize("role", OF_THE_SERVICE)
def test_what_was_written_before_is_read_without_the_name(client, told_twice, role):
    reader = reader_of(told_twice, role)
    told_twice.tasks.update(owner=reader)
    client.force_login(reader)
    address = f"/case/{told_twice.reference}/"
    tasks = [f"{address}task/{task.pk}/" for task in told_twice.tasks.all()]
    pages = [*(f"{address}{tab}" for tab in TABS), *tasks, "/", "/cases/", "/?whose=everyone"]

    read = {page: client.get(page).content.decode() for page in pages}

    named = [page for page, words in read.items() if re.search("vale|960 115", words, re.I)]
    assert named == []
    assert "[name withheld] says that the bed has not come." in read[address]
    assert "Mrs [name withheld] was not rung back" in read[f"{address}points/"]
    assert "Wren Thistleton" in read[f"{address}people/"]


def test_those_who_run_complaints_read_it_and_where_it_stands(client, told_twice, officer):
    client.force_login(officer)
    address = f"/case/{told_twice.reference}/"

    people, allocate, overview = (
        unescape(client.get(f"{address}{page}").content.decode())
        for page in ("people/", "step/allocate/", "")
    )

    assert "Juniper Vale says that the bed has not come." in overview
    assert "Where their name stands" in overview
    for page in (people, allocate):
        assert "Point 1 holds “01632 960 115”." in page
        assert "The task due on 23 November 2026 holds “Vale”." in page


def test_a_list_that_is_taken_out_holds_no_text_that_may_name_them(client, told_twice):
    head = User.objects.create_user("head@example.org", "Helen Marsh", [Role.HEAD_OF_SERVICE])
    told_twice.service_area.heads.add(head)
    client.force_login(head)

    asked = {"format": "csv", "with_names": "yes", "purpose": "The monthly surgery"}
    answer = client.post("/cases/export/", asked)

    taken = answer.getvalue().decode()
    assert told_twice.reference in taken
    assert "Vale" not in taken


def test_a_name_that_our_pages_are_written_with_is_hidden_after_a_title_only():
    mark = [Secret("Mark May"), Secret("Mark", True), Secret("May", True)]
    page = "<button>Mark as done</button><p>Mark May rang on 4 May; Mrs May did not.</p>"

    assert masked(page, mark) == (
        "<button>Mark as done</button><p>[name withheld] rang on 4 May; Mrs [name withheld] did "
        "not.</p>"
    )


def test_a_name_with_an_apostrophe_is_hidden_as_a_page_writes_it():
    names = [Secret("Ann O'Brien"), Secret("O'Brien", True)]

    assert masked("<p>ann o&#x27;brien, and O&#x27;Brien</p>", names) == (
        "<p>[name withheld], and [name withheld]</p>"
    )


def test_what_a_reader_types_comes_back_as_they_typed_it(client, told_twice, officer):
    """Or whoever may not know could try names until one is hidden."""
    responder = reader_of(told_twice, Role.RESPONDER)
    task = raise_task(told_twice, what="Draft it", due_on=TODAY, owner=responder, by=officer)
    client.force_login(responder)

    typed = {"how": "done", "on": "31 12 2026", "words": "Asked Mrs Vale"}
    page = client.post(f"/case/{told_twice.reference}/task/{task.pk}/", typed).content.decode()

    assert "Asked Mrs Vale</textarea>" in page
