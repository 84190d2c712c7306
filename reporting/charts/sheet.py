"""The sheet that a picture is drawn on. What is drawn is plain: its looks are its own attributes,
as a page's rules forbid styles and a file has no page.
"""

from xml.etree import ElementTree as Xml

from reporting.charts.lettering import wrapped

WIDTH = 640  # of a file; a page may draw it narrower
ROOM = 346  # what a telephone has: words are broken to it
INK, QUIET, GRID = "#0b0c0c", "#484949", "#cecece"
FONT = "Segoe UI, Roboto, Noto Sans, Liberation Sans, Arial, sans-serif"
SIZE, SMALL, LARGE = 15, 13, 17


def percents(number: float) -> str:
    """
    >>> percents(33.333333), percents(50)
    ('33.33%', '50%')
    """
    return f"{number:.2f}".rstrip("0").rstrip(".") + "%"


class Sheet:
    """Drawn from the top: ``y`` is how far one has come, in pixels."""

    def __init__(self, key: str, title: str, words: str):
        self.key, self.y = key, 0.0
        self.root = Xml.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "role": "img",
                "aria-labelledby": f"{key}-title",
                "aria-describedby": f"{key}-words",
                "font-family": FONT,
                "font-size": str(SIZE),
                "fill": INK,
            },
        )
        self._said("title", f"{key}-title", title)
        self._said("desc", f"{key}-words", words)
        self.defs = Xml.SubElement(self.root, "defs")
        # A picture without a ground of its own is black on black in some programs
        self.add("rect", width="100%", height="100%", fill="#fff")

    def _said(self, tag: str, key: str, words: str) -> None:
        Xml.SubElement(self.root, tag, {"id": key}).text = printable(words)

    def add(self, tag: str, parent: Xml.Element | None = None, **looks) -> Xml.Element:
        named = {name.rstrip("_").replace("_", "-"): _text(value) for name, value in looks.items()}
        return Xml.SubElement(self.root if parent is None else parent, tag, named)

    def write(self, words: str, x="0", y: float | None = None, **looks) -> Xml.Element:
        element = self.add("text", x=x, y=self.y if y is None else y, **looks)
        element.text = printable(words)
        return element

    def paragraph(self, words: str, size: float = SIZE, *, leading: float = 1.3, **looks) -> None:
        """Words from the left edge, in as many lines as they take."""
        for line in wrapped(words, size, ROOM):
            self.y += size * leading
            self.write(line, font_size=size, **looks)

    def space(self, pixels: float) -> None:
        self.y += pixels

    def finished(self) -> str:
        height = _text(self.y)
        self.root.set("width", str(WIDTH))
        self.root.set("height", height)
        return Xml.tostring(self.root, encoding="unicode")


def printable(words: str) -> str:
    """Without what an XML file may not hold: a name may have come from anywhere."""
    if words.isprintable():
        return words
    return "".join(letter for letter in words if letter.isprintable())


def _text(value) -> str:
    return (
        f"{value:.2f}".rstrip("0").rstrip(".")
        if isinstance(value, float)
        else printable(str(value))
    )
