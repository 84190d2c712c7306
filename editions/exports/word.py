"""A report as a Word file: real headings, header rows, captions, alternative text and contents."""

from datetime import UTC, datetime
from io import BytesIO

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from editions.document import Chart, Document, Grid, Words
from editions.exports.pictures import as_png
from editions.exports.word_template import GRID, blank, fill_cover, opened, with_styles
from editions.exports.word_traces import without_traces
from letters.word_looks import plain

WIDEST, HALF, NARROW = Mm(170), Mm(70), Mm(38)
MANY = 7  # columns, from which a table is set small


def as_word(document: Document, template: bytes | None = None) -> bytes:
    """On the council's template where there is one."""
    word = with_styles(opened(template)) if template else blank()
    _about(word, document)
    told = {"Report": document.title, "About": document.about, "Status": document.said}
    told |= {line.label: _cover_text(line) for line in document.cover}
    left = fill_cover(word, told) if template else list(told)
    if not template:
        word.add_paragraph(document.title, style="Title")
    _cover(word, {label: told[label] for label in left})
    word.add_paragraph("Contents", style="Heading 1")
    _contents(word, document)
    for part in document.parts:
        word.add_paragraph(f"{part.number}. {part.title}", style="Heading 1")
        for each in part.holds:
            _held(word, each)
    without_traces(word)
    kept = BytesIO()
    word.save(kept)
    return kept.getvalue()


def _about(word, document: Document) -> None:
    said = word.core_properties
    said.title, said.subject, said.language = document.title, document.about, "en-GB"
    said.author = said.last_modified_by = document.council
    said.comments = said.keywords = ""
    said.created = said.modified = datetime(2000, 1, 1, tzinfo=UTC)


def _cover_text(line) -> str:
    return f"{line.text} ({line.written})" if line.written else line.text


def _cover(word, told: dict[str, str]) -> None:
    if not told:
        return
    table = word.add_table(rows=0, cols=2, style=GRID)
    for label, text in told.items():
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(label).bold = True
        cells[1].text = plain(text)


def _contents(word, document: Document) -> None:
    """A field that Word fills with page numbers; until then the titles stand in it."""
    paragraph = word.add_paragraph()
    _field_mark(paragraph, "begin")
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = 'TOC \\o "1-1" \\h \\z \\u'
    paragraph.add_run()._r.append(instruction)
    _field_mark(paragraph, "separate")
    for place, part in enumerate(document.parts):
        run = paragraph.add_run(f"{part.number}. {part.title}")
        if place + 1 < len(document.parts):
            run.add_break()
    _field_mark(paragraph, "end")


def _field_mark(paragraph, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)


def _held(word, each: Words | Grid | Chart) -> None:
    if isinstance(each, Chart):
        _picture(word, each)
    elif isinstance(each, Grid):
        _grid(word, each)
    elif each.kind == "heading":
        _line(word.add_paragraph(style="Heading 2"), each.lines[0])
    elif each.kind == "entries":
        for line in each.lines:
            _line(word.add_paragraph(style="List Bullet"), line)
    else:
        paragraph = word.add_paragraph()
        for place, line in enumerate(each.lines):
            if place:
                paragraph.add_run().add_break()
            _line(paragraph, line)


def _line(paragraph, line) -> None:
    for piece in line:
        paragraph.add_run(plain(piece.text)).bold = True if piece.bold else None


def _picture(word, chart: Chart) -> None:
    """With what it says as its alternative text; its table stands under it."""
    made = word.add_picture(BytesIO(as_png(chart.svg)), width=WIDEST)
    made._inline.docPr.set("descr", chart.says)


def _grid(word, grid: Grid) -> None:
    word.add_paragraph(grid.title, style="Caption").paragraph_format.keep_with_next = True
    rows, columns = len(grid.lines) + 1, len(grid.columns) + 1
    table = word.add_table(rows=rows, cols=columns, style=GRID)
    cells = table._cells  # asking the table for each would look through all of them each time
    said = [["", *(_capital(label) for label in grid.columns)]]
    said += [[_capital(line.label), *map(_said, line.numbers)] for line in grid.lines]
    bold = [True, *(line.is_total for line in grid.lines)]
    _set_widths(table, cells, columns)
    for row, texts in enumerate(said):
        for place, text in enumerate(texts):
            paragraph = cells[row * columns + place].paragraphs[0]
            run = paragraph.add_run(plain(text))
            run.bold = True if bold[row] else None
            if columns > MANY:
                run.font.size = Pt(8)
            if place:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            paragraph.paragraph_format.space_after = Pt(2)
    _repeats(table.rows[0])
    for note in grid.notes:
        word.add_paragraph(plain(note))


def _set_widths(table, cells, columns: int) -> None:
    """What a row is called has room; the numbers share the rest."""
    table.autofit = False
    least = NARROW if columns > MANY else HALF
    others = min((WIDEST - least) // (columns - 1), NARROW)
    first = min(WIDEST - others * (columns - 1), WIDEST - HALF)
    for place, column in enumerate(table.columns):  # Word reads the cells, LibreOffice these
        column.width = others if place else first
    for place, cell in enumerate(cells):
        cell.width = others if place % columns else first


def _capital(label: str) -> str:
    return f"{label[:1].upper()}{label[1:]}"


def _repeats(row) -> None:
    """The head stands on every page, and is read as the head of its columns."""
    said = OxmlElement("w:tblHeader")
    said.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(said)


def _said(number) -> str:
    return " ".join(filter(None, [number.text, number.before, number.beside]))
