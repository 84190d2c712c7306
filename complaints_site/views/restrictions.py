"""Restrictions of contact: those in force, one of them, and what becomes of it."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from cases.models import Case, ContactRestriction
from complaints_site.meanwhile import Meanwhile
from stages.forms.behaviour import CHANGES, what_may_follow
from stages.forms.taking import taken

IS_NEXT = ("told", "decide-appeal", "appeal-told")  # the others wait for a day, or for the person


@require_safe
@needs(Permission.OPEN_CASES, Permission.DECIDE)
def restrictions(request):
    """Those in force, the next review first, and those that ended."""
    seen = _seen_by(request.user)
    return render(
        request,
        "restrictions/restrictions.html",
        {
            "in_force": seen.filter(ended_on=None),
            "ended": seen.exclude(ended_on=None).order_by("-ended_on")[:50],
            "today": localdate(),
        },
    )


@require_safe
@needs(Permission.OPEN_CASES, Permission.DECIDE)
def restriction(request, pk):
    shown = get_object_or_404(_seen_by(request.user), pk=pk)
    cases = shown.person.parts.filter(
        case__in=Case.objects.visible_to(request.user)
    ).select_related("case")
    verbs = {key: form.verb for key, form in what_may_follow(shown).items()}
    is_their_own = shown.decided_by == request.user
    if is_their_own:  # somebody else decides the appeal
        verbs.pop("decide-appeal", None)
    return render(
        request,
        "restrictions/restriction.html",
        {
            "restriction": shown,
            "is_their_own": is_their_own,
            "next_key": next((key for key in IS_NEXT if key in verbs), ""),
            "reviews": shown.reviews.select_related("reviewed_by"),
            "cases": sorted({part.case.reference for part in cases}),
            "verbs": verbs.items(),
            "today": localdate(),
        },
    )


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.DECIDE)
@transaction.atomic
def change_restriction(request, pk, key):
    """Do one thing with a restriction; what somebody else did meanwhile is shown first."""
    seen = _seen_by(request.user)
    if request.method == "POST":
        seen = seen.select_for_update(of=("self",))
    changed = get_object_or_404(seen, pk=pk)
    follows = key in what_may_follow(changed)
    if not follows and not (key in CHANGES and request.method == "POST"):
        raise Http404
    form = CHANGES[key](request.POST or None, restriction=changed, today=localdate())
    meanwhile = Meanwhile(changed.case, request)
    goes_on = request.method == "POST" and follows and not meanwhile.events
    if goes_on and form.is_valid() and taken(form, request.user):
        messages.success(request, f"{changed.person}: {form.done}")
        return redirect("restriction", pk)
    page = {"restriction": changed, "form": form, "meanwhile": meanwhile, "too_late": not follows}
    conflict = meanwhile.events or not follows
    return render(request, "restrictions/change.html", page, status=409 if conflict else 200)


def _seen_by(user):
    seen = ContactRestriction.objects.visible_to(user)
    return seen.select_related("person", "case", "decided_by")
