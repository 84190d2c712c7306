"""The calendar as rows: bank holidays from a list or one by one, closure days, the days counted."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import SimpleNamespace

from django.db import connection, models

from accounts.models import User
from accounts.trail import action, record
from stages.calendar_differences import Differences, differences
from stages.calendars import load_calendar
from stages.models import BankHoliday, CalendarChange, CalendarDay, ClosureDay
from stages.working_calendar import FRIDAY, in_words

NUMBER_THE_DAYS = """
    INSERT INTO stages_calendarday AS known (day, working_days, office_days)
    SELECT * FROM unnest(%s::date[], %s::int[], %s::int[])
    ON CONFLICT (day) DO UPDATE
    SET working_days = excluded.working_days, office_days = excluded.office_days
    WHERE (known.working_days, known.office_days)
        <> (excluded.working_days, excluded.office_days)
"""


class DayRefused(ValueError):
    """A day that cannot be entered, with the reason in the administrator's words."""


@action
def load_bank_holidays(
    holidays: Mapping[date, str], *, by: User | None, remove: bool = False
) -> Differences:
    """Add what an official list has and we do not, and say what else differs.

    A day of the listed years that the list no longer has is removed only with ``remove``, and one
    entered by hand not even then. A title we already have stays.
    """
    found = differences(holidays, remove=remove)
    listed_now = BankHoliday.objects.filter(day__in=list(holidays), one_off=True)
    if not (found.added or found.removed or listed_now.exists()):
        return found
    listed_now.update(one_off=False)
    BankHoliday.objects.bulk_create(
        BankHoliday(day=day, title=title) for day, title in found.added.items()
    )
    BankHoliday.objects.filter(day__in=found.removed).delete()
    _count_days()
    what = f"{len(found.added)} bank holidays added, {len(found.removed)} removed"
    _record(f"brought the calendar up to date: {what}", BankHoliday, max(holidays), by=by)
    return found


@action
def add_bank_holiday(day: date, title: str, *, by: User | None) -> BankHoliday:
    """Enter a bank holiday that the official list does not have yet, or never will."""
    _refuse(day, title, BankHoliday)
    holiday = BankHoliday.objects.create(day=day, title=title.strip(), one_off=True)
    _count_days()
    _record(f"added the bank holiday {in_words(day)}, {holiday.title}", BankHoliday, day, by=by)
    return holiday


@action
def add_closure_day(day: date, title: str, *, by: User | None) -> ClosureDay:
    """Enter a day when the office is shut. Only procedures that say so leave it out."""
    _refuse(day, title, ClosureDay)
    closure = ClosureDay.objects.create(day=day, title=title.strip())
    _count_days()
    _record(f"added the closure day {in_words(day)}, {closure.title}", ClosureDay, day, by=by)
    return closure


@action
def change_days(change: CalendarChange, *, by: User | None) -> None:
    """Bring the days of an approved change into the calendar, if it still can be."""
    model = ClosureDay if change.kind == CalendarChange.Kind.CLOSURE else BankHoliday
    for day, title in change.days_added.items():
        _refuse(day, title, model)
    gone = set(change.days_removed) - set(model.objects.values_list("day", flat=True))
    if gone:
        raise DayRefused(f"{in_words(min(gone))} is no longer in the calendar.")
    one_off = {} if model is ClosureDay else {"one_off": not change.official}
    model.objects.bulk_create(
        model(day=day, title=title.strip(), **one_off) for day, title in change.days_added.items()
    )
    model.objects.filter(day__in=change.days_removed).delete()
    _count_days()
    for verb, days in {"added": change.days_added, "removed": change.days_removed}.items():
        for day, title in days.items():
            what = f"{verb} the {change.get_kind_display()} {in_words(day)}, {title}"
            _record(what, model, day, by=by)


def _count_days() -> None:
    """Make the projection of the calendar anew, in one statement, from the module that counts."""
    law, office = load_calendar(), load_calendar(closures=True)
    CalendarDay.objects.exclude(day__range=(law.first, law.last)).delete()
    days = [law.first + timedelta(days=place) for place in range(len(law.ordinals) - 1)]
    with connection.cursor() as cursor:
        cursor.execute(NUMBER_THE_DAYS, [days, law.ordinals[1:], office.ordinals[1:]])


def _refuse(day: date, title: str, kind: type[models.Model]) -> None:
    if not title.strip():
        raise DayRefused("Enter what the day is called.")
    if day.weekday() > FRIDAY:
        raise DayRefused(f"{in_words(day)} is a {day:%A}: no working day is lost.")
    holiday = BankHoliday.objects.filter(day=day).first()
    if holiday:
        raise DayRefused(f"{in_words(day)} is a bank holiday already: {holiday.title}.")
    closure = kind.objects.filter(day=day).first()
    if closure:
        raise DayRefused(f"{in_words(day)} is entered already: {closure.title}.")


def _record(sentence: str, kind: type[models.Model], day: date, *, by: User | None) -> None:
    """Write into the trail of a day: its key is a date, and the trail knows rows by number."""
    record(sentence, SimpleNamespace(_meta=kind._meta, pk=day.toordinal()), by=by)
