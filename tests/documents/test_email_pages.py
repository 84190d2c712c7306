"""An e-mail dropped on "log a complaint": it fills the form, and is filed with the case, once."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.permissions import Role
from cases.actions.casework import restrict
from cases.models import Case, Draft, Note
from documents.emails import read_email
from documents.models import Document
from documents.receiving import receive
from documents.whole_emails import file_whole
from tests.complaints_site.case_file.makers import (
    children_in_need,
    someone,
    take_in_complaint,
    words_of,
)
from tests.documents import files

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def signed_in(client, officer, report, by_email):
    client.force_login(officer)


def dropped(client, content=None, name="mail.eml", **typed):
    content = files.EMAIL.encode() if content is None else content
    data = {"fill": "1", "email_upload": SimpleUploadedFile(name, content)} | typed
    return client.post("/cases/log/", data)


def token_in(answer) -> str:
    return re.search(r'name="email_file" value="([^"]+)"', answer.content.decode())[1]


def logged(client, token, **answers):
    area = children_in_need()
    usual = {"received_on": "20 11 2026", "service_area": area.pk, "summary": "Nobody came"}
    channel = Case._meta.get_field("channel").related_model.objects.get(name="Email")
    sent = usual | {"channel": channel.pk, "kind": "complaint", "email_file": token} | answers
    return client.post("/cases/log/", sent, follow=True)


def filed(case, officer, content):
    return file_whole(
        case, read_email(content), receive("a.eml", content), on=TODAY, by=officer
    ).note


def test_it_fills_the_form(client, by_email):
    page = words_of(dropped(client))

    assert 'value="20 11 2026"' in page
    assert f'<option value="{by_email.pk}" selected' in page
    assert 'name="complainant" value="Juniper Vale"' in page
    assert "the visit on Monday did not take place, and nobody rang." in page
    assert 'value="juniper.vale@example.org"' in page
    assert not Case.objects.exists()


def test_what_was_typed_already_stays(client):
    page = words_of(dropped(client, complainant="Ash Vale", points="Nobody rang"))

    assert 'name="complainant" value="Ash Vale"' in page
    assert "Nobody rang" in page


def test_once_logged_the_email_is_a_contact_of_the_case_with_what_came_with_it(client):
    token = token_in(dropped(client, files.email(with_files={"report.pdf": files.PDF})))

    logged(client, token)

    note = Case.objects.get().notes.get()
    assert (note.how, note.on) == ("email", date(2026, 11, 20))
    assert sorted(note.documents.values_list("name", flat=True)) == ["mail.eml", "report.pdf"]


def test_an_error_on_the_form_loses_neither_the_answers_nor_the_email(client):
    token = token_in(dropped(client))

    answer = logged(client, token, service_area="", summary="Typed by hand")

    assert "Choose service area" in words_of(answer) or "There is a problem" in words_of(answer)
    assert "Typed by hand" in words_of(answer)
    assert token_in(answer)


def test_a_draft_keeps_the_email(client):
    token = token_in(dropped(client))
    client.post("/cases/log/", {"keep": "1", "summary": "Half typed", "email_file": token})

    answer = client.get(f"/cases/log/?draft={Draft.objects.get().key}")

    assert "Filled from the e-mail “mail.eml”" in words_of(answer)


def test_it_says_when_it_was_filed_already(client, case, officer):
    filed(case, officer, files.EMAIL.encode())

    page = words_of(dropped(client))

    assert f"This e-mail was filed already: with {case}, as of 20 November 2026." in page


def test_filed_with_a_case_that_the_reader_may_not_see_it_names_none(
    client, case, officer, manager
):
    filed(case, officer, files.EMAIL.encode())
    restrict(case, why="A colleague", by=manager)
    client.force_login(someone(Role.OFFICER, "Other Officer"))

    page = words_of(dropped(client))

    assert "with a case that you cannot open" in page
    assert case.reference not in page


@pytest.mark.parametrize(
    ("head", "why"),
    [
        ({"In-Reply-To": "<one@example.org>", "Message-ID": "<two@x>"}, "It belongs to e-mails"),
        ({"Subject": "Re: {reference}", "Message-ID": "<two@x>"}, "It names the reference"),
        ({"Message-ID": "<two@x>"}, "Its sender is a person of the case"),
    ],
)
def test_it_says_to_which_case_it_may_belong_and_is_filed_there(client, officer, head, why):
    case = take_in_complaint(
        officer, on=date(2026, 11, 16), complainant={"email": "Juniper.Vale@example.org"}
    )
    filed(case, officer, files.EMAIL.encode())
    head = {name: value.format(reference=case.reference) for name, value in head.items()}

    answer = dropped(client, files.email(head=head))

    assert f'{case.reference}</a> <span class="app-quiet">{why}' in words_of(answer)
    done = logged(client, token_in(answer), same=case.reference)
    assert f"The e-mail is filed with {case}. Nothing new was logged" in words_of(done)
    assert Case.objects.count() == 1
    assert case.notes.filter(how=Note.How.EMAIL).count() == 2


def test_a_later_answer_that_came_first_finds_its_thread(client, case, officer):
    later = files.email(head={"Message-ID": "<two@x>", "References": "<one@example.org>"})
    filed(case, officer, later)

    assert f"File it with {case.reference}" in words_of(dropped(client))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("letter.pdf", files.PDF, "“letter.pdf” is no e-mail: choose a file that ends in .eml"),
        ("mail.eml", files.WINDOWS_PROGRAM, "says that it is a .eml, but it is a Windows program"),
        ("mail.eml", b"", "“mail.eml” was not kept: it is empty."),
    ],
)
def test_what_is_no_email_is_refused_and_nothing_typed_is_lost(client, name, content, said):
    page = words_of(dropped(client, content, name, summary="Typed before"))

    assert said in page
    assert "Typed before" in page
    assert not Document.objects.exists()


def test_an_email_that_is_too_large_is_refused_and_nothing_typed_is_lost(client, settings):
    settings.DOCUMENT_MAX_MEGABYTES = 1

    page = words_of(dropped(client, files.EMAIL.encode() + b"a" * 1024**2, summary="Typed before"))

    assert "“mail.eml” was not kept: it is larger than 1 MB" in page
    assert "Typed before" in page


def test_chosen_and_logged_at_once_it_is_read_first(client):
    data = {"email_upload": SimpleUploadedFile("mail.eml", files.EMAIL.encode())}

    page = words_of(client.post("/cases/log/", data))

    assert "The form is filled from the e-mail. Nothing is logged yet" in page
    assert not Case.objects.exists()


def test_nobody_names_a_file_that_was_not_given_to_them(client, case, officer):
    received = receive("secret.eml", files.EMAIL.encode())

    answer = logged(client, f"secret.eml:{received.sha256}")

    assert answer.status_code == 200
    assert not Note.objects.exists()
    assert not Document.objects.exists()
