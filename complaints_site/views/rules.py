"""The rules as pages: the calendar of working days, and the procedures with their clocks."""

from itertools import groupby
from operator import attrgetter

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from complaints_site.calendar_changes import enter
from complaints_site.procedure_page import drawn_stages, facts, line_of_time
from complaints_site.rule_forms import BankHolidayForm, ClosureForm, year_began
from complaints_site.steps_drawn import drawn
from complaints_site.views.procedure_trial import may_try
from stages.actions.calendar import DayRefused
from stages.calendars import NoCalendar, horizon_warning, load_calendar
from stages.models import BankHoliday, CalendarChange, ClosureDay, Procedure
from stages.situation import Phase
from stages.steps_listed import rows_of_steps
from stages.working_days import BeyondHorizon


@require_safe
@needs()
def calendar(request):
    """The days of one year that are not working days, and how far the calendar reaches."""
    today = localdate()
    page = {
        "warning": horizon_warning(today),
        "leaving_out_closures": Procedure.objects.filter(closure_days_excluded=True),
    }
    try:
        known = load_calendar()
    except NoCalendar:
        return render(request, "rules/calendar.html", page)
    years = range(known.first.year, known.last.year + 1)
    year = chosen_year(request, years, today)
    changes = CalendarChange.objects.visible_to(request.user)
    page |= {
        "horizon": known.last,
        "year": year,
        "years": years,
        "before": year - 1 if year - 1 in years else None,
        "after": year + 1 if year + 1 in years else None,
        "days": days_of(year),
        "may_keep": request.user.may(Permission.KEEP_LISTS),
        "waiting": changes.waiting(),
        "decided": changes.decided_in(year),
        "year_began": year_began(today),
    }
    return render(request, "rules/calendar.html", page)


@require_http_methods(["GET", "POST"])
@needs(Permission.KEEP_LISTS)
def add_holiday(request):
    """Add a bank holiday that was proclaimed for once."""
    return add_days(request, BankHolidayForm, holiday_of, "rules/add_bank_holiday.html")


@require_http_methods(["GET", "POST"])
@needs(Permission.KEEP_LISTS)
def add_closure(request):
    """Add days when the office is shut."""
    return add_days(request, ClosureForm, closure_of, "rules/add_closure.html")


def add_days(request, form_class, change_of, template):
    """Ask for days and enter them; what would move a deadline is proposed, and shown first."""
    try:
        known = load_calendar()
    except NoCalendar as error:
        messages.error(request, str(error))
        return redirect("calendar")
    form = form_class(request.POST or None, today=localdate(), calendar=known)
    if form.is_valid():
        try:
            where, done = enter(change_of(form.cleaned_data), by=request.user)
        except (DayRefused, BeyondHorizon) as error:  # somebody else entered the day meanwhile
            form.add_error(None, str(error))
        else:
            messages.success(request, done)
            return redirect(where)
    return render(request, template, {"form": form})


def holiday_of(data) -> CalendarChange:
    return CalendarChange(added={data["day"].isoformat(): data["title"]})


def closure_of(data) -> CalendarChange:
    days = {day.isoformat(): data["title"] for day in data["days"]}
    return CalendarChange(kind=CalendarChange.Kind.CLOSURE, added=days)


@require_safe
@needs()
def procedures(request):
    """Every version of every procedure on one line of time."""
    line = line_of_time(list(Procedure.objects.all()), localdate())
    found = groupby(line.versions, lambda version: version.procedure.code)
    groups = [(code.replace("-", " "), list(same)) for code, same in found]
    return render(request, "rules/procedures.html", {"procedures": groups, "line": line})


@require_safe
@needs()
def procedure(request, code, version):
    """One version: its stages, each clock with its source, and the versions before and after."""
    shown = get_object_or_404(Procedure, code=code, version=version)
    versions = list(Procedure.objects.filter(code=code))
    return render(
        request,
        "rules/procedure.html",
        {
            "procedure": shown,
            "facts": facts(shown),
            "stages": drawn_stages(shown),
            "line": line_of_time(versions, localdate()),
            "may_try": may_try(request.user),
        },
    )


@require_safe
@needs()
def steps_table(request):
    """Every step as the site itself reads the table; of one procedure, those it can ever take."""
    code = request.GET.get("procedure", "")
    versions = {one.code: one for one in Procedure.objects.order_by("in_force_from")}
    chosen = versions.get(code)
    return render(
        request,
        "rules/steps.html",
        {
            "groups": [(head, list(map(drawn, rows))) for head, rows in rows_of_steps(chosen)],
            "phases": list(Phase),
            "procedures": versions.values(),
            "chosen": chosen,
        },
    )


def chosen_year(request, years, today) -> int:
    """The year asked for, or this one; the nearest that is known."""
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else today.year
    return min(max(year, years[0]), years[-1])


def days_of(year) -> list:
    """Bank holidays and closure days of a year in one row, each with what ``kind`` of day it is."""
    holidays = list(BankHoliday.objects.filter(day__year=year))
    closures = list(ClosureDay.objects.filter(day__year=year))
    for holiday in holidays:
        holiday.change_kind = CalendarChange.Kind.BANK_HOLIDAY if holiday.one_off else ""
        holiday.kind = "Bank holiday, added here" if holiday.one_off else "Bank holiday"
    for closure in closures:
        closure.change_kind = CalendarChange.Kind.CLOSURE
        closure.kind = "Office closed"
    return sorted(holidays + closures, key=attrgetter("day"))
