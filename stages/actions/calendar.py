"""The calendar as rows: bank holidays from a list or one by one, closure days, the days counted."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import SimpleNamespace

from django.db import connection, models

from accounts.models import User
from accounts.trail import action, record
from stages.calendars import load_calendar
from stages.models import BankHoliday, CalendarDay, ClosureDay
from stages.working_calendar import FRIDAY, in_words

EVERY_YEAR = 8  # bank holidays of England and Wales, with Christmas Day and Good Friday

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


class IncompleteYear(ValueError):
    """A list that has only some of a year's bank holidays: counting on it would be wrong."""


@dataclass
class Differences:
    """What a list of bank holidays says otherwise than the rows do."""

    added: dict[date, str] = field(default_factory=dict)
    not_listed: dict[date, str] = field(default_factory=dict)
    removed: dict[date, str] = field(default_factory=dict)
    titles: dict[date, tuple[str, str]] = field(default_factory=dict)


@action
def load_bank_holidays(
    holidays: Mapping[date, str], *, by: User | None, remove: bool = False
) -> Differences:
    """Add what an official list has and we do not, and say what else differs.

    A day of the listed years that the list no longer has is removed only with ``remove``, and one
    entered by hand not even then. A title we already have stays.
    """
    _refuse_incomplete_years(holidays)
    rows = {row.day: row for row in BankHoliday.objects.all()}
    found = Differences(
        added={day: title for day, title in holidays.items() if day not in rows},
        titles=_other_titles(rows, holidays),
    )
    years = {day.year for day in holidays}
    for day, row in rows.items():
        if day.year in years and day not in holidays and not row.one_off:
            (found.removed if remove else found.not_listed)[day] = row.title
    listed_now = [day for day in holidays if day in rows and rows[day].one_off]
    if not (found.added or found.removed or listed_now):
        return found
    BankHoliday.objects.bulk_create(
        BankHoliday(day=day, title=title) for day, title in found.added.items()
    )
    BankHoliday.objects.filter(day__in=found.removed).delete()
    BankHoliday.objects.filter(day__in=listed_now).update(one_off=False)
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


def _count_days() -> None:
    """Make the projection of the calendar anew, in one statement, from the module that counts."""
    law, office = load_calendar(), load_calendar(closures=True)
    CalendarDay.objects.exclude(day__range=(law.first, law.last)).delete()
    days = [law.first + timedelta(days=place) for place in range(len(law.ordinals) - 1)]
    with connection.cursor() as cursor:
        cursor.execute(NUMBER_THE_DAYS, [days, law.ordinals[1:], office.ordinals[1:]])


def _refuse_incomplete_years(holidays: Mapping[date, str]) -> None:
    for year, days in sorted(Counter(day.year for day in holidays).items()):
        if days < EVERY_YEAR:
            raise IncompleteYear(
                f"The list has {days} bank holidays in {year}; a year has {EVERY_YEAR} or more. "
                "Only whole years can be taken in."
            )


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


def _other_titles(rows, holidays) -> dict[date, tuple[str, str]]:
    both = {day: (rows[day].title, title) for day, title in holidays.items() if day in rows}
    return {day: titles for day, titles in both.items() if titles[0] != titles[1]}


def _record(sentence: str, kind: type[models.Model], day: date, *, by: User | None) -> None:
    """Write into the trail of a day: its key is a date, and the trail knows rows by number."""
    record(sentence, SimpleNamespace(_meta=kind._meta, pk=day.toordinal()), by=by)
