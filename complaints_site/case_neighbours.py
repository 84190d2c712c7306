"""The case before and the case after one, in the list from which it was opened.

The list is in the address (``?in=``, its own query), so two windows keep two lists. After a step,
or another page of the case, the address has lost it: then it is the list from which this case was
opened last, which a cookie keeps. Each neighbour is found from the case itself, along the index
that the list is sorted by: a list of any length costs the same.
"""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.db.models import Expression, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from cases.models import Case, ServiceArea
from complaints_site.case_filters import Asked, FilterForm
from complaints_site.case_filters.lists import Lists
from complaints_site.case_result import MOST, Result, turned

IN = "in"
OPENED_FROM = "opened_from"  # the cookie: the list's query
SECONDS = 60 * 60
LONGEST_KEPT = 2_000  # a browser keeps no cookie above 4,096 letters
OF_SOME_CASE = "/letters/", "/requests/", "/lessons/"  # pages of a case without its reference


@dataclass(frozen=True)
class Place:
    """Where a case stands in a list: its neighbours' references, and the list's query."""

    previous: str | None
    next: str | None
    query: str

    @property
    def previous_url(self) -> str:
        return self._url(self.previous)

    @property
    def next_url(self) -> str:
        return self._url(self.next)

    @property
    def list_url(self) -> str:
        return reverse("case-list") + (f"?{self.query}" if self.query else "")

    def _url(self, reference: str | None) -> str:
        return reverse("case-file", args=[reference]) + within(self.query) if reference else ""


def within(query: str) -> str:
    """What a link to a case says of the list it stands in."""
    return f"?{urlencode({IN: query})}"


def place_of(case: Case, request: HttpRequest, today: date) -> Place | None:
    """Where ``case`` stands in the list that it was opened from; nothing where it was not."""
    query = _query_of_list(case, request)
    if query is None:
        return None
    form = FilterForm(QueryDict(query), Asked(request.user, today, Lists()))
    cases = form.narrow(Case.objects.visible_to(request.user))
    key, backwards = form.order.removeprefix("-"), form.order.startswith("-")
    if key == "due":
        ways = _by_due_date(case, Result(cases, form.order, today, MOST))
    else:
        ways = [_neighbour(case, cases, key, way) for way in (not backwards, backwards)]
    found = Case.objects.filter(pk=case.pk).order_by().values_list(*ways).get()
    return Place(*found, query)


def remember_list(
    case: Case, place: Place | None, request: HttpRequest, response: HttpResponse
) -> None:
    """Kept in a cookie of this case alone: it costs no query, and no other page is sent it."""
    if place is None or len(place.query) > LONGEST_KEPT:
        return
    response.set_signed_cookie(
        OPENED_FROM,
        place.query,
        salt=_salt(request),
        max_age=SECONDS,
        path=reverse("case-file", args=[case.reference]),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def _query_of_list(case: Case, request: HttpRequest) -> str | None:
    if IN in request.GET:
        return request.GET[IN]
    if not _comes_from_the_case(case, request):
        return None
    return request.get_signed_cookie(OPENED_FROM, None, salt=_salt(request), max_age=SECONDS)


def _salt(request: HttpRequest) -> str:
    """Whoever signs in next on this browser gets nobody else's list."""
    return f"{OPENED_FROM} {request.user.pk}"


def _comes_from_the_case(case: Case, request: HttpRequest) -> bool:
    """Whoever comes from their desk, or types the address, does not walk through a list."""
    before = urlsplit(request.headers.get("Referer", ""))
    own = reverse("case-file", args=[case.reference])
    return before.netloc == request.get_host() and before.path.startswith((own, *OF_SOME_CASE))


def _neighbour(case: Case, cases: QuerySet[Case], key: str, backwards: bool) -> Expression:
    """The reference of the next case in the order ``key``, or in the order turned round."""
    if key == "reference":
        beyond = {"reference__lt" if backwards else "reference__gt": case.reference}
        order = "-reference" if backwards else "reference"
        return _first(cases.filter(**beyond).order_by(order))
    if key == "service_area":
        return _by_service_area(case, cases, backwards)
    return _first(_received(case, cases, backwards))


def _received(case: Case, cases: QuerySet[Case], backwards: bool) -> QuerySet[Case]:
    """Those received before ``case``, the latest first (``backwards``); or after, the first first.

    The day alone is what the index is entered by; the key tells cases of the same day apart.
    """
    way, order = ("lt", ("-received_on", "-id")) if backwards else ("gt", ("received_on", "id"))
    same_day = Q(received_on=case.received_on) & ~Q(**{f"id__{way}": case.pk})
    from_there = cases.filter(**{f"received_on__{way}e": case.received_on})
    return from_there.exclude(same_day).order_by(*order)


def _by_service_area(case: Case, cases: QuerySet[Case], backwards: bool) -> Expression:
    """First in its own service area, the newest first; then in the next that has one."""
    own = cases.filter(service_area=case.service_area_id)
    return Coalesce(
        _first(_received(case, own, not backwards)), _of_next_area(case, cases, backwards)
    )


def _of_next_area(case: Case, cases: QuerySet[Case], backwards: bool) -> Expression:
    order = turned(("-received_on", "-id"), backwards)
    name = case.service_area.name
    beyond = {"name__lt" if backwards else "name__gt": name}
    first = _first(cases.filter(service_area=OuterRef("pk")).order_by(*order))
    areas = ServiceArea.objects.filter(**beyond).annotate(first=first).exclude(first=None)
    return Subquery(areas.order_by("-name" if backwards else "name").values("first")[:1])


def _first(cases: QuerySet[Case]) -> Subquery:
    return Subquery(cases.values("reference")[:1])


def _by_due_date(case: Case, result: Result) -> tuple[Expression, Expression]:
    """Few cases have something due, so these are read; the others follow, the newest first."""
    due = result.due_keys()
    others = result.cases.exclude(pk__in=due)
    if case.pk not in due:
        before, after = (_received(case, others, backwards) for backwards in (False, True))
        return Coalesce(_first(before), _one(due[-1:])), _first(after)
    place = due.index(case.pk)
    first_other = _first(others.order_by("-received_on", "-id"))
    return _one(due[:place][-1:]), Coalesce(_one(due[place + 1 :][:1]), first_other)


def _one(keys: list[int]) -> Subquery:
    return _first(Case.objects.filter(pk__in=keys))
