"""One task of a case: what it is, and how it ends."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, needs
from complaints_site.meanwhile import Meanwhile
from complaints_site.steps_offered import STEP_OF_TASK
from stages.actions.tasks import confirm_task
from stages.forms.giving_away import gives_away
from stages.forms.tasks import EndTaskForm
from stages.models import Task
from stages.steps import BY_KEY, Step
from stages.steps.eligibility import STEP_OF_DECISION

# A step records more than that it was done
ENDED_BY = {
    Task.Kind.OMBUDSMAN_ANSWER: "ombudsman-answer",
    Task.Kind.OMBUDSMAN_DRAFT: "ombudsman-comment",
    Task.Kind.OMBUDSMAN_REPORT: "ombudsman-report-answered",
    Task.Kind.PROCEEDINGS: "review-proceedings",  # which asks for the next review
}


# A step does what is asked for, and ends the task
DONE_BY = {
    Task.Kind.SAFEGUARDING: "refer-safeguarding",
    Task.Kind.SPLIT: "split-part",
}

# These end as the letter goes on, on its own pages
OF_LETTERS = {
    Task.Kind.LETTER_TO_VET,
    Task.Kind.LETTER_TO_CLEAR,
    Task.Kind.LETTER_BACK,
    Task.Kind.LETTER_TO_SEND,
}


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
@transaction.atomic
def task(request, reference, pk):
    """End a task. Whoever runs cases may, and whoever it was given to."""
    tasks = Task.objects.visible_to(request.user).filter(case__reference=reference)
    if request.method == "POST":
        tasks = tasks.select_for_update(of=("self", "case"))
    shown = get_object_or_404(tasks.select_related("case", "owner"), pk=pk)
    runs_cases = request.user.may(Permission.RUN_CASE)
    if address := page_of_its_own(shown, request.user):
        return redirect(address)
    may_end = runs_cases or shown.owner_id == request.user.pk
    meanwhile, form = Meanwhile(shown.case, request), None
    elsewhere = where_it_ends(shown)
    if shown.is_open and "confirm" in request.POST and taken_on(shown, request):
        return redirect("task", reference, pk)
    if shown.is_open and may_end and not elsewhere and not shown.ends_with_its_step:
        form = EndTaskForm(request.POST or None, task=shown, today=localdate())
        goes_on = request.method == "POST" and not meanwhile.events
        if goes_on and form.is_valid() and ended(form, request.user):
            done = f"{shown.case}: “{shown.what}” is off the desk."
            messages.success(request, done, extra_tags="step")
            return redirect("case-file", reference)
    page = {
        "typed": request.POST.get("words", ""),
        "task": shown,
        "case": shown.case,
        "form": form,
        "meanwhile": meanwhile,
        "elsewhere": elsewhere,
        "step": step_of(shown) if shown.is_open and request.user.may(Permission.RUN_CASE) else None,
        "to_confirm": shown.evidence_goes_to
        and shown.owner_id == request.user.pk
        and not shown.confirmed_on,
    }
    return render(request, "cases/task.html", page, status=409 if meanwhile.events else 200)


def page_of_its_own(task: Task, user) -> str:
    """The page on which it is done, where that is not the page of a task; else nothing."""
    if task.is_open and user.may(Permission.RUN_CASE) and task.kind in STEP_OF_TASK:
        return reverse("step", args=[task.case.reference, STEP_OF_TASK[task.kind]])
    if task.kind == Task.Kind.SERVICE_REQUEST:
        return reverse("service-request", args=[task.service_request.pk])
    if task.kind in OF_LETTERS:
        return reverse("letter-page", args=[task.letter.pk])
    if task.message_id and user.may(Permission.SETTLE_MESSAGES):
        return reverse("message", args=[task.message_id])
    return ""


def where_it_ends(task: Task) -> str:
    """The page that ends a task, where that is more than done or not; else nothing."""
    if task.restriction_id:
        return reverse("restriction", args=[task.restriction_id])
    if task.kind == Task.Kind.LEARNING:
        return reverse("learning-form", args=[task.case.reference, task.stage.number])
    step = ENDED_BY.get(task.kind)
    return reverse("step", args=[task.case.reference, step]) if step else ""


def taken_on(task: Task, request) -> bool:
    try:
        confirm_task(task, on=localdate(), by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return False
    messages.success(
        request, f"You have taken on “{task.what}”. Next: do it by {task.due_on:%-d %B %Y}"
    )
    return True


def step_of(task: Task) -> Step | None:
    """The step that does what the task asks for, where there is one."""
    if task.kind == Task.Kind.DECISION:
        return BY_KEY[STEP_OF_DECISION[task.decision_kind]]
    return BY_KEY.get(DONE_BY.get(task.kind, ""))


def ended(form, user) -> bool:
    if gives_away(form, form.task.case, user):
        return False
    try:
        form.take(by=user)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    return True
