"""Whether a letter names its procedure and its stage, and no other in their place."""

import re
from collections.abc import Iterator

from letters.checks.check import Check, quoted
from letters.checks.reading import Reading
from letters.record import Record

LABEL = "Procedure and stage are named"
# As letters call them, by the key of the procedure
WORDS = {
    "children": r"children(?:’s|'s)? act|children(?:’s|'s|s)? (?:statutory |social care )?"
    r"(?:complaints? )?procedure|statutory (?:children(?:’s|'s) )?complaints? procedure",
    "adults": r"adult(?:s|’s|'s)?(?: social care)? (?:complaints? )?procedure|"
    r"social services and nhs complaints",
    "corporate": r"corporate (?:complaints? )?(?:procedure|policy)|lgsco complaint handling code|"
    r"(?:our|council(?:’s|'s)) (?:own )?(?:complaints? )?procedure",
    "housing": r"housing ombudsman complaint handling code|housing complaints? procedure",
    "public-health": r"public health (?:complaints? )?(?:procedure|regulations)",
    "data-protection": r"data.protection (?:complaints? )?procedure",
}
DEALT_WITH = re.compile(
    r"\b(?:consider|investigat|look|dealt|deal |handled|reply|response|answer|decision|outcome)"
    r"[^.]*?\b(?:at|under) stage (\d)",
    re.IGNORECASE,
)


def procedure(reading: Reading, record: Record) -> Iterator[Check]:
    own = re.compile(f"{re.escape(record.procedure)}|{WORDS.get(record.code, '$^')}", re.IGNORECASE)
    of_procedure, of_stage = _line(reading, own), _line(reading, _stage(record))
    wrong = _wrong(reading, record, own)
    lacks = [
        words
        for words, there in (
            (f"the procedure, “{record.procedure}”", of_procedure),
            (f"the stage, “{record.stage_name}”", of_stage),
        )
        if not there
    ]
    said = quoted(*wrong) if wrong else quoted(of_procedure, of_stage)
    if wrong:
        said = f"It names another procedure or stage: {said}"
    elif lacks:
        said = f"Lacks {' and '.join(lacks)}. {said}".strip()
    yield Check("procedure", LABEL, not wrong and not lacks, said)


def _line(reading: Reading, pattern: re.Pattern) -> str:
    return next((one.text for one in reading.every if pattern.search(one.text)), "")


def _stage(record: Record) -> re.Pattern:
    """By its name, or by either half of it: "Stage 1: local resolution"."""
    parts = [record.stage_name, *record.stage_name.split(":")]
    if not record.name_of_next and record.number == 1:  # a procedure of one stage
        parts.append(r"one stage")
    return re.compile("|".join(rf"\b{re.escape(p.strip())}\b" for p in parts if p), re.IGNORECASE)


def _wrong(reading: Reading, record: Record, own: re.Pattern) -> list[str]:
    others = [words for code, words in WORDS.items() if code not in (record.code, "corporate")]
    other = re.compile("|".join(others), re.IGNORECASE)
    wrong = []
    for one in reading.sentences:
        at = DEALT_WITH.search(one.text)
        is_other = other.search(one.text) and not own.search(one.text)
        if is_other or (at and int(at[1]) != record.number and "Stage" in record.stage_name):
            wrong.append(one.text)
    return wrong
