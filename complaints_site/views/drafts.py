"""Complaints that are being taken down: kept on the server until they are logged."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import Permission, needs
from cases.actions.drafts import end_draft, keep_draft
from cases.models import Draft
from complaints_site.drafts import done_meanwhile, drafts_of_the_team, stamp
from complaints_site.typed import answers_to_keep, key_in, received_on


@require_safe
@needs(Permission.LOG_CASE)
def drafts(request: HttpRequest) -> HttpResponse:
    return render(request, "cases/drafts.html", {"drafts": drafts_of_the_team()})


@needs(Permission.LOG_CASE)
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the form by itself, while it is typed; the page shows when that was."""
    if said := done_meanwhile(request.POST, request.user):
        return JsonResponse({"said": f"{said} Save as a draft to see more"}, status=409)
    try:
        kept = keep_what_was_typed(request)
    except ValidationError as refusal:
        return JsonResponse({"said": refusal.messages[0]}, status=400)
    said = f"Draft saved at {localtime():%H:%M}" if kept else ""
    return JsonResponse({"said": said, "seen": stamp(kept)})


@needs(Permission.LOG_CASE)
@require_POST
def throw_away(request: HttpRequest, key) -> HttpResponse:
    draft = get_object_or_404(Draft, key=key)
    end_draft(draft, why="Thrown away", by=request.user)
    messages.success(request, "The draft is thrown away.")
    return redirect("drafts")


def save_draft(request: HttpRequest) -> HttpResponse | None:
    """Keep the form because its button was pressed; None where the page is shown again instead."""
    if done_meanwhile(request.POST, request.user):
        return None
    try:
        kept = keep_what_was_typed(request)
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
        return None
    if kept is None:
        messages.error(request, "Nothing was typed yet, so there is nothing to save")
        return None
    messages.success(request, "Saved as a draft. It is not logged yet: no deadline stands")
    return redirect("drafts")


def keep_what_was_typed(request: HttpRequest) -> Draft | None:
    answers = answers_to_keep(request.POST)
    if not answers.keys() - {"received_on", "kind"}:  # these stand in an empty form too
        return None
    today = localdate()
    return keep_draft(
        key_in(request.POST),
        answers=answers,
        received_on=received_on(request.POST, today),
        on=today,
        by=request.user,
    )
