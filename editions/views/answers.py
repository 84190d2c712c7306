"""A table in its public form, for an answer: what it hides, what that costs, and its release."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from editions.actions.publishing import note_release
from editions.document import Document, of_plain
from editions.exports.every import MADE
from editions.forms.committee import AnswerForm
from editions.models import Release
from editions.released.answer import NoPublicForm, answer_of, asked_answer
from editions.released.made import Public
from editions.views.files import as_file
from reporting.tables import BY_KEY
from reporting.views.any_table import asked_in
from reporting.views.asked import scope_of

FILES = ("xlsx", "csv", "json", "docx", "pdf")


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_REPORTS)
def answer(request):
    """Asked for as any table is, or by the name of one of the report's."""
    try:
        made = _made(request)
    except NoPublicForm as error:
        return render(request, "editions/answer.html", {"why_not": str(error)})
    may = request.user.may(Permission.WRITE_REPORT) and (
        made.is_safe or request.user.may(Permission.RELEASE_REGARDLESS)
    )
    form = None
    if may:
        start = {"what": made.document.title}
        form = AnswerForm(
            request.POST or None, initial=start, today=localdate(), is_proved=made.is_safe
        )
    if request.method == "POST":
        if form is None:
            raise PermissionDenied
        if form.is_valid():
            return _release(request, form, made)
    return render(request, "editions/answer.html", {"made": made, "form": form})


def _made(request) -> Public:
    if key := request.GET.get("table"):
        if key not in BY_KEY:
            raise Http404("No such table")
        return answer_of(
            BY_KEY[key], scope_of(request, _day(request, "start"), _day(request, "end"))
        )
    form = asked_in(request)
    if not form.is_valid():
        raise Http404("No such table")
    return asked_answer(form.asked, form.scope)


def _day(request, name: str) -> date:
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError as error:
        raise Http404("No such day") from error


def _release(request, form: AnswerForm, made: Public):
    told = form.cleaned_data
    release = note_release(
        what=told["what"],
        to_whom=told["to_whom"],
        on=told["released_on"],
        by=request.user,
        regardless=told.get("regardless", ""),
        numbers={**made.kept, "document": made.document.as_plain()},
    )
    messages.success(request, "It stands in the register: later releases are proved with it.")
    return redirect("editions:released", release.pk)


def document_of(release: Release) -> Document:
    kept = release.numbers.get("document") if isinstance(release.numbers, dict) else None
    if kept is None:
        raise Http404("Its table is not kept here")
    return of_plain(kept)


@require_safe
@needs(Permission.OPEN_REPORTS)
def released(request, pk: int):
    """What went out, as it went out."""
    release = get_object_or_404(Release.objects.select_related("by"), pk=pk)
    document = document_of(release)
    return render(
        request,
        "editions/released.html",
        {"release": release, "grids": document.grids(), "files": FILES},
    )


@require_safe
@needs(Permission.OPEN_REPORTS)
def released_file(request, pk: int, kind: str):
    if kind not in FILES or kind not in MADE:
        raise Http404("No such kind of file")
    return as_file(document_of(get_object_or_404(Release, pk=pk)), kind)
