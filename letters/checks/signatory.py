"""Whether who signs may sign: not who is complained about, nor who is to adjudicate later."""

from collections.abc import Iterator

from letters.checks.check import Check
from letters.checks.reading import Reading, words_in
from letters.kinds import Kind
from letters.record import Record

LABEL = "Who signs is not complained about, and does not adjudicate later"


def signatory(reading: Reading, record: Record) -> Iterator[Check]:
    end = reading.closing
    about = [name for name in record.complained_about if _is_in(name, end)]
    if record.author_is_complained_about:
        about.append(str(record.letter.author))
    later = [] if record.letter.kind == Kind.ADJUDICATION else record.adjudicators
    later = [name for name in later if _is_in(name, end)]
    faults = [f"{name} is complained about." for name in dict.fromkeys(about)]
    faults += [f"{name} is to adjudicate this complaint." for name in dict.fromkeys(later)]
    said = " ".join(faults) or f"“{' '.join(end.split())}”"
    yield Check("signed", LABEL, not faults, said, "found" if faults else "nobody found")


def _is_in(name: str, text: str) -> bool:
    """By the whole name, or by its last word behind an initial: "D. Archer"."""
    first, *_, last = words_in(name.casefold()) or ["", ""]
    words = words_in(text.casefold())
    places = [n for n, word in enumerate(words) if word == last and n]
    return any(words[n - 1] in (first, first[:1]) for n in places)
