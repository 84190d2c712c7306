"""A version of a procedure tried on the open cases, before it is in force."""

from itertools import groupby

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from cases.models import Case
from stages.calendars import NoCalendar
from stages.models import Procedure
from stages.procedure_trial import stored_version, summaries, try_version
from stages.working_days import BeyondHorizon

ROWS = 2_000


@require_safe
@needs()
def try_procedure(request, code, version):
    """Counts for whoever keeps the procedures; the cases for those who decide about them."""
    shown = get_object_or_404(Procedure, code=code, version=version)
    if not may_try(request.user):
        raise PermissionDenied
    try:
        tried = try_version(stored_version(shown), today=localdate())
    except (NoCalendar, BeyondHorizon) as error:
        messages.error(request, str(error))
        return redirect("procedure", code, version)
    changed = [one for one in tried if one.is_changed]
    context = {
        "procedure": shown,
        "summaries": summaries(tried),
        "cases": len({one.stage.case_id for one in tried}),
        "changed": len(changed),
    }
    if request.user.may(Permission.DECIDE):
        context |= listed(changed, request.user)
    return render(request, "rules/try.html", context)


def listed(changed, user) -> dict:
    """What changes, by case: of the cases that ``user`` may see."""
    keys = {one.stage.case_id for one in changed}
    visible = set(Case.objects.visible_to(user).filter(pk__in=keys).values_list("pk", flat=True))
    shown = [one for one in changed if one.stage.case_id in visible]
    of_cases = groupby(shown[:ROWS], key=lambda one: one.stage.case)
    return {
        "of_cases": [(case, list(rows)) for case, rows in of_cases],
        "unseen": len(changed) - len(shown[:ROWS]),
    }


def may_try(user) -> bool:
    return user.may(Permission.KEEP_LISTS) or user.may(Permission.DECIDE)
