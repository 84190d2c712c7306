"""A letter as blocks: the one source of its PDF, its Word file and its printed page."""

import re
from dataclasses import dataclass, field

from letters.fields import WHEN_SENT
from letters.notation import BOLD, paragraphs_of

FIELD = re.compile(r"\{(" + "|".join(WHEN_SENT) + r")\}")
HEADING, PARAGRAPH, ENTRIES = "heading", "paragraph", "entries"
FAREWELL = re.compile(r"(?:yours \w+|kind regards|with (?:kind|best) \w+|best wishes),?", re.I)


@dataclass(frozen=True)
class Run:
    """Words in one hand; of a field that is filled as the letter goes, its name."""

    text: str
    bold: bool = False
    field: str = ""


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, or the entries of a list; each line is a row of runs."""

    kind: str
    lines: tuple[tuple[Run, ...], ...]
    level: int = 0  # of a heading: the first of a letter is its title

    @property
    def is_farewell(self) -> bool:
        """Under it, whoever signs needs room for their hand."""
        words = "".join(run.text for run in self.lines[0]).strip()
        return len(self.lines) == 1 and bool(FAREWELL.fullmatch(words))


@dataclass(frozen=True)
class Sheet:
    """All that stands on a letter. ``to`` is whom it goes to and where, line by line."""

    title: str
    text: str
    to: list[str] = field(default_factory=list)
    enclosed: list[str] = field(default_factory=list)
    large: bool = False

    @property
    def blocks(self) -> list[Block]:
        return blocks_of(self.text)


def blocks_of(text: str) -> list[Block]:
    """
    >>> [block.kind for block in blocks_of("## Head" + chr(10) * 2 + "- one" + chr(10) + "- two")]
    ['heading', 'entries']
    """
    blocks: list[Block] = []
    for paragraph in paragraphs_of(text):
        level = 2 if any(one.kind == HEADING for one in blocks) else 1
        blocks.append(_block(paragraph, level))
    return blocks


def _block(paragraph: str, level: int) -> Block:
    lines = paragraph.split("\n")
    if paragraph.startswith("## "):
        return Block(HEADING, (runs_of(" ".join(lines)[3:]),), level)
    if all(line.startswith("- ") for line in lines):
        return Block(ENTRIES, tuple(runs_of(line[2:]) for line in lines))
    return Block(PARAGRAPH, tuple(runs_of(line) for line in lines))


def runs_of(line: str) -> tuple[Run, ...]:
    """
    >>> [(run.text, run.bold) for run in runs_of("We are **very** sorry")]
    [('We are ', False), ('very', True), (' sorry', False)]
    """
    runs: list[Run] = []
    for place, words in enumerate(BOLD.split(line)):
        runs += _with_fields(words, bold=place % 2 == 1)
    return tuple(runs)


def _with_fields(words: str, *, bold: bool) -> list[Run]:
    pieces = FIELD.split(words)
    return [
        Run(WHEN_SENT[piece], bold, piece) if place % 2 else Run(piece, bold)
        for place, piece in enumerate(pieces)
        if piece
    ]
