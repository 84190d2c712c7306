"""Whether each sum that a letter promises is one that was agreed to on the record."""

import re
from collections.abc import Iterator
from decimal import Decimal

from letters.checks.check import Check, quoted
from letters.checks.reading import Reading, words_in
from letters.promises import in_pounds
from letters.record import Record

LABEL = "What it promises to pay was authorised"
POUNDS = re.compile(r"£ ?(\d[\d,]*(?:\.\d\d)?)")
PROMISES = re.compile(
    r"\b(?:pay|paid|payment|offer|refund|reimburse|compensat|award|receive|settle|waive|remedy)\w*",
    re.IGNORECASE,
)
SPOKEN_OF = 0.7  # of its words stand in what others asked for


def remedy(reading: Reading, record: Record) -> Iterator[Check]:
    told = [
        (one.text, Decimal(sum_.replace(",", "")))
        for one in reading.sentences
        if PROMISES.search(one.text) and not _is_asked_for(one.text, record)
        for sum_ in POUNDS.findall(one.text)
    ]
    if not told:
        return
    known = {one.amount: one for one in record.promises.sums}
    faults = []
    for text, amount in told:
        one = known.get(amount)
        if one is None:
            agreed = ", ".join(str(one) for one in record.promises.sums) or "no payment"
            faults.append(f"{in_pounds(amount)} is on no record, which has {agreed}: “{text}”")
        elif not one.authorised:
            faults.append(f"{one} waits for approval: “{text}”")
    said = " ".join(faults) or quoted(*(text for text, _ in told))
    yield Check("remedy", LABEL, not faults, said)


def _is_asked_for(sentence: str, record: Record) -> bool:
    """It says what a recommendation or a point asks for, which is not what the council gives."""
    said = {word.casefold() for word in words_in(sentence) if not word.isdigit()}
    asked = [one.text for one in record.recommendations]
    asked += [text for _, text, _ in record.findings]
    return any(said and _share(said, text) >= SPOKEN_OF for text in asked)


def _share(said: set[str], text: str) -> float:
    return len(said & {word.casefold() for word in words_in(text)}) / len(said)
