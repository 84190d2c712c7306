"""Words that are to be blacked out, found however they are spelt: capitals, accents, line breaks.

Rather too often than too seldom: a place that may stay is unticked by whoever looks at it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

BLACK = "█████"  # of one length, so that it does not tell how long the word was
SHORTEST = 2
# Letters that Unicode does not take apart, and the apostrophes that programs put in
PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "’": "'", "‘": "'", "ʼ": "'"})
# A word broken at the end of a line: a hyphen, as a letter or as PDFium and browsers mark it
BROKEN = "(?:[-\xad\u2010\u2011\x02\ufffe\u200b-\u200d]\\s*)?"
# 07700 900 123 is 07700900123 and 07700-900-123
IN_NUMBERS = r"[\s\-./()]{0,4}"
# Anna Fielding is also anna.fielding@example.org and Anna-\nFielding
BETWEEN_WORDS = "[\\s\\-.,_\xad\u2010-\u2015\x02\ufffe]{0,6}"


def folded(text: str) -> tuple[str, list[int]]:
    """The text in small plain letters, and of each where it came from.

    >>> folded("Zoë’s")
    ("zoe's", [0, 1, 2, 3, 4])
    """
    letters, places = [], []
    for at, letter in enumerate(text):
        for plain in unicodedata.normalize("NFKD", letter).casefold().translate(PLAIN):
            if not unicodedata.combining(plain):
                letters.append(plain)
                places.append(at)
    return "".join(letters), places


@lru_cache(maxsize=500)
def pattern_of(words: str) -> re.Pattern:
    pieces = [_pattern_of_a_word(word) for word in folded(words)[0].split()]
    return re.compile(BETWEEN_WORDS.join(pieces))


def _pattern_of_a_word(word: str) -> str:
    pattern = re.escape(word[0])
    for before, letter in pairwise(word):
        number = before.isdigit() or letter.isdigit()
        pattern += (IN_NUMBERS if number else BROKEN) + re.escape(letter)
    return pattern


def found_in(text: str, words: str) -> Iterator[tuple[int, int]]:
    """From where to where ``words`` stand in ``text``, also inside longer words.

    >>> list(found_in("ANNA field-\\nING, Annabel", "Anna Fielding"))
    [(0, 15)]
    >>> list(found_in("Tel. 07700 900 123", "07700900123"))
    [(5, 18)]
    """
    plain, places = folded(text)
    for match in pattern_of(words).finditer(plain):
        yield places[match.start()], places[match.end() - 1] + 1


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with what stands at ``spans`` blacked out; spans may lie over one another.

    >>> without("Anna and Rowan", [(0, 4), (2, 4), (9, 14)])
    '█████ and █████'
    """
    for start, end in reversed(_joined(spans)):
        text = text[:start] + BLACK + text[end:]
    return text


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def blacked_out(text: str, words: Iterable[str]) -> str:
    return without(text, [span for one in words for span in found_in(text, one)])


def around(text: str, start: int, end: int, letters: int = 40) -> tuple[str, str, str]:
    """What stands before, what was found, and what stands after, each on one line."""
    pieces = text[max(0, start - letters) : start], text[start:end], text[end : end + letters]
    return tuple(" ".join(_shown(piece).split()) for piece in pieces)


def _shown(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable() or letter.isspace())
