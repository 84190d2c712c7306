"""What must be known before anybody writes or calls stands on every page of the case."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.utils.timezone import now

from accounts.permissions import Role
from cases.actions.casework import add_note, assign
from cases.models import Person
from complaints_site.urls import urlpatterns
from documents.actions.filing import file_documents
from documents.models import DocumentKind
from documents.receiving import Received
from packs.actions.packs import begin_pack, send_for_review
from remedies.actions.putting_right import offer_payment
from stages.actions.restrictions import restrict_contact
from stages.actions.statement import propose_statement
from stages.actions.tasks import raise_task
from stages.statements import Line
from stages.steps import STEPS
from tests.complaints_site.case_file.makers import (
    RECEIVED,
    someone,
    take_in_complaint,
    words_of,
)

pytestmark = pytest.mark.django_db

TOLD = "Before you write to or call Marlow Penfield</strong> (complainant): No post."


@pytest.fixture
def case(officer):
    return take_in_complaint(
        officer,
        complainant={"no_post": True, "language": "Polish", "needs_review_on": date(2006, 9, 10)},
    )


TERMS = "only in writing"
FILES = {"document", "pack-look", "pack-download", "pack-beside"}  # a file is no page


@pytest.fixture
def pages(case, officer, manager):
    """The pages of a case that has something on each of them, by the name of their address."""
    restrict_contact(
        case,
        case.people.first().person,
        reason="Threats",
        terms=[TERMS],
        on=RECEIVED,
        review_on=date(2007, 9, 4),
        by=manager,
    )
    task = raise_task(case, what="Ring the school", due_on=RECEIVED, by=manager)
    stage = case.stages.get()
    lines = [Line("The visits")]
    propose_statement(stage, lines, proposed_by="council", on=RECEIVED, by=officer)
    offered = offer_payment(
        case, kind="distress", amount=Decimal(50), on=RECEIVED, why="Distress", by=officer
    )
    note = add_note(case, text="She rang.", on=RECEIVED, by=officer)
    kind = DocumentKind.objects.create(name="Report")
    paper = Received("report.pdf", "a" * 64, 1)
    (document,) = file_documents(case, [paper], kind=kind, dated_on=RECEIVED, by=officer)
    chosen = {"documents": [document], "by": officer}
    begun, waits = (
        begin_pack(case, for_whom=reader, **chosen) for reader in ("panel", "ombudsman")
    )
    send_for_review(waits, now=now(), by=officer)
    return {
        "case-file": [""],
        "case-points": ["points/"],
        "case-stages": ["stages/"],
        "case-people": ["people/"],
        "case-documents": ["documents/"],
        "case-letters": ["letters/"],
        "document-describe": [f"documents/{document.pk}/describe/"],
        "document-take-out": [f"documents/{document.pk}/take-out/"],
        "note-take-out": [f"notes/{note.pk}/take-out/"],
        "case-packs": ["files/"],
        "pack-make": ["files/make/"],
        "pack": [f"files/{begun.pk}/", f"files/{waits.pk}/"],
        "pack-change": [f"files/{begun.pk}/change/"],
        "pack-chronology": [f"files/{begun.pk}/chronology/"],
        "pack-black-out": [f"files/{begun.pk}/black-out/"],
        "pack-review": [f"files/{waits.pk}/review/"],
        "case-remedies": ["remedies/"],
        "case-history": ["history/"],
        "correct-person": [f"people/{case.people.first().pk}/"],
        "remedies-offer": ["remedies/offer/"],
        "remedies-promise": ["remedies/promise/"],
        "payment-answered": [f"remedies/{offered.pk}/answered/"],
        "payment-approve": [f"remedies/{offered.pk}/approve/"],
        "payment-offered": [f"remedies/{offered.pk}/offered/"],
        "learning-form": ["learning/1/"],
        "lesson-add": ["lessons/add/"],
        "deadline-reasons": [f"deadline/{stage.deadlines.first().pk}/"],
        "which-procedure": ["which-procedure/"],
        "statement": ["statement/1/"],
        "task": [f"task/{task.pk}/"],
        "case-record": ["record/"],
        "step": [f"step/{step.key}/" for step in STEPS],
    }


def test_it_stands_on_every_page_of_the_case(case, manager, page_of, pages):
    for page in (page for several in pages.values() for page in several):
        words = words_of(page_of(case, manager, page))
        assert (page, TOLD in words, TERMS in words) == (page, True, True)


def test_it_stands_where_a_step_is_not_undone(case, manager, client):
    client.force_login(manager)

    assert TOLD in words_of(client.post(f"/case/{case.reference}/undo/"))


def test_no_page_of_a_case_is_left_out_here(pages):
    addresses = {one.name for one in urlpatterns if str(one.pattern).startswith("case/")}

    assert addresses - {"undo", *FILES} == pages.keys()


@pytest.mark.parametrize(("day", "shows"), [(date(2006, 9, 10), False), (date(2006, 9, 11), True)])
def test_needs_that_were_to_be_asked_again_say_so_from_the_day_after(
    case, officer, page_of, day, shows
):
    words = words_of(page_of(case, officer, "step/note/", on=day))

    asks = "Marlow Penfield was to be asked again what they need by 10 September 2006."
    assert (asks in words) is shows
    assert (f"people/{case.people.first().pk}/#id_needs_review_on" in words) is shows


def test_a_responding_manager_reads_it_too(case, officer, page_of):
    responder = someone(Role.RESPONDER, "Ruth Barlow")
    assign(case, to=responder, capacity="responder", on=RECEIVED, by=officer)

    assert TOLD in words_of(page_of(case, responder))


# A person is put right


@pytest.fixture
def put_right(client, officer, case):
    def put_right(**typed):
        part = case.people.first()
        given = {"name": "Marlow Penfield", "relation": "mother", "care": ["no_post"]} | typed
        client.force_login(officer)
        with time_machine.travel("2006-09-06 11:00 +0000", tick=False):
            client.force_login(officer)
            return client.post(f"/case/{case.reference}/people/{part.pk}/", given)

    return put_right


def test_a_page_shows_what_is_known_and_keeps_what_was_put_right(case, officer, page_of, put_right):
    part = case.people.first()
    page = words_of(page_of(case, officer, f"people/{part.pk}/"))
    assert 'value="Polish"' in page
    assert 'value="10 9 2006"' in page

    answer = put_right(address="3 Mill Lane", care=["address"], language="")
    assert answer.url == f"/case/{case.reference}/people/"
    person = Person.objects.get(pk=part.person_id)
    assert (person.address, person.address_is_safe, person.no_post, person.language) == (
        "3 Mill Lane",
        False,
        False,
        "",
    )
    history = words_of(page_of(case, officer, "history/"))
    assert (
        "Anna Fielding put right for the complainant: address, address is safe, ask again about "
        "their needs on, language, no post" in history
    )


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": ""}, "Enter name"),
        ({"email": "nowhere"}, "Enter a valid email address"),
        ({"authority_evidence": "A letter"}, "Enter the date of the evidence of authority"),
        ({"needs_review_on": "31 2 2007"}, "as day, month and year"),
        ({"needs_review_on": "6 9 2006"}, "Enter the next day to ask: a day after today"),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_stays(put_right, typed, sentence):
    words = words_of(put_right(telephone="01632 960 103", **typed))

    assert sentence in words
    assert 'value="01632 960 103"' in words
    assert not Person.objects.filter(telephone="01632 960 103").exists()


def test_only_those_who_run_cases_put_a_person_right(case, officer, client):
    responder = someone(Role.RESPONDER, "Ruth Barlow")
    assign(case, to=responder, capacity="responder", on=RECEIVED, by=officer)
    client.force_login(responder)

    assert client.get(f"/case/{case.reference}/people/{case.people.first().pk}/").status_code == 403


def test_a_person_is_not_put_right_under_another_case(case, officer, client):
    other = take_in_complaint(officer)
    client.force_login(officer)

    address = f"/case/{other.reference}/people/{case.people.first().pk}/"
    assert client.get(address).status_code == 404
