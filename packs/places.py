"""Where words stand in a PDF, and which of its pages have no text that could be found."""

from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from documents.pdfium import opened
from packs.words import around, found_in

Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True)
class Place:
    """``page`` and ``nth`` (of these words on the page) count from one."""

    page: int
    words: str
    nth: int
    before: str
    found: str
    after: str
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True)
class Looked:
    """What a search found: the places, and the pages that have no text."""

    places: list[Place]
    without_text: list[int]
    pages: int


def look_for(content: bytes, words: Iterable[str]) -> Looked:
    words, places, without_text = list(words), [], []
    with opened(content) as document:
        for number, page in enumerate(document, start=1):
            text_page = page.get_textpage()
            text = _text_of(text_page)
            if not text.strip():
                without_text.append(number)
            places += _places_on(number, text, text_page, words)
        pages = len(document)
    return Looked(places, without_text, pages)


def text_of(content: bytes) -> str:
    """All of the text that can be taken out of a PDF."""
    with opened(content) as document:
        return "\n".join(_text_of(page.get_textpage()) for page in document)


def _text_of(page: pypdfium2.PdfTextPage) -> str:
    """A letter for each that PDFium counts, so that its boxes are found again."""
    codes = (raw.FPDFText_GetUnicode(page, at) for at in range(page.count_chars()))
    return "".join("\ufffd" if 0xD800 <= code < 0xE000 else chr(code) for code in codes)


def _places_on(number: int, text: str, page, words: list[str]) -> Iterable[Place]:
    for one in words:
        for nth, (start, end) in enumerate(found_in(text, one), start=1):
            boxes = _joined([page.get_charbox(at, loose=True) for at in range(start, end)])
            yield Place(number, one, nth, *around(text, start, end), tuple(boxes))


def _joined(boxes: list[Box]) -> list[Box]:
    """Letters of one line in one box, so that no gap between them shows."""
    joined: list[Box] = []
    for left, low, right, top in boxes:
        if left == right or low == top:  # a line break, which PDFium made
            continue
        if joined and low < joined[-1][3] and top > joined[-1][1] and left >= joined[-1][0]:
            last = joined[-1]
            joined[-1] = last[0], min(low, last[1]), max(right, last[2]), max(top, last[3])
        else:
            joined.append((left, low, right, top))
    return joined
