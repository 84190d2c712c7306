"""The guided test: which procedure? One question a page; the address holds the answers."""

from urllib.parse import urlencode

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from cases.models import Case
from stages.situation import Situation
from stages.steps import BY_KEY
from stages.triage import ANSWERS, HARM, IN_ORDER, YES, answered, next_question

UNANSWERED = "Choose yes, no or don’t know"


@require_safe
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
def which_procedure(request, reference):
    """Ask the next question; after the last, or where it is stopped, go on to the decision."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    situation, step = Situation(case), BY_KEY["triage"]
    page = {"case": case, "step": step, "situation": situation}
    if reason := step.why_not(situation, request.user):
        return render(request, "cases/step_not_now.html", page | {"reason": reason}, status=409)
    answers = {each.key: request.GET.get(each.key, "") for each in IN_ORDER}
    given = answered(answers)
    question = next_question(answers)
    if question is None or "stop" in request.GET:
        decision = reverse("step", args=[case.reference, "triage"])
        return redirect(f"{decision}?{urlencode([(q.key, answer) for q, answer in given])}")
    asked_before = request.GET.get("asked") == question.key
    return render(
        request,
        "cases/which_procedure.html",
        page
        | {
            "question": question,
            "choices": ANSWERS.items(),
            "given": [
                (q, ANSWERS[answer], urlencode([(b.key, a) for b, a in given[:place]]))
                for place, (q, answer) in enumerate(given)
            ],
            "hidden": [(q.key, answer) for q, answer in given],
            "at_risk": answers[HARM.key] == YES,
            "error": UNANSWERED if asked_before else "",
        },
    )
