"""Recording a letter that went without this system, with the step that it is."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, needs
from cases.models import Case
from letters.facts import window_said
from letters.forms.outside import Outside
from letters.kinds import Kind, is_written_at
from letters.views.sending import sent
from stages.situation import Situation


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
@transaction.atomic
def outside(request, reference, kind):
    """Say when it went, who sent it and what it says: the clock stops as if it had gone here."""
    seen = Case.objects.wholly_visible_to(request.user).select_related("route__procedure")
    if request.method == "POST":
        seen = seen.select_for_update(of=("self",))
    case = get_object_or_404(seen, reference=reference)
    if kind not in Kind.values or not hasattr(case, "route") or not case.stages.exists():
        raise Http404
    situation = Situation(case)
    if not is_written_at(kind, situation.procedure.code, situation.definition):
        raise Http404
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    facts = {"user": request.user, "today": localdate()}
    recording = Outside(situation, Kind(kind), data=data, files=files, **facts)
    if request.method == "POST" and recording.is_valid() and sent(recording, request.user):
        said = f"{case}: the letter is recorded. It counts as not vetted. "
        said += window_said(recording.letter.stage)
        messages.success(request, said.strip(), extra_tags="step")
        return redirect("case-letters", reference)
    page = {"case": case, "kind": Kind(kind), "sending": recording, "forms": recording.forms}
    return render(request, "letters/outside.html", page)
