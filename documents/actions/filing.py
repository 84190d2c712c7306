"""Filing papers and e-mails with a case, and saying later what a paper is."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case, Note
from documents.emails import ReadEmail
from documents.matching import filed_already, said_filed
from documents.models import Document, DocumentKind, Download, FiledEmail
from documents.receiving import Received


@action
def file_documents(
    case: Case,
    received: Iterable[Received],
    *,
    kind: DocumentKind,
    dated_on: date,
    by: User,
    disclosure: str = Document.Disclosure.NOT_DECIDED,
    note: Note | None = None,
) -> list[Document]:
    """File papers that were checked. The sentence does not name them: a name tells of a family."""
    filed = Document.objects.bulk_create(
        Document(
            case=case,
            kind=kind,
            dated_on=dated_on,
            disclosure=disclosure,
            name=one.name,
            sha256=one.sha256,
            size=one.size,
            note=note,
            filed_by=by,
        )
        for one in received
    )
    if filed:
        many = "a document" if len(filed) == 1 else f"{len(filed)} documents"
        record(f"filed {many}", case, by=by)
    return filed


@action
def file_email(
    case: Case,
    email: ReadEmail,
    received: Iterable[Received],
    *,
    on: date,
    kind: DocumentKind,
    by: User,
) -> Note:
    """File an e-mail as a contact of the day it was sent, with what came with it; once."""
    if there := filed_already(email):
        raise ValidationError(said_filed(there, by))
    note = Note.objects.create(
        case=case,
        how=Note.How.EMAIL,
        on=email.sent_on or on,
        at=email.sent_at,
        by=by,
        said_by=email.said_by[:300],
        text=email.words or "(no text)",
    )
    FiledEmail.objects.create(note=note, message_id=email.message_id, answers=email.answers)
    record("filed an e-mail", case, by=by)
    file_documents(case, received, kind=kind, dated_on=note.on, note=note, by=by)
    return note


@action
def describe_document(document: Document, *, by: User, **facts) -> None:
    """Say what a paper is, of which day, and whether it may be disclosed."""
    for name, value in facts.items():
        setattr(document, name, value)
    document.full_clean()
    document.save(update_fields=list(facts))
    record("said what a document is", document.case, by=by)


@action
def note_download(document: Document, *, by: User) -> None:
    """Keep that somebody was given a copy."""
    Download.objects.create(document=document, user=by)
