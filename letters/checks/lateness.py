"""Whether an answer that comes after its day says sorry for that."""

import re
from collections.abc import Iterator

from letters.checks.apology import SORRY
from letters.checks.check import Check, quoted
from letters.checks.reading import Reading
from letters.facts import dated
from letters.record import Record

LABEL = "It says sorry that the answer is late"
LATE = re.compile(
    r"\b(?:delay\w*|late(?:r)?|longer|sooner|overdue|in time|on time|by the (?:day|date)|"
    r"(?:kept|keep) you waiting|(?:long|wait) (?:for|time))\b",
    re.IGNORECASE,
)
OF_THE_ANSWER = re.compile(
    r"\b(?:reply|replying|respon\w+|answer\w*|letter|write|writing|complaint|hear|waiting)\b", re.I
)


def lateness(reading: Reading, record: Record) -> Iterator[Check]:
    if record.due_on is None or record.today <= record.due_on:
        return
    line = next(
        (
            one.text
            for one in reading.sentences
            if all(pattern.search(one.text) for pattern in (SORRY, LATE, OF_THE_ANSWER))
        ),
        "",
    )
    said = quoted(line) or f"It was due on {dated(record.due_on)}, and no sentence speaks of it."
    yield Check("lateness", LABEL, bool(line), said)
