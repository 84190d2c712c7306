"""The annual report of any period, and the list of those there are."""

from datetime import date

from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from cases.models import Directorate
from reporting import addresses
from reporting.annual_report import assemble
from reporting.any_table.page import further_tables
from reporting.comparators import LastYear
from reporting.compared.parts import name_of, quarters_until
from reporting.forms import ScopeForm
from reporting.openness import Openness
from reporting.pages import ReportPage
from reporting.period import Period, financial_year_of
from reporting.scope import Scope
from reporting.views.asked import scope_of
from reporting.years import years_with_complaints


@require_safe
@needs(Permission.OPEN_REPORTS)
def index(request):
    """Which reports there are. A period chosen in the form goes to that period's report."""
    this_year = financial_year_of(localdate())
    chosen = request.GET if "start" in request.GET else None
    form = ScopeForm(chosen, initial={"start": this_year.start, "end": this_year.end})
    if chosen and form.is_valid():
        return redirect(addresses.of_report(Scope(form.period, form.cleaned_data["directorate"])))
    directorates = list(Directorate.objects.all())
    return render(
        request,
        "reporting/index.html",
        {
            "form": form,
            "years": _reports_by_year(this_year, directorates),
            "monitoring": _monitoring(localdate()),
        },
    )


def _monitoring(today: date) -> list[tuple[str, str, bool]]:
    """The quarter and half before today's, then those that run: name, address, whether it runs."""
    periods = sorted(quarters_until(today), key=lambda period: period.end >= today)
    return [
        (
            name_of(period),
            addresses.of_report(Scope(period), "reporting:monitoring"),
            period.end >= today,
        )
        for period in periods
    ]


def _reports_by_year(this_year: Period, directorates) -> list[dict]:
    return [
        {
            "year": year,
            "reports": [
                (scope.whose, addresses.of_report(scope))
                for scope in (Scope(year, each) for each in [*directorates, None])
            ],
        }
        for year in years_with_complaints(until=this_year)
    ]


@require_safe
@needs(Permission.OPEN_REPORTS)
def annual_report(request, start: date, end: date):
    scope = scope_of(request, start, end)
    openness = Openness(request.user, scope)
    page = ReportPage(assemble(scope), scope, openness, LastYear(scope))
    return render(
        request,
        "reporting/annual_report.html",
        {
            "scope": scope,
            "sections": list(page.sections()),
            "further": further_tables(scope, request.user),
            "form": _picker(scope),
            "may_open_cases": not openness.opens_nothing,
            "standard_url": addresses.of_report(scope, "reporting:standard"),
            "logs_url": addresses.of_report(scope, "reporting:logs"),
            "printed_url": addresses.of_report(scope, "reporting:printed"),
        },
    )


def _picker(scope: Scope) -> ScopeForm:
    start, end = scope.period.days
    return ScopeForm(initial={"start": start, "end": end, "directorate": scope.directorate})
