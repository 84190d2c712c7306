"""A letter as it was sent, as a page, as a PDF and as a Word file: what went is what is kept."""

from documents import vault
from letters.blocks import Sheet
from letters.models import Letter, SentCopy
from letters.sheets import sheet_as_it_goes, sheet_as_sent
from letters.word import as_word
from packs.setting import CannotSetType, set_in_type


def keep_as_sent(copy: SentCopy) -> None:
    """Make and keep both files of a letter that goes, from one source. Where this machine sets no
    PDF, none is kept: the page says so, and prints."""
    sheet = sheet_as_it_goes(copy.letter, copy.text, [one["name"] for one in copy.enclosed])
    copy.to, copy.large = sheet.to, sheet.large
    copy.word_sha256 = vault.store(as_word(sheet))
    try:
        copy.pdf_sha256 = vault.store(as_pdf(sheet))
    except CannotSetType:
        copy.pdf_sha256 = ""


def as_pdf(sheet: Sheet) -> bytes:
    """One that a screen reader can read."""
    return set_in_type("letters/pdf.html", {"sheet": sheet}, tagged=True)


def page_of(letter: Letter) -> dict:
    """What its printed page needs."""
    return {"letter": letter, "copy": letter.sent_copy, "sheet": sheet_of(letter.sent_copy)}


def pdf_of(letter: Letter) -> bytes:
    kept = letter.sent_copy.pdf_sha256
    return vault.read(kept) if kept else as_pdf(sheet_of(letter.sent_copy))


def word_of(letter: Letter) -> bytes:
    kept = letter.sent_copy.word_sha256
    return vault.read(kept) if kept else as_word(sheet_of(letter.sent_copy))


def sheet_of(copy: SentCopy) -> Sheet:
    """Of one that went before files were kept, with the address of today."""
    if copy.word_sha256:
        return sheet_as_sent(copy)
    names = [one["name"] for one in copy.enclosed]
    return sheet_as_it_goes(copy.letter, copy.text, names)
