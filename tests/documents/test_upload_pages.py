"""The documents of a case: uploaded several at once, checked, and given out as downloads."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.utils.timezone import now

from accounts.models import Event
from accounts.permissions import Role
from cases.actions.casework import add_note, assign, restrict
from cases.models import Assignment, Note
from complaints_site import settings as as_they_are
from documents import vault
from documents.actions.filing import file_documents
from documents.actions.taking_out import take_out_document
from documents.models import Document, Download, FiledEmail
from documents.receiving import receive
from tests.complaints_site.case_file.makers import someone, take_in_complaint, words_of
from tests.documents import files

pytestmark = pytest.mark.django_db


def one_document(case, by, kind, name="report.pdf", content=files.PDF) -> Document:
    received = [receive(name, content)]
    (document,) = file_documents(case, received, kind=kind, dated_on=date(2026, 11, 20), by=by)
    return document


def address_of(document: Document) -> str:
    return f"/case/{document.case.reference}/documents/{document.pk}/"


def test_several_are_uploaded_at_once_with_type_date_and_disclosure(case, officer, report, upload):
    answer = upload({"report.pdf": files.PDF, "photo.png": files.PNG}, officer)

    assert f"Filed with {case}: 2 documents" in words_of(answer)
    rows = Document.objects.order_by("name").values_list("name", "kind", "dated_on", "disclosure")
    assert list(rows) == [
        ("photo.png", report.pk, date(2026, 11, 20), "may"),
        ("report.pdf", report.pk, date(2026, 11, 20), "may"),
    ]
    latest = Event.objects.latest("pk")
    assert (latest.sentence, latest.by) == ("filed 2 documents", officer)


def test_what_cannot_be_kept_is_said_and_the_others_are_filed(officer, upload):
    sent = {"report.pdf": files.PDF, "letter.docx": files.WINDOWS_PROGRAM}

    answer = upload(sent, officer)

    assert Document.objects.get().name == "report.pdf"
    assert (
        "“letter.docx” was not kept: it says that it is a .docx, but it is a Windows program."
        in words_of(answer)
    )


def test_where_nothing_can_be_kept_all_that_was_chosen_stands_there_again(officer, upload, report):
    answer = upload({"letter.docx": files.WINDOWS_PROGRAM}, officer)

    page = words_of(answer)
    assert "it is a Windows program" in page
    assert 'value="20 11 2026"' in page
    assert re.search(rf'<option value="{report.pk}" selected', page)
    assert re.search(r'value="may"[^>]* checked', page)
    assert not Document.objects.exists()


def test_a_file_that_is_too_large_is_dropped_on_the_way(officer, upload, settings):
    settings.DOCUMENT_MAX_MEGABYTES = 1
    sent = {"film.pdf": files.PDF + b"\0" * 1024**2, "report.pdf": files.PDF}

    answer = upload(sent, officer)

    said = "“film.pdf” was not kept: it is larger than 1 MB, the most that one file may have."
    assert said in words_of(answer)
    assert Document.objects.get().name == "report.pdf"

    again = upload({"film.pdf": files.PDF + b"\0" * 1024**2}, officer)
    assert said in words_of(again)
    assert "Choose the files to upload" not in words_of(again)
    assert 'value="20 11 2026"' in words_of(again)


def test_without_a_file_and_without_a_type_the_page_says_so(officer, upload):
    page = words_of(upload({}, officer, kind=""))

    assert "Choose the files to upload" in page
    assert "Choose type from the list" in page or "Choose type" in page


def test_a_path_in_the_name_is_left_behind(case, officer, report):
    document = one_document(case, officer, report, name="..\\..\\../etc/report.pdf")

    assert document.name == "report.pdf"
    assert vault.path_of(document.sha256).read_bytes() == files.PDF


def test_the_script_with_the_progress_is_told_where_to_go(client, case, officer, report):
    client.force_login(officer)
    data = {"kind": report.pk, "dated_on": "20 11 2026", "disclosure": "may"}
    data["files"] = SimpleUploadedFile("report.pdf", files.PDF)
    address = f"/case/{case.reference}/documents/"

    answer = client.post(address, data, headers={"Accept": "application/json"})

    assert answer.json() == {"next": address}


def test_it_is_given_out_as_a_download_and_who_took_it_is_kept(client, case, officer, report):
    document = one_document(case, officer, report)
    client.force_login(officer)

    answer = client.get(address_of(document))

    assert b"".join(answer.streaming_content) == files.PDF
    assert answer.headers["Content-Disposition"] == 'attachment; filename="report.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert Download.objects.values_list("document", "user").get() == (document.pk, officer.pk)


def test_who_took_a_copy_is_told_to_those_who_read_the_trail(
    client, case, officer, manager, report
):
    document = one_document(case, officer, report)
    client.force_login(officer)
    client.get(address_of(document))

    assert "Anna Fielding <" not in words_of(client.get(f"{address_of(document)}describe/"))
    client.force_login(manager)
    assert "Anna Fielding <" in words_of(client.get(f"{address_of(document)}describe/"))


def test_a_log_of_downloads_is_changed_by_nobody(case, officer, report):
    document = one_document(case, officer, report)
    taken = Download.objects.create(document=document, user=officer)

    with pytest.raises(DatabaseError), transaction.atomic():
        taken.delete()


def test_the_documents_of_a_restricted_case_are_not_there_for_others(
    client, case, officer, manager, report
):
    document = one_document(case, officer, report)
    restrict(case, why="A colleague is named", by=manager)

    client.force_login(someone(Role.OFFICER, "Other Officer"))
    assert client.get(address_of(document)).status_code == 404
    client.force_login(manager)
    assert client.get(address_of(document)).status_code == 200
    assert not Download.objects.exclude(user=manager).exists()


def test_a_document_answers_only_under_its_own_case(client, case, officer, report):
    document = one_document(case, officer, report)
    other = take_in_complaint(officer, on=date(2026, 11, 17))
    client.force_login(officer)

    assert client.get(f"/case/{other.reference}/documents/{document.pk}/").status_code == 404


def test_where_who_complains_is_withheld_the_documents_are(client, case, officer, report):
    document = one_document(case, officer, report)
    responder = someone(Role.RESPONDER)
    assign(
        case, to=responder, capacity=Assignment.Capacity.RESPONDER, on=case.received_on, by=officer
    )
    client.force_login(responder)
    assert client.get(address_of(document)).status_code == 200

    case.identity_withheld = True
    case.save()

    assert client.get(address_of(document)).status_code == 404
    page = words_of(client.get(f"/case/{case.reference}/documents/"))
    assert "The documents are withheld" in page
    assert "report.pdf" not in page


def test_who_answers_a_complaint_reads_its_documents_and_adds_none(client, case, officer, report):
    one_document(case, officer, report)
    responder = someone(Role.RESPONDER)
    assign(
        case, to=responder, capacity=Assignment.Capacity.RESPONDER, on=case.received_on, by=officer
    )
    client.force_login(responder)
    address = f"/case/{case.reference}/documents/"

    assert "report.pdf" in words_of(client.get(address))
    assert "Upload documents" not in words_of(client.get(address))
    assert client.post(address, {"kind": report.pk}).status_code == 403


def test_what_it_is_and_whether_it_may_be_disclosed_is_said_later(client, case, officer, report):
    document = one_document(case, officer, report)
    client.force_login(officer)
    sent = {"kind": report.pk, "dated_on": "19 11 2026", "disclosure": "must_not"}

    client.post(f"{address_of(document)}describe/", sent)

    document.refresh_from_db()
    assert (document.dated_on, document.disclosure) == (date(2026, 11, 19), "must_not")


def test_a_date_to_come_is_not_taken(officer, upload):
    page = words_of(upload({"report.pdf": files.PDF}, officer, dated_on="25 11 2026"))

    assert "Enter a date that is today or in the past" in page
    assert "Files that are here already" in page
    assert not Document.objects.exists()


def test_an_email_among_them_becomes_a_contact_of_its_day_with_what_came_with_it(
    case, officer, upload
):
    sent = files.email(with_files={"report.pdf": files.PDF})

    answer = upload({"mail.eml": sent}, officer, kind="", dated_on="")

    assert f"Filed with {case}: an e-mail of 20 November 2026 with 1 attached" in words_of(answer)
    note = Note.objects.get()
    assert (note.how, note.on, note.at.hour) == ("email", date(2026, 11, 20), 9)
    assert note.said_by == "Juniper Vale <juniper.vale@example.org>"
    assert sorted(note.documents.values_list("name", flat=True)) == ["mail.eml", "report.pdf"]
    assert FiledEmail.objects.get().message_id == "<one@example.org>"


def test_the_same_email_twice_is_filed_once(case, officer, upload):
    upload({"mail.eml": files.EMAIL.encode()}, officer)

    again = upload({"copy.eml": files.EMAIL.encode(), "report.pdf": files.PDF}, officer)

    said = f"“copy.eml”: This e-mail was filed already: with {case}, as of 20 November 2026."
    assert said in words_of(again)
    assert Note.objects.count() == 1
    assert sorted(Document.objects.values_list("name", flat=True)) == ["mail.eml", "report.pdf"]

    alone = upload({"copy.eml": files.EMAIL.encode()}, officer)
    assert said in words_of(alone)


def test_an_email_with_a_program_is_filed_without_it_and_without_itself(officer, upload):
    sent = files.email(with_files={"prize.exe": files.WINDOWS_PROGRAM, "a.pdf": files.PDF})

    page = words_of(upload({"mail.eml": sent}, officer))

    assert list(Document.objects.values_list("name", flat=True)) == ["a.pdf"]
    assert "“prize.exe” was not kept" in page
    assert "The e-mail as a file was not kept either" in page
    assert Note.objects.get().text.startswith("Nobody came on Monday")


def test_an_email_without_a_date_stands_on_the_day_of_filing(officer, upload):
    page = words_of(upload({"mail.eml": files.email(head={"Date": ""})}, officer))

    assert Note.objects.get().on == date(2026, 11, 24)
    assert "It has no date that can be read" in page


def test_a_file_that_is_gone_from_the_folder_says_what_to_do(client, case, officer, report):
    document = one_document(case, officer, report)
    vault.path_of(document.sha256).unlink()
    client.force_login(officer)

    answer = client.get(address_of(document))

    assert answer.status_code == 500
    assert "it may come back from a backup" in words_of(answer)


def test_the_same_file_twice_is_one_file(case, officer, report, settings):
    one_document(case, officer, report)
    one_document(case, officer, report, name="again.pdf")

    assert len([path for path in settings.DOCUMENTS_ROOT.rglob("*") if path.is_file()]) == 1


def test_the_folder_is_not_among_what_the_web_server_serves(settings):
    for served in [as_they_are.STATIC_ROOT, *as_they_are.STATICFILES_DIRS]:
        assert not as_they_are.DOCUMENTS_ROOT.is_relative_to(served)


def test_the_case_takes_15_queries_at_most_with_30_events_and_10_documents(
    client, case, officer, manager, report, at_most_queries
):
    for number in range(30):
        add_note(case, text=f"Call {number}", on=date(2026, 11, 20), by=officer)
    for number in range(10):
        one_document(case, officer, report, name=f"{number}.pdf")
    for reader in officer, manager:
        client.force_login(reader)
        client.get(f"/case/{case.reference}/")
        for tab in "", "documents/", "history/":
            with at_most_queries(15):
                assert client.get(f"/case/{case.reference}/{tab}").status_code == 200


def test_taken_out_it_is_no_download_any_more(client, case, officer, manager, report):
    document = one_document(case, officer, report)
    take_out_document(document, why="Of another family", now=now(), by=manager)
    client.force_login(manager)

    assert client.get(address_of(document)).status_code == 404
