"""The link to one question: its secret, its code, the messages that tell of a question.

The secret goes by e-mail to an address of the council's own; the code is read out by the officer,
on the telephone or in person, so that whoever reads the mailbox alone gets nothing. Both are kept
as hashes: neither can be shown again.
"""

import secrets
from datetime import date

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.core import signing
from django.urls import reverse
from django.utils.crypto import salted_hmac

from accounts.models import User
from messages_out.actions.messages import send
from messages_out.models import Message
from messages_out.secret import PLACE
from stages.models import RequestLink, ServiceRequest

DAYS = 5  # working days that a link is open
DIGITS = 6
SALT = "stages.question_link"
PROOF_SECONDS = 60 * 60 * 10  # a page with the question left open for a working day still answers
SUBJECT = "A question from the complaints team"
MESSAGE = """The complaints team of {council} has a question about complaint {reference}.

Open this page to read and to answer it:
{address}

It asks for a code of six digits, which the complaints team tells you by telephone or in person.
The page opens until {until}. Nobody else needs this message: do not pass it on.
"""
TOLD = """The complaints team of {council} {asks} about complaint {reference}, by {due}.

Sign in to read and to answer it:
{address}
"""
ASKS, REMINDS = "asks you a question", "waits for your answer to a question"


def why_no_link() -> str:
    """Why this copy cannot send a link; "" where it can."""
    missing = [
        name
        for name in ("COUNCIL_MAIL_DOMAINS", "SITE_ADDRESS", "MAIL_IS_SENT")
        if not getattr(settings, name)
    ]
    if not missing:
        return ""
    return (
        "A link cannot be sent yet: an administrator sets EMAIL_URL, SITE_ADDRESS and "
        "COUNCIL_MAIL_DOMAINS."
    )


def is_the_councils(address: str) -> bool:
    """
    >>> from django.test import override_settings
    >>> with override_settings(COUNCIL_MAIL_DOMAINS=["example.org"]):
    ...     [is_the_councils(f"a@{to}") for to in ("Example.org", "example.org.uk", "x.org")]
    [True, False, False]
    """
    domain = address.rpartition("@")[2].lower()
    return domain in [own.lower() for own in settings.COUNCIL_MAIL_DOMAINS]


def new_code() -> str:
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"


def hash_of(token: str) -> str:
    """Keyed, so that a copy of the database alone finds no link."""
    return salted_hmac(SALT, token, algorithm="sha256").hexdigest()


def hash_of_code(code: str) -> str:
    return make_password(code)


def is_the_code(link: RequestLink, typed: str) -> bool:
    """As it is read out: spaces between the digits are no fault."""
    return check_password("".join(typed.split()), link.code_hash)


def in_groups(code: str) -> str:
    """
    >>> in_groups("482913")
    '482 913'
    """
    return f"{code[:3]} {code[3:]}"


def proof_for(link: RequestLink) -> str:
    """What the page of the question carries, once the code was right; no cookie is needed."""
    return signing.dumps(link.pk, salt=f"{SALT}:{link.code_hash}")


def is_proof(link: RequestLink, proof: str) -> bool:
    try:
        return (
            signing.loads(proof, salt=f"{SALT}:{link.code_hash}", max_age=PROOF_SECONDS) == link.pk
        )
    except signing.BadSignature:
        return False


def queue_link(
    request: ServiceRequest, *, to: str, seed: str, until: date, by: User | None
) -> Message:
    """Queue the message with a link: no name is in it, not the question, and not the code."""
    text = MESSAGE.format(
        council=settings.COUNCIL_NAME,
        reference=request.case.reference,
        address=_address(f"/answer/{PLACE}/"),
        until=f"{until:%-d %B %Y}",
    )
    return send(
        kind=Message.Kind.LINK,
        to_address=to,
        case=request.case,
        subject=SUBJECT,
        text=text,
        secret_seed=seed,
        by=by,
    )


def tell_who_signs_in(request: ServiceRequest, *, asks: str, by: User | None) -> None:
    """Queue a message to whoever signs in to answer, with no more in it than that they are asked.

    A copy that sends no mail shows it on their desk alone.
    """
    to = request.to_user
    if not (to and to.is_active and settings.MAIL_IS_SENT and settings.SITE_ADDRESS):
        return
    text = TOLD.format(
        council=settings.COUNCIL_NAME,
        asks=asks,
        reference=request.case.reference,
        due=f"{request.due_on:%-d %B %Y}",
        address=_address(reverse("request-answer", args=[request.pk])),
    )
    send(
        kind=Message.Kind.QUESTION if asks == ASKS else Message.Kind.REMINDER,
        to_address=to.email,
        to_user=to,
        case=request.case,
        subject=SUBJECT,
        text=text,
        by=by,
    )


def _address(path: str) -> str:
    return f"{settings.SITE_ADDRESS.rstrip('/')}{path}"
