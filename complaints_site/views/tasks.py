"""One task of a case: what it is, and how it ends."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, needs
from complaints_site.meanwhile import Meanwhile
from stages.forms.tasks import EndTaskForm
from stages.models import Task


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
@transaction.atomic
def task(request, reference, pk):
    """End a task. Whoever runs cases may, and whoever it was given to."""
    tasks = Task.objects.visible_to(request.user).filter(case__reference=reference)
    if request.method == "POST":
        tasks = tasks.select_for_update(of=("self", "case"))
    shown = get_object_or_404(tasks.select_related("case", "owner"), pk=pk)
    may_end = request.user.may(Permission.RUN_CASE) or shown.owner_id == request.user.pk
    meanwhile, form = Meanwhile(shown.case, request), None
    if shown.is_open and may_end:
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
    }
    return render(request, "cases/task.html", page, status=409 if meanwhile.events else 200)


def ended(form, user) -> bool:
    try:
        form.take(by=user)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    return True
