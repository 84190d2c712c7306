"""The text of a printed report from a file: the cells of a table are parted by tabs.

A Word file knows its tables. Of a PDF only places are known: a gap much wider than a space parts
two cells. A scan has no text.
"""

import io
from collections.abc import Iterable
from itertools import pairwise

import docx
import pypdfium2
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from documents.kinds_of_file import extension_of
from documents.pdfium import opened
from documents.reading_text import PAGES_AT_MOST, written_in
from editions.printed.layout import MARKED

READABLE = ("pdf", "docx", "txt")
GAP = 1.0  # of the height of a line
SAME_LINE = 0.5


def printed_in(name: str, content: bytes) -> str:
    """ "" where nothing is written in it, or it cannot be read."""
    read = {"docx": _of_word, "pdf": _of_pdf}.get(extension_of(name))
    try:
        return read(content).replace("\0", " ") if read else written_in(name, content)
    except Exception:  # a file that somebody sent breaks a library in any way
        return ""


def _of_word(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    lines: list[str] = []
    for block in document.element.body.iterchildren():
        if block.tag == qn("w:p") and not _is_contents(block):
            lines += ["", _paragraph(Paragraph(block, document))]
        elif block.tag == qn("w:tbl"):
            lines += ["", *_rows(Table(block, document)), ""]
    return "\n".join(lines)


def _is_contents(block) -> bool:
    style = block.find(f".//{qn('w:pStyle')}")
    return style is not None and style.get(qn("w:val"), "").lower().startswith("toc")


def _paragraph(paragraph: Paragraph) -> str:
    text = " ".join(paragraph.text.split())
    style = paragraph.style.name if paragraph.style is not None else ""
    return f"{MARKED}{text}" if text and style.startswith(("Heading", "Title")) else text


def _rows(table: Table) -> Iterable[str]:
    for row in table.rows:
        yield "\t".join(" ".join(cell.text.split()) for cell in row.cells)


def _of_pdf(content: bytes) -> str:
    with opened(content) as pdf:
        pages = [_of_page(pdf[number]) for number in range(min(len(pdf), PAGES_AT_MOST))]
    return "\n\n".join(pages)


def _of_page(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        boxes = [text.get_rect(place) for place in range(text.count_rects())]
        pieces = [(box, text.get_text_bounded(*box).strip()) for box in boxes]
    finally:
        text.close()
        page.close()
    lines: list[list] = []
    for box, words in pieces:
        if not words:
            continue
        if lines and _on_one_line(lines[-1][-1][0], box):
            lines[-1].append((box, words))
        else:
            lines.append([(box, words)])
    return "\n".join(_joined(line) for line in lines)


def _on_one_line(one: tuple, other: tuple) -> bool:
    height = max(one[3] - one[1], other[3] - other[1])
    return abs((one[3] + one[1]) - (other[3] + other[1])) / 2 < SAME_LINE * height


def _joined(line: list[tuple]) -> str:
    line = sorted(line, key=lambda piece: piece[0][0])
    said = line[0][1]
    for (before, _), (box, words) in pairwise(line):
        wide = box[0] - before[2] > GAP * (box[3] - box[1])
        said += f"\t{words}" if wide else f" {words}"
    return said
