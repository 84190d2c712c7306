"""One file of a case: begun for somebody, changed, made, and what went to whom."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from cases.models import Case
from complaints_site.chronology import chronology_of
from complaints_site.letters_sent import letters_sent
from packs.actions.packs import begin_pack, change_pack, finish_pack, give_up_pack
from packs.contents import contents_of
from packs.forms import PackForm
from packs.making import CannotBeMade, made
from packs.models import Pack
from packs.setting import CannotSetType

NOT_SET = (
    "The letters cannot be set as pages: the libraries for it are missing. Untick them, or tell "
    "whoever looks after the system"
)


@require_safe
@needs(Permission.OPEN_CASES)
def packs(request: HttpRequest, reference: str) -> HttpResponse:
    """What went to whom, the latest first, and what is being made."""
    case = wholly_visible(request, reference)
    rows = case.packs.select_related("begun_by", "finished_by").prefetch_related("items__document")
    may_make = request.user.may(Permission.RUN_CASE)
    return render(request, "packs/list.html", {"case": case, "packs": rows, "may_make": may_make})


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
@transaction.atomic
def make(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose for whom, and what goes into it."""
    case = wholly_visible(request, reference)
    form = PackForm(request.POST or None, case=case, letters=letters_sent(case, request.user))
    if begun := taken(form, partial(begin_pack, case), request):
        return redirect("pack", reference, begun.pk)
    return render(request, "packs/make.html", {"case": case, "form": form})


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
@transaction.atomic
def change(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    file = found(request, reference, pk)
    if file.is_finished or file.waits_for_review:
        return redirect("pack", reference, pk)
    first = {
        "for_whom": file.for_whom,
        "named": file.named,
        "with_chronology": file.with_chronology,
        "documents": [item.document_id for item in file.items.there() if item.document_id],
        "copies": list(file.items.copies().values_list("copy_of", flat=True)),
    }
    letters = letters_sent(file.case, request.user)
    form = PackForm(request.POST or None, case=file.case, letters=letters, initial=first)
    if taken(form, partial(change_pack, file), request):
        return redirect("pack", reference, pk)
    return render(request, "packs/make.html", {"case": file.case, "form": form, "pack": file})


def taken(form: PackForm, action: Callable, request: HttpRequest) -> Pack | None:
    """What ``action`` made of the form that was sent; nothing where the form says why not."""
    if not form.is_valid():
        return None
    try:
        with transaction.atomic():
            return action(by=request.user, **form.cleaned_data)
    except CannotSetType:
        form.add_error("copies", NOT_SET)
        return None


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
@transaction.atomic
def pack(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """One file: what is in it, and what is next; once it is made, the file itself."""
    file = found(request, reference, pk)
    refusal = ""
    if request.method == "POST":
        if not request.user.may(Permission.RUN_CASE):
            raise PermissionDenied
        try:
            with transaction.atomic():
                return done(request, file)
        except (CannotBeMade, ValidationError) as reason:
            refusal = " ".join(getattr(reason, "messages", [str(reason)]))
    return render(request, "packs/pack.html", shown(request, file) | {"refusal": refusal})


def done(request: HttpRequest, file: Pack) -> HttpResponse:
    if request.POST.get("do") == "give-up":
        give_up_pack(file, by=request.user)
        messages.success(request, "The file is given up.", extra_tags="step")
        return redirect("case-packs", file.case.reference)
    if file.needs_review:
        raise ValidationError("It is reviewed before it is made: send it for review.")
    finish(request, file)
    return redirect("pack", file.case.reference, file.pk)


def finish(request: HttpRequest, file: Pack) -> None:
    """Make the file of what is there now, and keep it."""
    contents = contents_of(file, chronology_of(file.case))
    finish_pack(file, made(contents, on=localdate(), may_be_sent=True), now=now(), by=request.user)
    said = f"The file for {file.reader} is made: {file.pages} pages. Download it and send it."
    messages.success(request, said, extra_tags="step")


def shown(request: HttpRequest, file: Pack) -> dict:
    items = list(file.items.select_related("document__kind", "document__taken_out_by"))
    there = [item for item in items if not item.is_taken_out]
    sees_trail = request.user.may(Permission.SEE_TRAIL)
    copies = file.downloads.select_related("user")[:100] if sees_trail else []
    return {
        "case": file.case,
        "pack": file,
        "documents": there,
        "withdrawn": [item.document for item in items if item.is_taken_out],
        "must_not": [one for one in there if one.must_not_be_disclosed],
        "may_make": request.user.may(Permission.RUN_CASE),
        "may_review": request.user.may(Permission.DECIDE) and request.user != file.marked_by,
        "sees_trail": sees_trail,
        "copies": copies,
        "left_out": len(file.entries_left_out),
    }


def wholly_visible(request: HttpRequest, reference: str) -> Case:
    cases = Case.objects.wholly_visible_to(request.user).select_related("part_of")
    return get_object_or_404(cases, reference=reference)


def found(request: HttpRequest, reference: str, pk: int) -> Pack:
    """That file; locked while something is done with it."""
    visible: QuerySet[Pack] = Pack.objects.visible_to(request.user)
    visible = visible.filter(case__reference=reference).select_related(
        "case__part_of", "begun_by", "marked_by", "reviewed_by", "finished_by"
    )
    if request.method == "POST":
        visible = visible.select_for_update(of=("self",))
    return get_object_or_404(visible, pk=pk)
