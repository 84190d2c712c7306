"""One thing that happened in a case, and the usual ways of saying what.

A subject's ``TITLES`` make a happening of a row: its day, by whom, a detail and the words.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst

from stages.working_calendar import in_words

DATES, LETTERS, NOTES = "dates", "letters", "notes"
DOCUMENTS, CHANGES = "documents", "changes"


@dataclass(frozen=True)
class Happening:
    """``links`` are words with an address each; a letter is a date of its stage too."""

    on: date
    title: str
    by: str = ""
    text: str = ""
    kind: str = DATES
    is_letter: bool = False
    links: tuple[tuple[str, str], ...] = ()

    def is_of(self, kind: str) -> bool:
        return kind in ("", self.kind) or (kind == LETTERS and self.is_letter)


def titled(words: str, somebody: str = ""):
    """A title with the detail in it, where {} stands; ``somebody`` where that may not be known."""
    return lambda on, by, detail, text: Happening(
        on, capfirst(words.format(detail or somebody)), by, text
    )


def with_detail(words: str):
    """A title with a name behind it, where there is one that may be known."""
    return lambda on, by, detail, text: Happening(on, words, text=detail)


def with_date(words: str):
    """A title that ends with the due date that it is about."""
    return lambda on, by, detail, text: Happening(
        on, words.format(in_words(date.fromisoformat(detail))), text=text
    )
