"""Binding: cover, index and chronology in front, then the documents; every page is numbered."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf

from packs.pictures import HEAD, WIDE
from packs.setting import set_in_type
from packs.sheets import saved

NUMBER_AT = 22  # points from the foot
TRIES = 4  # a longer number may move a line of the index over to the next page


@dataclass(frozen=True)
class Bound:
    """One document of the file: its heading and its pages; none where it is sent beside."""

    heading: str
    sheets: bytes | None
    remark: str = ""


@dataclass(frozen=True)
class Line:
    """A line of the index."""

    heading: str
    page: int | None
    remark: str


def bound(front: dict, documents: Sequence[Bound]) -> tuple[bytes, int]:
    """The whole file, and how many pages it has. ``front`` is what cover and chronology need."""
    counts = [_pages_of(one.sheets) if one.sheets else 0 for one in documents]
    before = 2
    for _ in range(TRIES):
        whole = before + sum(counts)
        index = _index(documents, counts, before)
        first = set_in_type(
            "packs/print_front.html", front | {"index": index, "whole": whole}, tagged=True
        )
        if _pages_of(first) == before:
            break
        before = _pages_of(first)
    with pikepdf.open(io.BytesIO(first)) as made:
        _add(made, documents, whole)
        _outline(made, index)
        return saved(made), whole


def _index(documents: Sequence[Bound], counts: list[int], before: int) -> list[Line]:
    lines, page = [], before + 1
    for document, count in zip(documents, counts, strict=True):
        lines.append(Line(document.heading, page if count else None, document.remark))
        page += count
    return lines


def _add(made: pikepdf.Pdf, documents: Sequence[Bound], whole: int) -> None:
    there = [one for one in documents if one.sheets]
    if not there:
        return
    headings = set_in_type("packs/print_headings.html", {"headings": [d.heading for d in there]})
    font = made.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
    )
    with pikepdf.open(io.BytesIO(headings)) as strips:
        for document, strip in zip(there, strips.pages, strict=True):
            with pikepdf.open(io.BytesIO(document.sheets)) as sheets:
                for sheet in sheets.pages:
                    made.pages.append(sheet)
                    page = made.pages[-1]
                    high = float(page.mediabox[3])
                    page.add_overlay(strip, pikepdf.Rectangle(0, high - HEAD, WIDE, high))
                    _number(made, page, font, f"Page {len(made.pages)} of {whole}")


def _number(made: pikepdf.Pdf, page: pikepdf.Page, font, words: str) -> None:
    name = page.add_resource(font, pikepdf.Name.Font, prefix="/Number")
    at = float(page.mediabox[2]) / 2 - len(words) * 2.2
    drawn = f"q BT 0 g {name} 9 Tf {at:.1f} {NUMBER_AT} Td ({words}) Tj ET Q"
    page.contents_add(drawn.encode())


def _outline(made: pikepdf.Pdf, index: list[Line]) -> None:
    with made.open_outline() as outline:
        outline.root.clear()
        outline.root.append(pikepdf.OutlineItem("Cover and index", 0))
        outline.root.extend(
            pikepdf.OutlineItem(line.heading, line.page - 1) for line in index if line.page
        )


def _pages_of(content: bytes) -> int:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return len(pdf.pages)
