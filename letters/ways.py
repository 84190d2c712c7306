"""How a letter may go to a person: the ways there are, and why one is closed.

Only an address that is safe for this person is used, and whoever sends confirms it.
"""

from hashlib import sha256

from django.conf import settings

from cases.models import Person
from stages.models import How

WAYS = [How.LETTER, How.EMAIL, How.IN_PERSON]
MOST_MEGABYTES = 15  # with its enclosures: many mail servers take no more
NO_SECURE_ROUTE = (
    "What is in a case does not go by e-mail yet: an administrator names the secure route that was "
    "agreed, in SECURE_MAIL_ROUTE."
)
NO_MAIL = "This copy sends no e-mail: an administrator sets EMAIL_URL."


def why_not(how: str, person: Person | None) -> str:
    """Why a letter cannot go to ``person`` this way; "" where it can."""
    if how == How.LETTER:
        return _why_no_post(person)
    return _why_no_email(person) if how == How.EMAIL else ""


def address_for(how: str, person: Person | None) -> str:
    """Where it goes; nothing where it is handed over."""
    if person is None or how == How.IN_PERSON:
        return ""
    return person.email if how == How.EMAIL else person.address


def seen_as(person: Person | None) -> str:
    """What a page showed of the addresses, so that one changed since is not taken for it."""
    both = [address_for(how, person) for how in (How.LETTER, How.EMAIL)]
    return sha256("|".join(both).encode()).hexdigest()[:16]


def _why_no_post(person: Person | None) -> str:
    if person is None or not person.address.strip():
        return "No address is recorded: record it on the tab People, or choose another way."
    if person.no_post:
        return f"{person} gets no post: that is how they may safely be contacted."
    if not person.address_is_safe:
        return f"The address of {person} is not safe: nothing is posted there."
    return ""


def _why_no_email(person: Person | None) -> str:
    if not settings.SECURE_MAIL_ROUTE:
        return NO_SECURE_ROUTE
    if not settings.MAIL_IS_SENT:
        return NO_MAIL
    if person is None or not person.email:
        return "No e-mail address is recorded: record it on the tab People, or choose another way."
    if person.no_messages:
        return f"{person} gets no messages: that is how they may safely be contacted."
    return ""
