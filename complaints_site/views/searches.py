"""Saved searches: kept, shared, opened by a short address, watched, deleted."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from cases.actions import finding as actions
from cases.models import SavedSearch, SearchWatch
from complaints_site import watches
from complaints_site.case_filters import Asked, FilterForm, result_sentence
from complaints_site.case_filters.lists import Lists
from complaints_site.search_forms import SaveSearchForm, WatchForm

DELETED = "This search was deleted by {owner} on {day:%-d %B %Y}."
NOT_YOURS = "This search belongs to somebody else, or to another team. Ask {owner} to share it."
NEVER_THERE = "There is no saved search at this address. Look whether it is typed as it was given."


@require_safe
@needs(Permission.OPEN_CASES)
def searches(request: HttpRequest) -> HttpResponse:
    """One's own and those of one's teams; the numbers are an hour old at most."""
    watches.count(watches.to_count(now()).filter(user=request.user), now())
    own = Prefetch("watches", SearchWatch.objects.filter(user=request.user), to_attr="mine")
    found = SavedSearch.objects.open_to(request.user).select_related("owner").prefetch_related(own)
    asked = Asked(request.user, localdate(), Lists())
    rows = [row(search, asked) for search in found]
    return render(request, "cases/searches.html", {"rows": rows})


def row(search: SavedSearch, asked: Asked) -> dict:
    form = FilterForm(QueryDict(search.filter), asked)
    return {
        "search": search,
        "watch": next(iter(search.mine), None),
        "sentence": result_sentence(form, "All", one=False),
        "is_readable": form.is_valid(),
        "is_mine": search.owner_id == asked.user.pk,
    }


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
def save(request: HttpRequest) -> HttpResponse:
    """Keep the list of the address under a name."""
    query = without_page(request.GET)
    filters = FilterForm(QueryDict(query), Asked(request.user, localdate(), Lists()))
    form = SaveSearchForm(request.POST or None)
    if request.method == "POST" and filters.is_valid() and form.is_valid():
        try:
            search = actions.save_search(filter=query, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error("name", error.messages)
        else:
            address = request.build_absolute_uri(reverse("saved-search", args=[search.key]))
            messages.success(request, f"Saved as “{search}”. Its address is {address}")
            return redirect("searches")
    sentence = result_sentence(filters, "All", one=False)
    return render(
        request, "cases/save_search.html", {"form": form, "filters": filters, "sentence": sentence}
    )


def without_page(data: QueryDict) -> str:
    query = data.copy()
    query.pop("page", None)
    return query.urlencode()


@require_safe
@needs(Permission.OPEN_CASES)
def saved_search(request: HttpRequest, key: str) -> HttpResponse:
    """The short address: it leads to the list, or says why it cannot."""
    search = SavedSearch.objects.select_related("owner").filter(key=key).first()
    if reason := why_not_opened(search, request.user):
        return render(request, "cases/search_gone.html", {"reason": reason}, status=404)
    return redirect(reverse("case-list") + (f"?{search.filter}" if search.filter else ""))


def why_not_opened(search: SavedSearch | None, user) -> str:
    """Says nothing of the search's name or filter to those it is not shared with."""
    if search is None:
        return NEVER_THERE
    if search.is_open_to(user):
        return ""
    is_theirs = search.owner_id == user.pk or search.shared_with in user.roles
    if search.deleted_on and is_theirs:
        return DELETED.format(owner=search.owner, day=search.deleted_on)
    return NOT_YOURS.format(owner=search.owner)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Its name and its team, by its owner."""
    search = get_object_or_404(SavedSearch, key=key, owner=request.user, deleted_on=None)
    before = {"name": search.name, "shared_with": search.shared_with}
    form = SaveSearchForm(request.POST or None, initial=before)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_search(search, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error("name", error.messages)
        else:
            messages.success(request, f"The search is now “{search}”.")
            return redirect("searches")
    shown = {"form": form, "search": search, "verb": "Change the search"}
    return render(request, "cases/change_search.html", shown)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
def delete(request: HttpRequest, key: str) -> HttpResponse:
    search = get_object_or_404(SavedSearch, key=key, owner=request.user, deleted_on=None)
    if request.method == "POST":
        actions.delete_search(search, on=localdate(), by=request.user)
        messages.success(request, f"The search “{search}” is deleted.")
        return redirect("searches")
    shown = {"search": search, "verb": "Delete the search"}
    return render(request, "cases/change_search.html", shown)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
def watch(request: HttpRequest, key: str) -> HttpResponse:
    """Be told when it passes a number."""
    search = get_object_or_404(SavedSearch.objects.open_to(request.user), key=key)
    now_watched = SearchWatch.objects.filter(search=search, user=request.user).first()
    before = {"above": now_watched.above} if now_watched else {}
    form = WatchForm(request.POST if request.method == "POST" else None, initial=before)
    if request.method == "POST" and form.is_valid():
        actions.watch(search, above=form.cleaned_data["above"], by=request.user)
        messages.success(request, watched(search, form.cleaned_data["above"]))
        return redirect("searches")
    shown = {"form": form, "search": search, "verb": "Watch the search"}
    return render(request, "cases/change_search.html", shown)


def watched(search: SavedSearch, above: int | None) -> str:
    if above is None:
        return f"You are not told of “{search}” any more."
    return f"Your desk tells you when “{search}” passes {above:,} case{'' if above == 1 else 's'}."
