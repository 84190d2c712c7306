"""The lists behind numbers. A number counts all; its list shows what its reader may see."""

from datetime import date

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from reporting import addresses
from reporting.annual_report import sums_of
from reporting.behind import columns_of, line, ready_to_show
from reporting.counted import Listed
from reporting.scope import Scope
from reporting.tables import BY_KEY
from reporting.views.asked import scope_of

ROWS_A_PAGE = 50


@require_safe
@needs(Permission.OPEN_REPORTS, Permission.OPEN_CASES)
def behind_cell(request, start: date, end: date, table: str, row: str, column: str):
    """The list behind a number of a table."""
    scope = scope_of(request, start, end)
    try:
        found = BY_KEY[table]
        lists = found.lists(scope, row, column)
    except LookupError as error:
        raise Http404("No such number") from error
    return show_lists(request, scope, found.title, lists)


@require_safe
@needs(Permission.OPEN_REPORTS, Permission.OPEN_CASES)
def behind_figure(request, start: date, end: date, key: str):
    """The list behind a single figure, or the lists that it is worked out from."""
    scope = scope_of(request, start, end)
    sums = sums_of(scope)
    if key not in sums.declared:
        raise Http404("No such figure")
    return show_lists(request, scope, sums.figure(key).label, sums.lists(key))


def show_lists(request, scope: Scope, title: str, lists: list[Listed], back: tuple = ()):
    """One list at a time: a percentage has two, what is divided and by what.

    ``back`` are the address and words of the page that the number stands on, if not the report.
    """
    if not lists:
        raise Http404("This number was published: there is no list behind it")
    place = request.GET.get("list", "")
    chosen = int(place) if place.isdecimal() and int(place) < len(lists) else 0
    listed = lists[chosen]
    seen = listed.counted.visible_to(request.user, ready_to_show(listed.rows))
    page = Paginator(seen, ROWS_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "reporting/behind.html",
        {
            "scope": scope,
            "title": title,
            "lists": [{"words": each.words, "place": n} for n, each in enumerate(lists)],
            "chosen": chosen,
            "listed": listed,
            "heading": "" if listed.words.startswith(title) else listed.words,
            "number": listed.rows.count(),
            "page_obj": page,
            "columns": columns_of(listed.rows),
            "lines": [line(row) for row in page],
            "back": back or (addresses.of_report(scope), "Back to the report"),
        },
    )
