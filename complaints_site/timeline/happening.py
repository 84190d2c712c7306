"""One thing that happened in a case, and the usual ways of saying what.

A subject's ``TITLES`` make a happening of a row: its day, by whom, a detail and the words.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst

from stages.working_calendar import in_words

NOTES, DATES = "notes", "dates"


@dataclass(frozen=True)
class Happening:
    on: date
    title: str
    by: str = ""
    text: str = ""
    kind: str = DATES


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
