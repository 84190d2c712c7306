"""The text of a letter as the checks read it: its blocks, its sentences, its dates."""

import re
from calendar import day_name, month_name
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from letters.notation import paragraphs_of

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\W\d]*[A-Z0-9])")
MONTHS, WEEKDAYS = list(month_name)[1:], list(day_name)
DATE = re.compile(
    rf"(?:\b({'|'.join(WEEKDAYS)}),? )?\b(?:(\d{{1,2}})(?:st|nd|rd|th)? "
    rf"({'|'.join(MONTHS)}|{'|'.join(month[:3] for month in MONTHS)})\.?,? (\d{{4}})"
    r"|(\d{1,2})[/.](\d{1,2})[/.](\d{4}))\b"
)
GREETING = re.compile(r"^(?:dear|hello|hi|good (?:morning|afternoon)),? +(.+?),?$", re.IGNORECASE)
CLOSING = re.compile(r"^(yours|kind regards|with (kind|best)|best wishes)", re.IGNORECASE)
ADDRESS_AT_MOST = 8  # blocks before the greeting


@dataclass(frozen=True)
class Sentence:
    """``block`` is the paragraph, heading or entry of a list that it stands in."""

    text: str
    block: int
    is_heading: bool = False
    begins: bool = False  # its block

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Day:
    """A date as it is written; ``on`` is empty where there is no such day."""

    words: str
    on: date | None
    weekday: str = ""

    @property
    def weekday_is_wrong(self) -> bool:
        return bool(self.on and self.weekday and WEEKDAYS[self.on.weekday()] != self.weekday)


class Reading:
    def __init__(self, text: str):
        self.text = text
        self.blocks = list(_blocks(text))

    @cached_property
    def every(self) -> list[Sentence]:
        return [
            Sentence(said.strip(), number, block.startswith("## "), begins=place == 0)
            for number, block in enumerate(self.blocks)
            for place, said in enumerate(SENTENCE.split(block.replace("\n", " ")))
            if said.strip()
        ]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Without its headings."""
        return [one for one in self.every if not one.is_heading]

    @cached_property
    def greeting(self) -> str:
        """Whom it greets: "Ms Penfield"."""
        for block in self.blocks[:ADDRESS_AT_MOST]:
            if found := GREETING.match(block.strip()):
                return found[1].strip("* ")
        return ""

    @cached_property
    def address(self) -> str:
        """What stands above the greeting: date, name, address."""
        for number, block in enumerate(self.blocks[:ADDRESS_AT_MOST]):
            if GREETING.match(block.strip()):
                return "\n".join(self.blocks[:number])
        return ""

    @cached_property
    def closing(self) -> str:
        """What stands under "Yours sincerely", else the last paragraph."""
        for number in range(len(self.blocks) - 1, -1, -1):
            if CLOSING.match(self.blocks[number]):
                lines = "\n".join(self.blocks[number:]).split("\n")[1:]
                return "\n".join(lines).strip()
        return paragraphs_of(self.text)[-1] if self.blocks else ""

    @cached_property
    def body(self) -> str:
        """Without whom it greets and who signs, which are looked at on their own."""
        signs = self.closing
        text = self.text.rstrip()
        text = text[: -len(signs)] if signs and text.endswith(signs) else text
        lines = text.splitlines()
        return "\n".join(line for line in lines if not GREETING.match(line.strip()))

    def first(self, *words: str, headings=False) -> str:
        """The first sentence that has every one of ``words``."""
        wanted = [word.casefold() for word in words]
        told = self.every if headings else self.sentences
        return next((s.text for s in told if all(w in s.text.casefold() for w in wanted)), "")

    def matching(self, pattern: re.Pattern) -> str:
        return next((one.text for one in self.sentences if pattern.search(one.text)), "")


def days_in(text: str) -> list[Day]:
    """
    >>> [str(day.on) for day in days_in("On Monday 9th November 2026, and by 22/12/2026")]
    ['2026-11-09', '2026-12-22']
    """
    return [_day(found) for found in DATE.finditer(text)]


def _day(found: re.Match) -> Day:
    weekday, day, month, year, day_, month_, year_ = found.groups()
    number = int(month_) if month_ else [m[:3] for m in MONTHS].index(month[:3]) + 1
    try:
        on = date(int(year or year_), number, int(day or day_))
    except ValueError:
        on = None
    return Day(found[0], on, weekday or "")


def _blocks(text: str) -> Iterator[str]:
    for paragraph in paragraphs_of(text):
        lines = paragraph.split("\n")
        if all(line.startswith("- ") for line in lines):
            yield from lines
        else:
            yield paragraph


def words_in(text: str) -> list[str]:
    """
    >>> words_in("Juniper’s school-play, isn't it?")
    ['Juniper', 'school-play', "isn't", 'it']
    """
    plain = text.replace("’", "'")
    return [re.sub(r"'s?$", "", word) for word in re.findall(r"\w[\w'-]*", plain)]
