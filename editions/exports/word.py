"""A report as a Word file: real headings, header rows, captions, alternative text and contents."""

from datetime import UTC, datetime
from io import BytesIO

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from editions.document import Chart, Document, Grid, Words
from editions.exports.pictures import as_png
from editions.exports.word_fields import can_be_led_to, contents, page_of_pages
from editions.exports.word_grid import WIDEST, add_grid
from editions.exports.word_template import (
    CONTENTS,
    GRID,
    blank,
    fill_cover,
    opened,
    with_styles,
)
from editions.exports.word_traces import without_traces
from letters.word_looks import plain

LABELS, PICTURE = Mm(45), Mm(135)


def as_word(document: Document, template: bytes | None = None) -> bytes:
    """On the council's template where there is one."""
    word = with_styles(opened(template)) if template else blank()
    _about(word, document)
    cover = {line.label: _cover_text(line) for line in document.cover}
    if template:
        told = {"Report": document.title, "About": document.about, "Status": document.said}
        told |= cover
        cover = {label: told[label] for label in fill_cover(word, told)}
    else:
        _title(word, document)
        _on_each_page(word, document)
    _cover(word, cover)
    word.add_paragraph("Contents", style=CONTENTS)
    contents(word, document.parts)
    for part in document.parts:
        heading = word.add_paragraph(f"{part.number}. {plain(part.title)}", style="Heading 1")
        can_be_led_to(heading, part)
        heading.paragraph_format.page_break_before = True if part.is_exempt else None
        for each in part.holds:
            _held(word, each)
    without_traces(word)
    kept = BytesIO()
    word.save(kept)
    return kept.getvalue()


def _title(word, document: Document) -> None:
    word.add_paragraph(plain(document.council))
    word.add_paragraph(plain(document.title), style="Title")
    word.add_paragraph(f"{plain(document.about)}. {document.said}")


def _on_each_page(word, document: Document) -> None:
    """The same as in the PDF: what it is, and the page."""
    section = word.sections[0]
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    head.add_run(f"{plain(document.title)}. {document.said}")
    page_of_pages(foot)
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for paragraph in (head, foot):
        for run in paragraph.runs:
            run.font.size = Pt(9)


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
    table.autofit = False
    for column, width in zip(table.columns, (LABELS, WIDEST - LABELS), strict=True):
        column.width = width
    for label, text in told.items():
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(label).bold = True
        cells[1].text = plain(text)
        for cell, width in zip(cells, (LABELS, WIDEST - LABELS), strict=True):
            cell.width = width
            how = cell.paragraphs[0].paragraph_format
            how.space_before = how.space_after = Pt(2)


def _held(word, each: Words | Grid | Chart) -> None:
    if isinstance(each, Chart):
        _picture(word, each)
    elif isinstance(each, Grid):
        add_grid(word, each)
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
    made = word.add_picture(BytesIO(as_png(chart.svg)), width=PICTURE)
    made._inline.docPr.set("descr", plain(chart.says))
    word.paragraphs[-1].paragraph_format.keep_with_next = True
