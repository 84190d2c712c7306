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
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import Permission, needs
from complaints_site.calendar_changes import by_case, by_stage, decided, enter, rows_of
from complaints_site.rule_forms import DecideChangeForm, year_began
from stages.actions.calendar import DayRefused
from stages.actions.calendar_changes import EffectHasChanged, take_back_change
from stages.models import BankHoliday, CalendarChange, ClosureDay
from stages.working_days import BeyondHorizon

MODELS = {
    CalendarChange.Kind.BANK_HOLIDAY: BankHoliday.objects.filter(one_off=True),
    CalendarChange.Kind.CLOSURE: ClosureDay.objects.all(),
}


@require_safe
@needs()
def change(request, pk):
    """What a change would move, or has moved: counts, and the cases for those who decide."""
    shown = get_object_or_404(CalendarChange.objects.select_related("proposed_by"), pk=pk)
    if not (request.user.may(Permission.KEEP_LISTS) or request.user.may(Permission.DECIDE)):
        raise PermissionDenied
    return page(request, shown, DecideChangeForm())


@needs(Permission.DECIDE)
@require_POST
def decide(request, pk):
    """Approve a change, which moves the deadlines; or refuse it, with the reason."""
    shown = get_object_or_404(CalendarChange, pk=pk)
    form = DecideChangeForm(request.POST)
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
        rows, fingerprint = rows_of(shown)
    except BeyondHorizon as error:
        messages.error(request, str(error))
        return redirect("calendar")
    context = {
        "change": shown,
        "form": form,
        "fingerprint": fingerprint,
        "stages": by_stage(rows),
        "number": len(rows),
        "cases": len({row.stage.case_id for row in rows}),
        "told": sum(row.was_told for row in rows),
        "may_decide": request.user.may(Permission.DECIDE),
        "may_keep": request.user.may(Permission.KEEP_LISTS),
    }
    if context["may_decide"]:
        context["of_cases"], context["unseen"] = by_case(rows, request.user)
    return render(request, "rules/change.html", context)
