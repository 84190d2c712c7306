"""The letter of an address, if the reader may see it, with what its pages show."""

from datetime import date

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate

from letters.clearing import letters_for, own_right
from letters.facts import dated
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
    "signed_off_by",
    "signed_by",
    "approved_draft",
    "sent_by",
    "message",
    "outside_document",
)


def letter_of(request, pk: int) -> Letter:
    """Locked where something is sent, so that two people never decide on it at once.

    A substitute reads what waits for whom they stand in for, whether they may see its case or not.
    """
    if request.method == "POST":
        Letter.objects.select_for_update().filter(pk=pk).first()
    read = Letter.objects.select_related(*SHOWN).annotate(**own_right(request.user))
    if one := read.visible_to(request.user).filter(pk=pk).first():
        return one
    waiting = letters_for(request.user, localdate()).values("pk")
    return get_object_or_404(read, pk=pk, pk__in=waiting)


def shown(text: str, *, last_day: date | None = None) -> list[tuple]:
    """Each paragraph with its number; what is filled as the letter goes is said in words.

    ``last_day`` is that to ask for the next stage, if it went today.
    """
    ask = f": {dated(last_day)} if it goes today" if last_day else ", as the record has it that day"
    read = text.replace("{letter_date}", "**[date of the letter]**")
    read = read.replace("{last_day}", f"**[last day to ask{ask}]**")
    return [(number, as_html(one)) for number, one in enumerate(paragraphs_of(read), 1)]
