"""How the council's Word files look, letters and reports alike: type, language and text."""

from docx.oxml.ns import qn
from docx.shared import Pt

FONT = "Arial"


def in_font(style, points: float) -> None:
    style.font.name, style.font.size = FONT, Pt(points)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):  # those of the theme stand before the font itself
        if "Theme" in name:
            del fonts.attrib[name]
    for which in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(which), FONT)


def in_british_english(document) -> None:
    for said in document.styles.element.iter(qn("w:lang")):
        said.set(qn("w:val"), "en-GB")


def plain(text: str) -> str:
    """Without what XML cannot hold: a form feed that was pasted."""
    return "".join(one for one in text if one >= " " or one in "\t\n")
