"""The comments of a letter in a later draft: they stay with the paragraph that they are about."""

from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from letters.differences import place_of
from letters.models import LetterComment, LetterDraft


@dataclass(frozen=True)
class Said:
    """``by`` is empty where the system itself marks a line."""

    draft: LetterDraft
    paragraph: int
    text: str
    by: str | None


def with_comments(drafts: QuerySet[LetterDraft]) -> QuerySet[LetterDraft]:
    """Each with what was said of it, in the same query."""
    said = LetterComment.objects.filter(draft=OuterRef("pk")).order_by("paragraph", "pk")
    row = JSONObject(paragraph="paragraph", text="text", by=F("by__full_name"))
    return drafts.annotate(said=ArraySubquery(said.values(row=row)))


def comments_at(drafts: list[LetterDraft], text: str) -> dict[int, list[Said]]:
    """By the number of the paragraph in ``text``; what is about one that is gone, under 0."""
    found: dict[int, list[Said]] = {}
    for draft in reversed(drafts):
        for one in draft.said:
            said = Said(draft, one["paragraph"], one["text"], one["by"])
            place = said.paragraph
            if draft.text != text:
                place = place_of(said.paragraph, draft.text, text) or 0
            found.setdefault(place, []).append(said)
    return found
