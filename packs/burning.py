"""Burning in: a page on which something is blacked out becomes a picture with black boxes.

What stood under the boxes is not in the file any more, nor is any other text of that page.
"""

import io
from collections.abc import Collection, Iterable, Mapping

import pikepdf
from PIL import ImageDraw

from documents.pdfium import opened
from packs.pictures import DOTS_PER_INCH, draw_on_a_new_page
from packs.places import Box
from packs.sheets import frame_of, saved

SCALE = DOTS_PER_INCH / 72
AROUND = 1.5  # points: what a letter reaches over its box


def burnt_in(
    content: bytes, boxes: Mapping[int, Iterable[Box]], blackened: Collection[int] = ()
) -> bytes:
    """``boxes`` are those of each page, from one; ``blackened`` pages are black all over."""
    if not boxes and not blackened:
        return content
    made = pikepdf.new()
    with pikepdf.open(io.BytesIO(content)) as source, opened(content) as seen:
        for number, page in enumerate(source.pages, start=1):
            if number in blackened:
                _blacken(made, page)
            elif number in boxes:
                _add_as_picture(made, seen[number - 1], boxes[number])
            else:
                made.pages.append(page)
    return saved(made)


def _blacken(made: pikepdf.Pdf, page: pikepdf.Page) -> None:
    size = float(page.mediabox[2]), float(page.mediabox[3])
    black = made.add_blank_page(page_size=size)
    frame = frame_of(black)
    drawn = f"0 g {frame.llx} {frame.lly} {frame.width} {frame.height} re f"
    black.Contents = pikepdf.Stream(made, drawn.encode())


def _add_as_picture(made: pikepdf.Pdf, page, boxes: Iterable[Box]) -> None:
    wide, high = page.get_size()
    picture = page.render(scale=SCALE).to_pil().convert("RGB")
    draw = ImageDraw.Draw(picture)
    for left, low, right, top in boxes:
        corners = left - AROUND, high - top - AROUND, right + AROUND, high - low + AROUND
        draw.rectangle([corner * SCALE for corner in corners], fill="black")
    draw_on_a_new_page(made, (wide, high), picture, (0, 0, wide, high))


def left_out(content: bytes, pages: Collection[int]) -> bytes:
    """The PDF without some of its pages; nothing of them comes along."""
    if not pages:
        return content
    made = pikepdf.new()
    with pikepdf.open(io.BytesIO(content)) as source:
        for number, page in enumerate(source.pages, start=1):
            if number not in pages:
                made.pages.append(page)
    return saved(made)
