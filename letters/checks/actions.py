"""Whether each action on record is in the letter, with who leads it and by when."""

import re
from collections.abc import Iterator
from itertools import takewhile

from letters.checks.check import Check, quoted
from letters.checks.reading import Reading, days_in, words_in
from letters.promises import Promise
from letters.record import Record

LABEL = "Each action has its lead and its date"
COMMON_WORDS = """
    a an and at before by each every for from her him his in it its of on or the their them this
    to was we were which will with you your be is that not
"""
COMMON = frozenset(COMMON_WORDS.split())
ENOUGH = 0.5  # of the words of an action
VAGUE = re.compile(
    r"\b(?:we|i) (?:will|shall)\b[^.]*\b(?:as soon as (?:possible|we can)|shortly|in due course|"
    r"in the near future|soon)\b",
    re.IGNORECASE,
)


def actions(reading: Reading, record: Record) -> Iterator[Check]:
    faults, lines = [], []
    for one in record.promises.actions:
        if one.lacks:
            faults.append(f"“{one.text}” has no {' and no '.join(one.lacks)} on record.")
            continue
        line = _place_of(one, reading)
        lines.append(line)
        faults += _faults(one, line)
    vague = reading.matching(VAGUE)
    if vague and vague not in lines:
        faults.append(f"No date: “{vague}”")
    if faults or record.promises.actions:
        yield Check("actions", LABEL, not faults, " ".join(faults) or quoted(*lines))


def _faults(one: Promise, line: str) -> list[str]:
    if not line:
        return [f"“{one.text}” is on record and not in the letter."]
    lacks = []
    if not any(day.on == one.due_on for day in days_in(line)):
        lacks.append(f"its date, {one.due_on:%-d %B %Y}")
    if not _has(one.lead, line):
        lacks.append(f"its lead, {one.lead}")
    return [f"“{one.text}” lacks {' and '.join(lacks)}: “{line}”"] if lacks else []


def _place_of(one: Promise, reading: Reading) -> str:
    """The sentence that says most of it, with the rest of its paragraph; under a heading, all that
    stands there: lead and date may come after."""
    words = _content(one.text)
    best, at = 0.0, -1
    for number, sentence in enumerate(reading.every):
        share = len(words & _content(sentence.text)) / len(words) if words else 0
        # Of two that say as much, the one that says by when
        share += 0.1 if share and days_in(sentence.text) else 0
        if share > best:
            best, at = share, number
    return _from(at, reading) if best >= ENOUGH else ""


def _from(at: int, reading: Reading) -> str:
    first, *behind = reading.every[at:]
    if first.is_heading:
        under = takewhile(lambda one: not one.is_heading, behind)
    else:
        under = takewhile(lambda one: one.block == first.block, behind)
    return " ".join(one.text for one in (first, *under))


def _has(lead: str, line: str) -> bool:
    return _content(lead) <= _content(line)


def _content(text: str) -> set[str]:
    """Its words, without common ones and by their stem, so that "visits" is "visit"."""
    plain = (word.casefold() for word in words_in(text))
    return {re.sub(r"(?:ing|ed|es|s|e)$", "", word) for word in plain if word not in COMMON}
