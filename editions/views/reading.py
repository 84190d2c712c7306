"""An edition as it reads: section by section, as a whole, and every figure that it can say."""

from collections.abc import Callable

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from editions.assembling import Assembling
from editions.document import PUBLIC, Document
from editions.making import (
    NoPublicForm,
    document_of,
    last_proof,
    public_file_of,
    public_of,
)
from editions.models import Edition
from editions.shown import ShownPart
from editions.views.asked import edition_of

MOST_FIGURES = 200


def form_of(edition: Edition, form: str) -> Document:
    return _asked_for(edition, form, public_of)


def file_form_of(edition: Edition, form: str) -> Document:
    """As that, but no file is made of a public form that may not leave the house."""
    return _asked_for(edition, form, public_file_of)


def _asked_for(edition: Edition, form: str, public: Callable[[Edition], Document]) -> Document:
    if form != PUBLIC:
        return document_of(edition)
    try:
        return public(edition)
    except NoPublicForm as error:
        raise Http404("Its public form is not made or was not released") from error


@require_safe
@needs(Permission.OPEN_REPORTS)
def whole(request, pk: int):
    """The internal form or, asked for by ``?form=public``, the public one."""
    edition = edition_of(request.user, pk)
    form = request.GET.get("form", "")
    document = form_of(edition, form)
    parts = [ShownPart(part, edition, request.user) for part in document.parts]
    return render(
        request,
        "editions/whole.html",
        {
            "edition": edition,
            "document": document,
            "parts": parts,
            "proof": last_proof(edition) if form == PUBLIC else None,
        },
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
    found = assembling.figures.with_words(asked)
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
