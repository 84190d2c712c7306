"""A note or a paper under the wrong family: moved or withdrawn, with a reason; a stub stays."""

import uuid
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction
from django.utils.timezone import now

from accounts.models import Event
from cases.actions.casework import add_note
from cases.actions.undoing import undo_last
from cases.acts import last_act
from cases.models import Note
from documents import vault
from documents.actions.filing import file_documents
from documents.actions.taking_out import take_out_document, take_out_note
from documents.emails import read_email
from documents.models import Document, Download, FiledEmail
from documents.receiving import receive
from documents.whole_emails import file_whole
from tests.complaints_site.case_file.makers import TABS, take_in_complaint, words_of
from tests.documents import files

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 24)
WHY = "Filed under the wrong family"


@pytest.fixture
def other(officer):
    return take_in_complaint(officer, on=date(2026, 11, 17), complainant={"name": "Ash Brook"})


@pytest.fixture
def document(case, officer, report):
    received = [receive("Rowan's brother.pdf", files.PDF)]
    (filed,) = file_documents(case, received, kind=report, dated_on=date(2026, 11, 20), by=officer)
    return filed


@pytest.fixture
def note(case, officer):
    told = {"said_by": "Sorrel Wexcombe", "how": Note.How.CALL}
    return add_note(case, text="Their dog bit her.", on=date(2026, 11, 20), by=officer, **told)


@pytest.fixture
def email(case, officer, report):
    content = files.email(with_files={"scan.pdf": files.PDF})
    read, received = read_email(content), receive("mail.eml", content)
    return file_whole(case, read, received, on=DAY, by=officer).note


def test_a_document_is_withdrawn_and_a_stub_stays(client, case, document, manager):
    client.force_login(manager)
    sent = {"what": "withdraw", "why": WHY}

    answer = client.post(
        f"/case/{case.reference}/documents/{document.pk}/take-out/", sent, follow=True
    )

    assert "is withdrawn. A line in its place says who took it out" in words_of(answer)
    document.refresh_from_db()
    assert (document.name, document.taken_out_by, document.moved_to) == ("", manager, None)
    page = words_of(client.get(f"/case/{case.reference}/documents/"))
    assert "Withdrawn by Martin Oakes on 24 November 2026" in page
    assert f"Why: {WHY}" in page
    event = Event.objects.latest("pk")
    assert (event.sentence, event.why) == ("withdrew a document", WHY)


def test_its_file_is_kept_in_the_folder_and_given_to_nobody(client, case, document, manager):
    take_out_document(document, why=WHY, now=now(), by=manager)
    client.force_login(manager)

    assert vault.path_of(document.sha256).exists()
    address = f"/case/{case.reference}/documents/{document.pk}/"
    for page in "", "describe/", "take-out/":
        assert client.get(f"{address}{page}").status_code == 404


def test_a_document_is_moved_to_the_case_where_it_belongs(client, case, other, document, manager):
    client.force_login(manager)
    sent = {"what": "move", "to": other.reference.lower(), "why": WHY}

    client.post(f"/case/{case.reference}/documents/{document.pk}/take-out/", sent)

    document.refresh_from_db()
    moved = Document.objects.get(case=other)
    assert (document.name, document.moved_to) == ("", other)
    assert (moved.name, moved.sha256) == ("Rowan's brother.pdf", document.sha256)
    last = [Event.objects.filter(about_id=one.pk).latest("pk") for one in (case, other)]
    assert [(event.sentence, event.why) for event in last] == [
        ("moved a document to another case", WHY),
        ("moved a document here from another case", ""),
    ]


def test_a_note_that_is_taken_out_is_nowhere_on_the_case(client, case, note, manager):
    take_out_note(note, why=WHY, now=now(), by=manager)
    client.force_login(manager)

    for tab in [*TABS, "documents/", f"notes/{note.pk}/take-out/", "step/note/"]:
        page = words_of(client.get(f"/case/{case.reference}/{tab}"))
        assert "dog bit" not in page
        assert "Sorrel Wexcombe" not in page


def test_an_email_goes_with_what_came_with_it(case, other, email, manager):
    take_out_note(email, to=other, why=WHY, now=now(), by=manager)

    moved = Note.objects.get(case=other)
    assert moved.text.startswith("Nobody came on Monday")
    assert FiledEmail.objects.get().note == moved
    assert sorted(moved.documents.values_list("name", flat=True)) == ["mail.eml", "scan.pdf"]
    assert set(case.documents.values_list("name", "moved_to")) == {("", other.pk)}
    assert set(case.notes.values_list("text", "said_by")) == {("", "")}


