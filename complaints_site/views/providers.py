"""Complaints that a contracted provider has: how many, by when, and which are late."""

from collections import Counter

from django.db.models import OuterRef, Subquery
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from cases.models import Assignment
from stages.calendars import load_calendar
from stages.models import ProviderRequest
from stages.working_days import count_working_days

ROWS = 200
HOLDER = Assignment.objects.filter(
    case=OuterRef("case"), capacity=Assignment.Capacity.OWNER, until=None
)


@require_safe
@needs(Permission.OPEN_CASES)
def with_providers(request):
    """What providers still have to answer, the longest due first."""
    today = localdate()
    waiting = ProviderRequest.objects.visible_to(request.user).waiting()
    number, late = Counter(), Counter()
    for name, due_on in waiting.values_list("provider__name", "due_on"):
        number[name] += 1
        late[name] += due_on < today
    shown = waiting.select_related("provider", "case__service_area", "chase__owner")
    shown = shown.annotate(holder=Subquery(HOLDER.values("user__full_name")[:1]))[:ROWS]
    calendar = load_calendar()
    for row in shown:
        is_late = row.due_on < today
        row.days_late = count_working_days(row.due_on, today, calendar) if is_late else 0
    return render(
        request,
        "providers.html",
        {
            "rows": shown,
            "providers": [(name, number[name], late[name]) for name in sorted(number)],
            "more": max(0, number.total() - ROWS),
        },
    )
