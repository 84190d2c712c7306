"""What a sentence tells of a hidden number beside the number itself: words, and what is left over.

"None", "half" or "an increase" say what it is, or nearly; "the other 3" of 7 says that it is 4.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from editions.flags.directions import WENT_DOWN, WENT_UP
from editions.flags.numbers import SURELY, equal_to, in_common
from editions.flags.sentences import Typed, stems, typed_in, without_figures
from editions.known import Known

ALL_OR_NOTHING = (
    "none|no one|nobody|neither|not one|not a single|never|all|every|everybody|everyone|each|both"
)
SHARES = (
    "half|thirds?|quarters?|fifths?|most|majority|minority|mainly|mostly|few|several|"
    "doubled?|twice|tripled?|trebled?|halved"
)
LEFT_OVER = "the others?|the rest|the remainder|remaining|only|single|sole|one|just"
DIRECTIONS = "|".join((WENT_UP + " " + WENT_DOWN).split())
NOT_OF_A_COUNT = re.compile(
    r"\b(in all|at all|above all|first of all|no longer|one of|up to|each year|every year)\b", re.I
)
TELLING = re.compile(rf"\b({ALL_OR_NOTHING}|{SHARES}|{LEFT_OVER}|{DIRECTIONS})\b", re.I)


def telling_word(sentence: str, said: Sequence[Known], hidden: Sequence[Known]) -> tuple | None:
    """The word, and the hidden figure that it is about: one that the sentence says, or one of which
    it surely speaks."""
    words = TELLING.search(NOT_OF_A_COUNT.sub(" ", without_figures(sentence)))
    if words is None:
        return None
    about = list(said) or _surely(sentence, hidden)
    return (words[0], about[0]) if about else None


def _surely(sentence: str, hidden: Sequence[Known]) -> list[Known]:
    about = stems(sentence)
    alike = [(in_common(about, each), each) for each in hidden]
    alike = [one for one in alike if one[0] >= SURELY]
    return [each for _, each in sorted(alike, key=lambda one: -one[0])]


def typed_and_hidden(
    sentence: str, said: Sequence[Known], shown: Sequence[Known], hidden: Sequence[Known]
) -> Iterable[tuple[Typed, Known]]:
    """A number typed by hand that is a hidden one. Where one that is shown fits better, it is that
    which is meant."""
    for typed in typed_in(sentence):
        same = [each for each in said if _is_count(each) and typed.value == each.value]
        best = [*same, *equal_to(sentence, typed, [*shown, *hidden])]
        told = next((each for each in best if each in same or each in hidden), None)
        if told:
            yield typed, told


def left_over(
    sentence: str, said: Sequence[Known], totals: Iterable[object]
) -> Iterable[tuple[Typed, Known]]:
    """A typed number that, with a hidden one, makes up a number that the reader knows."""
    wholes = {Decimal(each) for each in totals if isinstance(each, int) and each}
    for typed in typed_in(sentence):
        for each in said:
            if _is_count(each) and each.value and typed.value + Decimal(each.value) in wholes:
                yield typed, each


def _is_count(known: Known) -> bool:
    return known.measure == "count" and isinstance(known.value, int)
