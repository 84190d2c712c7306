"""Papers are found by their names at once, and by what is written in them once it was read."""

import io
from datetime import date

import docx
import pytest
from django.core.management import call_command
from django.utils.timezone import now

from accounts.permissions import Role
from cases.actions.undoing import undo_last
from cases.acts import last_act
from cases.models import Assignment, Case, SearchedText
from documents import vault
from documents.actions.filing import file_documents
from documents.actions.taking_out import take_out_document
from documents.jobs import read_papers
from documents.models import Document, DocumentText
from documents.reading_papers import read_paper, unread
from documents.reading_text import text_of
from documents.receiving import receive
from tests.complaints_site.case_file.makers import someone, take_in_complaint
from tests.documents import files
from tests.packs.made import pdf

pytestmark = pytest.mark.django_db


def word_file(*paragraphs, cell="") -> bytes:
    made = docx.Document()
    for one in paragraphs:
        made.add_paragraph(one)
    if cell:
        made.add_table(1, 1).cell(0, 0).text = cell
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


CONTENTS = {
    "report.pdf": pdf("The thermostat was never set", "Page two names the boiler"),
    "letter.docx": word_file("The thermostat was never set", cell="the boiler in a table"),
    "note.txt": b"The thermostat was never set; the boiler",
    "list.csv": b"thermostat,boiler",
    "mail.eml": files.EMAIL.replace("the visit", "the thermostat of the boiler").encode(),
}


@pytest.fixture
def filed(case, officer, report):
    """``filed("report.pdf")``: that paper, filed with the case (or ``of`` another) and read."""

    def filed(name, content=None, of=case, read=True):
        paper = receive(name, CONTENTS[name] if content is None else content)
        facts = {"kind": report, "dated_on": date(2026, 11, 20), "by": officer}
        (document,) = file_documents(of, [paper], **facts)
        if read:
            read_papers(0)
        return document

    return filed


@pytest.fixture
def found(client, officer):
    def found(text, reader=officer):
        client.force_login(reader)
        return [row.reference for row in client.get("/cases/", {"q": text}).context["rows"]]

    return found


@pytest.mark.parametrize("name", CONTENTS)
def test_a_paper_is_found_by_what_is_written_in_it(case, filed, found, name):
    filed(name)

    assert found("thermostats boiler") == [case.reference]


@pytest.mark.parametrize("typed", ["visit log", "Visit", "visit_log.pdf", "visit-log"])
def test_a_paper_is_found_by_its_name_in_the_moment_it_is_filed(case, filed, found, typed):
    filed("visit_log-2026.pdf", files.PDF, read=False)

    assert found(typed) == [case.reference]


def test_what_was_withdrawn_is_found_neither_by_name_nor_by_words(filed, found, manager):
    document = filed("report.pdf")
    take_out_document(document, why="Of another family", now=now(), by=manager)

    assert found("thermostat") == found("report") == []
    assert not DocumentText.objects.exists()
    read_papers(0)
    assert found("thermostat") == []


def test_one_that_is_put_back_is_read_again(case, filed, found, manager):
    document = filed("report.pdf")
    take_out_document(document, why="Of another family", now=now(), by=manager)
    undo_last(case, context_id=last_act(case).context_id, now=now(), by=manager)
    assert found("report") == [case.reference]

    read_papers(0)

    assert found("thermostat") == [case.reference]


def test_a_filing_that_is_undone_takes_its_words_along(case, filed, found, officer):
    filed("report.pdf")

    undo_last(case, context_id=last_act(case).context_id, now=now(), by=officer)

    assert not Document.objects.exists()
    assert found("thermostat") == []


def test_what_is_moved_is_found_in_the_case_where_it_belongs(filed, found, manager, officer):
    other = take_in_complaint(officer, on=date(2026, 11, 16))
    take_out_document(filed("report.pdf"), to=other, why="Theirs", now=now(), by=manager)
    read_papers(0)

    assert found("thermostat") == [other.reference]


def test_where_who_complains_is_withheld_only_those_who_may_know_find_it(
    case, filed, found, officer
):
    responder = someone(Role.RESPONDER, "Kit Ashby")
    Assignment.objects.create(
        case=case, user=responder, capacity=Assignment.Capacity.RESPONDER, since=case.received_on
    )
    filed("report.pdf")
    assert found("thermostat", responder) == found("report", responder) == [case.reference]

    Case.objects.update(identity_withheld=True)

    assert found("thermostat", responder) == found("report", responder) == []
    assert found("thermostat", officer) == [case.reference]


def test_a_paper_that_cannot_be_read_is_tried_once(filed):
    filed("report.pdf", b"%PDF-1.4 broken %%EOF")

    assert DocumentText.objects.get().text == ""
    assert unread() == []


def test_a_file_that_is_gone_from_the_folder_keeps_nobody_busy(filed):
    document = filed("report.pdf", read=False)
    vault.path_of(document.sha256).unlink()

    read_papers(0)

    assert unread() == []


def test_one_that_is_being_read_is_not_read_twice(filed, monkeypatch):
    document = filed("report.pdf", read=False)
    read = []

    def reading(*args):
        read.append(args)
        read_paper(document.pk)
        return "The thermostat"

    monkeypatch.setattr("documents.reading_papers.text_of", reading)
    read_paper(document.pk)

    assert len(read) == 1
    assert DocumentText.objects.get().text == "The thermostat"


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.docx", b"PK\x03\x04 no"), ("a.pdf", b""), ("a.eml", b""), ("a.png", files.PNG)],
)
def test_what_holds_no_text_has_no_words(name, content):
    assert text_of(name, content) == ""


def test_a_text_without_end_is_cut(filed):
    assert len(text_of("long.txt", b"word " * 100_000)) == 249_999  # without the last space


def test_the_words_are_made_anew_by_the_command_too(case, filed, found):
    filed("report.pdf")
    SearchedText.objects.all().delete()

    call_command("make_search_anew", verbosity=0)

    assert found("thermostat") == found("report") == [case.reference]
