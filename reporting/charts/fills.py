"""What tells the parts of a picture apart: black and white is enough to read it."""

from dataclasses import dataclass

from reporting.charts.sheet import Sheet

DARK, MIDDLE, PALE = "#1b4965", "#9cbfd0", "#e3edf2"


@dataclass(frozen=True)
class Fill:
    """``marks`` are drawn over and over on the ground: paths within eight by eight."""

    ground: str
    marks: str = ""
    dots: bool = False
    words: str = "#0b0c0c"


FILLS = (
    Fill(DARK, words="#fff"),
    Fill("#fff", marks="M-2,10 L10,-2 M-2,2 L2,-2 M6,10 L10,6"),
    Fill(MIDDLE),
    Fill("#fff", dots=True),
    Fill(PALE, marks="M0,4 H8"),
    Fill("#fff"),
)


def fill_of(sheet: Sheet, place: int) -> str:
    """The paint of the part at ``place``, made on the sheet where it is a pattern."""
    fill = FILLS[place]
    if not (fill.marks or fill.dots):
        return fill.ground
    key = f"{sheet.key}-fill-{place}"
    if not any(pattern.get("id") == key for pattern in sheet.defs):
        _make(sheet, fill, key)
    return f"url(#{key})"


def _make(sheet: Sheet, fill: Fill, key: str) -> None:
    box = {"width": 8, "height": 8}
    pattern = sheet.add("pattern", sheet.defs, id=key, patternUnits="userSpaceOnUse", **box)
    sheet.add("rect", pattern, fill=fill.ground, **box)
    if fill.dots:
        sheet.add("circle", pattern, cx=4, cy=4, r=2, fill=DARK)
    else:
        sheet.add("path", pattern, d=fill.marks, stroke=DARK, stroke_width=2, fill="none")
