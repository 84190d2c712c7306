"""A letter as it was sent, as a page and as a PDF: set anew from what is kept."""

from letters.models import Letter
from letters.notation import letter_as_html
from packs.setting import set_in_type


def page_of(letter: Letter) -> dict:
    """What its templates need."""
    person = letter.addressee.person if letter.addressee else None
    return {
        "letter": letter,
        "copy": letter.sent_copy,
        "html": letter_as_html(letter.sent_copy.text),
        "address": person.address if person and person.address_is_safe else "",
    }


def pdf_of(letter: Letter) -> bytes:
    """One that a screen reader can read."""
    return set_in_type("letters/pdf.html", page_of(letter), tagged=True)
