"""Who is told that a message waits for a person, and that it does no longer.

Messages know nothing of tasks; whoever does puts a function in :data:`TOLD`. It is called within
the action that changed the message.
"""

from collections.abc import Callable

from messages_out.models import Message

TOLD: list[Callable[[Message], None]] = []


def tell(message: Message) -> None:
    for told in TOLD:
        told(message)
