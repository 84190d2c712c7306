"""That a paper is read, and what is written in it, so that the search finds it by that."""

from accounts.trail import action
from documents.models import Document, DocumentText


@action
def begin_reading(key: int, *, by: None) -> bool:
    """Whether it is still there, and nobody reads it already."""
    document = Document.objects.there().select_for_update().filter(pk=key).first()
    if document is None:
        return False
    _, new = DocumentText.objects.get_or_create(document=document, case_id=document.case_id)
    return new


@action
def keep_words(key: int, text: str, *, by: None) -> None:
    """One that was taken out meanwhile has no text any more."""
    DocumentText.objects.filter(document=key).update(text=text)
