"""The learning form: short, and due with each draft of an answer."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from accounts.models import User
from accounts.permissions import Permission, needs
from cases.models import Case
from remedies.forms.lessons import LearntForm
from remedies.models import LearningForm
from remedies.views.lessons import earlier_like
from stages.forms.taking import taken
from stages.models import Stage, Task


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
@transaction.atomic
def learning_form(request, reference, number):
    """Fill in the learning form of a stage: who runs the case, or who drafts the answer.

    Once it is filled in, it is read here.
    """
    stage = stage_of(request, reference, number)
    kept = LearningForm.objects.filter(stage=stage).select_related("lesson", "filled_by").first()
    page = {"case": stage.case, "stage": stage, "kept": kept, "due": due_of(stage)}
    if kept or not may_fill(request.user, page["due"]):
        return render(request, "remedies/learning.html", page)
    alike = earlier_like(request)
    unseen = bool(alike) and "looked" not in request.POST
    form = LearntForm(request.POST or None, stage=stage, today=localdate(), alike=alike)
    if request.method == "POST" and form.is_valid():
        if unseen and form.cleaned_data["change"] == "yes":
            page["stopped"] = True
        elif taken(form, request.user):
            messages.success(request, f"{stage.case}: the learning form of {stage} is filled in.")
            return redirect("case-remedies", reference)
    return render(request, "remedies/learning.html", page | {"form": form, "alike": alike})


def stage_of(request, reference: str, number: int) -> Stage:
    seen = Case.objects.visible_to(request.user).filter(reference=reference)
    stages = Stage.objects.filter(case__in=seen.order_by().values("pk"), number=number)
    if request.method == "POST":
        stages = stages.select_for_update(of=("self",))
    return get_object_or_404(stages.select_related("case", "definition"))


def due_of(stage: Stage) -> Task | None:
    return stage.tasks.filter(kind=Task.Kind.LEARNING).open().select_related("owner").first()


def may_fill(user: User, due: Task | None) -> bool:
    return user.may(Permission.RUN_CASE) or bool(due and due.owner_id == user.pk)
