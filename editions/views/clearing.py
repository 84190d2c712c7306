"""Officers clear a draft; a later change is shown beside what they cleared."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from editions.actions import committee as actions
from editions.forms.committee import ClearForm
from editions.views.asked import draft_of, edition_of
from editions.whole_text import whole_text
from letters.differences import tracked_changes


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_REPORTS)
def clear(request, pk: int):
    edition = draft_of(request.user, pk)
    form = ClearForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if request.POST.get("draft") != str(edition.draft):
            form.add_error(None, "It changed while you read it: read it again, then clear it")
        else:
            try:
                actions.clear(edition, by=request.user, **form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                messages.success(request, f"Draft {edition.draft} is cleared.")
                return redirect("editions:edition", pk)
    return render(request, "editions/clear.html", {"form": form, "edition": edition})


@require_safe
@needs(Permission.OPEN_REPORTS)
def changed_since(request, pk: int, clearance: int):
    edition = edition_of(request.user, pk)
    cleared = get_object_or_404(edition.clearances.select_related("by"), pk=clearance)
    changes = tracked_changes(cleared.text, whole_text(edition))
    return render(
        request,
        "editions/changed_since.html",
        {
            "edition": edition,
            "clearance": cleared,
            "changes": [each for each in changes if each.is_changed],
        },
    )
