"""Whether a child or young person is offered an advocate, and the leaflet goes with it.

Children Act 1989 s.26A: the council arranges help, representation included, and makes it known.
"""

import re
from collections.abc import Iterator

from letters.checks.check import Check, quoted
from letters.checks.reading import Reading
from letters.facts import is_to_a_child
from letters.kinds import Kind
from letters.record import Record

OFFERED_IN = (Kind.ACKNOWLEDGEMENT, Kind.ADJUDICATION)
ADVOCATE = re.compile(r"\badvoca(?:te|tes|cy)\b", re.IGNORECASE)
LEAFLET = re.compile(r"\bleaflet\b|\bbooklet\b", re.IGNORECASE)


def advocacy(reading: Reading, record: Record) -> Iterator[Check]:
    letter = record.letter
    to_a_child = is_to_a_child(letter.case, letter.addressee)
    if record.code == "children" and (letter.kind in OFFERED_IN or to_a_child):
        line = reading.matching(ADVOCATE)
        said = quoted(line) or "No sentence speaks of an advocate."
        yield Check("advocacy", "An advocate is offered", bool(line), said)
    if record.code == "children" and letter.kind == Kind.ACKNOWLEDGEMENT:
        line = reading.matching(LEAFLET)
        said = quoted(line) or "No sentence speaks of the leaflet about complaints."
        yield Check("leaflet", "The leaflet goes with it", bool(line), said)
