"""A table of a report in Word: its caption, a head that stands on every page, its notes."""

import re

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from pyphen import Pyphen

from editions.document import Grid, Number
from editions.exports.word_template import GRID
from letters.word_looks import plain

WIDEST, HALF, WIDE, NARROW = Mm(170), Mm(70), Mm(38), Mm(30)
SOME, MANY, SHORT = 5, 7, 10  # columns with which it is set closer, and small; rows of one page
LONG_WORD = re.compile(r"[A-Za-z]{7,}")
GREY = RGBColor(0x50, 0x5A, 0x5F)
HYPHENS = Pyphen(lang="en_GB", left=3, right=3)
SOFT_HYPHEN, MAY_BREAK = "\u00ad", "\u200b"


def add_grid(word, grid: Grid) -> None:
    word.add_paragraph(plain(grid.title), style="Caption").paragraph_format.keep_with_next = True
    rows, columns = len(grid.lines) + 1, len(grid.columns) + 1
    table = word.add_table(rows=rows, cols=columns, style=GRID)
    cells = table._cells  # asking the table for each would look through all of them each time
    _set_widths(table, cells, columns)
    filling = Filling(columns, stays=len(grid.lines) <= SHORT)
    filling.head(cells[:columns], grid.columns)
    for place, line in enumerate(grid.lines, start=1):
        filling.line(cells[place * columns : (place + 1) * columns], line)
    for row in table.rows:
        _is_not_cut(row)
    _repeats(table.rows[0])
    _is_told(table, grid.title)
    _has_little_between(table)
    _notes(word, grid.notes)


class Filling:
    """It is small where there are many columns; what ``stays`` is on one page."""

    def __init__(self, columns: int, *, stays: bool):
        self.is_small, self.has_neighbours, self.stays = columns > MANY, columns > 2, stays
        self.points = 8 if self.is_small else 10

    def head(self, cells, columns: list[str]) -> None:
        for cell, label in zip(cells[1:], columns, strict=True):
            words = _capital(label)
            self._write(cell, _that_breaks(words) if self.has_neighbours else words, bold=True)
        self._paragraph(cells[0]).paragraph_format.keep_with_next = True

    def line(self, cells, line) -> None:
        first = self._write(cells[0], _capital(line.label), bold=line.is_total)
        first.alignment = WD_ALIGN_PARAGRAPH.LEFT
        for cell, number in zip(cells[1:], line.numbers, strict=True):
            paragraph = self._write(cell, number.text, bold=line.is_total)
            self._beside(paragraph, number)

    def _beside(self, paragraph, number: Number) -> None:
        """Last year and the share are smaller; in a narrow column, under the number."""
        for text in filter(None, (number.before, number.beside)):
            run = paragraph.add_run()
            if self.is_small:
                run.add_break()
            run.add_text(plain(text) if self.is_small else f" {plain(text)}")
            run.font.size, run.font.color.rgb = Pt(self.points - 1.5), GREY

    def _write(self, cell, text: str, *, bold: bool):
        paragraph = self._paragraph(cell)
        run = paragraph.add_run(plain(text))
        run.bold = True if bold else None
        run.font.size = Pt(self.points)
        return paragraph

    def _paragraph(self, cell):
        paragraph = cell.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        how = paragraph.paragraph_format
        how.space_before = how.space_after = Pt(2)
        how.line_spacing = 1.0
        how.keep_with_next = True if self.stays else None
        return paragraph


def _set_widths(table, cells, columns: int) -> None:
    """What a row is called has room; the numbers share the rest."""
    table.autofit = False
    least = NARROW if columns > MANY else HALF - (WIDE - NARROW) * 2 * (columns > SOME)
    others = min((WIDEST - least) // (columns - 1), WIDE)
    first = min(WIDEST - others * (columns - 1), WIDEST - HALF)
    for place, column in enumerate(table.columns):  # Word reads the cells, LibreOffice these
        column.width = others if place else first
    for place, cell in enumerate(cells):
        cell.width = others if place % columns else first


def _that_breaks(text: str) -> str:
    """Where a narrow column may break it, which shows only where it does.

    >>> _that_breaks("Disabilities/SEN").replace(SOFT_HYPHEN, "-").replace(MAY_BREAK, "|")
    'Dis-ab-il-it-ies/|SEN'
    """
    broken = LONG_WORD.sub(lambda word: HYPHENS.inserted(word[0], SOFT_HYPHEN), text)
    return broken.replace("/", f"/{MAY_BREAK}")


def _capital(label: str) -> str:
    return f"{label[:1].upper()}{label[1:]}"


def _is_not_cut(row) -> None:
    """By the end of a page."""
    _said_of(row, "w:cantSplit")


def _repeats(row) -> None:
    """The head stands on every page, and is read as the head of its columns."""
    _said_of(row, "w:tblHeader")


def _said_of(row, name: str) -> None:
    said = OxmlElement(name)
    said.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(said)


def _is_told(table, title: str) -> None:
    """What it is, for whoever hears the page."""
    told = OxmlElement("w:tblCaption")
    told.set(qn("w:val"), plain(title))
    table._tbl.tblPr.append(told)


def _has_little_between(table) -> None:
    """A twentieth of an inch beside each number, not Word's eighth."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        said = OxmlElement(side)
        said.set(qn("w:w"), "50")
        said.set(qn("w:type"), "dxa")
        margins.append(said)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption")


def _notes(word, notes: list[str]) -> None:
    for place, note in enumerate(notes, start=1):
        paragraph = word.add_paragraph()
        run = paragraph.add_run(plain(note))
        run.font.size, run.font.color.rgb = Pt(9), GREY
        how = paragraph.paragraph_format
        how.space_before = Pt(3 if place == 1 else 0)
        how.space_after = Pt(12 if place == len(notes) else 2)
        how.keep_with_next = True if place < len(notes) else None
        how.line_spacing = 1.0
