"""Whether the Ombudsman of this procedure is named, with the details that hold today."""

import re
from collections.abc import Iterator

from letters.checks.check import Check, quoted
from letters.checks.reading import Reading
from letters.facts import WAYS
from letters.record import Record

LABEL = "The Ombudsman is named, with current details"
OTHERS = re.compile(
    r"\b(?:local government|housing|parliamentary and health service|health service|legal|"
    r"financial|pensions|prisons and probation)(?: and social care)? ombudsman\b",
    re.IGNORECASE,
)
BEFORE_DETAILS = 3  # sentences within which they stand


def ombudsman(reading: Reading, record: Record) -> Iterator[Check]:
    contact = record.contact
    who = contact.name if "ombudsman" not in contact.name.casefold() else "ombudsman"
    line = reading.first(who)
    if not line:
        yield Check("ombudsman", LABEL, False, f"No sentence names the {contact.name}.")
        return
    own = contact.name.casefold().replace(" service", "")
    text = " ".join(reading.text.split())
    wrong = {found[0] for found in OTHERS.finditer(text) if found[0].casefold() not in own}
    details, old = _details(reading, record, who)
    if wrong or old:
        strange = ", ".join([*sorted(wrong), *old])
        yield Check("ombudsman", LABEL, False, f"Not of the {contact.name}: {strange}.")
    elif not details:
        yield Check("ombudsman", LABEL, False, f"No way to reach them: {quoted(line)}")
    else:
        yield Check("ombudsman", LABEL, True, quoted(line))


def _details(reading: Reading, record: Record, who: str) -> tuple[list[str], list[str]]:
    """Where they are named: the ways to reach them that hold, and those that do not."""
    ways = {_plain(way) for way in record.contact.ways}
    order, found = reading.sentences, []
    for number, one in enumerate(order):
        if who.casefold() in one.text.casefold():
            near = order[number : number + BEFORE_DETAILS]
            found += [w[0] for each in near for w in WAYS.finditer(each.text)]
    return (
        [way for way in found if _plain(way) in ways],
        [way for way in dict.fromkeys(found) if _plain(way) not in ways],
    )


def _plain(way: str) -> str:
    return way.replace(" ", "").casefold()
