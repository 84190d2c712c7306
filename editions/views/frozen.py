"""A published edition against today's records, and the cases behind its numbers."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from editions.assembling import Assembling
from editions.behind import cases_found
from editions.document import of_plain
from editions.freezing import differences_today
from editions.views.asked import edition_of


@require_safe
@needs(Permission.OPEN_REPORTS)
def differs(request, pk: int):
    """What would be another number today: cases were put right, or came in late."""
    edition = edition_of(request.user, pk)
    if not edition.is_published:
        raise Http404("It is not published yet")
    differences = differences_today(
        of_plain(edition.frozen.internal), Assembling(edition).document()
    )
    return render(request, "editions/differs.html", {"edition": edition, "rows": differences})


@require_safe
@needs(Permission.OPEN_REPORTS, Permission.OPEN_CASES)
def behind(request, pk: int, number: str):
    """The cases that a published number counted. One that is gone is told by its number."""
    edition = edition_of(request.user, pk)
    if not edition.is_published:
        raise Http404("It is not published yet")
    listed = get_object_or_404(edition.frozen.lists, number=number)
    cases, gone = cases_found(listed.cases, request.user, since=edition.period.previous().start)
    hidden = len(listed.cases) - len(cases) - gone
    return render(
        request,
        "editions/behind.html",
        {"edition": edition, "listed": listed, "cases": cases, "gone": gone, "hidden": hidden},
    )
