"""A PDF as a screen reader reads it: along its tags, not as it is drawn."""

import ctypes
from collections.abc import Iterable
from io import BytesIO

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from pikepdf import Dictionary

from editions.exports.tagging import elements_under, is_element, kids_of, kind
from tests.editions.read_back.found import Read, Table, plain

HYPHEN = "\u2010"
BREAKS = (HYPHEN, "/")
TEXTS = {"H1", "H2", "H3", "P", "LBody"}


class Tagged:
    """The elements of a file in their order, and the text that each marks."""

    def __init__(self, content: bytes):
        self.pdf = pikepdf.open(BytesIO(content))
        self.top = self.pdf.Root.StructTreeRoot.K[0]
        self._pages = {page.obj.objgen: place for place, page in enumerate(self.pdf.pages)}
        self._marked = marked_text(content)

    def elements(self, *kinds: str) -> list[Dictionary]:
        return [each for each in elements_under(self.top) if kind(each) in kinds]

    def text(self, element: Dictionary) -> str:
        """A line that ends parts words, unless a word was broken there."""
        said, line = "", None
        for text, height in self._pieces(element):
            begins_anew = line is not None and height != line and said[-1:] not in BREAKS
            said = f"{said.rstrip(HYPHEN)}{' ' if begins_anew else ''}{text}"
            line = height
        return plain(said)

    def _pieces(self, element: Dictionary) -> Iterable[tuple[str, int]]:
        """What is written, and how high on its page."""
        for kid in kids_of(element):
            if isinstance(kid, int):
                mark = self._pages[element.Pg.objgen], kid
                if mark in self._marked:  # a mark may hold nothing but white space
                    yield self._marked[mark]
            elif is_element(kid):
                yield from self._pieces(kid)

    def unread(self) -> set[tuple[int, int]]:
        """What is marked on a page and stands nowhere in the tree."""
        inside = {
            (self._pages[element.Pg.objgen], kid)
            for element in [self.top, *elements_under(self.top)]
            for kid in kids_of(element)
            if isinstance(kid, int)
        }
        return set(self._marked) - inside


def marked_text(content: bytes) -> dict[tuple[int, int], tuple[str, int]]:
    """By page and mark, as drawn piece after piece; with the height of its first line."""
    found: dict = {}
    opened = pypdfium2.PdfDocument(content)
    for place, page in enumerate(opened):
        words = page.get_textpage()
        for drawn in page.get_objects():
            mark = pdfium.FPDFPageObj_GetMarkedContentID(drawn.raw)
            if mark >= 0:
                before, height = found.get((place, mark), ("", round(drawn.get_matrix().f)))
                found[place, mark] = before + _text_of(drawn, words), height
    opened.close()
    return found


def _text_of(drawn, words) -> str:
    if drawn.type != pdfium.FPDF_PAGEOBJ_TEXT:
        return ""
    long = pdfium.FPDFTextObj_GetText(drawn.raw, words.raw, None, 0)
    kept = (ctypes.c_ushort * long)()
    pdfium.FPDFTextObj_GetText(drawn.raw, words.raw, kept, long)
    return bytes(kept).decode("utf-16-le").rstrip("\0")


def read_pdf(content: bytes) -> Read:
    """From the first section on."""
    tagged, read, begun = Tagged(content), Read(), False
    for each in elements_under(tagged.top):
        what = kind(each)
        begun = begun or (what == "H2" and tagged.text(each).startswith("1. "))
        if not begun:
            continue
        if what == "Table":
            read.tables.append(_table(tagged, each))
        elif what == "Figure":
            read.charts.append(str(each.Alt))
        elif what in TEXTS:
            read.texts.append(tagged.text(each))
    return read


def _table(tagged: Tagged, table: Dictionary) -> Table:
    caption, columns, rows = "", [], []
    for part in kids_of(table):
        if kind(part) == "Caption":
            caption = tagged.text(part)
            continue
        for row in kids_of(part):
            first, *cells = (tagged.text(cell) for cell in kids_of(row))
            if kind(part) == "THead":
                columns = cells
            else:
                rows.append((first, cells))
    return Table(caption, columns, rows)
