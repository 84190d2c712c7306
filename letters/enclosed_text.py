"""The text of an enclosure, so far as it has any: what a scan shows nobody reads here."""

from documents import vault
from documents.models import Document
from documents.reading_text import written_in


def text_of(document: Document) -> str:
    if document.is_taken_out:
        return ""
    try:
        return written_in(document.name, vault.read(document.sha256))
    except OSError:
        return ""
