"""A printed text in its parts: paragraphs and tables, each under the heading it stands under.

Cells of a table are parted by tabs, as copied from a page or read from a file. A paragraph is a
line, or the lines up to one that is well shorter than the text is wide.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from editions.flags.sentences import MONTHS

NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+(\D.{0,90})")
MARKED = "## "
BULLETS = ("- ", "• ", "•", "\uf0b7")
SHORT = 0.8  # of the longest line: a line that stops there stops its paragraph
ENDS_A_SENTENCE = (".", ";", ",", "”", '"')


@dataclass(frozen=True)
class Paragraph:
    text: str
    section: str


@dataclass(frozen=True)
class Line:
    """A line of a table: what stands first, and the cells after it."""

    label: str
    cells: tuple[str, ...]


@dataclass
class PrintedTable:
    """``title`` is the line that stands over it."""

    title: str
    section: str
    lines: list[Line] = field(default_factory=list)

    @property
    def is_contents(self) -> bool:
        first = " ".join((self.lines[0].label, *self.lines[0].cells)).lower()
        return "contents" in first and "page" in first


@dataclass
class Layout:
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[PrintedTable] = field(default_factory=list)

    def tables_of(self, section: str) -> list[PrintedTable]:
        return [table for table in self.tables if table.section == section]


def laid_out(text: str) -> Layout:
    """
    >>> found = laid_out("1. Summary\\n\\nThere were 4.\\n\\nMale\\t3\\nFemale\\t1\\n")
    >>> found.paragraphs
    [Paragraph(text='There were 4.', section='1. Summary')]
    >>> [line.cells for line in found.tables[0].lines]
    [('3',), ('1',)]
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    width = max((len(line) for line in lines if "\t" not in line), default=0) * SHORT
    reader = _Reader(width)
    for line in lines:
        reader.take(line)
    return reader.layout


class _Reader:
    def __init__(self, width: float):
        self.layout, self.width = Layout(), width
        self.section, self.title = "", ""
        self.table: PrintedTable | None = None
        self.goes_on = False

    def take(self, line: str) -> None:
        if not line.strip():
            self.table, self.goes_on = None, False
        elif "\t" in line:
            self._row(line)
        elif self.table and not self.table.is_contents and len(line) < self.width:
            self._wrapped(line.strip())
        else:
            self._words(" ".join(line.split()))

    def _row(self, line: str) -> None:
        self.goes_on = False
        label, *cells = (cell.strip() for cell in line.split("\t"))
        if self.table is None:
            title = (
                label.rstrip(": ") if label.endswith(":") and not "".join(cells).isalnum() else ""
            )
            self.table = PrintedTable(title or self.title, self.section)
            self.layout.tables.append(self.table)
        self.table.lines.append(Line(label, tuple(cells)))

    def _wrapped(self, words: str) -> None:
        """The rest of a label that did not fit into one line."""
        last = self.table.lines[-1]
        self.table.lines[-1] = Line(f"{last.label} {words}".strip(), last.cells)

    def _words(self, line: str) -> None:
        self.table = None
        numbered = NUMBERED.fullmatch(line)
        if line.startswith(MARKED) or (numbered and not line.endswith(";") and _is_title(line)):
            self.section = self.title = line.removeprefix(MARKED)
            self.goes_on = False
            return
        starts = line.startswith(BULLETS)
        if self.goes_on and not starts:
            last = self.layout.paragraphs[-1]
            self.layout.paragraphs[-1] = Paragraph(f"{last.text} {line}", last.section)
        else:
            self.layout.paragraphs.append(Paragraph(_without_bullet(line), self.section))
        if not line.endswith(ENDS_A_SENTENCE) and len(line) < 120:
            self.title = line.rstrip(":")
        self.goes_on = len(line) >= self.width


def _is_title(line: str) -> bool:
    word = line.split()[1]
    return len(line) < 90 and word[0].isupper() and word.lower() not in MONTHS


def _without_bullet(line: str) -> str:
    for bullet in BULLETS:
        if line.startswith(bullet):
            return line.removeprefix(bullet).strip()
    return line


def rows_of(table: PrintedTable) -> Iterable[Line]:
    """The lines that have a number in a cell."""
    return (line for line in table.lines if any(re.search(r"\d", cell) for cell in line.cells))
