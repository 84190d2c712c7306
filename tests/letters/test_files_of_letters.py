"""What was sent is kept as a PDF and as a Word file, from one source, each under its hash."""

from hashlib import sha256
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from django.core.management import call_command

from accounts.permissions import Role
from cases.acts import last_act
from documents import vault
from letters.blocks import Sheet
from letters.models import SentCopy
from letters.printing import as_pdf
from letters.word import as_word
from tests.complaints_site.case_file.makers import someone
from tests.letters.conftest import by_post
from tests.letters.read_back import W, pdf_words, word_lines, word_part

TEXT = """## Our answer & your rights

Dear Marlow

We found **two** things.
Both are below.

- Visits were <b>late</b>
- Nobody called

## The Ombudsman

Write to them."""
SHEET = Sheet("Stage 1 response", TEXT, ["Marlow Penfield", "14 Orchard Lane"], ["Report.pdf"])
SAID = [
    ("", "Marlow Penfield\n14 Orchard Lane"),
    ("Heading1", "Our answer & your rights"),
    ("", "Dear Marlow"),
    ("", "We found two things.\nBoth are below."),
    ("ListBullet", "Visits were <b>late</b>"),
    ("ListBullet", "Nobody called"),
    ("Heading2", "The Ombudsman"),
    ("", "Write to them."),
    ("", "Enclosed: Report.pdf"),
]


@pytest.fixture
def sent(client, approved, officer):
    person = approved.addressee.person
    person.address = "14 Orchard Lane\nBrindleford\nBX4 7QT"
    person.save()
    client.force_login(officer)
    told = by_post(approved)
    answer = client.post(f"/letters/{approved.pk}/send/", told)
    assert answer.status_code == 302, answer.content.decode()
    return SentCopy.objects.get()


def test_the_word_file_holds_every_block_in_its_style():
    assert word_lines(as_word(SHEET)) == SAID


def test_the_word_file_is_in_british_english_in_one_hand_of_14_points_and_bold_where_it_was():
    content = as_word(SHEET)
    styles = word_part(content, "word/styles.xml")
    normal = next(s for s in styles.iter(f"{W}style") if s.get(f"{W}styleId") == "Normal")

    assert {one.get(f"{W}val") for one in styles.iter(f"{W}lang")} == {"en-GB"}
    assert normal.find(f"{W}rPr/{W}rFonts").get(f"{W}ascii") == "Arial"
    assert normal.find(f"{W}rPr/{W}sz").get(f"{W}val") == "28"  # half points
    bold = [
        r
        for r in word_part(content, "word/document.xml").iter(f"{W}r")
        if r.find(f"{W}rPr/{W}b") is not None
    ]
    assert ["".join(t.text for t in run.iter(f"{W}t")) for run in bold] == ["two"]


def test_the_pdf_says_the_same_with_headings_and_lists_that_a_screen_reader_knows():
    content = as_pdf(SHEET)

    words = pdf_words(content)
    for _, said in SAID:
        assert " ".join(said.split()) in words
    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.docinfo["/Title"]) == "Stage 1 response"
        kinds = [str(one.S) for one in pdf.objects if _is_element(one)]
    assert (kinds.count("/H1"), kinds.count("/H2"), kinds.count("/LI")) == (1, 1, 2)


def test_script_in_a_letter_is_words_in_every_file():
    script = "<script>alert(1)</script> <w:p/> {{ settings.SECRET_KEY }} &amp;"
    sheet = Sheet("Letter <i>", script)

    assert word_lines(as_word(sheet)) == [("", script)]
    assert script in pdf_words(as_pdf(sheet))
    with pikepdf.open(BytesIO(as_pdf(sheet))) as pdf:
        assert "/JavaScript" not in str(pdf.Root.keys())
        assert "/OpenAction" not in pdf.Root


def test_signs_that_no_file_can_hold_are_left_out():
    assert word_lines(as_word(Sheet("Letter", "One\x0b\x00two"))) == [("", "Onetwo")]
    assert pdf_words(as_pdf(Sheet("Letter", "Zażółć Ünal ق"))).startswith("Zażółć Ünal")


def test_large_print_is_18_points_in_both():
    sheet = Sheet("Letter", "Dear Marlow", large=True)
    styles = word_part(as_word(sheet), "word/styles.xml")
    normal = next(s for s in styles.iter(f"{W}style") if s.get(f"{W}styleId") == "Normal")

    assert normal.find(f"{W}rPr/{W}sz").get(f"{W}val") == "36"
    tall, usual = (_height(as_pdf(one)) for one in (sheet, Sheet("Letter", "Dear Marlow")))
    assert round(tall / usual, 2) == 1.29  # 18 / 14


def test_what_was_sent_is_kept_under_its_hashes_and_given_out_as_it_was(client, sent):
    pdf, word = vault.read(sent.pdf_sha256), vault.read(sent.word_sha256)

    assert sha256(pdf).hexdigest() == sent.pdf_sha256
    assert sha256(word).hexdigest() == sent.word_sha256
    assert client.get(f"/letters/{sent.letter_id}/pdf/").content == pdf
    assert client.get(f"/letters/{sent.letter_id}/as-sent-in-word/").content == word
    for said in "24 November 2026", "Dear Marlow Penfield", "14 Orchard Lane Brindleford BX4 7QT":
        assert said in pdf_words(pdf)
    assert ("", "24 November 2026") in word_lines(word)
    page = client.get(f"/letters/{sent.letter_id}/").content.decode()
    assert sent.pdf_sha256 in page
    assert sent.word_sha256 in page


def test_what_was_sent_stays_though_the_person_moves(client, sent):
    before = client.get(f"/letters/{sent.letter_id}/pdf/").content
    person = sent.letter.addressee.person
    person.address = "1 New Street"
    person.save()

    assert client.get(f"/letters/{sent.letter_id}/pdf/").content == before
    assert "14 Orchard Lane" in client.get(f"/letters/{sent.letter_id}/printed/").content.decode()


def test_the_files_stay_when_what_nobody_filed_is_cleared_and_go_with_an_undone_sending(
    client, sent, case
):
    call_command("clear_unfiled_documents", days=0, verbosity=0)
    assert vault.read(sent.pdf_sha256)

    client.post(f"/case/{case.reference}/undo/", {"act": last_act(case).context_id})

    assert not SentCopy.objects.exists()


def test_the_word_copy_is_for_who_writes_letters(client, sent):
    client.force_login(someone(Role.FINANCE, "Frances Till"))

    assert client.get(f"/letters/{sent.letter_id}/as-sent-in-word/").status_code == 403


def test_an_unsafe_address_stands_on_no_file(client, approved, officer):
    person = approved.addressee.person
    person.address, person.address_is_safe = "14 Orchard Lane", False
    person.save()
    client.force_login(officer)
    client.post(f"/letters/{approved.pk}/send/", {"on": "24 11 2026", "how": "in_person"})

    assert "Orchard" not in pdf_words(vault.read(SentCopy.objects.get().pdf_sha256))


def _is_element(one) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem"


def _height(content: bytes) -> float:
    page = pypdfium2.PdfDocument(content)[0]
    _, bottom, _, top = page.get_textpage().get_charbox(0, loose=True)
    return top - bottom
