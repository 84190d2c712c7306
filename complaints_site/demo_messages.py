"""Messages of the demonstration that were not sent, as a person finds them."""

from django.utils.timezone import now

from messages_out.actions import delivering
from messages_out.actions.messages import send
from messages_out.models import Message

REFUSED = "The mail server refused it: 550 5.1.1 No such person here"
TEXT = "This message of the demonstration was never sent.\n"


def load() -> int:
    """One that was refused and one of which nobody knows; none where they are there."""
    if Message.objects.filter(text=TEXT).exists():
        return 0
    delivering.was_refused(_begun("deposits-team@example.org"), trouble=REFUSED, by=None)
    delivering.nobody_knows(_begun("leaving-care@example.org"), by=None)
    return 2


def _begun(to: str) -> Message:
    kind = Message.Kind.LINK
    message = send(kind=kind, to_address=to, subject="A question", text=TEXT, by=None)
    return delivering.claim(message.pk, at=now(), by=None)
