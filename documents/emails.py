"""An e-mail as a file (.eml), read: who wrote it, when, what, what it answers, what came with it.

What a program left out or spelt wrongly is read as far as it can be; ``faults`` say what was not.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from html.parser import HTMLParser

from django.utils.timezone import get_current_timezone, is_aware

ID = re.compile(r"<[^<>\s]+>")
LONGEST_TEXT = 100_000
LONGEST_ID = 500
THREAD_AT_MOST = 50
ATTACHMENTS_AT_MOST = 50
NO_DATE = "It has no date that can be read, so the day of filing stands."
CHARSET = "Some letters could not be read: its character set is not as it says."
TOO_LONG = "Its text is cut off after 100,000 letters. The file itself holds all of it."


@dataclass(frozen=True)
class Attachment:
    name: str
    content: bytes


@dataclass
class ReadEmail:
    """``message_id`` is never empty: one that has none is known by what is in it."""

    message_id: str
    answers: list[str]
    sender: str
    address: str
    subject: str
    sent_on: date | None
    sent_at: time | None
    text: str
    attachments: list[Attachment]
    faults: list[str] = field(default_factory=list)

    @property
    def said_by(self) -> str:
        both = self.sender and self.address
        return f"{self.sender} <{self.address}>" if both else self.sender or self.address

    @property
    def words(self) -> str:
        """Subject and text, as they stand in the file of the case."""
        return "\n\n".join(filter(None, [self.subject, self.text]))


def read_email(content: bytes) -> ReadEmail:
    message = message_from_bytes(content, policy=policy.default)
    faults: list[str] = []
    sent = _sent(message)
    if sent is None:
        faults.append(NO_DATE)
    sender, address = parseaddr(_header(message, "From"))
    own = ID.findall(_header(message, "Message-ID"))
    answers = ID.findall(f"{_header(message, 'In-Reply-To')} {_header(message, 'References')}")
    return ReadEmail(
        message_id=(own[0] if own else hashlib.sha256(content).hexdigest())[:LONGEST_ID],
        answers=[one[:LONGEST_ID] for one in dict.fromkeys(answers)][-THREAD_AT_MOST:],
        sender=_plain(sender)[:150],
        address=_plain(address)[:140],
        subject=_plain(_header(message, "Subject"))[:300],
        sent_on=sent.date() if sent else None,
        sent_at=sent.time().replace(microsecond=0) if sent else None,
        text=_text_of(message, faults),
        attachments=list(_attachments(message))[:ATTACHMENTS_AT_MOST],
        faults=faults,
    )


def _header(message: EmailMessage, name: str) -> str:
    """A header that was spelt against the rules can make the parser stumble: it reads as empty."""
    try:
        return str(message.get(name, ""))
    except (MessageError, ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""


def _plain(text: str) -> str:
    readable = text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    return " ".join(readable.split())


def _sent(message: EmailMessage) -> datetime | None:
    """The moment in our own time; nothing where there is none, or one that cannot be."""
    try:
        sent = parsedate_to_datetime(_header(message, "Date"))
        return sent.astimezone(get_current_timezone()) if is_aware(sent) else sent
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _text_of(message: EmailMessage, faults: list[str]) -> str:
    part = _body(message)
    if part is None:
        return ""
    said = _decoded(part, faults)
    if part.get_content_type() == "text/html":
        said = _words_of(said)
    said = said.replace("\r\n", "\n").replace("\0", "").strip()
    if len(said) > LONGEST_TEXT:
        faults.append(TOO_LONG)
    return said[:LONGEST_TEXT]


def _body(message: EmailMessage) -> EmailMessage | None:
    try:
        return message.get_body(("plain", "html"))
    except (MessageError, ValueError, AttributeError, KeyError):
        return None


def _decoded(part: EmailMessage, faults: list[str]) -> str:
    raw = part.get_payload(decode=True) or b""
    for charset in (part.get_content_charset() or "utf-8", "utf-8"):
        try:
            return raw.decode(charset)
        except (LookupError, UnicodeDecodeError):
            if CHARSET not in faults:
                faults.append(CHARSET)
    return raw.decode("cp1252", "replace")


def _attachments(message: EmailMessage) -> Iterable[Attachment]:
    try:
        parts = list(message.iter_attachments())
    except (MessageError, ValueError, AttributeError, KeyError, TypeError):
        parts = []
    for number, part in enumerate(parts, start=1):
        content = _content_of(part)
        if content:
            yield Attachment(part.get_filename() or _name_for(part, number), content)


def _content_of(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and inner else b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _name_for(part: EmailMessage, number: int) -> str:
    kinds = {"message/rfc822": "eml", "text/plain": "txt", "image/jpeg": "jpg", "image/png": "png"}
    subtype = kinds.get(part.get_content_type(), part.get_content_subtype())
    return f"attachment {number}.{subtype}"


class _Words(HTMLParser):
    """The words of a web page, a line for each block."""

    BLOCKS = {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "blockquote"}
    UNSAID = {"style", "script", "head", "title"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.unsaid = 0

    def handle_starttag(self, tag, attrs):
        self.unsaid += tag in self.UNSAID
        if tag in self.BLOCKS:
            self.said.append("\n")

    def handle_endtag(self, tag):
        self.unsaid -= tag in self.UNSAID and self.unsaid > 0

    def handle_data(self, data):
        if not self.unsaid:
            self.said.append(data)


def _words_of(page: str) -> str:
    """
    >>> _words_of("<style>p {}</style><p>Dear Anna,</p><p>nobody &amp; nothing came</p>")
    'Dear Anna,\\nnobody & nothing came'
    """
    reader = _Words()
    reader.feed(page)
    lines = [" ".join(line.split()) for line in "".join(reader.said).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
