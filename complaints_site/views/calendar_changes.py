"""Changes of the calendar that move deadlines: what each would move, and who decides it.

An administrator keeps the calendar and sees no case, so they see counts. A complaints manager sees
the cases and decides. Who is both sees and does both on the same page.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, needs
from complaints_site.calendar_changes import (
    decided,
    enter,
    heading,
    numbers_by_stage,
    rows_of,
    tasks_shown,
)
from complaints_site.deadlines_listed import page_of
from complaints_site.rule_forms import DecideChangeForm, year_began
from stages.actions.calendar import DayRefused
from stages.actions.calendar_changes import EffectHasChanged, take_back_change
from stages.models import BankHoliday, CalendarChange, ClosureDay
from stages.working_days import BeyondHorizon

MODELS = {
    CalendarChange.Kind.BANK_HOLIDAY: BankHoliday.objects.filter(one_off=True),
    CalendarChange.Kind.CLOSURE: ClosureDay.objects.all(),
}


@require_http_methods(["GET", "POST"])
@needs()
def change(request, pk):
    """What a change would move, or has moved: counts, and the cases for those who decide it here.

    Approving moves the deadlines; refusing asks for the reason.
    """
    if request.method == "POST" and not request.user.may(Permission.DECIDE):
        raise PermissionDenied
    changes = CalendarChange.objects.visible_to(request.user)
    shown = get_object_or_404(changes.select_related("proposed_by", "decided_by"), pk=pk)
    form = DecideChangeForm(request.POST or None)
    if not form.is_valid():
        return page(request, shown, form)
    try:
        messages.success(request, decided(shown, form.cleaned_data, by=request.user))
    except (DayRefused, EffectHasChanged, BeyondHorizon, ValidationError) as refusal:
        for sentence in getattr(refusal, "messages", [str(refusal)]):
            messages.error(request, sentence)
    return redirect("calendar-change", pk)


@needs(Permission.KEEP_LISTS)
@require_POST
def take_back(request, pk):
    """Take back what was proposed by mistake."""
    shown = get_object_or_404(CalendarChange, pk=pk)
    try:
        take_back_change(shown, on=localdate(), by=request.user)
        messages.success(request, f"Taken back: {shown}. The calendar stays as it is.")
    except DayRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("calendar")


@require_http_methods(["GET", "POST"])
@needs(Permission.KEEP_LISTS)
def remove_day(request, kind, day):
    """Take out a day that was typed by mistake."""
    if kind not in MODELS:
        raise Http404
    row = get_object_or_404(MODELS[kind].filter(day__gte=year_began(localdate())), day=day)
    if request.method == "GET":
        return render(request, "rules/remove_day.html", {"row": row})
    removal = CalendarChange(kind=kind, removed={row.day.isoformat(): row.title})
    try:
        where, done = enter(removal, by=request.user)
        messages.success(request, done)
    except (DayRefused, BeyondHorizon) as refusal:
        messages.error(request, str(refusal))
        where = f"{reverse('calendar')}?year={row.day.year}"
    return redirect(where)


def page(request, shown: CalendarChange, form):
    try:
        rows, tasks, fingerprint = rows_of(shown)
    except BeyondHorizon as error:
        messages.error(request, str(error))
        return redirect("calendar")
    told = [row for row in rows if row.was_told]
    context = {
        "change": shown,
        "title": heading(shown),
        "form": form,
        "fingerprint": fingerprint,
        "stages": numbers_by_stage(rows),
        "number": len(rows),
        "cases": len({row.stage.case_id for row in rows}),
        "tasks": len(tasks),
        "told": len(told),
        "may_decide": request.user.may(Permission.DECIDE),
        "may_keep": request.user.may(Permission.KEEP_LISTS),
    }
    if context["may_decide"]:
        context["only_told"] = request.GET.get("show") == "told"
        listed = told if context["only_told"] else rows
        context |= page_of(listed, request.user, request.GET.get("page"))
        context |= tasks_shown(tasks, request.user)
    return render(request, "rules/change.html", context)
