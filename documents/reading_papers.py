"""Reading what is written in papers, one by one."""

from documents import vault
from documents.actions.reading import begin_reading, keep_words
from documents.models import Document
from documents.reading_text import text_of


def unread() -> list[int]:
    """The keys of the papers that are there and of which nothing was read, the latest first."""
    papers = Document.objects.there().filter(text_read=None)
    return list(papers.order_by("-pk").values_list("pk", flat=True))


def read_paper(key: int) -> None:
    """Kept as being read first: a file that ends the worker is not tried again and again."""
    if begin_reading(key, by=None):
        document = Document.objects.get(pk=key)
        keep_words(key, _read(document), by=None)


def _read(document: Document) -> str:
    try:
        content = vault.read(document.sha256)
    except FileNotFoundError:
        return ""
    return text_of(document.name, content)
