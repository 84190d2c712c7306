"""The quality of a year's data: what is missing, in which cases, and where it is put right."""

from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from cases.models import Case, ServiceArea
from complaints_site import data_quality
from complaints_site.data_quality import Gap, gaps_for, name_of
from complaints_site.meanwhile import Meanwhile
from complaints_site.record_form import RecordForm
from reporting.forms import ScopeForm
from reporting.period import financial_year_of
from reporting.scope import Scope
from reporting.views.asked import scope_of
from stages.forms.taking import taken

PER_PAGE = 50


@require_safe
@needs(Permission.OPEN_REPORTS, Permission.OPEN_CASES)
def choose(request):
    """A period chosen in the form goes to its page; without one, to that of this year."""
    year = financial_year_of(localdate())
    form = ScopeForm(request.GET if "start" in request.GET else None)
    if not form.is_bound:
        return redirect("data-quality", year.start, year.end)
    if form.is_valid():
        return redirect(address_of(Scope(form.period, form.cleaned_data["directorate"])))
    return page_of(request, Scope(year), form)


@require_safe
@needs(Permission.OPEN_REPORTS, Permission.OPEN_CASES)
def quality(request, start: date, end: date):
    scope = scope_of(request, start, end)
    first = {"start": start, "end": end, "directorate": scope.directorate}
    return page_of(request, scope, ScopeForm(initial=first))


def page_of(request, scope: Scope, form: ScopeForm):
    areas = data_quality.counted(request.user, scope)
    tables = [table(title, gaps, areas, scope) for title, gaps in gaps_for(request.user).items()]
    shown = {"scope": scope, "form": form, "tables": tables if areas else []}
    return render(request, "reporting/data_quality.html", shown)


def table(title: str, gaps: list[Gap], areas: list[dict], scope: Scope) -> dict:
    """The rows of one table, and all of them together as its last."""
    together = {"name": "Total", "service_area": ""}
    for key in ["everything", *map(name_of, gaps)]:
        together[key] = sum(area[key] for area in areas)
    return {
        "title": title,
        "columns": [gap.label for gap in gaps],
        "rows": [row(area, gaps, scope) for area in [*areas, together]],
    }


def row(area: dict, gaps: list[Gap], scope: Scope) -> dict:
    numbers = [
        {
            "label": gap.label,
            "number": area[name_of(gap)],
            "url": address_of(scope, gap, area["service_area"]),
        }
        for gap in gaps
    ]
    return {
        "name": area["name"],
        "is_total": not area["service_area"],
        "of": area["everything"],
        "numbers": numbers,
    }


@require_safe
@needs(Permission.OPEN_REPORTS, Permission.OPEN_CASES)
def cases_lacking(request, start: date, end: date, what: str):
    """The cases behind a number, each with a link to where it is put right."""
    scope = scope_of(request, start, end)
    gap = data_quality.BY_KEY.get(what)
    if gap is None or (gap.needs and not request.user.may(gap.needs)):
        raise Http404("No such number")
    area = request.GET.get("service_area", "")
    if area and not (area.isascii() and area.isdecimal()):
        raise Http404("No such service area")
    place = get_object_or_404(ServiceArea, pk=area) if area else None
    found = data_quality.missing(request.user, scope, gap, area)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    shown = {
        "scope": scope,
        "gap": gap,
        "place": place,
        "page_obj": page,
        "lines": [(case, gap.address_for(case)) for case in page],
        "back_url": address_of(scope),
        "case_list_url": case_list_address(scope, gap, area),
        "may_run": request.user.may(Permission.RUN_CASE),
    }
    return render(request, "reporting/data_missing.html", shown)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
@transaction.atomic
def record(request, reference: str):
    """Put in what was left out of the record of a case."""
    visible = Case.objects.visible_to(request.user)
    if request.method == "POST":
        visible = visible.select_for_update(of=("self",))
    case = get_object_or_404(visible, reference=reference)
    meanwhile = Meanwhile(case, request)
    form = RecordForm(request.POST or None, case=case, user=request.user, today=localdate())
    ready = request.method == "POST" and not meanwhile.events and form.is_valid()
    if ready and taken(form, request.user):
        messages.success(request, f"{case}: the record is put right.")
        return redirect("case-file", reference)
    shown = {"case": case, "form": form, "meanwhile": meanwhile}
    return render(request, "cases/record.html", shown, status=409 if meanwhile.events else 200)


def address_of(scope: Scope, gap: Gap | None = None, area="") -> str:
    asked = {"directorate": scope.directorate.pk} if scope.directorate else {}
    if area:
        asked["service_area"] = area
    name, keys = ("data-lacking", [gap.key]) if gap else ("data-quality", [])
    address = reverse(name, args=[*scope.period.days, *keys])
    return f"{address}?{urlencode(asked)}" if asked else address


def case_list_address(scope: Scope, gap: Gap, area: str) -> str:
    """The same cases in the case list; "" where it has no filter for them."""
    if not gap.filters:
        return ""
    asked = {
        "kind": "complaint",
        "left_out": "no",
        "part": "no",
        "received_from": scope.period.start.isoformat(),
        "received_to": scope.period.end.isoformat(),
        **gap.filters,
    }
    if scope.directorate:
        asked["directorate"] = scope.directorate.pk
    if area:
        asked["service_area"] = area
    return f"{reverse('case-list')}?{urlencode(asked)}"
