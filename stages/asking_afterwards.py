"""Whom a case asks after closing, and by which channels their contact rules let us."""

from cases.models import Case, Person
from stages.models import How


def ways_open(person: Person) -> list[How]:
    """The channels that the contact rules of ``person`` do not forbid.

    What is not safe, or not wanted, is not used for a thing that can be left undone. Messages are
    left by text too.
    """
    forbidden = set()
    if person.no_post or not person.address_is_safe:
        forbidden.add(How.LETTER)
    if not person.telephone_is_safe:
        forbidden |= {How.TELEPHONE, How.TEXT}
    if person.no_messages:
        forbidden.add(How.TEXT)
    return [how for how in How if how not in forbidden]


def their_own(case: Case, ways: list[How]) -> How | None:
    """The channel by which the complaint came, where it is one of ``ways``."""
    came = case.channel.name.casefold() if case.channel else ""
    names = {"letter": How.LETTER, "email": How.EMAIL, "telephone": How.TELEPHONE}
    names |= {"in person": How.IN_PERSON, "web form": How.EMAIL}
    own = names.get(came)
    return own if own in ways else None
