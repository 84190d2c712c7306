"""What the worker makes: asked for, how far it is, and taken away."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import Permission, needs
from documents import vault
from editions.actions.making import ask
from editions.document import INTERNAL, PUBLIC
from editions.exports import BY_THE_WORKER, KINDS
from editions.exports.every import MADE, name_of_file
from editions.models import Made
from editions.views.asked import edition_of

LABELS = {**dict(KINDS), Made.PROOF: "Public form with its proof", Made.PUBLISHING: "Publishing"}


@needs(Permission.OPEN_REPORTS)
@require_POST
def make(request, pk: int, kind: str):
    """Have a file or the public form made; its page shows how far it is."""
    edition = edition_of(request.user, pk)
    if kind not in {*BY_THE_WORKER, Made.PROOF} or (kind == Made.PROOF and edition.is_published):
        raise Http404("The worker makes no such thing")
    form = PUBLIC if request.POST.get("form") == PUBLIC or kind == Made.PROOF else INTERNAL
    made = ask(edition, kind=kind, form=form, by=request.user)
    return redirect("editions:made", pk, made.pk)


@require_safe
@needs(Permission.OPEN_REPORTS)
def made(request, pk: int, made: int):
    """How far it is. Whoever asked goes on from here when it is done."""
    edition = edition_of(request.user, pk)
    shown = _made_of(edition, made)
    if shown.kind == Made.PROOF and shown.state == Made.State.DONE:
        return redirect("editions:public", pk)
    if shown.kind == Made.PUBLISHING and shown.state == Made.State.DONE:
        return redirect("editions:edition", pk)
    return render(
        request,
        "editions/made.html",
        {"edition": edition, "made": shown, "label": LABELS[shown.kind]},
    )


@require_safe
@needs(Permission.OPEN_REPORTS)
def made_file(request, pk: int, made: int):
    edition = edition_of(request.user, pk)
    kept = _made_of(edition, made)
    if not kept.sha256:
        raise Http404("There is no file of it")
    _, media_type, _ = MADE[kept.kind]
    name = name_of_file(edition.title, edition.version, kept.form, kept.kind)
    answer = HttpResponse(vault.read(kept.sha256), content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _made_of(edition, made: int) -> Made:
    return get_object_or_404(edition.made.select_related("edition"), pk=made)
