"""What a printed number says of the records: the figure that it is about, as far as words tell."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from math import log

from editions.known import Known
from editions.printed.numbers import COUNT, PERCENT, POUNDS, Printed
from editions.printed.words import about, alike, bare

OF_THE_YEAR_BEFORE = ("previous_year", "year before")
IN_SENTENCE, IN_SECTION = 0.6, 0.3  # how much a word says that is not near the number
SAYS_IT, IF_TELLING = 0.4, 0.2  # how much of a figure's words: of any, and of a rare number
TELLING = 10  # from here on, two equal numbers are seldom so by chance
SURELY = 0.62  # how much of a figure's words to be contradicted
OF_NOTHING, OF_NO_CELL = 0.7, 0.9  # of cells with nothing in them there are many
SURELY_A_SHARE = 0.45  # of percentages there are few
FEWEST_WORDS = 2
SAY_LITTLE = about(
    "begun period summary received percent number year before previous area service january "
    "february march april may june july august september october november december"
)
# Of whom else it may be
OTHERS = re.compile(
    r"\b(national|nationally|guide|average is|other councils|adults?|community care)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Fit:
    """``words`` is how many words near the number are the figure's."""

    known: Known
    score: float
    agrees: bool
    words: int = 0


class Records:
    """The figures of one period, weighed by how rare their words are. ``sections`` are those in
    which the tables stand: a cell is looked for only there."""

    def __init__(self, known: Sequence[Known], sections: Mapping[str, str]):
        numbers = [each for each in known if _is_number(each) and each.is_ours]
        self.known = [(each, _words_of(each)) for each in numbers]
        self.sections = sections
        self.how_often = Counter(word for _, words in self.known for word in words)

    @cached_property
    def weights(self) -> dict[str, float]:
        return {word: log(1 + len(self.known) / often) for word, often in self.how_often.items()}

    def _sum(self, words: Iterable[str]) -> float:
        return sum(self.weights[word] for word in words)

    def best(self, printed: Printed) -> Fit | None:
        """The figure that it says, or the one that it contradicts."""
        if OTHERS.search(printed.clause):
            return None
        fits = sorted(self._fits(printed), key=lambda fit: (-fit.score, bool(fit.known.table)))
        agreeing = next((fit for fit in fits if fit.agrees), None)
        if agreeing and agreeing.score >= _enough(printed, agreeing):
            return agreeing
        if printed.only_if_matched or printed.is_base:
            return None
        surely = SURELY_A_SHARE if printed.kind == PERCENT else SURELY
        told = (fit for fit in fits if not fit.known.table and fit.words >= FEWEST_WORDS)
        return next((fit for fit in told if fit.score >= surely), None)

    def _fits(self, printed: Printed) -> Iterable[Fit]:
        sentence, section = about(printed.sentence), about(printed.section)
        clause = about(printed.clause) or sentence
        for known, words in self._candidates(printed):
            near = words & clause
            if not near and known.table:
                continue
            there = words & sentence
            score = self._sum(near)
            score += IN_SENTENCE * self._sum(there - near)
            score += IN_SECTION * self._sum((words & section) - there)
            whole = self._sum(words)
            if whole:
                many = len(there if printed.kind == PERCENT else near)
                yield Fit(known, score / whole, printed.is_equal(known.value), many)

    def _candidates(self, printed: Printed) -> Iterable[tuple[Known, frozenset[str]]]:
        for known, words in self.known:
            if _comparable(printed, known) and self._may_stand_there(printed, known):
                yield known, words

    def _may_stand_there(self, printed: Printed, known: Known) -> bool:
        if not known.table:
            return True
        section = self.sections.get(known.table, "")
        return bool(printed.section) and alike(printed.section, section) >= 1


def _enough(printed: Printed, fit: Fit) -> float:
    if fit.known.is_change:
        return 0.0
    if printed.value == 0:
        return OF_NO_CELL if fit.known.table else OF_NOTHING
    is_telling = printed.value >= TELLING and not fit.known.table
    return IF_TELLING if is_telling or printed.kind == PERCENT else SAYS_IT


def _is_number(known: Known) -> bool:
    return isinstance(known.value, int | float | Decimal)


def _words_of(known: Known) -> frozenset[str]:
    """Of a cell those of its row and column; of a figure those of its label and its name."""
    if known.table:
        label = known.label.partition(": ")[2] or known.label
        return about(bare(label)) - SAY_LITTLE - {"stage1", "stage2"}
    named = known.name.translate(str.maketrans("._:", "   "))
    words = about(f"{bare(known.label)} {named}") - SAY_LITTLE
    return frozenset(word for word in words if not word.isdigit())


def _comparable(printed: Printed, known: Known) -> bool:
    if not _of_the_same_year(printed, known) or known.is_change != printed.is_change:
        return False
    if PERCENT in (printed.kind, known.measure):
        return printed.kind == known.measure
    if POUNDS in (printed.kind, known.measure):
        return printed.kind == known.measure
    return printed.kind == COUNT and known.measure in ("count", "days")


def _of_the_same_year(printed: Printed, known: Known) -> bool:
    if known.is_change:
        return not printed.is_earlier
    before = any(word in f"{known.name} {known.label}" for word in OF_THE_YEAR_BEFORE)
    return printed.is_earlier == before
