"""Filing an e-mail with all that came with it: each attachment is looked at like any other file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from accounts.models import User
from cases.models import Case, Note
from documents.actions.filing import file_email
from documents.emails import Attachment, ReadEmail
from documents.models import DocumentKind
from documents.receiving import Received, Refused, receive

NO_TYPE = "No type of document is in use. Ask an administrator to load the lists"
NOT_ITSELF = "The e-mail as a file was not kept either, because it holds the same."


@dataclass(frozen=True)
class FiledWhole:
    """``refused`` says of each attachment that was not kept why not."""

    note: Note
    attached: int
    refused: list[str]


def file_whole(case: Case, email: ReadEmail, file: Received, *, on: date, by: User) -> FiledWhole:
    """File an e-mail and what came with it.

    The e-mail as a file holds all that came with it, so it is kept where all of that may be.
    """
    kind = DocumentKind.objects.in_use_on(on).first()
    if kind is None:
        raise ValidationError(NO_TYPE)
    kept, refused = _looked_at(email.attachments)
    papers = kept if refused else [*kept, file]
    note = file_email(case, email, papers, on=on, kind=kind, by=by)
    return FiledWhole(note, len(kept), [*refused, NOT_ITSELF] if refused else [])


def _looked_at(attachments: Iterable[Attachment]) -> tuple[list[Received], list[str]]:
    kept, refused = [], []
    for attachment in attachments:
        try:
            kept.append(receive(attachment.name, attachment.content))
        except Refused as reason:
            refused.append(str(reason))
    return kept, refused
