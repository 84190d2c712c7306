"""What stands on a letter: as it goes, as it was sent, and while it is written."""

from letters.blocks import Sheet
from letters.checks.needs import needs_large_print
from letters.facts import dated
from letters.models import Letter, LetterDraft, SentCopy


def sheet_as_it_goes(letter: Letter, text: str, enclosed: list[str]) -> Sheet:
    """With the address, where that is safe, and in the print that its reader needs."""
    person = letter.addressee.person if letter.addressee else None
    lines = []
    if person:
        address = person.address.splitlines() if person.address_is_safe else []
        lines = [person.name, *(line.strip() for line in address if line.strip())]
    if stands_above(lines, text):
        lines = []
    large = bool(person and needs_large_print(person.format_needed))
    return Sheet(_title(letter), text, lines, enclosed, large)


def sheet_as_sent(copy: SentCopy) -> Sheet:
    names = [one["name"] for one in copy.enclosed]
    return Sheet(_title(copy.letter), copy.text, copy.to, names, copy.large)


def sheet_of_draft(letter: Letter, draft: LetterDraft) -> Sheet:
    return Sheet(f"{_title(letter)}, {draft}", draft.text)


def mark_of(letter: Letter, draft: LetterDraft) -> str:
    """By what a draft is known again that comes back from Word."""
    return f"letter-{letter.pk}-draft-{draft.number}"


def stands_above(lines: list[str], text: str) -> bool:
    """Its author wrote name and address above the greeting: they do not stand there twice."""
    plain = " ".join(text.split()[:80]).casefold()
    return bool(lines[1:]) and all(line.strip(" ,").casefold() in plain for line in lines[1:])


def _title(letter: Letter) -> str:
    day = f", {dated(letter.sent_on)}" if letter.sent_on else ""
    return f"{letter} {letter.case.reference}{day}"
