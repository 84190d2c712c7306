"""A letter as an e-mail: a few words that say nothing of the case, and the PDF."""

from django.conf import settings
from django.core.exceptions import ValidationError

from accounts.models import User
from documents import vault
from documents.models import Document
from letters.models import Letter, SentCopy
from letters.ways import MOST_MEGABYTES
from messages_out.actions.messages import send
from messages_out.models import Message

SUBJECT = "A letter from {council}: {reference}"
TEXT = """A letter from {council} is attached to this message. Its number is {reference}.

Give this number when you write to us or call us. If you cannot open the letter, tell us: we will
send it another way.
"""
NO_PDF = "No PDF can be made on this machine, so it cannot go by e-mail. Send it by post."


def queue_letter(
    letter: Letter, copy: SentCopy, enclosed: list[Document], *, to: str, by: User
) -> Message:
    """Queue it in the transaction of the sending. It never goes as anything but PDF."""
    if not copy.pdf_sha256:
        raise ValidationError(NO_PDF)
    size = vault.path_of(copy.pdf_sha256).stat().st_size + sum(one.size for one in enclosed)
    if size > MOST_MEGABYTES * 1024**2:
        raise ValidationError(
            f"With its enclosures it is larger than {MOST_MEGABYTES} MB: send it by post."
        )
    names = {"council": settings.COUNCIL_NAME, "reference": letter.case.reference}
    files = [(f"{letter.case.reference}.pdf", copy.pdf_sha256)]
    files += [(one.name, one.sha256) for one in enclosed]
    return send(
        kind=Message.Kind.LETTER,
        to_address=to,
        case=letter.case,
        subject=SUBJECT.format(**names),
        text=TEXT.format(**names),
        files=files,
        by=by,
    )
