"""The text of a section with its figures said: each number in it is one of the records'."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from editions.document import Piece, Words
from editions.known import Known, KnownFigures, NoSuchFigure
from editions.names import FIGURE, block_of, names_in
from letters.notation import BOLD, paragraphs_of

HEADING, PARAGRAPH, ENTRIES = "heading", "paragraph", "entries"


@dataclass
class Said:
    """A paragraph as it is read, and the figures that it says. ``written`` is what was typed."""

    words: Words
    written: str
    known: list[Known] = field(default_factory=list)


def faults_of(text: str, figures: KnownFigures) -> list[str]:
    """Why a text cannot stand as it is: names of figures that there are none of."""
    found = []
    for paragraph in paragraphs_of(text):
        if block_of(paragraph):
            continue
        for name in names_in(paragraph):
            try:
                figures.find(name)
            except NoSuchFigure as error:
                found.append(str(error))
    return found


def say(paragraph: str, figures: KnownFigures) -> Said:
    """What a paragraph says now. A figure that there is none of stands there by its name."""
    lines = paragraph.split("\n")
    kind = PARAGRAPH
    if paragraph.startswith("## "):
        kind, lines = HEADING, [" ".join(lines)[3:]]
    elif all(line.startswith("- ") for line in lines):
        kind, lines = ENTRIES, [line[2:] for line in lines]
    said = Said(Words(kind, []), paragraph)
    said.words.lines.extend(list(_pieces(line, figures, said.known)) for line in lines)
    return said


def _pieces(line: str, figures: KnownFigures, known: list[Known]) -> Iterable[Piece]:
    for place, words in enumerate(BOLD.split(line)):
        bold = place % 2 == 1
        for inside, piece in enumerate(FIGURE.split(words)):
            if inside % 2:
                yield _figure(piece.strip(), figures, known, bold)
            elif piece:
                yield Piece(piece, bold)


def _figure(name: str, figures: KnownFigures, known: list[Known], bold: bool) -> Piece:
    try:
        found = figures.find(name)
    except NoSuchFigure:
        return Piece(f"{{{name}}}", bold)
    known.append(found)
    return Piece(found.text, bold, found.lists, name)
