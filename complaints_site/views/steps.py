"""Taking a step of a case: what will happen, few questions, and back to the case."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, needs
from cases.models import Case
from stages.forms.steps import FORM_OF
from stages.situation import Situation
from stages.steps import BY_KEY
from stages.working_days import BeyondHorizon


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
@transaction.atomic
def take_step(request, reference, key):
    """Ask what a step needs, then take it. The case is locked, so that nobody takes it twice."""
    step = BY_KEY.get(key)
    if step is None:
        raise Http404
    visible = Case.objects.visible_to(request.user)
    if request.method == "POST":
        visible = visible.select_for_update(of=("self",))
    case = get_object_or_404(visible, reference=reference)
    situation = Situation(case)
    page = {"case": case, "step": step, "situation": situation}
    if reason := step.why_not(situation, request.user):
        return render(request, "cases/step_not_now.html", page | {"reason": reason}, status=409)
    form = FORM_OF[key](request.POST or None, situation=situation, today=localdate())
    if request.method == "POST" and form.is_valid() and taken(form, request.user):
        messages.success(request, f"{case}: {step.label.lower()} is done. {step.then}")
        return redirect("case-file", case.reference)
    return render(request, "cases/step.html", page | {"form": form})


def taken(form, user) -> bool:
    """Take the step; where a rule refuses it, nothing is changed and the form says why."""
    try:
        with transaction.atomic():
            form.take(by=user)
    except (ValidationError, BeyondHorizon) as refusal:
        form.add_error(None, getattr(refusal, "messages", [str(refusal)]))
        return False
    return True
