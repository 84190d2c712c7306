"""The council's own Word template: what of it a report uses, and what it lacks.

What it lacks is made and listed, never dropped: a style gets our own looks, a field of the cover
stands in a table behind what the template says.
"""

from io import BytesIO
from zipfile import BadZipFile

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from letters.word_looks import in_british_english, in_font

STYLES = {
    "Title": 22,
    "Heading 1": 16,
    "Heading 2": 13,
    "Heading 3": 11.5,
    "Caption": 11,
    "List Bullet": 11,
    "List Number": 11,
}
GRID, CONTENTS = "Table Grid", "TOC Heading"
BODY_TEXT = 10  # no level of an outline
RULE, HEAVY_RULE = ("4", "B1B4B6"), ("8", "0B0C0C")


class NoTemplate(Exception):
    """The file cannot be opened as a Word document."""


def opened(content: bytes):
    try:
        return docx.Document(BytesIO(content))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise NoTemplate("It cannot be opened as a Word document: save it as .docx") from error


def lacking(content: bytes, fields: list[str]) -> list[str]:
    """What a report needs that the template does not have, in words."""
    word = opened(content)
    styles = [name for name in [*STYLES, GRID] if not _has(word, name)]
    said = _labels(word)
    missing = [name for name in fields if name.casefold() not in said]
    return [f"the style “{name}”" for name in styles] + [
        f"the heading “{name}” on its cover" for name in missing
    ]


def blank():
    """A4 in the council's usual hand, where no template was uploaded."""
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(22)
    in_font(word.styles["Normal"], 11)
    for name, points in STYLES.items():
        in_font(word.styles[name], points)
        word.styles[name].font.color.rgb = RGBColor(0, 0, 0)
        word.styles[name].font.italic = False
    in_british_english(word)
    word.styles["Title"].font.bold = True
    word.styles["Normal"].paragraph_format.space_after = Pt(6)
    word.styles["Caption"].paragraph_format.space_before = Pt(12)
    for line in word.styles["Title"].element.xpath("./w:pPr/w:pBdr"):
        line.getparent().remove(line)
    _rule(word.styles[GRID])
    _contents_heading(word)
    return word


def with_styles(word):
    """The template with the styles that it lacks, in our own looks."""
    for name, points in STYLES.items():
        if not _has(word, name):
            style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = word.styles["Normal"]
            style.font.size, style.font.bold = Pt(points), not name.startswith("List")
            if name.startswith("Heading"):
                _outline(style, int(name[-1]))
    if not _has(word, GRID):
        _rule(word.styles.add_style(GRID, WD_STYLE_TYPE.TABLE))
    _contents_heading(word)
    return word


def _contents_heading(word) -> None:
    """As a heading looks, without standing in the contents itself."""
    if not _has(word, CONTENTS):
        style = word.styles.add_style(CONTENTS, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles["Heading 1"]
        _outline(style, BODY_TEXT)


def _rule(style) -> None:
    """A thin line under each row, a heavy one under the head; no box."""
    for told in style.element.xpath("./w:tblPr/w:tblBorders"):
        told.getparent().remove(told)
    about = style.element.find(qn("w:tblPr"))
    if about is None:
        about = OxmlElement("w:tblPr")
        style.element.append(about)
    about.append(_borders("w:tblBorders", {"w:bottom": RULE, "w:insideH": RULE}))
    head, cell = OxmlElement("w:tblStylePr"), OxmlElement("w:tcPr")
    head.set(qn("w:type"), "firstRow")
    cell.append(_borders("w:tcBorders", {"w:bottom": HEAVY_RULE}))
    head.append(cell)
    style.element.append(head)


def _borders(name: str, sides: dict[str, tuple[str, str]]):
    borders = OxmlElement(name)
    for side, (eighths, colour) in sides.items():
        line = OxmlElement(side)
        for key, value in (("val", "single"), ("sz", eighths), ("space", "0"), ("color", colour)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    return borders


def fill_cover(word, told: dict[str, str]) -> list[str]:
    """Write what is told beside the template's own headings; returns what it has no place for."""
    left = dict(told)
    for table in word.tables:
        for row in table.rows:
            for cell, beside in zip(row.cells, row.cells[1:], strict=False):
                label = _match(cell.text, left)
                if label and not beside.text.strip():
                    beside.text = left.pop(label)
    for paragraph in word.paragraphs:
        label = _match(paragraph.text, left)
        if label:
            colon = "" if paragraph.text.rstrip().endswith(":") else ":"
            paragraph.add_run(f"{colon} {left.pop(label)}")
    return list(left)


def _match(text: str, told: dict[str, str]) -> str:
    plain = text.strip().rstrip(":").casefold()
    return next((label for label in told if label.casefold() == plain), "")


def _labels(word) -> set[str]:
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    texts = [paragraph.text for paragraph in word.paragraphs] + cells
    return {text.strip().rstrip(":").casefold() for text in texts}


def _has(word, name: str) -> bool:
    return any(style.name == name for style in word.styles)


def _outline(style, level: int) -> None:
    """By which Word knows a heading, whatever it looks like."""
    said = OxmlElement("w:outlineLvl")
    said.set(qn("w:val"), str(level - 1))
    style.element.get_or_add_pPr().append(said)
