"""The rules as pages: the calendar of working days, and the procedures with their clocks."""

from itertools import groupby
from operator import attrgetter

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from complaints_site.procedure_page import drawn_stages, facts, line_of_time
from complaints_site.rule_forms import BankHolidayForm, ClosureForm
from complaints_site.steps_drawn import drawn
from stages.actions.calendar import DayRefused, add_bank_holiday, add_closure_day
from stages.calendars import NoCalendar, horizon_warning, load_calendar
from stages.models import BankHoliday, ClosureDay, Procedure
from stages.situation import Phase
from stages.steps_listed import rows_of_steps
from stages.working_calendar import in_words

COUNTED = "Due dates that are counted from now on leave it out."


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
    page |= {
        "horizon": known.last,
        "year": year,
        "years": years,
        "before": year - 1 if year - 1 in years else None,
        "after": year + 1 if year + 1 in years else None,
        "days": days_of(year),
        "may_keep": request.user.may(Permission.KEEP_LISTS),
    }
    return render(request, "rules/calendar.html", page)


@require_http_methods(["GET", "POST"])
@needs(Permission.KEEP_LISTS)
def add_holiday(request):
    """Add a bank holiday that was proclaimed for once."""
    return add_days(request, BankHolidayForm, save_holiday, "rules/add_bank_holiday.html")


@require_http_methods(["GET", "POST"])
@needs(Permission.KEEP_LISTS)
def add_closure(request):
    """Add days when the office is shut."""
    return add_days(request, ClosureForm, save_closure, "rules/add_closure.html")


def add_days(request, form_class, save, template):
    """Ask for days and ``save`` them; it returns the first of them and a sentence."""
    try:
        known = load_calendar()
    except NoCalendar as error:
        messages.error(request, str(error))
        return redirect("calendar")
    form = form_class(request.POST or None, today=localdate(), calendar=known)
    if form.is_valid():
        try:
            first, done = save(form.cleaned_data, by=request.user)
        except DayRefused as error:  # somebody else entered the day meanwhile
            form.add_error(None, str(error))
        else:
            messages.success(request, done)
            return redirect(f"{reverse('calendar')}?year={first.year}")
    return render(request, template, {"form": form})


def save_holiday(data, *, by):
    day, title = data["day"], data["title"]
    add_bank_holiday(day, title, by=by)
    return day, f"{in_words(day)} is a bank holiday: {title}. {COUNTED}"


@transaction.atomic
def save_closure(data, *, by):
    days, title = data["days"], data["title"]
    for day in days:
        add_closure_day(day, title, by=by)
    span = in_words(days[0])
    if len(days) > 1:
        span = f"{len(days)} days from {span} to {in_words(days[-1])}"
    return days[0], f"The office is closed on {span}: {title}."


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
        holiday.kind = "Bank holiday, added here" if holiday.one_off else "Bank holiday"
    for closure in closures:
        closure.kind = "Office closed"
    return sorted(holidays + closures, key=attrgetter("day"))
