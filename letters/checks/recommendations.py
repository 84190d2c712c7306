"""Whether the answer to a panel answers each recommendation, with the reason where it departs from
one, and says that the independent person took part (regulation 20)."""

import re
from collections.abc import Iterator

from letters.checks.check import Check, quoted
from letters.checks.reading import Reading, words_in
from letters.kinds import Kind
from letters.record import Record

ACCEPTED = re.compile(r"\b(?:accept|agree|reject|declin)\w*", re.IGNORECASE)
REASON = re.compile(
    r"\b(?:because|since|reason|as (?:the|it|this|a)|so that|would|guidance)\b", re.I
)
NAMED = re.compile(r"\brecommendation (\d+)\b|^(?:## |- )?\**(\d{1,2})[.):]", re.IGNORECASE)
INDEPENDENT = re.compile(r"\bindependent person\b", re.IGNORECASE)


def recommendations(reading: Reading, record: Record) -> Iterator[Check]:
    if record.letter.kind != Kind.STAGE_3:
        return
    under = _by_number(reading)
    for one in record.recommendations:
        answer = one.get_answer_display().lower() or "no answer on record"
        label = f"Recommendation {one.number} is answered ({answer})"
        told = under.get(one.number, [])
        line = next((said for said in told if ACCEPTED.search(said)), "")
        key = f"recommendation-{one.number}"
        if not line:
            yield Check(key, label, False, f"Looked under “Recommendation {one.number}”.")
        elif one.reason and not _reason_in(told, one.reason):
            said = f"The reason for not accepting it whole is missing: {quoted(line)}"
            yield Check(key, label, False, said)
        else:
            yield Check(key, label, True, quoted(line))


def independent_person(reading: Reading, record: Record) -> Iterator[Check]:
    if record.letter.kind != Kind.STAGE_3 or not record.has_independent_person:
        return
    line = reading.matching(INDEPENDENT)
    said = quoted(line) or "No sentence speaks of the independent person."
    yield Check(
        "independent-person", "It says that the independent person took part", bool(line), said
    )


def _reason_in(told: list[str], reason: str) -> bool:
    """In its own words, or with a word that gives a reason."""
    words = {word.casefold() for word in words_in(reason) if len(word) > 3}
    said = {word.casefold() for one in told for word in words_in(one)}
    return any(REASON.search(one) for one in told) or len(words & said) * 2 >= len(words)


def _by_number(reading: Reading) -> dict[int, list[str]]:
    """The sentences under each recommendation, its own words in a heading left out."""
    under: dict[int, list[str]] = {}
    number = 0
    for one in reading.every:
        if one.begins and (found := NAMED.search(one.text)):
            number = int(found[1] or found[2])
        elif one.is_heading:
            number = 0
        if number and not one.is_heading:
            under.setdefault(number, []).append(one.text)
    return under
