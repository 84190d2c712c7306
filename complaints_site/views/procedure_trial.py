"""A version of a procedure tried on the open cases, before it is in force."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from complaints_site.deadlines_listed import page_of
from stages.calendars import NoCalendar
from stages.models import Procedure
from stages.procedure_trial import stored_version, summaries, try_version
from stages.working_days import BeyondHorizon


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
        context |= page_of(changed, request.user, request.GET.get("page"))
    return render(request, "rules/try.html", context)


def may_try(user) -> bool:
    return user.may(Permission.KEEP_LISTS) or user.may(Permission.DECIDE)
