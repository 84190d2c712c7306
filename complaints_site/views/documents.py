"""The documents of a case: uploaded, given out as downloads, described, taken out."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from cases.models import Case, Note
from complaints_site.kept_uploads import keep, kept_of
from complaints_site.uploads_of_case import Upload
from complaints_site.views.case_file import opened, tab
from documents import kinds_of_file, vault
from documents.actions.filing import describe_document, note_download
from documents.actions.taking_out import take_out_document, take_out_note
from documents.forms import DescribeForm, TakeOutForm, UploadForm
from documents.models import Document
from documents.receiving import too_large
from documents.uploads import dropped

DOWNLOADS_SHOWN = 100


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
def documents(request: HttpRequest, reference: str) -> HttpResponse:
    """The papers of a case, and the form that adds some."""
    file = opened(request, reference)
    may_add = request.user.may(Permission.RUN_CASE) and not file.withholds
    before = kept_of(request.POST, request.user)
    form = UploadForm(request.POST or None, request.FILES or None, today=file.today, kept=before)
    if request.method == "POST" and not may_add:
        raise PermissionDenied
    if request.method == "POST" and uploaded(request, file.case, form):
        return went_on(request, reverse("case-documents", args=[reference]))
    filed = Document.objects.visible_to(request.user).filter(case=file.case)
    return tab(
        request,
        "case-documents",
        file,
        documents=filed.select_related("kind", "filed_by", "note", "taken_out_by"),
        form=form if may_add else None,
        may_decide=request.user.may(Permission.DECIDE),
        most=settings.DOCUMENT_MAX_MEGABYTES,
    )


def uploaded(request: HttpRequest, case: Case, form: UploadForm) -> bool:
    """Whether anything was filed: what could not be kept is said, file by file. Where the form
    cannot be taken, its files stay with it."""
    upload = Upload(case, request.user, refused=[too_large(name) for name in dropped(request)])
    form.fields["files"].required = not (upload.refused or form.kept)
    valid = form.is_valid()
    files = [*form.kept, *upload.look_at(request.FILES.getlist("files"))]
    if valid:
        facts = {name: form.cleaned_data[name] for name in ("kind", "dated_on", "disclosure")}
        upload.take(files, **facts)
    if not upload.filed:
        form.kept_files = keep(files, request.user)
        if upload.refused:
            form.add_error("files", upload.refused)
        return False
    messages.success(request, upload.words, extra_tags="step")
    for reason in upload.refused:
        messages.error(request, reason)
    return True


def went_on(request: HttpRequest, address: str) -> HttpResponse:
    """To the next page: as an address, where the script that shows the progress sent the form."""
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"next": address})
    return redirect(address)


@require_safe
@needs(Permission.OPEN_CASES)
def download(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """The file, always as a download and never shown by the browser; who took it is kept."""
    document = get_object_or_404(found(request, reference).there(), pk=pk)
    kind = kinds_of_file.KINDS.get(kinds_of_file.extension_of(document.name))
    path = vault.path_of(document.sha256)
    if not path.exists():
        return render(request, "cases/document_lost.html", {"document": document}, status=500)
    note_download(document, by=request.user)
    answer = FileResponse(
        path.open("rb"),
        as_attachment=True,
        filename=document.name,
        content_type=kind.media_type if kind else "application/octet-stream",
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
@transaction.atomic
def describe(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Say what a paper is and whether it may be disclosed; who took a copy stands beside it."""
    document = get_object_or_404(found(request, reference).there(), pk=pk)
    first = {"kind": document.kind_id, "dated_on": f"{document.dated_on:%-d %-m %Y}"}
    first |= {"disclosure": document.disclosure, "only_to": document.only_to}
    form = DescribeForm(request.POST or None, initial=first, today=localdate())
    if request.method == "POST" and form.is_valid():
        describe_document(document, by=request.user, **form.cleaned_data)
        messages.success(request, "Saved what the document is.", extra_tags="step")
        return redirect("case-documents", reference)
    sees_trail = request.user.may(Permission.SEE_TRAIL)
    downloads = document.downloads.select_related("user")[:DOWNLOADS_SHOWN] if sees_trail else []
    page = {"document": document, "case": document.case, "form": form, "downloads": downloads}
    return render(request, "cases/document.html", page | {"sees_trail": sees_trail})


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.DECIDE)
@transaction.atomic
def take_out(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    document = get_object_or_404(
        found(request, reference).there().select_for_update(of=("self",)), pk=pk
    )
    return taking_out(request, document, take_out_document, f"“{document.name}”")


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.DECIDE)
@transaction.atomic
def take_out_a_note(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    visible = Case.objects.visible_to(request.user).filter(reference=reference)
    notes = Note.objects.filter(case__in=visible, taken_out_at=None).select_related("case")
    note = get_object_or_404(notes.select_for_update(of=("self",)), pk=pk)
    words = f"the {note.get_how_display().lower()} of {note.on:%-d %B %Y}"
    return taking_out(request, note, take_out_note, words)


def taking_out(request: HttpRequest, row, action, words: str) -> HttpResponse:
    form = TakeOutForm(request.POST or None, row=row, user=request.user)
    if request.method == "POST" and form.is_valid():
        to, why = form.cleaned_data["to"], form.cleaned_data["why"]
        action(row, to=to, why=why, now=now(), by=request.user)
        where = f"moved to {to}" if to else "withdrawn"
        said = f"Done: {words} is {where}. A line in its place says who took it out, when and why."
        messages.success(request, said, extra_tags="step")
        return redirect("case-file", row.case.reference)
    with_it = row.documents.filter(taken_out_at=None).count() if isinstance(row, Note) else 0
    page = {"case": row.case, "row": row, "words": words, "form": form, "with_it": with_it}
    return render(request, "cases/take_out_of_case.html", page)


def found(request: HttpRequest, reference: str):
    """The papers of the case of the address that the reader may see."""
    visible = Document.objects.visible_to(request.user).filter(case__reference=reference)
    return visible.select_related("case", "kind")
