"""An edition as it reads: section by section, as a whole, and every figure that it can say."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from editions.assembling import Assembling
from editions.document import PUBLIC, Document, of_plain
from editions.models import Edition
from editions.released.public import public_form
from editions.shown import ShownPart
from editions.views.asked import edition_of

MOST_FIGURES = 200


def document_of(edition: Edition) -> Document:
    """As it was published; of a draft, as it would be now."""
    if edition.is_published:
        return of_plain(edition.frozen.internal)
    return Assembling(edition).document()


def public_of(edition: Edition) -> Document:
    """The public form: as it was published, or as it would be now."""
    if not edition.is_published:
        assembling = Assembling(edition)
        return public_form(assembling, assembling.document()).document
    if edition.frozen.public is None:
        raise Http404("Its public form was not released")
    return of_plain(edition.frozen.public)


def form_of(edition: Edition, form: str) -> Document:
    return public_of(edition) if form == PUBLIC else document_of(edition)


@require_safe
@needs(Permission.OPEN_REPORTS)
def whole(request, pk: int):
    """The internal form or, asked for by ``?form=public``, the public one."""
    edition = edition_of(request.user, pk)
    document = form_of(edition, request.GET.get("form", ""))
    parts = [ShownPart(part, edition, request.user) for part in document.parts]
    return render(
        request,
        "editions/whole.html",
        {"edition": edition, "document": document, "parts": parts},
    )


@require_safe
@needs(Permission.OPEN_REPORTS)
def part(request, pk: int, number: int):
    """One section, with the way to the one before and the one after."""
    edition = edition_of(request.user, pk)
    document = document_of(edition)
    if not 1 <= number <= len(document.parts):
        raise Http404("No such section")
    return render(
        request,
        "editions/part.html",
        {
            "edition": edition,
            "document": document,
            "part": ShownPart(document.parts[number - 1], edition, request.user),
            "before": document.parts[number - 2] if number > 1 else None,
            "after": document.parts[number] if number < len(document.parts) else None,
        },
    )


@require_safe
@needs(Permission.OPEN_REPORTS)
def figures(request, pk: int):
    """What a text can say: each figure with its name, its value now and what it means."""
    edition = edition_of(request.user, pk)
    asked = request.GET.get("find", "").strip()
    assembling = Assembling(edition)
    wanted = asked.lower().split()
    found = [
        known
        for known in assembling.figures.everything()
        if all(word in f"{known.name} {known.label}".lower() for word in wanted)
    ]
    return render(
        request,
        "editions/figures.html",
        {
            "edition": edition,
            "asked": asked,
            "figures": found[:MOST_FIGURES],
            "number": len(found),
            "most": MOST_FIGURES,
            "tables": assembling.tables.values(),
        },
    )
