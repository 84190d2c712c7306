"""Reassigning, chasing or closing a chosen set: listed first, then done as one act, then undone.

The chosen cases stand in the address, or the query of a list all of whose cases are chosen.
Nothing is done where one of them changed after it was listed: the list says so, and is sent again.
"""

from dataclasses import replace

import pghistory
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, QueryDict
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods

from accounts.models import Event
from accounts.permissions import Permission, needs
from accounts.trail import one_act
from cases.actions.undoing import undo_together
from cases.acts import last_act
from cases.models import Case
from complaints_site.bulk import Line, chosen_cases
from complaints_site.bulk_forms import FORMS
from complaints_site.case_filters import Asked, FilterForm
from complaints_site.case_filters.lists import load_lists
from stages.working_days import BeyondHorizon

SEEN = "seen-"
ALL = "all"  # in the address: the list's own query
MOST = 900  # a form that is sent has at most 1,000 fields, and each case is one


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
@transaction.atomic
def bulk(request, do):
    """Ask, list what would happen, do it."""
    if do not in FORMS:
        raise Http404
    form = FORMS[do](request.POST or None, today=localdate())
    keys = _chosen_keys(request)
    too_many = len(keys) > MOST
    chosen = [] if too_many else chosen_cases(_chosen(request, keys))
    listed = bool(chosen) and request.method == "POST" and form.is_valid()
    lines = form.lines(chosen) if listed else []
    doable = [line for line in lines if not line.why_not]
    changed = []
    if listed and "do" in request.POST:
        lines = [_meanwhile(line, request) for line in lines]
        changed = [line for line in lines if line.meanwhile]
        if doable and not changed and (act := _done(form, chosen, request)):
            return redirect("bulk-done", act)
    page = {
        "form": form,
        "chosen": chosen,
        "lines": lines,
        "doable": doable,
        "changed": changed,
        "back": request.GET.get("back", request.GET.get(ALL, "")),
        "most": MOST if too_many else None,
    }
    return render(request, "cases/bulk.html", page, status=409 if changed else 200)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
@transaction.atomic
def done(request, act):
    """What was done to which cases, and for ten minutes the button that undoes all of it."""
    cases = _cases_of(act, request.user)
    if request.method == "POST":
        cases = cases.select_for_update(of=("self",))
    cases = list(cases.order_by("reference"))
    if not cases:
        raise Http404
    if request.method == "POST":
        try:
            with transaction.atomic():
                undo_together(cases, context_id=act, now=now(), by=request.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            number = f"{len(cases)} case{'s' if cases[1:] else ''}"
            messages.success(request, f"Undone: {number} as before.")
            return redirect("case-list")
    last = last_act(cases[0])
    still = last is not None and last.context_id == act
    why_not = last.why_not_undone(request.user, now()) if still else "Something was done since."
    page = {
        "cases": _with_sentences(cases, act),
        "why_not": why_not,
        "until": last.until if still else None,
    }
    return render(request, "cases/bulk_done.html", page)


def _chosen_keys(request) -> list[int]:
    """Of the cases of the address that the reader may see, or of all of the list that it names."""
    visible = Case.objects.visible_to(request.user).order_by()
    if ALL in request.GET:
        asked = Asked(request.user, localdate(), load_lists())
        chosen = FilterForm(QueryDict(request.GET[ALL]), asked).narrow(visible)
    else:
        chosen = visible.filter(reference__in=request.GET.getlist("case"))
    return list(chosen.values_list("pk", flat=True)[: MOST + 1])


def _chosen(request, keys: list[int]):
    """Locked where something is done."""
    visible = Case.objects.visible_to(request.user)
    if request.method == "POST" and "do" in request.POST:
        visible = visible.select_for_update(of=("self",))
    return visible.filter(pk__in=keys)


def _meanwhile(line: Line, request) -> Line:
    """A line that was listed as possible, with what was done to its case since, or bars it now."""
    sent = request.POST.get(f"{SEEN}{line.case.reference}", "")
    if not sent or (sent == str(line.seen) and not line.why_not):
        return line
    last = Event.objects.filter(pk=line.seen).select_related("by").first()
    done = f"{last.by or 'The system'} {last.sentence}." if last and sent != str(last.pk) else ""
    return replace(line, meanwhile=f"{done} {line.why_not}".strip())


def _done(form, chosen, request):
    """The key of the act; nothing where a rule refused one of the cases, and so all."""
    sure = [one for one in chosen if f"{SEEN}{one.case.reference}" in request.POST]
    try:
        with one_act(by=request.user, action=f"bulk_{form.key}"), pghistory.context() as context:
            for one in sure:
                if not form.why_not(one):
                    _do(form, one, request.user)
            return context.id
    except (ValidationError, BeyondHorizon) as refusal:
        form.add_error(None, getattr(refusal, "messages", [str(refusal)]))
        return None


def _do(form, one, user) -> None:
    try:
        form.do(one, by=user)
    except ValidationError as refusal:
        raise ValidationError([f"{one.case}: {said}" for said in refusal.messages]) from refusal


def _cases_of(act, user):
    about = Event.objects.filter(context_id=act, about_model=Case._meta.label_lower)
    keys = about.order_by().values("about_id")
    return Case.objects.visible_to(user).filter(pk__in=keys)


def _with_sentences(cases, act):
    about = Event.objects.filter(context_id=act, about_model=Case._meta.label_lower)
    said = {}
    for key, sentence in about.order_by("pk").values_list("about_id", "sentence"):
        said.setdefault(key, []).append(sentence)
    for case in cases:
        case.done = "; ".join(said.get(case.pk, []))
    return cases
