"""What an address asks about."""

from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404

from cases.models import Directorate
from reporting.period import Period, can_be_reported_on
from reporting.scope import Scope, scope_about


def scope_of(request, start: date, end: date) -> Scope:
    """What an address is about: two days, and a directorate where one is chosen."""
    try:
        period = Period(start, end)
    except ValueError as error:
        raise Http404(str(error)) from error
    if not (can_be_reported_on(start) and can_be_reported_on(end)):
        raise Http404("Nothing is known of these years")
    chosen = [each for each in request.GET.getlist("directorate") if each]
    if not all(each.isdecimal() for each in chosen):
        raise Http404("No such directorate")
    directorates = [get_object_or_404(Directorate, pk=each) for each in dict.fromkeys(chosen)]
    procedures = tuple(sorted({each for each in request.GET.getlist("procedure") if each}))
    return scope_about(period, directorates, procedures)
