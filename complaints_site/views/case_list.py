"""The case list: which cases, in the words of the filter, fifty at a time."""

from urllib.parse import urlencode

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from cases.actions import finding as actions
from cases.models import Case
from complaints_site.case_filters import Asked, FilterForm, result_sentence
from complaints_site.case_filters.drawing import draw_panel
from complaints_site.case_filters.lists import load_lists
from complaints_site.case_filters.sentence import address, filter_tags, out_of_use
from complaints_site.case_neighbours import within
from complaints_site.case_result import MOST, MOST_FOUND, Result
from complaints_site.case_rows import rows_of
from complaints_site.list_columns import ColumnsForm, columns_of, more_of
from complaints_site.views.bulk import ALL
from complaints_site.views.bulk import MOST as MOST_CHOSEN

# Of a column: what it sorts by, its label, its look
HEADINGS = {
    "due": ("due", "Due", "app-cases__due"),
    "reference": ("reference", "Case", "app-cases__case"),
    "service_area": ("service_area", "Service area", ""),
    "stage": ("", "Stage", ""),
    "received": ("received", "Received", ""),
    "owner": ("", "Held by", ""),
}
LATEST_FIRST = {"received"}


@require_safe
@needs(Permission.OPEN_CASES)
def case_list(request: HttpRequest) -> HttpResponse:
    """The cases that the reader may see and the address asks for."""
    if shorter := without_blanks(request):
        return redirect(shorter)
    today = localdate()
    form = FilterForm(request.GET, Asked(request.user, today, load_lists()))
    cases = form.narrow(Case.objects.visible_to(request.user))
    result = Result(cases, form.order, today, MOST_FOUND if form.searches else MOST)
    page = result.page(request.GET.get("page", ""))
    columns = columns_of(request.user)
    drawn = {"within": within(request.GET.urlencode()), "more": more_of(columns)}
    return render(
        request,
        "cases/list.html",
        {
            "form": form,
            "panel": draw_panel(form),
            "filters": filter_tags(form),
            "clear_url": request.path,
            "sentence": result_sentence(form, how_many(result), result.count == 1),
            "query": query_of(request),
            "notes": [*form.asked.notes, *out_of_use(form)],
            "cut_at": result.most if result.is_cut else None,
            "page_obj": page,
            "rows": rows_of(page.object_list, today, request.user, **drawn),
            "columns": columns,
            "headings": headings(form, columns),
            "may_tick": request.user.may(Permission.RUN_CASE),
            "all_chosen": all_chosen(request, result, page),
            "tick_all": request.GET.get("tick") == "all",
        },
    )


def query_of(request: HttpRequest) -> str:
    """The address of the list, without whether its cases are ticked."""
    query = request.GET.copy()
    query.pop("tick", None)
    return query.urlencode()


def all_chosen(request: HttpRequest, result: Result, page: Page) -> str:
    """What chooses all of a list that is longer than its page; "" where it is not, or too long."""
    if not len(page.object_list) < result.count <= MOST_CHOSEN:
        return ""
    query = request.GET.copy()
    for key in ("tick", "page"):
        query.pop(key, None)
    return urlencode({ALL: query.urlencode()})


def without_blanks(request: HttpRequest) -> str:
    """The same address without the questions left open, where it has any; a form sends them all."""
    if all(value for _, values in request.GET.lists() for value in values):
        return ""
    query = request.GET.copy()
    for key, values in request.GET.lists():
        query.setlist(key, [value for value in values if value])
    return f"{request.path}?{query.urlencode()}" if query.urlencode() else request.path


def how_many(result: Result) -> str:
    if result.is_cut:
        return f"More than {result.count:,}"
    return f"{result.count:,}" if result.count else "No"


def headings(form: FilterForm, columns: list[str]) -> list[dict]:
    """The columns; those that sort turn round when they are asked again."""
    shown = [HEADINGS[key] for key in HEADINGS if key == "reference" or key in columns]
    shown += [("", column.label, "") for column in more_of(columns)]
    return [
        {
            "label": label,
            "css": css,
            "url": address(form.data, sort=next_order(key, form.order)) if key else "",
            "sorted": sorted_by(key, form.order),
        }
        for key, label, css in shown
    ]


def sorted_by(key: str, order: str) -> str:
    return {key: "ascending", f"-{key}": "descending"}.get(order, "") if key else ""


def next_order(key: str, order: str) -> str:
    first = f"-{key}" if key in LATEST_FIRST else key
    return f"-{key}".replace("--", "") if order == key else key if order == f"-{key}" else first


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
def choose_columns(request: HttpRequest) -> HttpResponse:
    """Ask for the columns, remember them, and go back to the list."""
    form = ColumnsForm(request.POST if request.method == "POST" else None)
    form.initial = {"columns": columns_of(request.user)}
    if request.method == "POST" and form.is_valid():
        actions.choose_columns(form.cleaned_data["columns"], by=request.user)
        return redirect(f"{reverse('case-list')}?{request.GET.urlencode()}".rstrip("?"))
    return render(request, "cases/columns.html", {"form": form})
