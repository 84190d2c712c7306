"""What words are about: two labels, or a label and a sentence, held against each other."""

import re
from functools import lru_cache

SAY_LITTLE = (
    "a an and are as at be been but by did do for from had has have in into is it its of on or our "
    "out that the their them then there these they this those to up was were what when where which "
    "who will with per cent case cases complaints complaint total"
)
LITTLE = frozenset(SAY_LITTLE.split())
SAME = {
    "asst": "assessment",
    "half": "part",
    "cla": "look",
    "cin": "need",
    "cwd": "disabiliti",
    "children": "child",
    "people": "person",
    "make": "made",
    "making": "made",
    "principle": "primary",
    "lgo": "ombudsman",
    "manually": "manual",
    "latter": "second",
}
ENDINGS = ("ions", "ings", "ies", "ing", "ion", "ed", "es", "e", "s")


def root(word: str) -> str:
    """
    >>> root("escalating"), root("escalation"), root("escalates"), root("children")
    ('escalat', 'escalat', 'escalat', 'child')
    """
    if word in SAME:
        return SAME[word]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=10_000)
def about(text: str) -> frozenset[str]:
    """Its words and numbers without endings; “not” is one of them, and so is a stage.

    >>> sorted(about("Of these, 3 at Stage 2 were not upheld"))
    ['3', 'not', 'stage2', 'upheld']
    """
    joined = re.sub(r"\bstages?\s+(\d)", r"stage\1", text.lower())
    words = re.findall(r"stage\d|[a-z]+|\d+", joined)
    return frozenset(root(word) for word in words if word not in LITTLE)


def bare(text: str) -> str:
    """A label without what stands in brackets.

    >>> bare("Within 28 days (pre- Sept 06)")
    'Within 28 days'
    """
    return re.sub(r"\(.*?\)|\[.*?\]", "", text).strip()


@lru_cache(maxsize=20_000)
def alike(one: str, other: str) -> float:
    """How much two labels have in common: 1 is all.

    >>> alike("as per corporate log", "Corporate log"), alike("Upheld", "Not upheld")
    (1.0, 0.0)
    """
    first, second = about(bare(one)), about(bare(other))
    both = len(first & second)
    return both / max(1, min(len(first), len(second))) if _says_enough(first, second) else 0.0


def _says_enough(first: frozenset[str], second: frozenset[str]) -> bool:
    """That both say “not”, or neither; and that one word of many is not all they share."""
    both = first & second
    if ("not" in first) != ("not" in second) or not both:
        return False
    return 2 * len(both) >= max(len(first), len(second)) or len(both) >= 2
