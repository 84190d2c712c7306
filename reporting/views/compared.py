"""Figures of a period beside those before it: a monitoring report, a service's own page, people."""

from dataclasses import replace
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from cases.models import ServiceArea
from reporting import addresses
from reporting.any_table.exports import as_xlsx
from reporting.any_table.page import counted_standard_tables
from reporting.compared.figures import About
from reporting.compared.page import ComparedPage
from reporting.compared.parts import beside_those_before, is_quarter_or_half, name_of
from reporting.compared.people import tables_of_people
from reporting.compared.trend import trend
from reporting.period import quarters_and_halves
from reporting.scope import Scope
from reporting.views.asked import scope_of
from reporting.views.table_files import XLSX, attached

MONITORING = "reporting:monitoring"


@require_safe
@needs(Permission.OPEN_REPORTS)
def monitoring(request: HttpRequest, start: date, end: date) -> HttpResponse:
    """A quarter, a half or any period for managers, beside the one before and that of last year."""
    scope = scope_of(request, start, end)
    about = About(beside_those_before(scope.period), scope)
    page = ComparedPage(about, request.user)
    return render(
        request,
        "reporting/monitoring.html",
        _shown(about, page)
        | {
            "name": name_of(scope.period),
            "trend": trend(scope, request.user) if is_quarter_or_half(scope.period) else None,
            "others": _others(scope, MONITORING),
            "standard_url": addresses.of_report(scope, "reporting:standard"),
            "file_url": addresses.of_report(scope, "reporting:monitoring-file"),
        },
    )


@require_safe
@needs(Permission.OPEN_REPORTS)
def monitoring_file(request: HttpRequest, start: date, end: date) -> HttpResponse:
    """The report and the standard tables of its period as one workbook."""
    scope = scope_of(request, start, end)
    about = About(beside_those_before(scope.period), scope)
    page = ComparedPage(about, request.user)
    tables = [(table, about.whole) for table in page.all_tables()]
    book = as_xlsx([*tables, *counted_standard_tables(scope)])
    return attached(book, scope, "xlsx", XLSX, "monitoring")


@require_safe
@needs(Permission.OPEN_REPORTS)
def service(request: HttpRequest, start: date, end: date, pk: int) -> HttpResponse:
    """A service area's own figures, beside those before."""
    area = get_object_or_404(ServiceArea.objects.select_related("directorate"), pk=pk)
    scope = scope_of(request, start, end)
    if not scope.has_every_area:
        raise Http404("A service area has the directorate that it has")
    about = About(beside_those_before(scope.period), scope, (area.pk,), area.name)
    page = ComparedPage(about, request.user)
    return render(
        request,
        "reporting/service.html",
        _shown(about, page)
        | {
            "area": area,
            "name": name_of(scope.period),
            "others": _others(scope, "reporting:service", pk=area.pk),
            "may_open_cases": request.user.may(Permission.OPEN_CASES),
        },
    )


@require_safe
@needs(Permission.OPEN_REPORTS, Permission.DECIDE)
def people(request: HttpRequest, start: date, end: date) -> HttpResponse:
    """Who holds what: figures of named colleagues are for those who manage them."""
    scope = scope_of(request, start, end)
    return render(
        request,
        "reporting/people.html",
        {
            "scope": scope,
            "name": name_of(scope.period),
            "sections": tables_of_people(scope, request.user, localdate()),
            "others": _others(scope, "reporting:people"),
        },
    )


def _shown(about: About, page: ComparedPage) -> dict:
    return {
        "about": about,
        "tiles": page.tiles(),
        "sections": list(page.sections()),
        "figures": page.alone(),
    }


def _others(scope: Scope, name: str, **where) -> list[dict]:
    return [
        {
            "label": name_of(period),
            "url": addresses.of_report(replace(scope, period=period), name, **where),
            "current": period == scope.period,
        }
        for period in quarters_and_halves(scope.period)
    ]
