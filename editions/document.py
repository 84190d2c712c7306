"""A report as a document: the one source of its pages, PDF, Word file, tables and JSON.

Plain values, so that what was published can be kept and made into any format again, the same.
"""

from dataclasses import asdict, dataclass, field

INTERNAL, PUBLIC = "internal", "public"
SAID_OF = {
    INTERNAL: "Internal: not for release.",
    PUBLIC: "Small numbers are not shown, so that nobody can be recognised.",
}


@dataclass(frozen=True)
class Piece:
    """Words in one hand. Of a figure ``named`` is how the text calls it, and ``figure`` the list
    behind it, "" where there is none."""

    text: str
    bold: bool = False
    figure: str = ""
    named: str = ""


@dataclass(frozen=True)
class Words:
    """A heading, a paragraph or the entries of a list: lines of pieces."""

    kind: str
    lines: list[list[Piece]]
    listed: str = ""  # the name of the list that its entries are

    @property
    def text(self) -> str:
        return "\n".join("".join(piece.text for piece in line) for line in self.lines)


@dataclass(frozen=True)
class Number:
    """A cell as it is read. ``value`` is None where it is not shown; ``named`` and ``figure`` are
    as those of a piece."""

    text: str
    beside: str = ""
    before: str = ""
    figure: str = ""
    named: str = ""
    value: object = None
    percent: object = None
    measure: str = "count"


@dataclass(frozen=True)
class Line:
    label: str
    numbers: list[Number]
    is_total: bool = False


@dataclass(frozen=True)
class Grid:
    """A table. ``notes`` stand under it: base, definition, what brackets mean."""

    name: str
    title: str
    columns: list[str]
    lines: list[Line]
    notes: list[str] = field(default_factory=list)
    kind: str = "grid"


@dataclass(frozen=True)
class Chart:
    """``svg`` is the picture, ``says`` what it shows; its table stands under it."""

    name: str
    svg: str
    says: str
    kind: str = "chart"


@dataclass(frozen=True)
class Part:
    """A section: its number, title and what it holds, in order."""

    number: int
    title: str
    holds: list[Words | Grid | Chart]
    is_exempt: bool = False


@dataclass(frozen=True)
class CoverLine:
    label: str
    text: str
    written: str = ""


@dataclass(frozen=True)
class Document:
    title: str
    council: str
    about: str
    form: str
    cover: list[CoverLine]
    parts: list[Part]
    version: int = 1

    @property
    def said(self) -> str:
        return SAID_OF[self.form]

    def grids(self) -> list[Grid]:
        """Every table once, in the report's order."""
        found = {each.name: each for part in self.parts for each in part.holds if is_grid(each)}
        return list(found.values())

    def as_plain(self) -> dict:
        return asdict(self)


def is_grid(each) -> bool:
    return isinstance(each, Grid)


def is_chart(each) -> bool:
    return isinstance(each, Chart)


def of_plain(plain: dict) -> Document:
    """
    >>> made = Document("A", "B", "C", INTERNAL, [], [Part(1, "D", [Words("paragraph", [])])])
    >>> of_plain(made.as_plain()) == made
    True
    """
    parts = [
        Part(**{**part, "holds": [_held(each) for each in part["holds"]]})
        for part in plain["parts"]
    ]
    cover = [CoverLine(**line) for line in plain["cover"]]
    return Document(**{**plain, "cover": cover, "parts": parts})


def _held(plain: dict) -> Words | Grid | Chart:
    if plain["kind"] == "chart":
        return Chart(**plain)
    if plain["kind"] == "grid":
        lines = [
            Line(**{**line, "numbers": [Number(**number) for number in line["numbers"]]})
            for line in plain["lines"]
        ]
        return Grid(**{**plain, "lines": lines})
    lines = [[Piece(**piece) for piece in line] for line in plain["lines"]]
    return Words(plain["kind"], lines, plain["listed"])
