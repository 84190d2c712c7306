"""How a text calls a figure, a table or a list: ``{name}``.

``{stage2.average_working_days}`` is a figure; ``{stage2_outcomes:upheld:total}`` a number of a
table, with ``:%`` its percentage; ``{outside.name}`` a figure from outside. Of a change,
``:word`` is its direction ("an increase", "a decrease") and the figure itself its size. On
a line of its own, ``{table NAME}``, ``{chart NAME}``, ``{figures SECTION}`` and ``{list NAME}`` put
these there.
"""

import re
from dataclasses import dataclass

FIGURE = re.compile(r"\{([^{}\n]+)\}")
BLOCK = re.compile(r"\{(table|chart|figures|list) ([^{}\n]+)\}")
OUTSIDE = "outside."
PROMPT = "Write here"  # begins a paragraph that asks for words, and stands in no document
WORD, SHARE = "word", "%"


@dataclass(frozen=True)
class Name:
    """``key`` of a figure; of a cell the table, ``row`` and ``column``; ``what`` of it is meant."""

    key: str
    row: str = ""
    column: str = ""
    what: str = ""

    @property
    def is_cell(self) -> bool:
        return bool(self.column)

    @property
    def number(self) -> str:
        """By what its list is kept: the name without what is meant of it."""
        return f"{self.key}:{self.row}:{self.column}" if self.is_cell else self.key


def name_of(text: str) -> Name:
    """
    >>> name_of("stage2_outcomes:upheld:total:%")
    Name(key='stage2_outcomes', row='upheld', column='total', what='%')
    >>> name_of("summary.change:word").what
    'word'
    """
    pieces = [piece.strip() for piece in text.split(":")]
    if len(pieces) == 2:
        return Name(pieces[0], what=pieces[1])
    if len(pieces) in (3, 4):
        return Name(*pieces)
    return Name(text.strip())


def names_in(text: str) -> list[str]:
    return [found.strip() for found in FIGURE.findall(text)]


def block_of(paragraph: str) -> tuple[str, str] | None:
    """What a paragraph puts there, if that is all it says."""
    found = BLOCK.fullmatch(paragraph.strip())
    return (found[1], found[2].strip()) if found else None


def is_prompt(paragraph: str) -> bool:
    return paragraph.strip().startswith(PROMPT)
