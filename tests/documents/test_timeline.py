"""Contacts, papers and changes on the one timeline of a case, and its filter by kind."""

from datetime import date, time

import pytest
from django.utils.timezone import now

from accounts.permissions import Role
from cases.actions.casework import add_note, assign, restrict
from cases.models import Assignment, Decision, Note
from documents.actions.filing import file_documents
from documents.actions.taking_out import take_out_document, take_out_note
from documents.emails import read_email
from documents.receiving import receive
from documents.whole_emails import file_whole
from stages.actions.casework import record_date
from stages.models import StageEvent
from tests.complaints_site.case_file.makers import someone
from tests.documents import files

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


@pytest.fixture
def happened(client, case):
    """``happened(reader, "documents")``: the titles and texts of the timeline, newest first."""

    def happened(reader, kind=""):
        client.force_login(reader)
        answer = client.get(f"/case/{case.reference}/", {"show": kind} if kind else {})
        return [(one.title, one.text) for one in answer.context["happenings"]]

    return happened


def filed(case, officer, report, *, email=False):
    if email:
        content = files.email(with_files={"scan.pdf": files.PDF})
        received = receive("mail.eml", content)
        return file_whole(case, read_email(content), received, on=DAY, by=officer).note
    papers = [receive("report.pdf", files.PDF)]
    return file_documents(case, papers, kind=report, dated_on=DAY, by=officer)[0]


def test_a_call_says_when_and_with_whom(case, officer, happened):
    told = {"how": Note.How.CALL, "at": time(9, 5), "said_by": "Marlow Penfield"}
    first = add_note(case, text="She rang.", on=DAY, by=officer, **told)
    add_note(case, text="She did not.", on=DAY, by=officer, corrects=first)

    assert sorted(happened(officer, "notes")) == [
        ("Call at 09:05 with Marlow Penfield (corrected on 20 November 2026)", "She rang."),
        ("Note, correcting that of 20 November 2026", "She did not."),
    ]


def test_an_email_stands_on_its_day_with_links_to_what_came_with_it(
    client, case, officer, report, happened
):
    filed(case, officer, report, email=True)

    ((title, text),) = happened(officer, "notes")
    assert title == "E-mail at 09:15 from Juniper Vale <juniper.vale@example.org>"
    assert text.startswith("Nobody came on Monday")
    (shown,) = client.get(f"/case/{case.reference}/?show=notes").context["happenings"]
    assert [label for label, _ in shown.links] == ["scan.pdf", "mail.eml", "Correct"]
    assert happened(officer, "documents") == []


def test_it_filters_by_kind(case, officer, report, happened):
    add_note(case, text="She rang.", on=DAY, by=officer)
    filed(case, officer, report)
    record_date(case.stages.get(), StageEvent.ACKNOWLEDGED, on=DAY, by=officer)
    assign(case, to=officer, capacity=Assignment.Capacity.OWNER, on=DAY, by=officer)

    assert happened(officer, "notes") == [("Note", "She rang.")]
    assert happened(officer, "documents") == [("Investigation report: document filed", "")]
    assert happened(officer, "letters") == [("Stage 1: acknowledged", "")]
    assert happened(officer, "changes") == [
        ("Changed: put the case to Anna Fielding (holds the case)", "")
    ]
    stages = [title for title, _ in happened(officer, "dates")]
    assert stages == ["Stage 1: acknowledged", "Complaint received"]
    everything = happened(officer)
    assert len(everything) == 5


def test_older_notes_are_not_crowded_out_by_what_came_later(case, officer, happened):
    add_note(case, text="The first call.", on=DAY, by=officer)
    for _ in range(70):
        Decision.objects.create(
            case=case, kind="refused", decided_on=date(2026, 11, 24), decision="No"
        )

    assert ("Note", "The first call.") not in happened(officer)
    assert happened(officer, "notes") == [("Note", "The first call.")]


def test_of_what_was_taken_out_a_line_stays(case, officer, manager, report, happened):
    told = {"how": Note.How.CALL, "said_by": "Sorrel Wexcombe"}
    note = add_note(case, text="Their dog bit her.", on=DAY, by=officer, **told)
    paper = filed(case, officer, report)
    take_out_note(note, why="Another family's", now=now(), by=manager)
    take_out_document(paper, why="Another family's", now=now(), by=manager)

    assert happened(manager, "notes") == [("Call withdrawn", "Why: Another family's")]
    assert happened(manager, "documents") == [("Document withdrawn", "Why: Another family's")]


def test_where_who_complains_is_withheld_so_are_names_emails_and_papers(
    case, officer, report, happened
):
    told = {"how": Note.How.CALL, "said_by": "Marlow Penfield"}
    add_note(case, text="A call.", on=DAY, by=officer, **told)
    filed(case, officer, report, email=True)
    filed(case, officer, report)
    responder = someone(Role.RESPONDER)
    assign(case, to=responder, capacity=Assignment.Capacity.RESPONDER, on=DAY, by=officer)
    case.identity_withheld = True
    case.save()

    assert sorted(happened(responder, "notes")) == [
        ("Call", "A call."),
        ("E-mail at 09:15", "Withheld: who complains is not told to the service."),
    ]
    assert happened(responder, "documents") == []
    assert len(happened(officer, "documents")) == 1


def test_only_a_manager_is_offered_to_take_out(client, case, officer, manager):
    add_note(case, text="She rang.", on=DAY, by=officer)

    def offered(reader):
        client.force_login(reader)
        (note,) = client.get(f"/case/{case.reference}/?show=notes").context["happenings"]
        return [label for label, _ in note.links]

    assert offered(officer) == ["Correct"]
    assert offered(manager) == ["Correct", "Take out"]
    restrict(case, why="A colleague", by=manager)
    assert offered(manager) == ["Correct", "Take out"]
