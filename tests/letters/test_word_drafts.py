"""A draft goes to Word and comes back: cleaned, its fields known, its changes shown first."""

import re
import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from letters.actions.writing import save_draft
from letters.sheets import mark_of, sheet_of_draft
from letters.word import as_word
from letters.word_back import NotALetter, read_back
from tests.complaints_site.case_file.makers import words_of

MAIN = "word/document.xml"


def in_word(letter) -> bytes:
    draft = letter.drafts.first()
    return as_word(sheet_of_draft(letter, draft), of=mark_of(letter, draft))


def changed(
    content: bytes, *changes: tuple[str, str], add: dict[str, bytes] | None = None
) -> bytes:
    """The Word file with pieces of its text replaced, or parts added."""
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == MAIN:
                for before, after in changes:
                    assert before.encode() in part, before
                    part = part.replace(before.encode(), after.encode(), 1)
            new.writestr(name, part)
        for name, part in (add or {}).items():
            new.writestr(name, part)
    return made.getvalue()


def behind_thanks(content: bytes, xml: str) -> bytes:
    """With ``xml`` put into the paragraph that begins with thanks."""
    return changed(
        content, ("<w:t>Thank you", f"<w:t>Thanks. </w:t></w:r>{xml}<w:r><w:t>Thank you")
    )


def upload(client, letter, content: bytes, name="draft.docx"):
    file = SimpleUploadedFile(name, content)
    return client.post(f"/letters/{letter.pk}/from-word/", {"file": file})


@pytest.fixture
def letter(write):
    return write()


def test_a_draft_that_nobody_wrote_in_comes_back_as_it_went(letter):
    back = read_back(in_word(letter))

    assert back.text == letter.drafts.get().text
    assert (back.left_out, back.accepted_changes) == ([], False)
    assert back.of == f"letter-{letter.pk}-draft-1"


def test_the_fields_are_controls_that_carry_their_names(letter):
    content = in_word(letter)
    with zipfile.ZipFile(BytesIO(content)) as parts:
        xml = parts.read(MAIN).decode()

    assert re.findall(r'<w:tag w:val="(\w+)"/>', xml) == ["letter_date", "last_day"]
    content = changed(content, ("{last_day}", "whenever you like"))
    assert "by {last_day}. Tell us" in read_back(content).text


@pytest.mark.parametrize(
    ("xml", "comes_back", "left_out"),
    [
        ("<w:ins><w:r><w:t>More. </w:t></w:r></w:ins>", "Thanks. More. Thank", []),
        ("<w:del><w:r><w:delText>Gone. </w:delText></w:r></w:del>", "Thanks. Thank", []),
        (
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Secret. </w:t></w:r>",
            "Thanks. Thank",
            ["hidden text"],
        ),
        ('<w:r><w:commentReference w:id="1"/></w:r>', "Thanks. Thank", ["comments"]),
        ("<w:r><w:drawing/></w:r>", "Thanks. Thank", ["pictures"]),
        ("<w:r><w:object/></w:r>", "Thanks. Thank", ["embedded files"]),
        ('<w:r><w:footnoteReference w:id="1"/></w:r>', "Thanks. Thank", ["footnotes"]),
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>Much. </w:t></w:r>", "Thanks. **Much.** Thank", []),
        ('<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>Much. </w:t></w:r>', "Thanks. Much. Thank", []),
        (
            "<w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:t>Today. </w:t></w:r>",
            "Thanks. Today. Thank",
            [],
        ),
        (
            "<w:smartTag><w:r><w:t>York. </w:t></w:r></w:smartTag>",
            "Thanks. York. Thank",
            [],
        ),
        ('<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>Red. </w:t></w:r>', "s. Red. Th", []),
    ],
)
def test_only_plain_text_comes_back(letter, xml, comes_back, left_out):
    back = read_back(behind_thanks(in_word(letter), xml))

    assert comes_back in back.text
    assert back.left_out == left_out
    assert back.accepted_changes == xml.startswith(("<w:ins>", "<w:del>"))


def test_tables_and_text_boxes_are_named(letter):
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In a cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    content = changed(in_word(letter), ("<w:body>", f"<w:body>{table}"))

    back = read_back(content)

    assert back.text.startswith("In a cell\n\n## Our answer")
    assert back.left_out == ["the lines of tables (their words are there)"]


def test_a_file_that_draws_on_others_is_read_as_text_or_not_at_all(letter):
    bomb = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    content = changed(
        in_word(letter), ("<w:document", f"{bomb}<w:document"), ("<w:t>Thank", "<w:t>&a;Thank")
    )

    assert "root:" not in read_back(content).text