def test_an_email_that_was_withdrawn_may_be_filed_where_it_belongs(case, other, email, manager):
    take_out_note(email, why=WHY, now=now(), by=manager)

    content = files.email(with_files={"scan.pdf": files.PDF})
    received = receive("mail.eml", content)
    filed = file_whole(other, read_email(content), received, on=DAY, by=manager)

    assert filed.note.case == other


def test_only_a_manager_takes_out(client, case, note, document, officer):
    client.force_login(officer)

    for address in f"documents/{document.pk}", f"notes/{note.pk}":
        assert client.get(f"/case/{case.reference}/{address}/take-out/").status_code == 403
    assert "Take out" not in words_of(client.get(f"/case/{case.reference}/documents/"))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"what": "withdraw"}, "Enter why it is taken out"),
        ({"why": WHY}, "Say whether to move it or to withdraw it"),
        ({"what": "move", "why": WHY}, "Enter the reference of the case where it belongs"),
        ({"what": "move", "why": WHY, "to": "2026-99999"}, "No case has that reference"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_is_lost(client, case, note, manager, sent, said):
    client.force_login(manager)

    page = words_of(client.post(f"/case/{case.reference}/notes/{note.pk}/take-out/", sent))

    assert said in page
    assert all(value in page for value in sent.values())
    note.refresh_from_db()
    assert note.text == "Their dog bit her."


def test_it_is_not_moved_to_the_case_that_it_is_in(client, case, note, manager):
    client.force_login(manager)
    sent = {"what": "move", "to": case.reference, "why": WHY}

    page = words_of(client.post(f"/case/{case.reference}/notes/{note.pk}/take-out/", sent))

    assert "It is filed with that case already" in page
    with pytest.raises(ValidationError):
        take_out_note(note, to=case, why=WHY, now=now(), by=manager)


def test_it_is_taken_out_once(note, manager):
    take_out_note(note, why=WHY, now=now(), by=manager)

    with pytest.raises(ValidationError):
        take_out_note(note, why=WHY, now=now(), by=manager)


def test_taking_out_is_undone_while_it_is_fresh(case, other, email, manager):
    take_out_note(email, to=other, why=WHY, now=now(), by=manager)

    undo_last(case, context_id=last_act(case).context_id, now=now(), by=manager)

    email.refresh_from_db()
    assert email.text.startswith("Nobody came on Monday")
    assert not other.notes.exists()
    assert sorted(case.documents.values_list("name", flat=True)) == ["mail.eml", "scan.pdf"]
    assert FiledEmail.objects.get().note == email


def test_the_database_keeps_no_content_of_what_was_taken_out(note, manager):
    with pytest.raises(IntegrityError, match="note_taken_out_for_a_reason"), transaction.atomic():
        Note.objects.filter(pk=note.pk).update(
            taken_out_at=now(), taken_out_by=manager, taken_out_because=WHY
        )
    with pytest.raises(IntegrityError, match="note_taken_out_for_a_reason"), transaction.atomic():
        Note.objects.filter(pk=note.pk).update(taken_out_at=now(), text="")


def test_the_database_refuses_to_edit_a_note(note):
    for change in {"text": "Nothing happened."}, {"on": date(2026, 11, 1)}, {"said_by": "Nobody"}:
        with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
            Note.objects.filter(pk=note.pk).update(**change)


def test_the_act_of_another_is_not_undone_by_a_wrong_key(case, note, manager):
    with pytest.raises(ValidationError):
        undo_last(case, context_id=uuid.uuid4(), now=now(), by=manager)


def test_the_search_finds_a_note_until_it_is_taken_out_and_no_email(
    client, case, note, email, manager
):
    client.force_login(manager)

    def found(words):
        return [row.reference for row in client.get("/cases/", {"q": words}).context["rows"]]

    assert found("dog bit") == [case.reference]
    assert found("visit Monday took place nobody") == []

    take_out_note(note, why=WHY, now=now(), by=manager)
    assert found("dog bit") == []


def test_an_upload_is_undone_unless_somebody_took_a_copy(case, document, officer):
    Download.objects.create(document=document, user=officer)

    with pytest.raises(ValidationError, match="Something that came later stands on it"):
        undo_last(case, context_id=last_act(case).context_id, now=now(), by=officer)

    assert case.documents.exists()


def test_an_upload_that_nobody_opened_is_undone(case, document, officer):
    undo_last(case, context_id=last_act(case).context_id, now=now(), by=officer)

    assert not case.documents.exists()
