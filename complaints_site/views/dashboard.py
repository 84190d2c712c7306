"""The year so far, for managers, directors and heads of service."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from accounts.models import User
from accounts.permissions import Permission, Role, needs
from cases.models import Directorate
from complaints_site.desk import Desk, choices_for
from complaints_site.desk_groups import GROUPS
from reporting import addresses
from reporting.compared.figures import About
from reporting.compared.page import ComparedPage
from reporting.compared.parts import year_so_far
from reporting.scope import Scope, in_use
from stages.calendars import NoCalendar, load_calendar

SERVICE = "reporting:service"
COMING = ("overdue", "today", "soon")


@dataclass(frozen=True)
class Whose:
    """One choice of whose year it is."""

    key: str
    label: str
    directorate: Directorate | None = None
    areas: tuple[int, ...] = ()


@require_safe
@needs(Permission.OPEN_REPORTS)
def dashboard(request: HttpRequest) -> HttpResponse:
    """A head of service begins with their own services, everybody else with the whole council."""
    today = localdate()
    choices = whose_year(request.user)
    asked = request.GET.get("whose", choices[0].key)
    chosen = next((each for each in choices if each.key == asked), None)
    if chosen is None:
        raise Http404("Nobody’s year")
    parts = year_so_far(today)
    scope = Scope(parts[0].period, chosen.directorate)
    about = About(parts, scope, chosen.areas, chosen.label if chosen.areas else "")
    page = ComparedPage(about, request.user)
    return render(
        request,
        "reporting/dashboard.html",
        {
            "today": today,
            "about": about,
            "choices": [
                {"label": each.label, "url": _address(each), "current": each is chosen}
                for each in choices
            ],
            "tiles": page.tiles(),
            "coming": coming(request.user, today),
            "sections": list(page.sections()),
            "figures": page.alone(),
            "services": [
                (area.name, addresses.of_report(Scope(scope.period), SERVICE, pk=area.pk))
                for area in scope.service_areas
                if in_use(area, scope.period) and (not chosen.areas or area.pk in chosen.areas)
            ],
            "people_url": addresses.of_report(scope, "reporting:people"),
            "standard_url": addresses.of_report(scope, "reporting:standard"),
        },
    )


def whose_year(user: User) -> list[Whose]:
    """The first is what opens first."""
    everyone = [Whose("council", "The whole council")]
    everyone += [Whose(str(each.pk), each.name, each) for each in Directorate.objects.all()]
    if not user.has_role(Role.HEAD_OF_SERVICE):
        return everyone
    areas = tuple(user.heads_service_areas.values_list("pk", flat=True))
    return [Whose("mine", "My services", areas=areas), *everyone] if areas else everyone


def _address(choice: Whose) -> str:
    return f"{reverse('dashboard')}?{urlencode({'whose': choice.key})}"


def coming(user: User, today: date) -> list[dict]:
    """What is late and what falls due next, of the cases that the reader may see."""
    if not user.may(Permission.OPEN_CASES):
        return []
    try:
        calendar = load_calendar()
    except NoCalendar:
        return []
    keys = [key for key, _ in choices_for(user)]
    whose = "everyone" if "everyone" in keys else keys[0]
    counts = Desk(user, today, whose, calendar).counts()
    return [
        {
            "number": counts[group.key],
            "label": group.label,
            "url": f"{reverse('desk')}?{urlencode({'whose': whose, 'show': group.key})}",
            "late": group.key == "overdue",
        }
        for group in GROUPS
        if group.key in COMING
    ]