def test_a_part_far_larger_than_a_letter_is_refused(letter):
    content = changed(in_word(letter), ("<w:body>", "<w:body>" + " " * (21 * 1024**2)))

    with pytest.raises(NotALetter, match="far larger than a letter"):
        read_back(content)


def test_what_it_changes_is_shown_before_it_becomes_the_next_draft(client, letter, officer):
    client.force_login(officer)
    page = client.get(f"/letters/{letter.pk}/draft-in-word/")
    assert page.headers["Content-Disposition"].endswith('Stage 1 response, draft 1.docx"')
    content = changed(page.content, ("Thank you for", "Thank you, Marlow, for"))

    answer = upload(client, letter, content)

    said = words_of(answer)
    assert "Nothing is saved yet" in said
    assert "<ins>Thank you, Marlow, for your complaint" in said
    assert letter.drafts.count() == 1
    text = answer.context["form"].initial["text"]
    client.post(f"/letters/{letter.pk}/", {"text": text, "draft_seen": "1"})
    assert letter.drafts.count() == 2
    assert "Thank you, Marlow, for" in letter.drafts.first().text


def test_a_field_that_is_gone_and_a_draft_that_is_old_are_said(client, letter, officer):
    client.force_login(officer)
    content = in_word(letter)
    control = re.compile(r"<w:sdt>(?:(?!</w:sdt>).)*last_day.*?</w:sdt>", re.DOTALL)
    with zipfile.ZipFile(BytesIO(content)) as parts:
        gone = control.search(parts.read(MAIN).decode())[0]
    save_draft(letter, letter.drafts.first().text + "\n\nMore.", by=officer)

    said = words_of(upload(client, letter, changed(content, (gone, "<w:r><w:t>soon</w:t></w:r>"))))

    assert "Gone from it: {last_day}" in said
    assert "It was taken before draft 2 was saved" in said


def test_the_draft_of_another_letter_is_known(client, write, letter, officer):
    client.force_login(officer)

    assert "It was taken from another letter" in words_of(upload(client, letter, in_word(write())))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        (
            "draft.docx",
            b"MZ\x90\x00 a program",
            "says that it is a .docx, but it is a Windows program",
        ),
        ("draft.docm", b"PK\x03\x04", "has a macro in it"),
        ("draft.pdf", b"%PDF-1.7", "is a .pdf file. These are kept: docx"),
        ("draft.docx", b"", "The file is empty"),
        ("draft.docx", b"PK\x03\x04 cut off", "is damaged, or locked with a password"),
    ],
)
def test_what_is_no_word_file_is_refused_beside_the_field(
    client, letter, officer, name, content, says
):
    client.force_login(officer)

    said = words_of(upload(client, letter, content, name))

    assert says in said
    assert letter.drafts.count() == 1


def test_a_macro_or_a_program_inside_is_refused(client, letter, officer):
    client.force_login(officer)
    for name, says in (
        ("word/vbaProject.bin", "has a macro in it"),
        ("word/embeddings/setup.exe", "has a program in it"),
    ):
        content = changed(in_word(letter), add={name: b"anything"})
        assert says in words_of(upload(client, letter, content))


def test_an_archive_that_unpacks_to_far_too_much_is_refused(client, letter, officer):
    client.force_login(officer)
    content = changed(in_word(letter), add={"word/media/huge.bin": b"0" * (251 * 1024**2)})

    assert "unpacks to more than 250 MB" in words_of(upload(client, letter, content))


def test_a_file_beyond_the_limit_is_dropped_on_the_way_in(client, letter, officer, settings):
    settings.DOCUMENT_MAX_MEGABYTES = 0
    client.force_login(officer)

    assert "is larger than 0 MB" in words_of(upload(client, letter, in_word(letter)))


def test_a_field_that_nothing_fills_and_a_book_are_refused(client, letter, officer):
    client.force_login(officer)
    open_ = changed(in_word(letter), ("Thank you for", "We pay {amount}. Thank you for"))
    assert "{amount} stands open" in words_of(upload(client, letter, open_))
    book = changed(in_word(letter), ("Thank you for", "So it goes. " * 6_000))
    assert "It has more than 60,000 characters" in words_of(upload(client, letter, book))


def test_a_letter_with_the_vetter_is_not_written_in(client, at_the_vetter, officer):
    client.force_login(officer)

    assert client.get(f"/letters/{at_the_vetter.pk}/draft-in-word/").status_code == 404
    answer = upload(client, at_the_vetter, b"PK")
    assert answer.status_code == 302
