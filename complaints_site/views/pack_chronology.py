"""Which entries of the record stand in the chronology of a file of a case."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, needs
from complaints_site.chronology import chronology_of
from complaints_site.views.packs import found
from packs.actions.packs import choose_entries
from packs.forms import ChronologyForm


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
@transaction.atomic
def entries(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """All are ticked at first."""
    pack = found(request, reference, pk)
    if pack.is_finished or pack.waits_for_review or not pack.with_chronology:
        return redirect("pack", reference, pk)
    there = chronology_of(pack.case)
    form = ChronologyForm(
        request.POST if request.method == "POST" else None,
        entries=there,
        left_out=pack.entries_left_out,
    )
    if request.method == "POST" and form.is_valid():
        choose_entries(pack, left_out=form.left_out, by=request.user)
        messages.success(request, "Saved what stands in the chronology.")
        return redirect("pack", reference, pk)
    page = {"case": pack.case, "pack": pack, "form": form, "there": there}
    return render(request, "packs/chronology.html", page)
