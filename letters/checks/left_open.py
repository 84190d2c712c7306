"""Whether something was left to be filled in."""

import re
from collections.abc import Iterator

from letters.checks.check import Check
from letters.checks.reading import Reading
from letters.fields import WHEN_SENT
from letters.record import Record

LABEL = "Nothing is left to be filled in"
OPEN = re.compile(
    r"\[[^\]\n]{2,80}\]|\{[^}\n]*\}|\bX{2,}\b|\bx{3,}\b|_{3,}|\.{5,}|"
    r"\b(?:TBC|TBA|INSERT|DELETE AS)\b|<<.*?>>|\?\?\?"
)
FILLED = {f"{{{name}}}" for name in WHEN_SENT}


def left_open(reading: Reading, record: Record) -> Iterator[Check]:
    found = [one[0] for one in OPEN.finditer(reading.text) if one[0] not in FILLED]
    said = ", ".join(f"“{one}”" for one in dict.fromkeys(found))
    word = "found" if found else "none found"
    yield Check("open", LABEL, not found, said or "Looked for brackets, XX and the like.", word)
