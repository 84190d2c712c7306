"""One task of a case: what it is, and how it ends."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, needs
from stages.forms.tasks import EndTaskForm
from stages.models import Task


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
@transaction.atomic
def task(request, reference, pk):
    """End a task. Whoever runs cases may, and whoever it was given to."""
    tasks = Task.objects.visible_to(request.user).filter(case__reference=reference)
    if request.method == "POST":
        tasks = tasks.select_for_update(of=("self",))
    shown = get_object_or_404(tasks.select_related("case", "owner"), pk=pk)
    may_end = request.user.may(Permission.RUN_CASE) or shown.owner_id == request.user.pk
    form = None
    if shown.is_open and may_end:
        form = EndTaskForm(request.POST or None, task=shown, today=localdate())
        if request.method == "POST" and form.is_valid() and ended(form, request.user):
            messages.success(request, f"{shown.case}: “{shown.what}” is off the desk.")
            return redirect("case-file", reference)
    return render(request, "cases/task.html", {"task": shown, "case": shown.case, "form": form})


def ended(form, user) -> bool:
    try:
        form.take(by=user)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    return True
