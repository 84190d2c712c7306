"""The letter of an address, if the reader may see it, with what its pages show."""

from django.shortcuts import get_object_or_404

from letters.models import Letter
from letters.notation import as_html, paragraphs_of

SHOWN = (
    "case__route__procedure",
    "case__part_of",
    "stage__definition",
    "template",
    "addressee__person",
    "author",
    "approved_by",
    "approved_draft",
    "sent_by",
)


def letter_of(request, pk: int) -> Letter:
    """Locked where something is sent, so that two people never decide on it at once."""
    seen = Letter.objects.visible_to(request.user)
    if request.method == "POST":
        Letter.objects.select_for_update().filter(pk=pk).first()
    return get_object_or_404(seen.select_related(*SHOWN), pk=pk)


def shown(text: str) -> list[tuple]:
    """Each paragraph with its number; what is filled as the letter goes is said in words."""
    read = text.replace("{letter_date}", "**[date of the letter]**")
    read = read.replace("{last_day}", "**[last day to ask, as the record has it that day]**")
    return [(number, as_html(one)) for number, one in enumerate(paragraphs_of(read), 1)]
