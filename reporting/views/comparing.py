"""Records held against each other: two logs of one year, and a printed report with its cases."""

from datetime import date

from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from reporting import addresses
from reporting.annual_report import assemble
from reporting.comparators import LastYear
from reporting.differences import compare
from reporting.models import PublishedFigure
from reporting.openness import Openness
from reporting.pages import ReportPage
from reporting.results import Report
from reporting.scope import Scope
from reporting.tables.logs import COMPARISON, two_logs
from reporting.views.asked import scope_of

DIFFERING = "Printed numbers that do not follow from the records"
ROUNDED = "Printed numbers that are rounded otherwise"
APART = "Printed words, and numbers that are not counted here"


@require_safe
@needs(Permission.OPEN_REPORTS)
def logs(request, start: date, end: date):
    """The two logs of the period, held against each other."""
    scope = scope_of(request, start, end)
    shown = None
    if len(two_logs(scope)) == 2:
        counts = COMPARISON.counts(scope)
        table = COMPARISON.table(scope, {COMPARISON.key: counts})
        shown = _page(request, scope).table(table)
    return render(
        request,
        "reporting/logs.html",
        {"scope": scope, "shown": shown, "report_url": addresses.of_report(scope)},
    )


@require_safe
@needs(Permission.OPEN_REPORTS)
def printed(request, start: date, end: date):
    """Where the printed report differs from what its records give."""
    scope = scope_of(request, start, end)
    figures = PublishedFigure.objects.filter(year=scope.period.year)
    figures = list(figures) if scope.period.is_financial_year else []
    report = assemble(scope) if figures else None
    page = _page(request, scope, report)
    compared = list(compare(report, figures)) if report else []
    known = [each for each in compared if each.exactly is not None]
    return render(
        request,
        "reporting/printed.html",
        {
            "scope": scope,
            "report_url": addresses.of_report(scope),
            "number": len(compared),
            "agreeing": sum(each.agrees for each in known),
            "groups": [
                (DIFFERING, page.compared(each for each in known if each.differs)),
                (ROUNDED, page.compared(each for each in known if each.is_rounding)),
                (APART, page.compared(each for each in compared if each.exactly is None)),
            ],
        },
    )


def _page(request, scope: Scope, report: Report | None = None) -> ReportPage:
    return ReportPage(report, scope, Openness(request.user, scope), LastYear(scope))
