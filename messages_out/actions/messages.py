"""What the office does with its messages: queues them, and settles those that went wrong."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.timezone import now

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from messages_out.models import Attachment, Message, WithoutDigest
from messages_out.queue import queue_delivery
from messages_out.troubles import tell

State = Message.State
SETTLED = "Somebody settled this message meanwhile: it is {state}."


@action
def send(
    *,
    kind: str,
    to_address: str,
    subject: str,
    text: str,
    by: User | None,
    to_user: User | None = None,
    case: Case | None = None,
    secret_seed: str = "",
    files: Iterable[tuple[str, str]] = (),
) -> Message:
    """Queue a message with the change that it tells of: where that fails, nothing is sent.

    ``files`` go with it: the name of each, and the SHA-256 under which it lies in the vault.
    """
    message = Message(
        kind=kind,
        to_address=to_address,
        to_user=to_user,
        case=case,
        subject=subject,
        text=text,
        secret_seed=secret_seed,
        queued_at=now(),
    )
    message.full_clean()
    message.save()
    Attachment.objects.bulk_create(
        Attachment(message=message, name=name, sha256=sha256) for name, sha256 in files
    )
    queue_delivery(message.pk)
    return message


@action
def send_again(message: Message, *, why: str = "", by: User) -> None:
    """Put it back into the queue, with all its attempts before it."""
    message = _for_a_person(message)
    message.state, message.attempts, message.trouble = State.QUEUED, 0, ""
    message.save(update_fields=["state", "attempts", "trouble"])
    tell(message)
    queue_delivery(message.pk)
    record("sends it again", message, by=by, why=why)


@action
def count_as_sent(message: Message, *, why: str = "", by: User) -> None:
    """Somebody found out that it came: it does not go again."""
    message = _for_a_person(message)
    message.state, message.sent_at = State.SENT, message.sent_at or now()
    message.save(update_fields=["state", "sent_at"])
    tell(message)
    record("found that it was sent", message, by=by, why=why)


@action
def do_not_send(message: Message, *, why: str, by: User) -> None:
    """It is told another way, or not at all."""
    message = _for_a_person(message)
    message.state = State.DROPPED
    message.save(update_fields=["state"])
    tell(message)
    record("decided that it is not to be sent", message, by=by, why=why)


@action
def came_back(message: Message, *, reason: str, by: None = None) -> None:
    """A delivery report says that it did not arrive: a person sees to it."""
    message = Message.objects.select_for_update().get(pk=message.pk)
    if message.state == State.DROPPED:
        return
    message.state, message.trouble = State.FAILED, f"It came back: {reason}"[:500]
    message.save(update_fields=["state", "trouble"])
    tell(message)
    record("came back", message, by=by, why=reason)


@action
def set_desk_digest(*, wanted: bool, by: User) -> None:
    """Each person's own choice."""
    if wanted:
        WithoutDigest.objects.filter(user=by).delete()
    else:
        WithoutDigest.objects.get_or_create(user=by)
    record(f"switched their desk digest {'on' if wanted else 'off'}", by, by=by)


def _for_a_person(message: Message) -> Message:
    """The message, locked, while it still waits for somebody."""
    locked = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
    if not locked.is_for_a_person:
        raise ValidationError(SETTLED.format(state=locked.get_state_display().lower()))
    return locked
