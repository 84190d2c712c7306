"""Whether a letter names somebody who is not on the list of who may be named in it."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from cases.models import CasePerson
from letters.checks.check import Check
from letters.checks.reading import Reading, words_in
from letters.record import Record

LABEL = "Nobody is named who is not on the list of who may be named"
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.? ((?:[A-Z][\w’'-]*\.? ){0,2}[A-Z][\w’'-]+)")
SHORTEST = 3  # letters: initials are no name to look for
# Names that are words too: looked for only beside another part of the same name, or a title
ORDINARY_WORDS = """
    april art august autumn bill black brown chance chase christian close cook day dean drew earl
    faith field fox frank good grace grant gray green grey hall hope hunter iris ivy joy june
    king knight lane little long love major march mark may melody mason miles moss page park
    parish pat poppy price queen ray read reed rich rob rose ruby small stone sue summer sunny
    victor violet ward west white will winter wood young
"""
ORDINARY = frozenset(ORDINARY_WORDS.split())


def named(reading: Reading, record: Record) -> Iterator[Check]:
    lines = [line for line in reading.body.splitlines() if line.strip()]
    allowed = {_plain(word) for name in record.may_be_named for word in words_in(name)}
    hits = [hit for one in record.others if (hit := _named(one, lines, allowed))]
    hits += _strangers(lines, allowed, record)
    if hits:
        yield Check("named", LABEL, False, " ".join(dict.fromkeys(hits)), "found")
    else:
        looked = "Looked for the others of this and of linked cases."
        yield Check("named", LABEL, True, looked, "none found")


def _named(one: CasePerson, lines: list[str], allowed: set[str]) -> str:
    """The line that has a part of their name which is nobody's who may be named."""
    every = [_plain(word) for word in words_in(one.person.name)]
    parts = {word for word in every if len(word) >= SHORTEST and word not in allowed}
    for line in lines:
        words = [word for word in words_in(line) if word[:1].isupper()]
        plain = {_plain(word) for word in words}
        sure = parts - ORDINARY
        if plain & sure or (plain & parts and len(plain & set(every)) > 1):
            return f"{one.person.name}: “{line.strip()}”"
    return ""


def _strangers(lines: list[str], allowed: set[str], record: Record) -> Iterator[str]:
    """Those with a title whom no record of the case knows: "Mr Gilbert Proudfoot"."""
    known = {_plain(w) for one in record.others for w in words_in(one.person.name)}
    for line in lines:
        for found in TITLED.finditer(line):
            parts = {_plain(word) for word in words_in(found[1]) if len(word) >= SHORTEST}
            if parts and not parts & (allowed | known):
                yield f"{found[0]}, of no record: “{line.strip()}”"


def _plain(word: str) -> str:
    """
    >>> _plain("Zoë")
    'zoe'
    """
    return "".join(c for c in normalize("NFKD", word.casefold()) if c.isalnum())
