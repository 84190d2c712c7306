"""Whether an address in a letter or its enclosures is one that this person may be told of.

People with one address are one household; what stands in it is looked for by its post code and by
the line that has its number and street.
"""

import re
from collections.abc import Iterator

from cases.models import Person
from letters.checks.check import Check
from letters.checks.reading import Reading
from letters.enclosed_text import text_of
from letters.record import Record

LABEL = "No address is in it or its enclosures but a safe one of who is written to"
POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b", re.IGNORECASE)
STREET = re.compile(r"\b\d+[a-z]? [A-Za-z][\w’' -]+", re.IGNORECASE)


def address(reading: Reading, record: Record) -> Iterator[Check]:
    to = record.letter.addressee.person if record.letter.addressee else None
    unsafe = to if to and not to.address_is_safe else None
    others = [p for p in _people(record, to) if unsafe is p or not _shared(p, to)]
    hits = [hit for one in others if (hit := _of(one, reading.text, "the letter"))]
    unread = []
    for document in record.enclosed:
        text = text_of(document)
        if not text:
            unread.append(f"“{document}” has no text that could be read: look at it.")
        hits += [hit for one in others if (hit := _of(one, text, f"“{document}”"))]
    hits += _above(reading, record, to)
    if hits:
        yield Check("address", LABEL, False, " ".join(dict.fromkeys(hits)), "found")
    else:
        looked = "Looked for the addresses of everybody of this and of linked cases."
        yield Check("address", LABEL, True, " ".join([looked, *unread]), "none found")


def _people(record: Record, to: Person | None) -> Iterator[Person]:
    seen = {}
    for one in record.people:
        seen[one.person_id] = one.person
    if to:
        seen[to.pk] = to
    yield from (one for one in seen.values() if one.address)


def _shared(one: Person, to: Person | None) -> bool:
    """They live together, at an address that is safe: the same post code and number."""
    return bool(to and to.address_is_safe and _places(one.address) == _places(to.address))


def _of(one: Person, text: str, where: str) -> str:
    places = _places(one.address) & _places(text)
    if not places:
        return ""
    safe = "" if one.address_is_safe else ", which is not safe"
    return f"The address of {one}{safe}, in {where}: {', '.join(sorted(places))}."


def _above(reading: Reading, record: Record, to: Person | None) -> list[str]:
    """Above the greeting stands the address that it goes to, and no other."""
    own = _codes(to.address) if to else set()
    allowed = own | _codes(record.contact.said)
    strange = _codes(reading.address) - allowed
    return [f"{code} above the greeting is not where {to} lives." for code in sorted(strange)]


def _places(text: str) -> set[str]:
    return _codes(text) | {_street(found[0]) for found in STREET.finditer(_lines(text))}


def _codes(text: str) -> set[str]:
    return {f"{a} {b}".upper() for a, b in POSTCODE.findall(text)}


def _lines(text: str) -> str:
    return re.sub(r"[,.;:]", "\n", text)


def _street(found: str) -> str:
    """
    >>> _street("61  Quarry Road, where he lives".split(",")[0]), _street("61 quarry road")
    ('61 quarry road', '61 quarry road')
    """
    return " ".join(found.casefold().split()[:3])
