"""Fields of a Word file: its contents, and the number of each page."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from editions.document import Part
from letters.word_looks import plain

OF_A_PART = "part_{}"


def contents(word, parts: list[Part]) -> None:
    """Each line leads to its section. Word puts the numbers of pages there as it opens the file."""
    lines = [word.add_paragraph() for _ in parts]
    for place, (line, part) in enumerate(zip(lines, parts, strict=True)):
        line.paragraph_format.space_after = Pt(3)
        if place == 0:
            _mark(line._p, "begin", is_old=True)
            _instruction(line._p, 'TOC \\o "1-1" \\h \\z \\u')
            _mark(line._p, "separate")
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), OF_A_PART.format(part.number))
        line._p.append(link)
        _text(link, f"{part.number}. {plain(part.title)}")
    if lines:
        _mark(lines[-1]._p, "end")


def can_be_led_to(heading, part: Part) -> None:
    """A mark around the words of its heading."""
    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (begin, end):
        mark.set(qn("w:id"), str(part.number))
    begin.set(qn("w:name"), OF_A_PART.format(part.number))
    heading.runs[0]._r.addprevious(begin)
    heading._p.append(end)


def page_of_pages(paragraph) -> None:
    _text(paragraph._p, "Page ")
    _field(paragraph._p, "PAGE")
    _text(paragraph._p, " of ")
    _field(paragraph._p, "NUMPAGES")


def _field(holder, instruction: str) -> None:
    _mark(holder, "begin")
    _instruction(holder, instruction)
    _mark(holder, "separate")
    _text(holder, "1")
    _mark(holder, "end")


def _run(holder):
    run = OxmlElement("w:r")
    holder.append(run)
    return run


def _mark(holder, kind: str, *, is_old=False) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    if is_old:
        mark.set(qn("w:dirty"), "true")
    _run(holder).append(mark)


def _instruction(holder, text: str) -> None:
    said = OxmlElement("w:instrText")
    said.set(qn("xml:space"), "preserve")
    said.text = text
    _run(holder).append(said)


def _text(holder, text: str) -> None:
    run = _run(holder)
    run.text = text
