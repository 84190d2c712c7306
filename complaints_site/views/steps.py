"""Taking a step of a case: what will happen, few questions, and back to the case."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, needs
from accounts.trail import one_act
from cases.models import Case
from complaints_site.meanwhile import Meanwhile
from complaints_site.shared import shared_with
from letters.offered import letter_that_takes
from stages.foresight import foresee
from stages.forms.giving_away import gives_away
from stages.forms.steps import FORM_OF
from stages.situation import Situation
from stages.steps import BY_KEY
from stages.working_days import BeyondHorizon


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
@transaction.atomic
def take_step(request, reference, key):
    """Ask what a step needs, then take it.

    The case is locked, so that nobody takes it twice; and what somebody else did since the form was
    opened is shown above it before anything is done.
    """
    step = BY_KEY.get(key)
    if step is None:
        raise Http404
    visible = Case.objects.visible_to(request.user)
    if request.method == "POST":
        visible = visible.select_for_update(of=("self",))
    case = get_object_or_404(visible, reference=reference)
    situation, today = Situation(case), localdate()
    meanwhile = Meanwhile(case, request, only_adds=step.only_adds)
    page = {"case": case, "step": step, "situation": situation, "meanwhile": meanwhile}
    page["shared"] = shared_with(situation.stages[-1:], request.user)
    if reason := step.why_not(situation, request.user):
        page |= {"reason": reason, "typed": typed(key, request, situation, today)}
        return render(request, "cases/step_not_now.html", page, status=409)
    form = FORM_OF[key](request.POST or None, situation=situation, today=today, user=request.user)
    goes_on = request.method == "POST" and not meanwhile.events
    if goes_on and form.is_valid() and taken(form, step, request.user):
        messages.success(
            request,
            f"{case}: {step.label.lower()} is done. {form.notice() or step.then}",
            extra_tags="step",
        )
        return redirect("case-file", case.reference)
    if request.method == "GET":
        form.read_address(request.GET)
    page |= {"form": form, "foreseen": foresee(step, situation, form.answers(), today)}
    page["offered"] = letter_that_takes(key, situation, request.user)
    return render(request, form.page, page, status=409 if meanwhile.events else 200)


def taken(form, step, user) -> bool:
    """Take the step; where a rule refuses it, nothing is changed and the form says why."""
    if gives_away(form, form.case, user):
        return False
    try:
        with one_act(by=user, step=step.key):
            form.take(by=user)
    except (ValidationError, BeyondHorizon) as refusal:
        form.add_error(None, getattr(refusal, "messages", [str(refusal)]))
        return False
    return True


def typed(key, request, situation, today) -> list[tuple[str, str]]:
    """What was typed into a step that can no longer be taken: to read, and to copy."""
    if request.method != "POST":
        return []
    form = FORM_OF[key](request.POST, situation=situation, today=today)
    return [(field.label, str(value)) for field in form if (value := field.value())]
