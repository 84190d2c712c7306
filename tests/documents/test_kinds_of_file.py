"""What a file really is, against what its name claims."""

import pytest
from django.conf import settings

from documents import archives
from documents.kinds_of_file import KINDS, why_not_kept
from tests.documents import files


def why_not(name, content):
    return why_not_kept(name, content, settings.DOCUMENT_TYPES)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("letter.pdf", files.PDF),
        ("LETTER.PDF", files.PDF),
        ("letter.docx", files.docx()),
        ("letter.odt", files.odt()),
        ("letter.doc", files.doc()),
        ("sums.xls", files.doc("Workbook")),
        ("message.msg", files.doc("__substg1.0_0037001F")),
        ("photo.png", files.PNG),
        ("photo.jpg", files.JPEG),
        ("note.txt", "He said “no”.".encode()),
        ("note.txt", "He said “no”.".encode("cp1252")),
        ("list.csv", b"day,hours\n1,2\n"),
        ("letter.rtf", b"{\\rtf1 Dear all}"),
        ("message.eml", files.EMAIL.encode()),
        ("voicemail.mp3", b"ID3" + b"\0" * 50),
    ],
)
def test_a_file_that_is_what_it_says_is_kept(name, content):
    assert why_not(name, content) == ""


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        (
            "letter.docx",
            files.WINDOWS_PROGRAM,
            "says that it is a .docx, but it is a Windows program",
        ),
        (
            "letter.pdf",
            files.docx(),
            "says that it is a .pdf, but it is a ZIP archive or an office file",
        ),
        ("photo.png", files.PDF, "says that it is a .png, but it is a PDF"),
        ("note.txt", files.WINDOWS_PROGRAM, "says that it is a .txt, but it is a Windows program"),
        ("note.txt", b"<html><script>", "says that it is a .txt, but it is a web page"),
        ("note.txt", b"\0\x01\x02", "says that it is a .txt, and it is not one"),
        (
            "letter.doc",
            files.OLE,
            "says that it is a .doc, but it is an office file of the older kind",
        ),
        ("message.eml", b"Hello there", "says that it is a .eml, and it is not one"),
        ("letter.docx", files.archive({"a.txt": b"a"}), "is no .docx file inside"),
        ("letter.odt", files.docx(), "is no .odt file inside"),
        (
            "letter.docx",
            files.docx()[:-30],
            "is damaged, or locked with a password: save it again and upload that",
        ),
    ],
)
def test_a_file_that_is_something_else_is_not_kept(name, content, reason):
    assert why_not(name, content) == reason


MACRO = "has a macro in it: save it without macros, or as a PDF, and upload that"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "letter.docx",
            files.docx({"word/vbaProject.bin": b"x"}),
        ),
        ("letter.docm", files.docx()),
        (
            "letter.docx",
            files.archive({"[Content_Types].xml": b"macroEnabled", "word/document.xml": b""}),
        ),
        ("sums.xlsx", files.archive({"xl/macrosheets/sheet1.xml": b""})),
        ("letter.odt", files.archive({"Basic/Standard/Module1.xml": b""})),
        ("letter.doc", files.doc() + "_VBA_PROJECT".encode("utf-16-le")),
    ],
)
def test_a_file_with_a_macro_is_not_kept(name, content):
    assert why_not(name, content) == MACRO


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.png", files.PNG + files.archive({"a.txt": b"a"})),
        ("letter.pdf", files.PDF + files.archive({"a.txt": b"a"})),
        ("letter.pdf", b"%PDF-1.4\n<html><script>alert(1)</script>"),
        ("letter.docx", b"PK junk" + files.docx()),
        ("letter.docx", files.docx() + b"<html>"),
    ],
)
def test_a_file_that_is_two_kinds_at_once_is_not_kept(name, content):
    assert why_not(name, content) == "is two kinds of file at once"


def test_an_archive_that_unpacks_to_gigabytes_is_not_kept_and_not_unpacked(monkeypatch):
    monkeypatch.setattr(archives, "UNPACKED_AT_MOST", 3 * 1024**2)

    bomb = files.docx({"word/media/scan.bmp": b"\0" * 4 * 1024**2})

    assert len(bomb) < 10_000
    assert why_not("letter.docx", bomb) == "unpacks to more than 3 MB, which no letter does"


def test_an_archive_that_lies_about_its_size_is_not_kept():
    honest = files.docx({"word/media/scan.bmp": b"\0" * 4 * 1024**2})
    lying = honest.replace((4 * 1024**2).to_bytes(4, "little"), (10).to_bytes(4, "little"))

    assert lying != honest
    assert "damaged" in why_not("letter.docx", lying)


def test_a_type_that_the_council_does_not_keep_is_refused_with_those_that_it_does():
    assert why_not_kept("a.exe", b"MZ", ["pdf", "docx"]) == (
        "is a .exe file. These are kept: docx, pdf"
    )
    assert why_not_kept("a", b"MZ", ["pdf"]) == "is a file without a type. These are kept: pdf"
    assert why_not("all.zip", files.archive({"a.txt": b"a"})) == (
        "is an archive: unpack it, and upload the files that are in it"
    )


def test_every_type_that_is_allowed_as_it_comes_can_be_proved():
    assert set(settings.DOCUMENT_TYPES) <= set(KINDS)
