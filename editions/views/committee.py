"""Priorities and what became of them; what the committee asked and was answered."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, needs
from editions.actions import committee as actions
from editions.forms.committee import CommitteeItemForm, OutcomeForm, PriorityForm
from editions.models import TimetableStep
from editions.views.asked import edition_of


@require_http_methods(["GET", "POST"])
@needs(Permission.WRITE_REPORT)
def priorities(request, pk: int):
    """Those for the year to come: a published report keeps its own."""
    edition = edition_of(request.user, pk)
    form = PriorityForm(request.POST or None) if not edition.is_published else None
    if request.method == "POST" and form and form.is_valid():
        actions.keep_priority(edition, by=request.user, **form.cleaned_data)
        messages.success(request, "The priority is kept.")
        return redirect("editions:priorities", pk)
    return render(
        request,
        "editions/priorities.html",
        {"edition": edition, "form": form, "priorities": edition.priorities.all()},
    )


@require_http_methods(["GET", "POST"])
@needs(Permission.WRITE_REPORT)
def outcome(request, pk: int, priority: int):
    """What became of a priority: the next report opens with it."""
    edition = edition_of(request.user, pk)
    kept = get_object_or_404(edition.priorities.select_related("edition"), pk=priority)
    form = OutcomeForm(request.POST or None, initial={"became": kept.became})
    if request.method == "POST" and form.is_valid():
        actions.record_outcome(
            kept, became=form.cleaned_data["became"], on=localdate(), by=request.user
        )
        messages.success(request, "What became of it is recorded.")
        return redirect("editions:priorities", pk)
    context = {"edition": edition, "priority": kept, "form": form}
    return render(request, "editions/outcome.html", context)


@require_http_methods(["GET", "POST"])
@needs(Permission.WRITE_REPORT)
def items(request, pk: int):
    edition = edition_of(request.user, pk)
    form = CommitteeItemForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.keep_committee_item(edition, by=request.user, **form.cleaned_data)
        messages.success(request, "What the committee said is kept.")
        return redirect("editions:committee", pk)
    return render(
        request,
        "editions/committee.html",
        {"edition": edition, "form": form, "items": edition.committee_items.all()},
    )


@require_http_methods(["GET", "POST"])
@needs(Permission.WRITE_REPORT)
def item(request, pk: int, item: int):
    """The reply to what the committee asked, or its words put right."""
    edition = edition_of(request.user, pk)
    kept = get_object_or_404(edition.committee_items, pk=item)
    form = CommitteeItemForm(request.POST or None, instance=kept)
    if request.method == "POST" and form.is_valid():
        actions.keep_committee_item(edition, item=kept, by=request.user, **form.cleaned_data)
        messages.success(request, "What the committee said is kept.")
        return redirect("editions:committee", pk)
    return render(request, "editions/committee_item.html", {"edition": edition, "form": form})


@needs(Permission.WRITE_REPORT)
@require_POST
def step(request, pk: int, step: int, what: str):
    """A step of the timetable was taken, or was marked by mistake."""
    edition = edition_of(request.user, pk)
    listed = get_object_or_404(TimetableStep, pk=step)
    if what == "done":
        actions.mark_step(edition, listed, on=localdate(), by=request.user)
    elif what == "not-done":
        actions.unmark_step(edition, listed, by=request.user)
    else:
        raise Http404("No such change")
    return redirect("editions:edition", pk)
