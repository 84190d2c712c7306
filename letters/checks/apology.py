"""Whether a letter says sorry for what was wrong, before it turns to what comes next."""

import re
from collections.abc import Iterator

from letters.checks.check import Check, quoted
from letters.checks.reading import Reading
from letters.kinds import Kind
from letters.record import Record
from stages.models import Outcome

LABEL = "It says sorry for what was wrong"
FOR_THE_DELAY = "It says sorry for the delay"
SORRY = re.compile(r"\b(sorry|apologi[sz]e[sd]?|apolog(?:y|ies))\b", re.IGNORECASE)
# Sorry for how somebody feels is no apology (the Ombudsman's guidance on remedies)
EMPTY = re.compile(
    r"\b(?:sorry|apologi[sz]e)\b(?: to (?:hear|learn|read))?(?: that| if| for)?"
    r"(?: you(?: may| might)?(?: have| had)? (?:felt|feel|found|find|think|thought|believe|needed)|"
    r" you (?:are|were|remain) (?:unhappy|dissatisfied|disappointed|upset)|"
    r" (?:you|any) (?:offen[cs]e|upset|inconvenience|distress)|"
    r" you had (?:to complain|cause|reason))",
    re.IGNORECASE,
)
WAY_ON = re.compile(r"\bombudsman\b|\bstage \d|\breview panel\b", re.IGNORECASE)
ASKS = re.compile(
    r"\b(?:you can|you may|you have|right to|ask|contact|turn to|complain to)\b", re.I
)


def apology(reading: Reading, record: Record) -> Iterator[Check]:
    if record.letter.kind == Kind.EXTENSION:
        line = apology_in(reading)
        said = quoted(line) or "No sentence says sorry for it."
        yield Check("apology", FOR_THE_DELAY, bool(line), said)
    elif _something_was_wrong(record):
        yield _for_what_was_wrong(reading)


def apology_in(reading: Reading) -> str:
    return next((s.text for s in reading.sentences if _is_sorry(s.text)), "")


def _is_sorry(text: str) -> bool:
    return bool(SORRY.search(text) and not EMPTY.search(text))


def _for_what_was_wrong(reading: Reading) -> Check:
    order = reading.sentences
    sorry = next((n for n, one in enumerate(order) if _is_sorry(one.text)), None)
    if sorry is None:
        empty = next((one.text for one in order if EMPTY.search(one.text)), "")
        said = "A point is upheld, and no sentence says sorry for it."
        return Check("apology", LABEL, False, f"{said} {quoted(empty)}".strip())
    line = order[sorry].text
    on = (n for n, o in enumerate(order) if WAY_ON.search(o.text) and ASKS.search(o.text))
    if sorry > next(on, len(order)):
        said = f"It comes only after what the reader can do next: {quoted(line)}"
        return Check("apology", LABEL, False, said)
    return Check("apology", LABEL, True, quoted(line))


def _something_was_wrong(record: Record) -> bool:
    wrong = (Outcome.UPHELD, Outcome.PARTIALLY_UPHELD)
    return any(finding in wrong for _, _, finding in record.findings)
