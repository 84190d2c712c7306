"""Whether a letter goes to whom the council writes to, greets them by name, with authority."""

from collections.abc import Iterator

from letters.checks.check import Check, quoted
from letters.checks.reading import Reading, words_in
from letters.record import Record

LABEL = "It goes to whom the council writes to, by name"
TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir", "lady", "lord", "and"}


def addressee(reading: Reading, record: Record) -> Iterator[Check]:
    to, right = record.letter.addressee, record.letters_go_to
    if right is None:
        yield Check("addressee", LABEL, False, "The case has nobody to write to.")
    elif to is None or to.pk != right.pk:
        yield Check("addressee", LABEL, False, f"The case says {right}, the letter {to}.")
    else:
        yield _greeted(reading, to, record)


def _greeted(reading: Reading, to, record: Record) -> Check:
    name = to.person.name
    if not reading.greeting:
        return Check("addressee", LABEL, False, f"No line greets {name}.")
    line = f"“{reading.greeting}”, for {name}."
    strange = [word for word in _names(reading.greeting) if word not in _names(name)]
    if strange or not _names(reading.greeting):
        return Check("addressee", LABEL, False, f"It greets {line}")
    without = _acts_without_authority(to, record)
    authority = f" Authority: {to.authority_evidence}." if to.authority_evidence else without
    return Check("addressee", LABEL, not without, f"{quoted(reading.greeting)}.{authority}")


def _acts_without_authority(to, record: Record) -> str:
    """Somebody acts, but nothing shows that they may: the letter goes to who complains."""
    acting = [p for p in record.own_people if p.role == "representative"]
    if any(not one.authority_evidence for one in acting) and not to.acts_with_authority:
        names = ", ".join(str(one.person) for one in acting)
        return f" Nothing shows the authority of {names}, so it goes to who complains."
    return ""


def _names(text: str) -> list[str]:
    return [word for one in words_in(text) if (word := one.casefold()) not in TITLES]
