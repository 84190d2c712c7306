"""The calendar as rows, and how a change of them reaches every count."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Event
from stages.actions.calendar import DayRefused, add_bank_holiday, add_closure_day
from stages.calendars import NoCalendar, horizon_warning, load_calendar
from stages.models import BankHoliday, CalendarDay
from stages.working_days import add_working_days

YEAR_2029 = [
    ("2029-01-01", "New Year’s Day", ""),
    ("2029-03-30", "Good Friday", ""),
    ("2029-04-02", "Easter Monday", ""),
    ("2029-05-07", "Early May bank holiday", ""),
    ("2029-05-28", "Spring bank holiday", ""),
    ("2029-08-27", "Summer bank holiday", ""),
    ("2029-12-25", "Christmas Day", ""),
    ("2029-12-26", "Boxing Day", "Extra bank holiday"),
]


@pytest.fixture
def calendar(db):
    call_command("load_calendar", verbosity=0)


@pytest.fixture
def official_list(tmp_path):
    def write(events):
        path = tmp_path / "bank-holidays.json"
        rows = [{"date": day, "title": title, "notes": notes} for day, title, notes in events]
        path.write_text(json.dumps({"england-and-wales": {"events": rows}}), encoding="utf-8")
        return path

    return write


def said(*arguments, **options):
    out = StringIO()
    call_command(*arguments, stdout=out, **options)
    return out.getvalue()


def days_numbered():
    return dict(CalendarDay.objects.values_list("day", "working_days"))


def test_the_calendar_runs_from_1995_to_the_end_of_the_last_year_that_is_known(calendar):
    known = load_calendar()

    assert (known.first, known.last) == (date(1995, 1, 1), date(2028, 12, 31))


def test_without_bank_holidays_nothing_is_counted(no_rules):
    with pytest.raises(NoCalendar, match="No bank holidays are loaded"):
        load_calendar()


def test_the_same_list_again_changes_nothing(calendar):
    before = Event.objects.count()

    assert said("load_calendar") == ("Every bank holiday is loaded already; nothing was changed.\n")
    assert Event.objects.count() == before


def test_days_between_two_dates_can_be_counted_in_the_database(calendar):
    days = days_numbered()

    assert len(days) == 12_419
    assert days[date(2007, 2, 27)] - days[date(2007, 1, 15)] == 31


def test_a_holiday_added_by_hand_counts_at_once_everywhere(calendar):
    assert add_working_days(date(2027, 6, 1), 10, load_calendar()) == date(2027, 6, 15)

    add_bank_holiday(date(2027, 6, 4), "A jubilee", by=None)

    assert add_working_days(date(2027, 6, 1), 10, load_calendar()) == date(2027, 6, 16)
    days = days_numbered()
    assert days[date(2027, 6, 16)] - days[date(2027, 6, 1)] == 10
    assert Event.objects.first().sentence == "added the bank holiday 4 June 2027, A jubilee"


def test_a_holiday_added_by_hand_does_not_stretch_what_is_known_of_its_year(calendar):
    add_bank_holiday(date(2031, 6, 4), "A jubilee", by=None)

    assert load_calendar().last == date(2028, 12, 31)


def test_a_closure_day_is_left_out_only_of_the_days_the_office_is_open(calendar):
    add_closure_day(date(2006, 12, 27), "between Christmas and New Year", by=None)

    assert load_calendar().works_on(date(2006, 12, 27))
    assert not load_calendar(closures=True).works_on(date(2006, 12, 27))
    day = CalendarDay.objects.get(day=date(2007, 1, 2))
    assert (day.working_days - day.office_days) == 1


@pytest.mark.parametrize("add", [add_bank_holiday, add_closure_day])
@pytest.mark.parametrize(
    ("day", "title", "sentence"),
    [
        (date(2027, 6, 5), "A jubilee", "5 June 2027 is a Saturday: no working day is lost."),
        (
            date(2027, 12, 27),
            "Christmas closure",
            "27 December 2027 is a bank holiday already: Christmas Day (substitute day).",
        ),
        (date(2027, 6, 4), "  ", "Enter what the day is called."),
    ],
)
def test_a_day_that_changes_nothing_is_refused_with_the_reason(calendar, add, day, title, sentence):
    with pytest.raises(DayRefused) as refused:
        add(day, title, by=None)

    assert str(refused.value) == sentence


def test_a_calendar_that_has_not_changed_costs_one_query(calendar):
    load_calendar()

    with CaptureQueriesContext(
        connection,
    ) as queries:
        again = load_calendar()

    assert len(queries) == 1
    assert again is load_calendar()


def test_the_office_is_warned_when_less_than_six_months_of_holidays_are_known(calendar):
    assert horizon_warning(date(2028, 6, 30)) == ""
    assert horizon_warning(date(2028, 7, 1)) == (
        "The known bank holidays end on 31 December 2028. "
        "An administrator must bring the official list up to date."
    )
    assert horizon_warning(date(2029, 2, 1)).startswith(
        "The known bank holidays ended on 31 December 2028."
    )


def test_the_official_list_adds_what_is_new(calendar, official_list):
    assert said("refresh_bank_holidays", official_list(YEAR_2029)).splitlines() == [
        "Added: 1 January 2029, New Year's Day",
        "Added: 30 March 2029, Good Friday",
        "Added: 2 April 2029, Easter Monday",
        "Added: 7 May 2029, Early May bank holiday",
        "Added: 28 May 2029, Spring bank holiday",
        "Added: 27 August 2029, Summer bank holiday",
        "Added: 25 December 2029, Christmas Day",
        "Added: 26 December 2029, Boxing Day (extra bank holiday)",
        "Bank holidays are known to 31 December 2029.",
    ]
    assert load_calendar().last == date(2029, 12, 31)


def test_a_day_that_the_official_list_dropped_is_told_and_stays(calendar, official_list):
    call_command("refresh_bank_holidays", official_list(YEAR_2029), verbosity=0)
    moved = [event for event in YEAR_2029 if event[0] != "2029-05-07"]
    moved.append(("2029-05-08", "Early May bank holiday", "Moved"))

    told = said("refresh_bank_holidays", official_list(moved)).splitlines()

    assert told == [
        "Added: 8 May 2029, Early May bank holiday (moved)",
        "Not in the list, and still here: 7 May 2029, Early May bank holiday. If it was moved, "
        "run this again with --remove.",
        "Bank holidays are known to 31 December 2029.",
    ]
    assert BankHoliday.objects.filter(day=date(2029, 5, 7)).exists()


def test_a_dropped_day_is_removed_when_asked_and_one_added_by_hand_stays(calendar, official_list):
    call_command("refresh_bank_holidays", official_list(YEAR_2029), verbosity=0)
    add_bank_holiday(date(2029, 6, 4), "A jubilee", by=None)
    moved = [event for event in YEAR_2029 if event[0] != "2029-05-07"]
    moved.append(("2029-05-08", "Early May bank holiday", ""))

    told = said("refresh_bank_holidays", official_list(moved), remove=True)

    assert "Removed: 7 May 2029, Early May bank holiday" in told
    assert set(
        BankHoliday.objects.filter(day__year=2029, day__month__in=[5, 6]).values_list(
            "day", flat=True
        )
    ) == {date(2029, 5, 8), date(2029, 5, 28), date(2029, 6, 4)}


def test_a_holiday_added_by_hand_becomes_official_once_the_list_has_it(calendar, official_list):
    add_bank_holiday(date(2029, 5, 7), "Early May", by=None)

    call_command("refresh_bank_holidays", official_list(YEAR_2029), verbosity=0)

    assert not BankHoliday.objects.get(day=date(2029, 5, 7)).one_off


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("<html>", "This is not JSON"),
        ("{}", "Expected the published list"),
        ('{"england-and-wales": {"events": []}}', "has no events"),
        (
            '{"england-and-wales": {"events": [{"date": "7 May 2029", "title": "May"}]}}',
            "Event 1: expected a date such as 2026-12-28",
        ),
        (
            '{"england-and-wales": {"events": [{"date": "2029-05-07", "title": "May"}]}}',
            "The list has 1 bank holidays in 2029",
        ),
    ],
)
def test_a_list_that_cannot_be_used_changes_nothing(calendar, tmp_path, text, sentence):
    path = tmp_path / "bank-holidays.json"
    path.write_text(text)

    with pytest.raises(CommandError, match=sentence):
        call_command("refresh_bank_holidays", path)

    assert load_calendar().last == date(2028, 12, 31)


def test_a_list_that_is_not_there_is_a_sentence(calendar):
    with pytest.raises(CommandError, match=r"nowhere\.json: No such file or directory"):
        call_command("refresh_bank_holidays", "nowhere.json")
