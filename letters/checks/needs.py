"""Whether what the person needs was met: their language, the format in which they read."""

import re
from collections.abc import Iterator

from letters.checks.check import Check, quoted
from letters.checks.reading import Reading
from letters.record import Record

LABEL = "What they need is met"
LARGE = re.compile(r"\blarge[ -]?(?:r )?print\b|\b1[68] ?(?:pt|point)\b", re.IGNORECASE)
ENGLISH = re.compile(r"^english\b", re.IGNORECASE)


def needs(reading: Reading, record: Record) -> Iterator[Check]:
    to = record.letter.addressee
    wanted = [to.person.language, to.person.format_needed] if to else []
    wanted = [need.strip() for need in wanted if need.strip() and not ENGLISH.match(need)]
    if not wanted:
        return
    enclosed = " ".join(str(document) for document in record.enclosed)
    met, open_ = [], []
    for need in wanted:
        line = reading.first(need, headings=True) or (need if _in(need, enclosed) else "")
        if LARGE.search(need):
            line = "It is set in large print."
        (met if line else open_).append(line or need)
    said = f"Needs {', '.join(open_)}: neither the letter nor an enclosure speaks of it. "
    said = (said if open_ else "") + quoted(*met)
    yield Check("needs", LABEL, not open_, said.strip())


def needs_large_print(need: str) -> bool:
    return bool(LARGE.search(need))


def _in(need: str, text: str) -> bool:
    return need.casefold() in text.casefold()
