"""What an address asks about."""

from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404

from cases.models import Directorate
from reporting.period import Period, can_be_reported_on
from reporting.scope import Scope


def scope_of(request, start: date, end: date) -> Scope:
    """What an address is about: two days, and a directorate where one is chosen."""
    try:
        period = Period(start, end)
    except ValueError as error:
        raise Http404(str(error)) from error
    if not (can_be_reported_on(start) and can_be_reported_on(end)):
        raise Http404("Nothing is known of these years")
    chosen = request.GET.get("directorate", "")
    if not chosen:
        return Scope(period)
    if not chosen.isdecimal():
        raise Http404("No such directorate")
    return Scope(period, get_object_or_404(Directorate, pk=chosen))
