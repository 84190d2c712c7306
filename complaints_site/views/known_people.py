"""A person over all their cases; putting two records of one person together, and apart again."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from cases.actions.merging import merge_people, undo_merge
from cases.heard_before import Typed, people_like
from cases.merging import KEPT, bars, parts_seen, sides, state_of, why_not_undone
from cases.models import CasePerson, Person, PersonMerge


@require_safe
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
def person(request, pk):
    """All cases of a person that the reader may see, and records that may be of the same person."""
    shown = found(request, pk)
    sought = request.GET.get("q", "").replace("\0", "").strip()[:300]
    merges = list(shown.merges.select_related("merged_by", "kept"))
    for merge in merges:
        merge.why_not = why_not_undone(merge, request.user)
    page = {
        "person": shown,
        "parts": parts_of(request.user, shown),
        "sought": sought,
        "alike": alike(request.user, shown, sought),
        "merges": merges,
        "may_merge": request.user.may(Permission.DECIDE),
    }
    return render(request, "persons/person.html", page)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.DECIDE)
@transaction.atomic
def merge(request, pk, other):
    """Both records side by side and what would happen; then done as one act."""
    locked = request.method == "POST"
    kept, gone = found(request, pk, locked=locked), found(request, other, locked=locked)
    reasons = bars(kept, gone, request.user)
    chosen = {name[7:]: value for name, value in request.POST.items() if name[:7] == "choose-"}
    state = state_of(kept, gone)
    changed = locked and request.POST.get("state") != state
    goes_on = locked and not reasons and not changed
    if goes_on and not (reasons := refused(request, kept, gone, chosen)):
        messages.success(request, f"{kept} is one person now, with all cases of both.")
        return redirect("known-person", kept.pk)
    parts, others = parts_of(request.user, kept), parts_of(request.user, gone)
    page = {
        "kept": kept,
        "gone": gone,
        "reasons": reasons,
        "changed": changed,
        "state": state,
        "sides": [as_drawn(side, chosen) for side in sides(kept, gone)],
        "kept_parts": parts,
        "gone_parts": others,
        "in_both": sorted({str(one.case) for one in parts} & {str(one.case) for one in others}),
    }
    conflict = locked and (reasons or changed)
    return render(request, "persons/merge.html", page, status=409 if conflict else 200)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.DECIDE)
@transaction.atomic
def undo(request, pk, merge):
    """Take the two records apart; whoever comes by address alone is led to the person."""
    shown = found(request, pk, locked=request.method == "POST")
    done = get_object_or_404(PersonMerge.objects.select_related("kept"), pk=merge, kept=shown)
    if request.method == "POST":
        name = done.gone_name
        try:
            with transaction.atomic():
                undo_merge(done, by=request.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, f"{name} stands apart again, with the cases they had.")
    return redirect("known-person", pk)


def refused(request, kept, gone, chosen) -> list[str]:
    """Do it; why not, where a rule refuses."""
    try:
        with transaction.atomic():
            merge_people(kept, gone, chosen=chosen, now=now(), by=request.user)
    except ValidationError as refusal:
        return refusal.messages
    return []


def found(request, pk, *, locked=False) -> Person:
    """Somebody of a case that the reader may see."""
    seen = parts_seen(CasePerson.objects.filter(person=pk), request.user)
    if not seen.exists():
        raise Http404
    people = Person.objects.select_for_update() if locked else Person.objects
    return get_object_or_404(people, pk=pk)


def parts_of(user, person):
    seen = parts_seen(CasePerson.objects.filter(person=person), user)
    return seen.select_related("case__service_area").order_by("-case__received_on", "-case_id")


def alike(user, person, sought):
    """By number, name or address; or by what was looked for."""
    typed = (
        Typed(names=(sought,), numbers=(sought,))
        if sought
        else Typed.of([{name: getattr(person, name) for name in Typed.FIELDS}])
    )
    return people_like(typed, user, but=person)


def as_drawn(side, chosen):
    return {"side": side, "chosen": chosen.get(side.name, KEPT)}
