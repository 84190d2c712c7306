"""The adjudication and the answer to the panel, written, cleared by their chains and sent."""

import pytest
import time_machine
from django.test import Client
from django.utils.timezone import now

from accounts.models import User
from accounts.permissions import Role
from cases.actions.casework import assign
from documents.models import Document, DocumentKind
from letters.forms.vet import READ_BY_THE_VETTER
from letters.models import Letter
from tests.complaints_site.case_file.makers import words_of
from tests.complaints_site.every_step import (
    ASK,
    AT_STAGE_2,
    BEGIN,
    CONSULTED,
    INDEPENDENT,
    INVESTIGATOR,
    MET,
    PANEL,
    PANEL_REPORTS,
    PLAN,
    REPORT,
    TODAY,
    case_for,
)
from tests.letters.conftest import ADDRESS, by_post

ON = "20 12 2006"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(f"{TODAY} 14:30 +0000", tick=False):
        yield


@pytest.fixture
def officer(db):
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


@pytest.fixture
def clients(officer, manager):
    """One that is signed in for each who takes part."""
    alan = User.objects.create_user("alan@example.org", "Alan Birch", [Role.ADJUDICATOR])
    dora = User.objects.create_user("dora@example.org", "Dora Vane", [Role.DIRECTOR])
    people = {"officer": officer, "manager": manager, "adjudicator": alan, "director": dora}
    found = {name: Client() for name in people}
    for name, user in people.items():
        found[name].force_login(user)
    return found | {"users": people}


@pytest.fixture
def case(officer):
    people = {"complainant": {"name": "Marlow Penfield", "address": ADDRESS}}
    return case_for("adjudicate", officer, code="children", **people)


def walk(client, case, *steps):
    for key, told in steps:
        told = told(case) if callable(told) else told
        told = {name: v(case) if callable(v) else v for name, v in told.items()}
        answer = client.post(f"/case/{case.reference}/step/{key}/", told)
        assert answer.status_code == 302, (key, words_of(answer))


def write(client, case, kind, **told) -> Letter:
    told |= {"to": case.letters_go_to().pk}
    answer = client.post(f"/case/{case.reference}/letters/write/{kind}/", told)
    assert answer.status_code == 302, words_of(answer)
    return Letter.objects.filter(kind=kind).get()


def clear(clients, letter, signs) -> None:
    """Vetted by the manager, then signed."""
    clients["officer"].post(f"/letters/{letter.pk}/submit/")
    told = {"do": "approve", "ticked": list(READ_BY_THE_VETTER), "why": "Read"}
    assert clients["manager"].post(f"/letters/{letter.pk}/vet/", told).status_code == 302
    assert not Letter.objects.get(pk=letter.pk).may_be_sent
    answer = clients[signs].post(f"/letters/{letter.pk}/vet/", {"do": "approve"})
    assert answer.status_code == 302, words_of(answer)
    letter.refresh_from_db()
    assert letter.state == "approved"


def enclose_reports(case, letter, officer) -> None:
    for means in DocumentKind.Means.values:
        kind = DocumentKind.objects.filter(means=means).first()
        kind = kind or DocumentKind.objects.create(name=means, means=means)
        paper = Document.objects.create(
            case=case,
            kind=kind,
            dated_on=TODAY,
            name=f"{means}.txt",
            sha256="0" * 64,
            size=1,
            disclosure="may",
            filed_by=officer,
        )
        letter.enclosures.create(document=paper)


def test_the_adjudication_then_the_answer_to_the_panel_go_as_letters(clients, case, officer):
    by = clients["officer"]
    walk(by, case, *AT_STAGE_2, INVESTIGATOR, INDEPENDENT, REPORT)
    alan = clients["users"]["adjudicator"]
    assign(case, to=alan, capacity="adjudicator", on=TODAY, by=officer)
    letter = write(by, case, "adjudication", point_1="upheld", reason_1="The letter shows it.")
    enclose_reports(case, letter, officer)
    clear(clients, letter, "adjudicator")
    told = by_post(letter, on=ON, adjudicator=alan.pk, adjudicated_on=ON)
    answer = by.post(f"/letters/{letter.pk}/send/", told)
    assert answer.status_code == 302, words_of(answer)
    stage = case.stages.get(number=2)
    assert stage.responded_on == TODAY
    assert stage.deadlines.get(limit__kind="window").met_on is None

    walk(by, case, ASK, BEGIN, PANEL, PLAN, MET, PANEL_REPORTS)
    dora = clients["users"]["director"]
    assign(case, to=dora, capacity="director", on=TODAY, by=officer)
    answers = {"answer_1": "accepted", "reason_1": "", "answer_2": "not_accepted"}
    refused = by.post(
        f"/case/{case.reference}/letters/write/stage_3/",
        answers | {"to": case.letters_go_to().pk},
    )
    assert "Say why recommendation 2 is not accepted in full" in words_of(refused)
    answers["reason_2"] = "It was said in May."
    letter = write(by, case, "stage_3", **answers)
    assert "It was said in May." in letter.drafts.get().text
    clear(clients, letter, "director")
    page = words_of(by.get(f"/letters/{letter.pk}/send/"))
    assert "It was said in May." in page.split("<textarea", 1)[1]
    consulted = {name: v(case) if callable(v) else v for name, v in CONSULTED.items()}
    answer = by.post(f"/letters/{letter.pk}/send/", by_post(letter, on=ON, **answers, **consulted))

    assert answer.status_code == 302, words_of(answer)
    assert case.stages.get(number=3).responded_on == TODAY
    said = case.stages.get(number=3).recommendations.values_list("answer", flat=True)
    assert list(said) == ["accepted", "not_accepted"]
    assert now().date() == TODAY
