"""Delivery reports: which of our messages did not arrive, and what the other mail server says.

Most are reports as RFC 3464 has them. Some servers write a letter instead; these are known by their
sender and by our Message-ID in them. A report that the message is late, or has come, is no bounce.
"""

import email.policy
import re
from dataclasses import dataclass
from email.message import EmailMessage

from messages_out.models import Message

LARGEST = 5_000_000  # bytes: a report returns the message, and ours are short
MESSAGE_ID = re.compile(r"<[0-9a-f]{32}@[^<>\s]+>")
WRITERS = re.compile(r"(?i)\b(mailer-daemon|postmaster)@")


@dataclass(frozen=True)
class Bounce:
    """``message`` is None where the report names none of ours."""

    message: Message | None
    reason: str


def read_bounce(raw: bytes) -> Bounce | None:
    """What a report says; None where it is no report that something did not arrive."""
    raw = raw[:LARGEST]
    report = email.message_from_bytes(raw, policy=email.policy.default)
    reason = _failed(report)
    if reason is None:
        return None
    named = MESSAGE_ID.findall(raw.decode("utf-8", errors="replace"))
    return Bounce(Message.objects.filter(message_id__in=named).first(), reason)


def _failed(report: EmailMessage) -> str | None:
    statuses = [
        part for part in report.walk() if part.get_content_type() == "message/delivery-status"
    ]
    if statuses:
        return next(filter(None, map(_reason, statuses)), None)
    if WRITERS.search(str(report.get("From", ""))):
        return f"a letter of their mail server: {report.get('Subject', '')}"[:300]
    return None


def _reason(status: EmailMessage) -> str | None:
    """A part with one block of fields for the whole, and one for each address."""
    for block in status.get_payload():
        if str(block.get("Action", "")).strip().lower() == "failed":
            said = block.get("Diagnostic-Code") or block.get("Status") or "no reason is given"
            return " ".join(str(said).split())[:300]
    return None
