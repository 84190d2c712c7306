"""The letters of a case, on a tab of its file; and those that can be written now."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, needs
from complaints_site.views.case_file import opened, tab
from letters.forms.outside import OutsideForm
from letters.kinds import Kind, is_written_at
from letters.models import Letter
from letters.views.writing import taken


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
@transaction.atomic
def letters(request, reference):
    file = opened(request, reference)
    latest = file.stages[-1] if file.stages else None
    may_write = request.user.may(Permission.WRITE_LETTERS) and not file.withholds
    outside = None
    if may_write and request.user.may(Permission.RUN_CASE):
        data = request.POST if request.method == "POST" else None
        outside = OutsideForm(data, case=file.case, stage=latest, today=localdate())
    if request.method == "POST" and outside and outside.is_valid() and taken(outside, request.user):
        messages.success(request, "Recorded. It counts as not vetted", extra_tags="step")
        return redirect("case-letters", reference)
    found = Letter.objects.visible_to(request.user).filter(case=file.case)
    listed = found.select_related("author", "addressee__person", "stage__definition")
    kinds = kinds_now(file) if may_write and latest else []
    return tab(request, "case-letters", file, letters=listed, kinds=kinds, outside=outside)


def kinds_now(file) -> list[tuple[str, str]]:
    """Those that are written at this stage of this procedure."""
    if file.procedure is None:
        return []
    code, number = file.procedure.code, file.stages[-1].number
    ended = {Kind.WITHDRAWAL: file.case.withdrawn_on, Kind.CLOSING: file.case.closed_on}
    fitting = [kind for kind in Kind if is_written_at(kind, code, number)]
    return [(kind.value, kind.label) for kind in fitting if ended.get(kind, True)]
