"""Undoing the last step of a case."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, needs
from cases.actions.undoing import undo_last
from cases.models import Case


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
@transaction.atomic
def undo(request, reference):
    """Undo the step that the button named; whoever comes by address alone is led to the case."""
    if request.method == "GET":
        return redirect("case-file", reference)
    visible = Case.objects.visible_to(request.user).select_for_update(of=("self",))
    case = get_object_or_404(visible, reference=reference)
    try:
        undone = undo_last(case, context_id=act_of(request), now=now(), by=request.user)
    except ValidationError as refusal:
        reasons = {"case": case, "reasons": refusal.messages}
        return render(request, "cases/undo_not_now.html", reasons, status=409)
    messages.success(request, f"Undone: {undone}. The case stands as it did before.")
    still_seen = Case.objects.visible_to(request.user).filter(pk=case.pk).exists()
    return redirect("case-file", reference) if still_seen else redirect("case-list")


def act_of(request) -> UUID:
    """Which act the button was drawn for: the one that its reader wants to undo."""
    try:
        return UUID(request.POST.get("act", ""))
    except ValueError:
        raise ValidationError("Open the case and choose Undo there.") from None
