"""Handing one message to the mail server: claimed before, recorded after, never twice.

While a worker has a message in hand it holds a lock of its database session on it, which ends with
the worker however that ends. A message "being sent" that nobody holds was left behind.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import connection
from django.utils.timezone import now

from messages_out import files
from messages_out.actions import delivering
from messages_out.models import Message
from messages_out.secret import put_in

LOCKS = 20461  # the first number of the locks on messages; the second is the message's key
PERMANENT = 500  # of SMTP's answers: those from here on are the same tomorrow


class NotSentYet(Exception):
    """The message has not left, and is tried again later."""


def deliver(pk: int) -> None:
    """Send the message if it is still queued and nobody else has it in hand."""
    with held(pk) as ours:
        message = delivering.claim(pk, at=now(), by=None) if ours else None
        if message:
            _hand_over(message)


@contextmanager
def held(pk: int) -> Iterator[bool]:
    """Hold the lock on a message; False where another worker holds it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCKS, pk])
        (ours,) = cursor.fetchone()
        try:
            yield ours
        finally:
            if ours:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCKS, pk])


def left_behind() -> Iterator[Message]:
    """The messages being sent by nobody, each held while it is looked at."""
    for message in Message.objects.filter(state=Message.State.BEING_SENT).order_by("pk"):
        with held(message.pk) as nobody_else:
            if nobody_else:
                yield message


def _hand_over(message: Message) -> None:
    try:
        email = _email(message)
    except OSError as error:  # a file that goes with it is not to be read
        trouble = f"A file that goes with it cannot be read: {_words(error)}"
        return delivering.was_refused(message, trouble=trouble, by=None)
    server = get_connection()
    try:
        server.open()
    except OSError as error:  # smtplib's errors are of this kind too; nothing was said yet
        return _later(message, error)
    try:
        server.send_messages([email])
    except SMTPRecipientsRefused as error:
        code, said = next(iter(error.recipients.values()))
        return _answered(message, code, said)
    except SMTPResponseException as error:
        return _answered(message, error.smtp_code, error.smtp_error)
    except Exception as error:
        trouble = f"It cannot be known whether it left: {_words(error)}"
        return delivering.nobody_knows(message, trouble=trouble, by=None)
    else:
        return delivering.has_left(message, at=now(), by=None)
    finally:
        with suppress(OSError, SMTPException):
            server.close()


def _answered(message: Message, code: int, said: bytes | str) -> None:
    """The server said no: for now, or for good."""
    said = said.decode(errors="replace") if isinstance(said, bytes) else said
    trouble = f"The mail server refused it: {code} {said}"
    if code >= PERMANENT:
        return delivering.was_refused(message, trouble=trouble, by=None)
    return _later(message, trouble)


def _later(message: Message, error: Exception | str) -> None:
    trouble = error if isinstance(error, str) else f"No mail server answered: {_words(error)}"
    if delivering.try_later(message, trouble=trouble, by=None):
        raise NotSentYet(trouble)


def _email(message: Message) -> EmailMessage:
    """From the sender, but reports of what does not arrive go to the address for them."""
    email = EmailMessage(
        message.subject,
        put_in(message.text, message.secret_seed),
        settings.BOUNCES_TO or settings.DEFAULT_FROM_EMAIL,
        [message.to_address],
        headers={
            "From": settings.DEFAULT_FROM_EMAIL,
            "Message-ID": message.message_id,
            "Auto-Submitted": "auto-generated",  # so that no absence note answers it
        },
    )
    for one in message.attachments.all():
        email.attach(one.name, files.read(one.sha256))
    return email


def _words(error: Exception) -> str:
    return f"{type(error).__name__} {error}".strip()
