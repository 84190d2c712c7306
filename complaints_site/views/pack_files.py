"""The file of a case as a download: as it would be, and as it was made and kept."""

import io

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from complaints_site.chronology import chronology_of
from complaints_site.views.packs import found
from documents import vault
from packs.actions.packs import note_pack_download
from packs.contents import contents_of
from packs.making import CannotBeMade, made

PDF, ZIP = "application/pdf", "application/zip"


@require_safe
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
def look(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """The file as it would be made of what is marked now; its cover says not to send it."""
    pack = found(request, reference, pk)
    if pack.is_finished:
        return redirect("pack", reference, pk)
    contents = contents_of(pack, chronology_of(pack.case))
    try:
        draft = made(contents, on=localdate(), may_be_sent=False)
    except CannotBeMade as reason:
        messages.error(request, str(reason))
        return redirect("pack", reference, pk)
    return given_out(io.BytesIO(draft.content), f"Draft-{reference}.pdf", PDF)


@require_safe
@needs(Permission.OPEN_CASES)
def download(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    pack = found(request, reference, pk)
    return kept(request, pack, pack.sha256, f"File-{reference}-{pk}.pdf", PDF)


@require_safe
@needs(Permission.OPEN_CASES)
def download_beside(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """What cannot be shown as pages, as a ZIP."""
    pack = found(request, reference, pk)
    return kept(request, pack, pack.beside_sha256, f"Beside-{reference}-{pk}.zip", ZIP)


def kept(request: HttpRequest, pack, sha256: str, name: str, media_type: str) -> HttpResponse:
    """A file that was made; who took a copy is kept."""
    if not sha256:
        raise Http404
    path = vault.path_of(sha256)
    if not path.exists():
        page = {"document": {"name": name, "sha256": sha256}}
        return render(request, "cases/document_lost.html", page, status=500)
    note_pack_download(pack, by=request.user)
    return given_out(path.open("rb"), name, media_type)


def given_out(file, name: str, media_type: str) -> FileResponse:
    answer = FileResponse(file, as_attachment=True, filename=name, content_type=media_type)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
