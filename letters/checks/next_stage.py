"""Whether the way on is named as the record has it: the stage, the last day, whom to write to.

The last day is a field that is filled as the letter goes; a day written out is held against what
the clock says if it goes today.
"""

import re
from collections.abc import Iterator

from letters.checks.check import NEXT_STAGE, Check, quoted
from letters.checks.reading import Reading, days_in
from letters.record import Record

NO_FURTHER = "No further stage of the council is offered"
WHOM = re.compile(
    r"\b(?:write|writing|tell|telling|call|calling|contact|email|e-mail|ring|ask|let|reply)\b.*\b"
    r"(?:manager|team|officer|service|department|unit)\b",
    re.IGNORECASE,
)
OFFERED = re.compile(r"\bstage (\d)\b", re.IGNORECASE)
ASK = re.compile(
    r"\b(?:you can|you may|you have|ask|request|right|go (?:on )?to|take|wish|would like|want|"
    r"if you)\b",
    re.IGNORECASE,
)
FIELD = "{last_day}"


def next_stage(reading: Reading, record: Record) -> Iterator[Check]:
    if not record.name_of_next:
        beyond = _beyond(reading, record.number)
        yield Check(
            "next-stage", NO_FURTHER, not beyond, quoted(*beyond) or "None is.", _word(beyond)
        )
        return
    name, day = _named(reading, record.name_of_next), _last_day(reading, record)
    whom = reading.matching(WHOM)
    beyond = _beyond(reading, record.number + 1)
    lacks = [
        words
        for words, there in (
            (f"the name “{record.name_of_next}”", name),
            (f"the field {FIELD}", day),
            ("whom to write to", whom),
        )
        if not there
    ]
    said = quoted(*beyond, name, day, whom)
    said = f"Lacks {', '.join(lacks)}. {said}".strip() if lacks else said
    yield Check("next-stage", NEXT_STAGE, not lacks and not beyond, said)


def _word(beyond: list[str]) -> str:
    return "found" if beyond else "none found"


def _named(reading: Reading, name: str) -> str:
    """The sentence that offers it, by its name or by either half of it."""
    for part in (name, *(half.strip() for half in name.split(":"))):
        offers = re.compile(rf"\b{re.escape(part)}\b", re.IGNORECASE)
        for one in reading.sentences:
            if offers.search(one.text) and ASK.search(one.text):
                return one.text
    return ""


def _last_day(reading: Reading, record: Record) -> str:
    if line := reading.first(FIELD):
        return line
    return next(
        (
            one.text
            for one in reading.sentences
            if any(day.on and day.on == record.window_ends_on for day in days_in(one.text))
        ),
        "",
    )


def _beyond(reading: Reading, last: int) -> list[str]:
    """Sentences that offer a stage after ``last``."""
    return [
        one.text
        for one in reading.sentences
        if ASK.search(one.text) and any(int(n) > last for n in OFFERED.findall(one.text))
    ]
