"""The file of a letter that went outside this system is read, and the checks run on it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from documents.models import DocumentKind
from letters.blocks import Sheet
from letters.models import Letter, SentCopy
from letters.printing import as_pdf
from letters.word import as_word
from tests.complaints_site.case_file.makers import words_of
from tests.documents import files
from tests.letters.test_outside import FOUND, TOLD

ANSWER = """## Our answer to your complaint

20 November 2026

Dear Marlow Penfield

We looked into it under the Children Act procedure, 2006 Regulations, at Stage 1: local
resolution. We received your complaint on 16 November 2026.

## Point 1: The visits

Our finding: **Upheld**. Nobody went. We are sorry that nobody went and that nobody called you back.

## Point 2: The calls

Our finding: **Not upheld**. They did.
{way_on}
You may also turn to the Ombudsman: Local Government and Social Care
Ombudsman, PO Box 4771, Coventry CV4 0EH, telephone 0300 061 0614, www.lgo.org.uk.

Yours sincerely

Anna Fielding"""
WAY_ON = """
## If you are not satisfied

You can ask us for Stage 2: investigation. Write to the complaints manager at the
council by 22 December 2026.

"""
NEXT = "The next stage is named, with the last day to ask and whom to write to"


@pytest.fixture
def record(client, officer, case):
    client.force_login(officer)
    DocumentKind.objects.create(name="Letter")

    def record(name: str, content: bytes) -> Letter:
        file = SimpleUploadedFile(name, content)
        address = f"/case/{case.reference}/letters/outside/stage_1/"
        answer = client.post(address, TOLD | FOUND | {"file": file})
        assert answer.status_code == 302, words_of(answer)
        return Letter.objects.get()

    return record


@pytest.mark.parametrize(("name", "made"), [("a.docx", as_word), ("a.pdf", as_pdf)])
def test_what_lacks_in_a_file_is_found_out_and_nothing_else(record, client, name, made):
    letter = record(name, made(Sheet("Answer", ANSWER.format(way_on=""))))

    assert letter.not_found_afterwards == [NEXT]
    assert letter.read_afterwards == "file"
    page = words_of(client.get(f"/letters/{letter.pk}/"))
    assert "The program did not find in its file, once it had gone:" in page
    assert not SentCopy.objects.exists()  # the file is what went


@pytest.mark.parametrize(("name", "made"), [("a.docx", as_word), ("a.pdf", as_pdf)])
def test_of_a_good_file_every_line_is_found(record, client, name, made):
    letter = record(name, made(Sheet("Answer", ANSWER.format(way_on=WAY_ON))))

    assert letter.not_found_afterwards == []
    page = words_of(client.get(f"/letters/{letter.pk}/"))
    assert "found each thing that it looks for" in page


def test_of_a_scan_it_says_that_nothing_was_read(record, client):
    letter = record("scan.pdf", files.PDF)

    assert (letter.read_afterwards, letter.not_found_afterwards) == ("", [])
    page = words_of(client.get(f"/letters/{letter.pk}/"))
    assert "The program has read nothing of it" in page
