"""The calendar as rows, and how a change of them reaches every count."""

from datetime import date

import pytest
from django.core.management import call_command

from stages.actions.calendar import DayRefused, add_bank_holiday, add_closure_day
from stages.calendars import NoCalendar, horizon_warning, load_calendar
from stages.models import BankHoliday, CalendarDay


@pytest.fixture
def calendar(db):
    call_command("load_calendar", verbosity=0)


def test_the_calendar_runs_from_1995_to_the_end_of_the_last_year_that_is_known(calendar):
    known = load_calendar()

    assert (known.first, known.last) == (date(1995, 1, 1), date(2028, 12, 31))


def test_days_between_two_dates_can_be_counted_in_the_database(calendar):
    days = dict(CalendarDay.objects.values_list("day", "working_days"))

    assert len(days) == 12_419
    assert days[date(2007, 2, 27)] - days[date(2007, 1, 15)] == 31
