"""The address of somebody else is looked for in what is enclosed, too."""

import pytest

from documents import vault
from documents.models import Document, DocumentKind
from letters.blocks import Sheet
from letters.checks import checks_of
from letters.models import Enclosure
from letters.printing import as_pdf
from letters.record import Record
from letters.word import as_word
from stages.situation import Situation
from tests.letters.conftest import TODAY

SAYS = Sheet("Report", "He lives at 61 Quarry Road, Brindleford.\n\nBX2 9LM")


@pytest.fixture
def letter(write, case):
    child = case.people.get(role="service_user").person
    child.address = "Flat 2, 61 Quarry Road\nBrindleford\nBX2 9LM"
    child.save()
    return write()


def line_of(letter):
    checks = checks_of(letter.drafts.get().text, Record(letter, Situation(letter.case), TODAY))
    return next(one for one in checks if one.key == "address")


def enclose(letter, name: str, content: bytes):
    kind, _ = DocumentKind.objects.get_or_create(name="Evidence")
    document = Document.objects.create(
        case=letter.case,
        kind=kind,
        dated_on=TODAY,
        disclosure=Document.Disclosure.MAY,
        name=name,
        sha256=vault.store(content),
        size=len(content),
    )
    Enclosure.objects.create(letter=letter, document=document)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("report.pdf", as_pdf(SAYS)),
        ("report.docx", as_word(SAYS)),
        ("report.txt", b"He lives at 61 quarry road, BX29LM."),
    ],
    ids=["pdf", "word", "text"],
)
def test_it_is_found_in_papers_that_have_text(letter, name, content):
    assert line_of(letter).good
    enclose(letter, name, content)

    line = line_of(letter)

    assert not line.good
    assert line.says == (f"The address of Rowan Penfield, in “{name}”: 61 quarry road, BX2 9LM.")


def test_a_paper_without_text_is_named_to_be_looked_at(letter):
    enclose(letter, "scan.jpg", b"\xff\xd8\xff")

    assert line_of(letter).good
    assert "“scan.jpg” has no text that could be read: look at it." in line_of(letter).says


def test_who_lives_with_the_reader_gives_nothing_away(letter):
    to = letter.addressee.person
    to.address = "Flat 2, 61 Quarry Road, Brindleford BX2 9LM"
    to.save()
    enclose(letter, "report.txt", b"They live at 61 Quarry Road, BX2 9LM.")

    assert line_of(letter).good
