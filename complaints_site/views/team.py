"""The team's desk, for complaints managers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from complaints_site.team_desk import LATENESS, STAGES, headings, team_desk
from reporting import addresses
from reporting.period import financial_year_of
from reporting.scope import Scope


@require_safe
@needs(Permission.OPEN_CASES, Permission.DECIDE)
def team(request: HttpRequest) -> HttpResponse:
    """Who has how much, how far it is and how late."""
    today = localdate()
    shown = {
        "today": today,
        "lines": team_desk(request.user, today),
        "headings": headings(),
        "people_url": addresses.of_report(Scope(financial_year_of(today)), "reporting:people"),
        "spans": [("How far", len(STAGES)), ("Next due", len(LATENESS)), ("", 1)],
    }
    return render(request, "team.html", shown)
