"""Files that came with a form that could not be taken need not be chosen again."""

import re

import pytest
import time_machine

from accounts.permissions import Role
from complaints_site.kept_uploads import keep, kept_of
from documents import vault
from documents.models import Document, FiledEmail
from documents.receiving import receive
from tests.complaints_site.case_file.makers import someone, words_of
from tests.documents import files

pytestmark = pytest.mark.django_db
NO_DATE = {"dated_on": ""}


def kept_on(answer) -> list[str]:
    """The files that stand ticked on the page."""
    page = answer.content.decode()
    return re.findall(r'name="kept_file" value="([^"]+)"[^>]* checked', page)


@pytest.fixture
def post(client, case, report):
    def post(by, **answers):
        client.force_login(by)
        usual = {"kind": report.pk, "dated_on": "20 11 2026", "disclosure": "may"}
        return client.post(f"/case/{case.reference}/documents/", usual | answers, follow=True)

    return post


def test_they_are_filed_with_the_form_once_it_is_right(case, officer, upload, post):
    answer = upload({"report.pdf": files.PDF, "photo.png": files.PNG}, officer, **NO_DATE)
    assert not Document.objects.exists()
    assert "report.pdf" in words_of(answer)

    answer = post(officer, kept_file=kept_on(answer))

    assert f"Filed with {case}: 2 documents" in words_of(answer)
    assert set(Document.objects.values_list("name", flat=True)) == {"report.pdf", "photo.png"}


def test_one_that_is_unticked_is_not_filed(officer, upload, post):
    answer = upload({"report.pdf": files.PDF, "photo.png": files.PNG}, officer, **NO_DATE)
    post(officer, kept_file=kept_on(answer)[:1])

    assert [one.name for one in Document.objects.all()] == ["report.pdf"]


def test_they_stay_as_often_as_the_form_is_wrong_and_more_may_be_chosen(
    officer,
    upload,
):
    first = upload({"report.pdf": files.PDF}, officer, **NO_DATE)
    again = upload({"photo.png": files.PNG}, officer, kept_file=kept_on(first), **NO_DATE)

    assert len(kept_on(again)) == 2


def test_what_is_refused_is_said_and_not_kept(officer, upload):
    sent = {"report.pdf": files.PDF, "report.docx": files.WINDOWS_PROGRAM}
    answer = upload(sent, officer, **NO_DATE)

    assert "“report.docx” was not kept" in words_of(answer)
    assert len(kept_on(answer)) == 1


def test_an_email_alone_still_needs_no_type(officer, upload, post):
    answer = upload({"a.eml": files.EMAIL.encode()}, officer, dated_on="30 2 2026")
    if not FiledEmail.objects.exists():
        post(officer, kept_file=kept_on(answer), kind="", dated_on="")

    assert FiledEmail.objects.count() == 1


def test_nobody_else_gets_them(officer, upload, post):
    answer = upload({"report.pdf": files.PDF}, officer, **NO_DATE)
    other = someone(Role.OFFICER, "Sorrel Wexcombe")

    answer = post(other, kept_file=kept_on(answer))

    assert "Choose the files to upload" in words_of(answer)
    assert not Document.objects.exists()


def test_after_a_day_and_with_another_word_they_are_not_taken(officer, upload, post):
    answer = upload({"report.pdf": files.PDF}, officer, **NO_DATE)
    (token,) = kept_on(answer)
    post(officer, kept_file=[f"{token}x"])
    with time_machine.travel("2026-11-25 14:31 +0000", tick=False):
        post(officer, kept_file=[token])

    assert not Document.objects.exists()


def test_one_that_was_cleared_meanwhile_is_not_taken(officer, rf, kept_apart):
    (kept,) = keep([receive("report.pdf", files.PDF)], officer)
    typed = rf.post("/", {"kept_file": kept.token}).POST
    assert [one.name for one in kept_of(typed, officer)] == ["report.pdf"]

    vault.path_of(kept.file.sha256).unlink()

    assert kept_of(typed, officer) == []
