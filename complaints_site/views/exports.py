"""A list of cases exported as a file, and the log of those that were."""

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from cases.actions import finding as actions
from cases.models import Case, ListExport
from complaints_site.case_columns import Reader
from complaints_site.case_filters import Asked, FilterForm, result_sentence
from complaints_site.case_filters.lists import load_lists
from complaints_site.exported import csv_file, xlsx_file
from complaints_site.exported.form import ExportForm
from complaints_site.exported.query import ExportedList

PER_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
def export(request: HttpRequest) -> HttpResponse:
    """Ask as what and for what, note it, and send the file."""
    filters = FilterForm(request.GET, Asked(request.user, localdate(), load_lists()))
    cases = filters.narrow(Case.objects.visible_to(request.user))
    number = cases.order_by().count()
    sentence = result_sentence(filters, f"{number:,}" if number else "No", number == 1)
    form = ExportForm(request.POST or None)
    if request.method == "POST" and filters.is_valid() and form.is_valid():
        return sent(request, filters, cases, number, sentence, form.cleaned_data)
    query = request.GET.urlencode()
    shown = {"form": form, "filters": filters, "sentence": sentence, "query": query}
    return render(request, "cases/export.html", shown)


def sent(request, filters, cases, number, sentence, told) -> HttpResponse:
    reader = Reader(request.user, localdate())
    names = {"with_names": told["with_names"], "purpose": told["purpose"]}
    list_ = ExportedList(cases, filters.order, reader, sentence, localtime(), **names)
    actions.export_list(
        by=request.user,
        format=told["format"],
        filter=request.GET.urlencode(),
        sentence=sentence,
        number=number,
        **names,
    )
    return as_csv(list_) if told["format"] == ListExport.Format.CSV else as_xlsx(list_)


def as_csv(list_: ExportedList) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{list_.file_name("csv")}"'}
    pieces = csv_file.chunks(list_)
    return StreamingHttpResponse(pieces, content_type="text/csv; charset=utf-8", headers=headers)


def as_xlsx(list_: ExportedList) -> HttpResponse:
    name = list_.file_name("xlsx")
    return FileResponse(
        xlsx_file.written(list_), as_attachment=True, filename=name, content_type=XLSX
    )


@require_safe
@needs(Permission.OPEN_CASES, Permission.SEE_TRAIL)
def log_of_files(request: HttpRequest) -> HttpResponse:
    """Who exported what, the latest first."""
    files = Paginator(ListExport.objects.select_related("by"), PER_PAGE)
    page = files.get_page(request.GET.get("page"))
    return render(request, "cases/exports.html", {"page_obj": page, "number": files.count})
