"""Which of the two reports an adjudication goes without, by what its enclosures are."""

from collections.abc import Iterable

from documents.models import Document, DocumentKind

BOTH = (DocumentKind.Means.INVESTIGATOR_REPORT, DocumentKind.Means.INDEPENDENT_REPORT)


def reports_lacking(enclosed: Iterable[Document]) -> list[str]:
    """In words; two reports of the investigating officer are one."""
    there = {one.kind.means for one in enclosed}
    return [means.label for means in BOTH if means not in there]
