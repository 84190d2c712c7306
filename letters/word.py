"""A letter as a Word file: for the file of the case, and to write on in Word.

Whoever complains never gets one: it can be changed, and it carries who wrote in it.
"""

from datetime import UTC, datetime
from functools import cache
from io import BytesIO

from django.conf import settings
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from letters.blocks import ENTRIES, HEADING, Run, Sheet
from letters.fields import WHEN_SENT
from letters.word_looks import in_british_english, in_font, plain

SIZE, LARGE = 14, 18  # points: no letter of the council is smaller
HEADING_MORE = 2
ROOM_TO_SIGN = Pt(48)


def as_word(sheet: Sheet, *, of: str = "") -> bytes:
    """``of`` is by what a draft is known when it comes back."""
    document = _blank(LARGE if sheet.large else SIZE)
    _about(document, sheet.title, of)
    if sheet.to:
        _lines(document, [(Run(line),) for line in sheet.to])
    for block in sheet.blocks:
        if block.kind == HEADING:
            _lines(document, block.lines, style=f"Heading {block.level}")
        elif block.kind == ENTRIES:
            for line in block.lines:
                _lines(document, [line], style="List Bullet")
        else:
            paragraph = _lines(document, block.lines)
            if block.is_farewell:
                paragraph.paragraph_format.space_after = ROOM_TO_SIGN
                paragraph.paragraph_format.keep_with_next = True
    if sheet.enclosed:
        _lines(document, [(Run(f"Enclosed: {', '.join(sheet.enclosed)}"),)])
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _lines(document, lines, style: str | None = None) -> Paragraph:
    paragraph = document.add_paragraph(style=style)
    for place, runs in enumerate(lines):
        if place:
            paragraph.add_run().add_break()
        for run in runs:
            made = paragraph.add_run(f"{{{run.field}}}" if run.field else plain(run.text))
            made.bold = True if run.bold else None
            if run.field:
                _as_field(made, run.field)
    return paragraph


def _as_field(run, name: str) -> None:
    """A content control with the name of the field, which Word keeps around it."""
    control, about = OxmlElement("w:sdt"), OxmlElement("w:sdtPr")
    for tag, value in (("w:alias", WHEN_SENT[name]), ("w:tag", name), ("w:lock", "sdtLocked")):
        said = OxmlElement(tag)
        said.set(qn("w:val"), value)
        about.append(said)
    content = OxmlElement("w:sdtContent")
    run._r.getparent().replace(run._r, control)
    content.append(run._r)
    control.append(about)
    control.append(content)


def _about(document, title: str, of: str) -> None:
    said = document.core_properties
    said.title, said.author, said.language = title, settings.COUNCIL_NAME, "en-GB"
    said.identifier, said.comments, said.last_modified_by = of, "", settings.COUNCIL_NAME
    said.created = said.modified = datetime.now(UTC)


def _blank(size: int):
    return Document(BytesIO(_blank_bytes(size)))


@cache
def _blank_bytes(size: int) -> bytes:
    """An empty A4 page in our hand, made once: putting its styles in order takes a while."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
    for name, points in (
        ("Normal", size),
        ("Heading 1", size + 2 * HEADING_MORE),
        ("Heading 2", size + HEADING_MORE),
    ):
        style = document.styles[name]
        in_font(style, points)
        style.font.color.rgb = RGBColor(0, 0, 0)
    in_british_english(document)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()
