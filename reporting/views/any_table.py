"""A table of whatever somebody asks, the lists behind its numbers, and its files."""

from dataclasses import replace
from datetime import date

from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from reporting import addresses
from reporting.any_table.page import (
    counted,
    counted_standard_tables,
    shown,
    standard_tables,
)
from reporting.charts.chart import about_of, as_svg, chart_of
from reporting.compared.parts import name_of
from reporting.forms import TableForm
from reporting.models import SavedTable
from reporting.openness import Openness
from reporting.period import financial_year_of, quarters_and_halves
from reporting.scope import Scope
from reporting.views.asked import scope_of
from reporting.views.behind import show_lists
from reporting.views.table_files import KINDS, as_a_file, attached
from reporting.wording import INTERNAL

SVG = "image/svg+xml"
FIRST = {"count": "complaints", "rows": "service-area", "measure": "number", "base": "none"}


@require_safe
@needs(Permission.OPEN_REPORTS)
def any_table(request):
    form = asked_in(request)
    saved = SavedTable.objects.visible_to(request.user).select_related("owner")
    context = {"form": form, "saved": saved}
    if form.is_valid():
        scope = form.scope
        context |= {
            "scope": scope,
            "conditions": form.conditions(),
            "shown": shown(form.asked, scope, Openness(request.user, scope)),
            "save_url": addresses.of_asked(scope, form.given, "reporting:save-table"),
            "public_url": addresses.of_asked(scope, form.given, addresses.PUBLIC_FORM),
            "files": [
                (name, _address(form, "reporting:table-file", kind)) for kind, name in NAMES.items()
            ],
        }
    if form.is_valid() and form.cleaned_data["chart"]:
        table = context["shown"]["table"]
        context["chart"] = chart_of(table, about_of(form.scope), target=form.target_drawn)
    return render(request, "reporting/any_table.html", context)


@require_safe
@needs(Permission.OPEN_REPORTS, Permission.OPEN_CASES)
def behind_asked(request):
    """The list behind a number of such a table."""
    form = asked_in(request)
    if not form.is_valid():
        raise Http404("No such table")
    table = form.asked.table()
    row, column = request.GET.get("row", ""), request.GET.get("column", "")
    try:
        lists = table.lists(form.scope, row, column)
    except LookupError as error:
        raise Http404("No such number") from error
    back = (addresses.of_asked(form.scope, form.given), "Back to the table")
    return show_lists(request, form.scope, table.title, lists, back)


@require_safe
@needs(Permission.OPEN_REPORTS)
def as_file(request, kind: str):
    form = asked_in(request)
    if kind not in (*KINDS, "svg") or not form.is_valid():
        raise Http404("No such file")
    table = counted(form.asked, form.scope)
    if kind == "svg":
        return attached(as_svg(table, form.scope, target=form.target_drawn), form.scope, kind, SVG)
    return as_a_file(kind, [(table, form.scope)], form.scope)


@require_safe
@needs(Permission.OPEN_REPORTS)
def standard(request, start: date, end: date):
    """The standard tables of a period, for managers and for whoever asks."""
    scope = scope_of(request, start, end)
    all_charts = request.GET.get("charts") == "all"
    address = addresses.of_report(scope, "reporting:standard")
    context = {
        "scope": scope,
        "sections": _with_charts(standard_tables(scope, request.user), scope, all_charts),
        "all_charts": all_charts,
        "charts_url": address if all_charts else _with(address, "charts=all"),
        "report_url": addresses.of_report(scope),
        "files": [
            (kind.upper(), addresses.of_report(scope, "reporting:standard-file", kind=kind))
            for kind in KINDS
        ],
        "others": [
            (
                name_of(other),
                addresses.of_report(replace(scope, period=other), "reporting:standard"),
            )
            for other in quarters_and_halves(scope.period)
        ],
    }
    return render(request, "reporting/standard.html", context)


def _with_charts(sections: list[dict], scope: Scope, all_charts: bool) -> list[dict]:
    """Each table with its picture; without ``all_charts``, only those over time have theirs."""
    for drawn in (drawn for section in sections for drawn in section["tables"]):
        period = drawn.get("period") or scope.period
        about = f"{scope.whose[0].upper()}{scope.whose[1:]}, {period}. {INTERNAL}"
        chart = chart_of(drawn["table"], about)
        if all_charts or chart.is_over_time:
            drawn["chart"] = chart
    return sections


def _with(address: str, query: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{query}"


@require_safe
@needs(Permission.OPEN_REPORTS)
def standard_file(request, start: date, end: date, kind: str = "xlsx"):
    """All of them as one file: a workbook has a sheet for each."""
    scope = scope_of(request, start, end)
    if kind not in KINDS:
        raise Http404("No such file")
    return as_a_file(kind, counted_standard_tables(scope), scope)


def asked_in(request) -> TableForm:
    """What the address asks for; of a bare one, what is shown first."""
    year = financial_year_of(localdate())
    asked = request.GET.copy()
    for name, value in (FIRST | {"start": year.start, "end": year.end}).items():
        if not request.GET:
            asked[name] = value
    return TableForm(asked, reader=request.user)


def _address(form: TableForm, name: str, kind: str) -> str:
    drawn = (
        {"target": f"{form.target_drawn:g}"}
        if kind == "svg" and form.target_drawn is not None
        else {}
    )
    return addresses.of_asked(form.scope, form.given, name, kind, **drawn)


NAMES = {**{kind: kind.upper() for kind in KINDS}, "svg": "chart (SVG)"}
