"""The statement of complaint of a stage: its versions side by side, on the screen and on paper."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from complaints_site.shared import shared_with
from complaints_site.statement_page import rows_of
from complaints_site.views.case_file import open_case
from stages.models import Stage


@require_safe
@needs(Permission.OPEN_CASES)
def statement(request, reference, number):
    case = open_case(request, reference)
    stage = get_object_or_404(Stage.objects.select_related("definition"), case=case, number=number)
    versions = list(
        stage.statements.select_related("council_agreed_by").prefetch_related("points__from_point")
    )
    if not versions:
        raise Http404
    in_force = [version for version in versions if version.in_force_on]
    page = {
        "case": case,
        "stage": stage,
        "versions": versions,
        "in_force": in_force[-1] if in_force else None,
        "rows": rows_of(versions),
        "shared": shared_with([stage], request.user),
    }
    return render(request, "cases/statement.html", page)
