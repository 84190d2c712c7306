"""The age at which a letter is easily read, as advice: it never stands in the way of a letter.

Flesch and Kincaid's grade of 1975, as years of school; five more make an age. Syllables are counted
where a word may be divided, in British English.
"""

import re
from collections.abc import Iterator
from functools import cache

from pyphen import Pyphen

from letters.checks.check import Check
from letters.checks.reading import Reading, words_in
from letters.record import Record

PLAIN = 12  # what is aimed at: a letter that most adults read without effort
ENOUGH = 30  # words, below which the figure says nothing
MARKS = re.compile(r"[*#{}]")


def reading_age(reading: Reading, record: Record) -> Iterator[Check]:
    age = age_of(reading)
    if age is None:
        return
    hardest = max(reading.sentences, key=lambda one: len(words_in(one.text)))
    length = len(words_in(hardest.text))
    said = f"Advice. The longest sentence has {length} words: “{hardest}”"
    yield Check(
        "reading-age", f"Reading age ({PLAIN} or less is plain)", True, said, f"about {age}"
    )


def age_of(reading: Reading) -> int | None:
    """
    >>> age_of(Reading("The cat sat on the mat. The dog ran to the cat. " * 3))
    5
    """
    said = [words_in(MARKS.sub("", one.text)) for one in reading.sentences]
    words = [word for sentence in said for word in sentence]
    if len(words) < ENOUGH:
        return None
    syllables = sum(_syllables(word.casefold()) for word in words)
    grade = 0.39 * len(words) / len(said) + 11.8 * syllables / len(words) - 15.59
    return max(round(grade) + 5, 5)


@cache
def _patterns() -> Pyphen:
    return Pyphen(lang="en_GB", left=1, right=1)


@cache
def _syllables(word: str) -> int:
    return len(_patterns().positions(word)) + 1
