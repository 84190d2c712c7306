"""The numbers of a printed text: in figures and in words, with the words around each."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from editions.flags.directions import WENT_DOWN, WENT_UP
from editions.flags.sentences import Typed, sentences_of, typed_in
from editions.printed.layout import Layout

COUNT, PERCENT, POUNDS, TIMES = "count", "percent", "pounds", "times"
PARTS = {
    "two thirds": "66.7",
    "two-thirds": "66.7",
    "one third": "33.3",
    "a third": "33.3",
    "three quarters": "75",
    "a quarter of": "25",
}
MANY_TIMES = {"double": 2, "doubled": 2, "twice": 2, "threefold": 3, "tripled": 3, "treble": 3}
PARTS_IN_WORDS = re.compile(rf"\b({'|'.join(PARTS)})\b", re.IGNORECASE)
TIMES_IN_WORDS = re.compile(rf"\b({'|'.join(MANY_TIMES)})\b", re.IGNORECASE)
# "One" counts where something can be counted after it, and is not "one of the best"
ONE = re.compile(
    r"\bone\b(?=\s+(?:of the (?:\d+|two|three|four|five|six)\b|stage\b|complaints?\b|review\b))",
    re.IGNORECASE,
)
NONE = re.compile(r"\b(none|no|not one)\b(?!\s+(?:or|longer|doubt|more|further)\b)", re.IGNORECASE)
BREAKS = re.compile(r"[;:.](?=\s|$)|,\s|\(|\)|\[|\]|\s–\s")
EARLIER = re.compile(
    r"(?<!from )(?<!than )(?<!on )(?<!since )(?:the )?(?<!from the )(?<!on the )"
    r"(?:last year|previous year|year before|preceding year)",
    re.IGNORECASE,
)
OUT_OF = re.compile(r"\b(?:out of|of|all)(?: the| those)?\s*$", re.IGNORECASE)
CHANGES = "|".join((WENT_UP + " " + WENT_DOWN).split())
CHANGES_BY = re.compile(rf"\b(?:{CHANGES})\s+(?:of|by)\s+(?:\d+\s*\()?$", re.IGNORECASE)
CHANGES_AFTER = re.compile(rf"\s*(?:{CHANGES})\b", re.IGNORECASE)
QUOTED = ("“", '"')
BEFORE_A_LIMIT = frozenset({"within", "by", "than", "extended", "exceed", "reaching"})


@dataclass(frozen=True)
class Printed:
    """A number in the text. ``before`` and ``near`` are the words around it up to the next number;
    of “4 of the 56 …” those after the second. ``is_base``: it is what others are out of."""

    words: str
    value: Decimal
    kind: str
    sentence: str
    section: str
    before: str
    near: str
    nth: int = 0
    paragraph: int = 0
    is_earlier: bool = False
    is_change: bool = False
    is_base: bool = False
    only_if_matched: bool = False

    @property
    def clause(self) -> str:
        return f"{self.before} {self.near}"

    @property
    def key(self) -> str:
        """The same words, the same number: what was settled of it stays settled."""
        whole = "\n".join((self.section, self.sentence, self.words, str(self.nth)))
        return hashlib.sha256(whole.encode()).hexdigest()[:32]

    @property
    def is_typed_as_words(self) -> bool:
        return not any(letter.isdigit() for letter in self.words)

    def is_equal(self, number) -> bool:
        """As precisely as it was printed; parts told in words only roughly."""
        number = abs(Decimal(number))
        if self.kind == PERCENT and self.is_typed_as_words:
            return abs(number - self.value) <= 2
        return abs(number - self.value) <= self.half_a_step

    @property
    def half_a_step(self) -> Decimal:
        return Decimal("0.5") if self.kind == PERCENT else Decimal("0.005")


def numbers_in(layout: Layout) -> list[Printed]:
    """Those in sentences; a table's are read by row and column."""
    found = []
    for place, paragraph in enumerate(layout.paragraphs):
        if paragraph.text.startswith(QUOTED) or paragraph.section.lower() == "contents":
            continue  # somebody else's words, or the numbers of sections
        for sentence in sentences_of(paragraph.text):
            found += list(_in_sentence(sentence, paragraph.section, place))
    return found


