"""What changed between two drafts: paragraph by paragraph, and in each word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from letters.notation import paragraphs_of

WORDS = re.compile(r"\s+|\w+|[^\w\s]+")


@dataclass(frozen=True)
class Changed:
    """``before`` and ``now`` are paragraphs; one of them may be empty."""

    before: list[str]
    now: list[str]


@dataclass(frozen=True)
class Piece:
    """Some words: ``kind`` is "same", "out" (they are gone) or "in" (they are new)."""

    kind: str
    text: str


@dataclass(frozen=True)
class Paragraph:
    """``number`` as the later draft has it; None where it is gone there."""

    number: int | None
    pieces: list[Piece]

    @property
    def is_changed(self) -> bool:
        return any(piece.kind != "same" for piece in self.pieces)


def differences(earlier: str, later: str) -> list[Changed]:
    """
    >>> differences("One" + chr(10) * 2 + "Two", "One" + chr(10) * 2 + "Three")
    [Changed(before=['Two'], now=['Three'])]
    """
    old, new = paragraphs_of(earlier), paragraphs_of(later)
    return [Changed(old[a:b], new[c:d]) for kind, a, b, c, d in _steps(old, new) if kind != "equal"]


def tracked_changes(earlier: str, later: str) -> list[Paragraph]:
    """The later draft as a whole, with what is gone and what is new in each of its paragraphs.

    >>> (changed,) = tracked_changes("I am here.", "I was here.")
    >>> [(piece.kind, piece.text) for piece in changed.pieces]
    [('same', 'I '), ('out', 'am'), ('in', 'was'), ('same', ' here.')]
    """
    old, new = paragraphs_of(earlier), paragraphs_of(later)
    found: list[Paragraph] = []
    for kind, a, b, c, d in _steps(old, new):
        if kind == "equal":
            found += [Paragraph(n + 1, [Piece("same", new[n])]) for n in range(c, d)]
            continue
        pairs = min(b - a, d - c)
        found += [Paragraph(c + n + 1, _pieces(old[a + n], new[c + n])) for n in range(pairs)]
        found += [Paragraph(None, [Piece("out", gone)]) for gone in old[a + pairs : b]]
        found += [Paragraph(n + 1, [Piece("in", new[n])]) for n in range(c + pairs, d)]
    return found


def place_of(paragraph: int, earlier: str, later: str) -> int | None:
    """Where a paragraph of the earlier draft stands in the later one, changed or not; None where it
    is gone.

    >>> place_of(1, "One" + chr(10) * 2 + "Two", "New" + chr(10) * 2 + "One")
    2
    """
    for kind, a, b, c, d in _steps(paragraphs_of(earlier), paragraphs_of(later)):
        if a < paragraph <= b and kind != "delete":
            return min(c + paragraph - a, d)
    return None


def _pieces(before: str, now: str) -> list[Piece]:
    old, new = WORDS.findall(before), WORDS.findall(now)
    pieces = []
    for kind, a, b, c, d in _steps(old, new):
        if kind == "equal":
            pieces.append(Piece("same", "".join(new[c:d])))
            continue
        pieces += [Piece("out", "".join(old[a:b]))] if b > a else []
        pieces += [Piece("in", "".join(new[c:d]))] if d > c else []
    return pieces


def _steps(old: list[str], new: list[str]) -> list[tuple]:
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
