"""Sentences, the numbers typed in them, and whether they are about the same as a figure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from editions.names import FIGURE

NOT_A_FIGURE = "\ufffc"  # where a figure stands in a sentence, so that words do not run together
ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"(\ufffc])|\n")
NUMBER = re.compile(
    r"(?<![\w.,/£-])(£\s?)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(\s?%| per cent)?(?![\w/-])"
)
FROM_TWO = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
IN_WORDS = {word: number for number, word in enumerate(FROM_TWO.split(), start=2)}
WORD_NUMBER = re.compile(rf"\b({'|'.join(IN_WORDS)})\b", re.IGNORECASE)
# What a number counts here is no case: a stage, a section of a law, a day, a time limit
NAMES_OF_MONTHS = (
    "january february march april may june july august september october november december"
)
MONTHS = frozenset(NAMES_OF_MONTHS.split())
NAMED_BY_NUMBER = (
    "stage stages section regulation regulations paragraph page version part schedule note act "
    "article chapter level age aged"
)
BEFORE = MONTHS | frozenset(NAMED_BY_NUMBER.split())
SPANS = "working day days week weeks month months year years hours"
AFTER = MONTHS | frozenset(SPANS.split())
YEARS = range(1900, 2100)
SAY_LITTLE = (
    "a an and are as at be been but by did do for from had has have in into is it its more most "
    "not of on one or our out per cent percent than that the their them then there these they "
    "this those to up was were what when where which who whom whose will with within year before "
    "period stage last total number received recorded council all other"
)
EMPTY = frozenset(SAY_LITTLE.split())


@dataclass(frozen=True)
class Typed:
    """A number that somebody typed. ``after`` are the words that follow it."""

    words: str
    value: Decimal
    is_percent: bool
    is_pounds: bool
    after: tuple[str, ...]


def sentences_of(paragraph: str) -> list[str]:
    """As typed, without heading marks and bullets, figures included.

    >>> sentences_of("- There were 3. None was late." + chr(10) + "- One more")
    ['There were 3.', 'None was late.', 'One more']
    """
    lines = (line.removeprefix("## ").removeprefix("- ") for line in paragraph.split("\n"))
    found = ENDS.split("\n".join(lines).replace("**", ""))
    return [one.strip() for one in found if one and one.strip()]


def without_figures(sentence: str) -> str:
    return FIGURE.sub(NOT_A_FIGURE, sentence)


def typed_in(sentence: str) -> Iterable[Typed]:
    """The numbers that may count something.

    >>> [one.words for one in typed_in("At Stage 2, 4 of 56 took over 25 working days in 2006.")]
    ['4', '56']
    """
    plain = without_figures(sentence)
    for found in NUMBER.finditer(plain):
        before, after = _around(plain, found)
        pounds, percent = bool(found[1]), bool(found[4])
        whole = Decimal(found[2].replace(",", "") + (found[3] or ""))
        is_plain = not (pounds or percent or found[3])
        if is_plain and (_is_no_count(before, after) or int(whole) in YEARS):
            continue
        yield Typed(found[0].strip(), whole, percent, pounds, after)
    for found in WORD_NUMBER.finditer(plain):
        before, after = _around(plain, found)
        if not _is_no_count(before, after):
            yield Typed(found[0], Decimal(IN_WORDS[found[0].lower()]), False, False, after)


def _around(plain: str, found: re.Match) -> tuple[str, tuple[str, ...]]:
    before = re.findall(r"[a-z]+|\d+", plain[: found.start()].lower())
    after = re.findall(r"[a-z]+", plain[found.end() :].lower())
    return (before[-1] if before else ""), tuple(after[:6])


def _is_no_count(before: str, after: tuple[str, ...]) -> bool:
    return before in BEFORE or bool(after and after[0] in AFTER)


def stems(text: str) -> frozenset[str]:
    """The words that say what something is about, without their endings.

    >>> sorted(stems("Complaints that were upheld, of those begun in the period"))
    ['begun', 'complaint', 'upheld']
    """
    return frozenset(
        stem(word) for word in re.findall(r"[a-z]+", text.lower()) if word not in EMPTY
    )


def stem(word: str) -> str:
    for ending in ("ies", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            kept = word[: -len(ending)]
            return f"{kept}y" if ending == "ies" else kept
    return word
