"""Words that the figures contradict: "an increase" of what fell, "none" of what there was."""

import re
from collections.abc import Iterable, Sequence

from editions.flags.flag import Flag
from editions.flags.sentences import sentences_of, stem, stems
from editions.known import Known, KnownFigures
from editions.names import FIGURE

WENT_UP = "increase increased rise risen rose more higher up grew grown growth"
WENT_DOWN = "decrease decreased fall fallen fell fewer lower down reduced reduction less dropped"
UP = frozenset(WENT_UP.split())
DIRECTION = re.compile(rf"\b({'|'.join((WENT_UP + ' ' + WENT_DOWN).split())})\b", re.IGNORECASE)
NONE = re.compile(
    r"\b(?:no|none of the|none|not one|not a single)\s+((?:[a-z]+\s*){1,3})", re.IGNORECASE
)
BEFORE_NO = {"no", "longer", "doubt", "one", "fault", "change"}


def wrong_directions(paragraph: str, figures: KnownFigures) -> Iterable[Flag]:
    for sentence in sentences_of(paragraph):
        said = [figures.find(name) for name in FIGURE.findall(sentence) if _is_known(name, figures)]
        way = _way(said)
        found = DIRECTION.search(FIGURE.sub(" ", sentence))
        if found is None or way is None:
            continue
        typed = 1 if found[1].lower() in UP else -1
        if way != typed:
            did = {1: "it went up", -1: "it went down", 0: "it did not change"}[way]
            yield Flag("direction", paragraph, found[1], f"“{found[1]}” was typed, but {did}.")


def _is_known(name: str, figures: KnownFigures) -> bool:
    try:
        figures.find(name)
    except LookupError:
        return False
    return not name.endswith(":word")


def _way(said: list[Known]) -> int | None:
    """Which way it went: what a change says, or the first of two figures against the second."""
    for known in said:
        if known.is_change and known.value is not None:
            return (known.value > 0) - (known.value < 0)
    numbers = [known for known in said if isinstance(known.value, int) and known.measure == "count"]
    before = [known for known in numbers if "year" in known.label.lower()]
    if len(numbers) == 2 and len(before) == 1:
        now = next(known for known in numbers if known is not before[0])
        return (now.value > before[0].value) - (now.value < before[0].value)
    return None


def wrong_nones(paragraph: str, figures: Sequence[Known]) -> Iterable[Flag]:
    """“No compliments were received”, where there were some."""
    for sentence in sentences_of(paragraph):
        for found in NONE.finditer(sentence):
            noun = next((word for word in found[1].split() if stems(word)), "")
            if not noun or noun.lower() in BEFORE_NO:
                continue
            counted = [each for each in figures if each.measure == "count" and not each.table]
            about = [each for each in counted if stem(noun.lower()) in stems(each.label)]
            said = stems(sentence)
            most = max((len(said & stems(each.label)) for each in about), default=0)
            best = [each for each in about if len(said & stems(each.label)) == most]
            if best and all(isinstance(each.value, int) and each.value > 0 for each in best):
                says = f"“{found[0].strip()}”: the records say {best[0].text} ({best[0].label})."
                yield Flag("none", paragraph, found[0].strip(), says, tuple(best[:3]))
