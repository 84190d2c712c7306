"""What of a change is more than words: a finding, a remedy or a date, which is the author's too."""

import re
from collections import Counter

from letters.checks.reading import DATE
from letters.notation import paragraphs_of
from stages.models import Outcome

FINDING = re.compile(
    "|".join(sorted((re.escape(one.label) for one in Outcome), key=len, reverse=True)),
    re.IGNORECASE,
)
MONEY = re.compile(r"£\s?\d[\d,]*(?:\.\d\d)?")
# Sentences that promise something: what is put right, by whom and by when
PROMISE = re.compile(
    r"\b(we|i|the council|[a-z]+ (?:team|service)) (will|offer|shall|are going to|agree)\b"
    r"|\b(compensat|reimburs|refund|remed|waive|repay)\w*",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
FIELD = re.compile(r"\{(letter_date|last_day)\}")


def material_changes(before: str, now: str) -> list[str]:
    """
    >>> material_changes("It was **upheld**. We will pay £50.", "It was upheld. We will pay £60.")
    ['Sum: “£50” is now “£60”.', 'Remedy: “We will pay £50.” is now “We will pay £60.”.']
    >>> material_changes("Dear Ash, we are sorry.", "Dear Ash, we are truly sorry.")
    []
    """
    found = _compared("Finding", _findings(before), _findings(now))
    found += _compared("Date", _dates(before), _dates(now))
    found += _compared("Sum", MONEY.findall(before), MONEY.findall(now))
    return found + _compared("Remedy", _promises(before), _promises(now))


def _findings(text: str) -> list[str]:
    """With the heading that each stands under, so that two that were exchanged are seen."""
    found, under = [], ""
    for paragraph in paragraphs_of(text):
        if paragraph.startswith("## "):
            under = paragraph[3:].split(":")[0]
        elif under.casefold().startswith("point"):
            found += [f"{under}: {one.casefold()}" for one in FINDING.findall(paragraph)]
    return found


def _dates(text: str) -> list[str]:
    written = [found[0] for found in DATE.finditer(text)]
    return written + [found[0] for found in FIELD.finditer(text)]


def _promises(text: str) -> list[str]:
    plain = text.replace("**", "")
    return [one.strip() for one in SENTENCE.split(plain) if PROMISE.search(one)]


def _compared(what: str, before: list[str], now: list[str]) -> list[str]:
    gone = list((Counter(before) - Counter(now)).elements())
    come = list((Counter(now) - Counter(before)).elements())
    said = [f"{what}: “{old}” is now “{new}”." for old, new in zip(gone, come, strict=False)]
    said += [f"{what}: “{old}” is gone." for old in gone[len(come) :]]
    return said + [f"{what}: “{new}” is new." for new in come[len(gone) :]]