def _in_sentence(sentence: str, section: str, place: int) -> Iterable[Printed]:
    told = sorted(_told(sentence), key=lambda one: one[0])
    for nth, (start, end, words, value, kind, only) in enumerate(told):
        since = told[nth - 1][1] if nth else 0
        before = BREAKS.split(sentence[since:start])[-1]
        yield Printed(
            words=words,
            value=value,
            kind=kind,
            sentence=sentence,
            section=section,
            before=before.strip(),
            near=_near(sentence, told, nth),
            nth=nth,
            paragraph=place,
            is_earlier=_is_earlier(sentence, start, end),
            is_change=kind == PERCENT and _is_a_change(sentence, start, end),
            is_base=bool(OUT_OF.search(sentence[:start])),
            only_if_matched=only,
        )


def _near(sentence: str, told: list[tuple], nth: int) -> str:
    until = told[nth + 1][0] if nth + 1 < len(told) else len(sentence)
    near = BREAKS.split(sentence[told[nth][1] : until])[0].strip()
    goes_on = nth + 1 < len(told) and OUT_OF.fullmatch(near)
    return f"{near} {_near(sentence, told, nth + 1)}" if goes_on else near


def _told(sentence: str) -> Iterable[tuple]:
    seen = 0
    for typed in sorted(typed_in(sentence), key=lambda one: sentence.find(one.words)):
        start = _place(sentence, typed, seen)
        if start < 0 or _is_part_or_limit(sentence, start, typed):
            continue
        seen = start if typed.words[0].isdigit() else seen
        yield start, start + len(typed.words), typed.words, typed.value, _kind(typed), False
    for pattern, values, kind in (
        (PARTS_IN_WORDS, PARTS, PERCENT),
        (TIMES_IN_WORDS, MANY_TIMES, TIMES),
    ):
        for one in pattern.finditer(sentence):
            yield *one.span(), one[0], Decimal(values[one[0].lower()]), kind, kind == TIMES
    for pattern, value in ((ONE, 1), (NONE, 0)):
        for one in pattern.finditer(sentence):
            yield *one.span(), one[0], Decimal(value), COUNT, True


def _place(sentence: str, typed: Typed, seen: int) -> int:
    pattern = rf"(?<![\w.,/£-]){re.escape(typed.words)}(?![\w/])"
    for start in (seen, 0):
        one = re.compile(pattern).search(sentence, start)
        if one:
            return one.start()
    return -1


def _is_part_or_limit(sentence: str, start: int, typed: Typed) -> bool:
    """Of “two thirds” the two; and “within 25” of days is what is allowed, not what was."""
    before = re.findall(r"[a-z]+", sentence[:start].lower())
    if typed.after[:1] in (("thirds",), ("third",), ("quarters",)):
        return True
    allowed = bool(before) and before[-1] in BEFORE_A_LIMIT
    return allowed and bool(set(typed.after[:3]) & {"days", "day", "working"})


def _kind(typed: Typed) -> str:
    return PERCENT if typed.is_percent else POUNDS if typed.is_pounds else COUNT


def _is_earlier(sentence: str, start: int, end: int) -> bool:
    """Whether the words around it, or its brackets, say that it is of the year before."""
    opened = sentence.rfind("(", 0, start)
    if opened > sentence.rfind(")", 0, start):
        inside = sentence[opened : sentence.find(")", end) + 1 or len(sentence)]
        if EARLIER.search(inside):
            return True
    after = re.split(r"[,;.(\[]", sentence[end:])[0]
    others = re.search(r"\d", after)
    told = EARLIER.search(after)
    if told and not (others and others.start() < told.start()):
        return True
    clause = re.split(r"[,;(]", sentence[:start])[-1]
    return bool(re.search(r"compared (?:with|to)|comparison to|against", clause, re.IGNORECASE))


def _is_a_change(sentence: str, start: int, end: int) -> bool:
    return bool(CHANGES_BY.search(sentence[:start]) or CHANGES_AFTER.match(sentence[end:]))
