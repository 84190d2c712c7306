"""Taking a note or a paper out of the case that it should not be in: withdrawn, or moved.

A stub stays, with who, when and why. :mod:`cases.models.taken_out` says what is kept, and where.
"""

from datetime import datetime

from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case, Note
from documents.models import Document, FiledEmail


@action
def take_out_document(
    document: Document, *, why: str, now: datetime, by: User, to: Case | None = None
) -> Document | None:
    """Withdraw a paper, or move it to another case; the paper as it stands there."""
    _refuse(document, to)
    moved = _moved_document(document, to, note=None) if to else None
    _empty(document, ["name"], why=why, now=now, by=by, to=to)
    _record(document.case, to, "a document", why=why, by=by)
    return moved


@action
def take_out_note(
    note: Note, *, why: str, now: datetime, by: User, to: Case | None = None
) -> Note | None:
    """Withdraw a note with all that came with it, or move them together."""
    _refuse(note, to)
    moved = _moved_note(note, to) if to else None
    email = FiledEmail.objects.filter(note=note).first()
    if email and moved:
        email.note = moved
        email.save(update_fields=["note"])
    elif email:
        email.delete()  # it may be filed again, where it belongs
    for document in note.documents.filter(taken_out_at=None):
        if moved:
            _moved_document(document, to, note=moved)
        _empty(document, ["name"], why=why, now=now, by=by, to=to)
    what = f"a note of {note.on:%-d %B %Y}"
    _empty(note, ["text", "said_by"], why=why, now=now, by=by, to=to)
    _record(note.case, to, what, why=why, by=by)
    return moved


def _refuse(row: Note | Document, to: Case | None) -> None:
    if row.is_taken_out:
        raise ValidationError("It was taken out already.")
    if to and to.pk == row.case_id:
        raise ValidationError("It is filed with that case already. Name another one.")


def _moved_note(note: Note, to: Case) -> Note:
    """The same words of the same day in another case: what they correct stays behind."""
    same = {name: getattr(note, name) for name in ("how", "on", "at", "by", "by_name", "said_by")}
    return Note.objects.create(case=to, text=note.text, **same)


def _moved_document(document: Document, to: Case, *, note: Note | None) -> Document:
    same = ("kind", "dated_on", "disclosure", "name", "sha256", "size", "filed_by")
    fields = {name: getattr(document, name) for name in same}
    return Document.objects.create(case=to, note=note, **fields)


def _empty(row: Note | Document, content: list[str], *, why, now, by, to: Case | None) -> None:
    for name in content:
        setattr(row, name, "")
    row.taken_out_at, row.taken_out_by, row.taken_out_because = now, by, why
    row.moved_to = to
    facts = ["taken_out_at", "taken_out_by", "taken_out_because", "moved_to"]
    row.save(update_fields=[*content, *facts])


def _record(case: Case, to: Case | None, what: str, *, why: str, by: User) -> None:
    """Neither sentence names the other case, and why stands at the one that it left: who reads the
    other may not know of that."""
    if to:
        record(f"moved {what} to another case", case, by=by, why=why)
        record(f"moved {what} here from another case", to, by=by)
    else:
        record(f"withdrew {what}", case, by=by, why=why)
