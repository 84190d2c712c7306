"""How far a message is, as the worker finds. Each is saved before the worker goes on.

A worker that was cut off from the database may come back late: what it knows counts only while
the message is still in its hands, or waits for somebody to find out.
"""

from datetime import datetime

from accounts.trail import action
from messages_out.models import Message
from messages_out.troubles import tell

State = Message.State
ATTEMPTS = 8  # over six hours, each four times as long after the last as the one before
NOBODY_KNOWS = (
    "The worker ended while it was handing the message over. It cannot be known whether it left."
)


@action
def claim(pk: int, *, at: datetime, by: None = None) -> Message | None:
    """The message, now being sent; None where it is not queued any more."""
    queued = Message.objects.select_for_update().filter(pk=pk, state=State.QUEUED)
    if (message := queued.first()) is None:
        return None
    message.state, message.claimed_at = State.BEING_SENT, at
    message.attempts += 1
    message.save(update_fields=["state", "claimed_at", "attempts"])
    return message


@action
def has_left(message: Message, *, at: datetime, by: None = None) -> None:
    """The mail server took it."""
    _change(message, state=State.SENT, sent_at=at, trouble="")


@action
def try_later(message: Message, *, trouble: str, by: None = None) -> bool:
    """It has not left. Whether it is tried again: after the last attempt a person sees to it."""
    again = message.attempts < ATTEMPTS
    _change(message, state=State.QUEUED if again else State.FAILED, trouble=trouble[:500])
    return again


@action
def was_refused(message: Message, *, trouble: str, by: None = None) -> None:
    """The mail server will never take it as it is."""
    _change(message, state=State.FAILED, trouble=trouble[:500])


@action
def nobody_knows(message: Message, *, trouble: str = NOBODY_KNOWS, by: None = None) -> None:
    """It may have left: a person finds out before it goes again."""
    _change(message, state=State.WAITS, trouble=trouble[:500])


def _change(message: Message, **fields) -> None:
    in_hand = Message.objects.filter(
        pk=message.pk, attempts=message.attempts, state__in=[State.BEING_SENT, State.WAITS]
    )
    if in_hand.update(**fields):
        tell(Message.objects.get(pk=message.pk))
