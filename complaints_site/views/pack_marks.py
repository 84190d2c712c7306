"""Blacking out words in a file of a case: marked by one, reviewed and burnt in by another."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, needs
from accounts.trail import one_act
from complaints_site.chronology import chronology_of
from complaints_site.views.packs import finish, found
from packs.actions.packs import CHANGED, mark, send_back, send_for_review
from packs.contents import contents_of
from packs.forms import MarkingForm, ReviewForm
from packs.making import CannotBeMade


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
@transaction.atomic
def black_out(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Type words, look at each place where they stand, send it for review."""
    pack = found(request, reference, pk)
    if pack.is_finished or pack.waits_for_review:
        return redirect("pack", reference, pk)
    contents = contents_of(pack, chronology_of(pack.case))
    form = MarkingForm(request.POST or None, contents=contents)
    if request.method == "POST" and form.is_valid():
        return redirect(*marked(request, pack, form), reference, pk)
    page = {"case": pack.case, "pack": pack, "contents": contents, "form": form}
    return render(request, "packs/black_out.html", page)


def marked(request: HttpRequest, pack, form: MarkingForm) -> tuple[str]:
    """Keep what was marked; the name of the page that is next."""
    marks = form.marked()
    new = marks["words"] != pack.words
    sends = request.POST.get("do") == "send"
    with one_act(by=request.user):
        mark(pack, by=request.user, **marks)
        if sends and not new and pack.needs_review:
            send_for_review(pack, now=now(), by=request.user)
    if new or not sends:
        messages.success(request, "Saved. Each place that was found stands below.")
        return ("pack-black-out",)
    if pack.waits_for_review:
        messages.success(request, "Sent for review: a complaints manager looks at it next.")
    return ("pack",)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.DECIDE)
@transaction.atomic
def review(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Somebody else looks at each place, then burns it in or sends it back."""
    pack = found(request, reference, pk)
    if not pack.waits_for_review:
        return redirect("pack", reference, pk)
    contents = contents_of(pack, chronology_of(pack.case))
    form = ReviewForm(request.POST or None, contents=contents)
    own = request.user == pack.marked_by
    if request.method == "POST" and form.is_valid() and not own:
        if reviewed(request, pack, contents, form):
            stays = request.POST.get("do") == "save"
            return redirect("pack-review" if stays else "pack", reference, pk)
        contents = contents_of(pack, chronology_of(pack.case))
    page = {"case": pack.case, "pack": pack, "contents": contents, "form": form, "own": own}
    return render(request, "packs/review.html", page)


def reviewed(request: HttpRequest, pack, contents, form: ReviewForm) -> bool:
    """Whether what was asked for is done; else the form says why not."""
    do, why = request.POST.get("do"), form.cleaned_data["why"].strip()
    if do == "back":
        if not why:
            form.add_error("why", "Enter why it is sent back")
            return False
        send_back(pack, why=why, now=now(), by=request.user)
        messages.success(request, f"Sent back to {pack.begun_by.full_name}.")
        return True
    if request.POST.get("seen") != contents.digest:
        form.add_error(None, CHANGED)
        return False
    try:
        with transaction.atomic(), one_act(by=request.user, action=_called(do)):
            mark(pack, by=request.user, **form.marked())
            if do == "finish":
                finish(request, pack)
    except (CannotBeMade, ValidationError) as reason:
        pack.refresh_from_db()
        form.add_error(None, getattr(reason, "messages", [str(reason)]))
        return False
    return True


def _called(do: str) -> str:
    """As which action the trail knows it: a file that was made is never undone."""
    return "finish_pack" if do == "finish" else "mark"
