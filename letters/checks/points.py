"""Whether each point of the complaint is answered with the finding that stands on it.

What belongs to a point runs from where it is named to where the next one is: by its number ("Point
2", "2.", "Your second point", "Second,").
"""

import re
from collections.abc import Iterator

from letters.checks.check import Check, quoted
from letters.checks.reading import Reading, Sentence
from letters.kinds import Kind
from letters.record import Record
from stages.models import Outcome

IN_ORDER = "first second third fourth fifth sixth seventh eighth ninth tenth"
ORDINALS = IN_ORDER.split()
POINT = re.compile(r"\b(?:point|complaint|head|issue|concern|allegation) (?:no\.? ?)?(\d+)\b", re.I)
NUMBERED = re.compile(r"^(?:## |- )?\**(?:\()?(\d{1,2})[.):]")
ORDINAL = re.compile(
    rf"\b({'|'.join(ORDINALS)})(?:ly,|,| (?:point|part|complaint|head|issue|concern|allegation))",
    re.IGNORECASE,
)
NEAR = 30  # characters from the beginning of a sentence within which it names its point

UPHOLD = r"\bup-?h(?:o|e)ld(?:s|ing)?\b"
NOT_UPHELD = re.compile(
    rf"\b(?:not|cannot|can’t|can't|n’t|n't|unable to|decline to)\b(?: \w+){{0,3}} ?{UPHOLD}", re.I
)
IN_PART = re.compile(
    rf"\b(?:partial(?:ly)?|partly|in part)\b(?: \w+){{0,2}} ?{UPHOLD}|"
    rf"{UPHOLD}[^.]{{0,40}}\b(?:partially|partly|in part)\b",
    re.IGNORECASE,
)
NO_FINDING = re.compile(
    r"\bno finding\b|\binconclusive\b|\b(?:unable to|cannot) (?:make|reach|come to) a finding",
    re.IGNORECASE,
)
WHOLLY = re.compile(UPHOLD, re.IGNORECASE)


def points(reading: Reading, record: Record) -> Iterator[Check]:
    if record.letter.kind == Kind.STAGE_3:
        return
    under = _by_point(reading)
    for number, words, finding in record.findings:
        label = f"Point {number} is answered with its finding ({Outcome(finding).label.lower()})"
        told = under.get(number, [])
        line = next((one for one in told if finding in findings_in(one)), "")
        other = next((one for one in told if findings_in(one)), "")
        said = quoted(line) or f"Looked under “Point {number}” ({words}). {quoted(other)}".strip()
        yield Check(f"point-{number}", label, bool(line), said)
    for number in record.unanswered:
        label = f"Point {number} is answered with its finding"
        yield Check(f"point-{number}", label, False, "No finding stands on it.")


def findings_in(sentence: str) -> set[str]:
    """
    >>> sorted(one.value for one in findings_in("We upheld it in part. I do not uphold it."))
    ['not_upheld', 'partially_upheld']
    >>> findings_in("Our finding: **Not upheld**.") == {Outcome.NOT_UPHELD}
    True
    """
    text, found = sentence.replace("*", ""), set()
    for outcome, pattern in (
        (Outcome.NOT_UPHELD, NOT_UPHELD),
        (Outcome.PARTIALLY_UPHELD, IN_PART),
        (Outcome.NO_FINDING, NO_FINDING),
        (Outcome.UPHELD, WHOLLY),
    ):
        text, times = pattern.subn(" ", text)
        found |= {outcome} if times else set()
    rest = (Outcome.WITHDRAWN, Outcome.RESOLVED, Outcome.NOT_ACCEPTED)
    return found | {one for one in rest if one.label.casefold() in text.casefold()}


def _by_point(reading: Reading) -> dict[int, list[str]]:
    """The sentences under each point."""
    under: dict[int, list[str]] = {}
    number = 0
    for one in reading.every:
        named = _point_of(one)
        if named:
            number = named
        elif one.is_heading:
            number = 0
        if number:
            under.setdefault(number, []).append(one.text)
    return under


def _point_of(one: Sentence) -> int:
    """The number of the point that a sentence begins with, or 0."""
    within = one.text if one.begins else one.text[:NEAR]
    if one.begins and (found := NUMBERED.match(one.text)):
        return int(found[1])
    if found := POINT.search(within):
        return int(found[1])
    if found := ORDINAL.search(within[: NEAR * 2]):
        return ORDINALS.index(found[1].casefold()) + 1
    return 0
