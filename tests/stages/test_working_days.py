"""Every worked example of domain.md 2.6, by its number, and what no calendar can answer."""

from datetime import date
from pathlib import Path

import pytest

from stages.bank_holiday_file import read_bank_holidays
from stages.working_days import (
    BeyondHorizon,
    Calendar,
    DayOne,
    Unit,
    add_working_days,
    count_back,
    count_working_days,
    days_used,
    due_on,
)

FILE = Path(__file__).parents[2] / "fixtures/bank_holidays/england-and-wales.csv"
HOLIDAYS = read_bank_holidays(FILE)
CALENDAR = Calendar(date(1995, 1, 1), date(2028, 12, 31), HOLIDAYS)
CLOSED = {date(2006, 12, day): "between Christmas and New Year" for day in (27, 28, 29)}
CALENDAR_WITH_CLOSURES = Calendar(date(1995, 1, 1), date(2028, 12, 31), HOLIDAYS, CLOSED)
BEFORE_THE_FUNERAL_WAS_PROCLAIMED = Calendar(
    date(1995, 1, 1),
    date(2028, 12, 31),
    {day: title for day, title in HOLIDAYS.items() if day != date(2022, 9, 19)},
)

DAYS, MONTHS = Unit.CALENDAR_DAYS, Unit.MONTHS
AFTER, SAME, DEEMED = DayOne

WORKING_DAYS = {
    "1": (date(2006, 9, 4), 10, date(2006, 9, 18)),
    "2": (date(2006, 12, 18), 10, date(2007, 1, 4)),
    "3": (date(2006, 12, 18), 20, date(2007, 1, 18)),
    "5": (date(2007, 3, 28), 10, date(2007, 4, 13)),
    "6": (date(2006, 10, 2), 25, date(2006, 11, 6)),
    "7": (date(2006, 10, 2), 65, date(2007, 1, 4)),
    "8": (date(2007, 1, 15), 30, date(2007, 2, 26)),
    "9": (date(2007, 2, 27), 5, date(2007, 3, 6)),
    "10": (date(2007, 2, 27), 15, date(2007, 3, 20)),
    "11": (date(2007, 4, 2), 20, date(2007, 5, 2)),
    "12": (date(2006, 9, 9), 10, date(2006, 9, 22)),
    "13": (date(2007, 5, 7), 10, date(2007, 5, 21)),
    "14": (date(1999, 12, 22), 10, date(2000, 1, 11)),
    "15": (date(2011, 4, 18), 10, date(2011, 5, 6)),
    "16": (date(2012, 5, 28), 10, date(2012, 6, 13)),
    "17": (date(2020, 4, 30), 10, date(2020, 5, 15)),
    "18": (date(2022, 9, 8), 10, date(2022, 9, 23)),
    "19 acknowledgement": (date(2026, 4, 1), 5, date(2026, 4, 10)),
    "19 stage 1 from the acknowledgement": (date(2026, 4, 8), 10, date(2026, 4, 22)),
    "19 stage 1 extended": (date(2026, 4, 8), 20, date(2026, 5, 7)),
    "20 acknowledgement": (date(2025, 12, 23), 3, date(2025, 12, 30)),
    "extra: coronation": (date(2023, 4, 25), 10, date(2023, 5, 11)),
    "extra: Platinum Jubilee": (date(2022, 5, 26), 10, date(2022, 6, 13)),
    "extra: Golden Jubilee": (date(2002, 5, 24), 10, date(2002, 6, 11)),
    "extra: Christmas 2026": (date(2026, 12, 18), 10, date(2027, 1, 6)),
    "extra: stage 2": (date(2025, 11, 24), 25, date(2025, 12, 31)),
    "extra: stage 2 extended": (date(2025, 11, 24), 65, date(2026, 2, 26)),
}
OTHER_CONVENTIONS = {
    "1 B": (date(2006, 9, 4), 10, SAME, date(2006, 9, 15)),
    "2 B": (date(2006, 12, 18), 10, SAME, date(2007, 1, 3)),
    "6 B": (date(2006, 10, 2), 25, SAME, date(2006, 11, 3)),
    "12 B, where Saturday cannot be day 1": (date(2006, 9, 9), 10, SAME, date(2006, 9, 22)),
    "12 C": (date(2006, 9, 9), 10, DEEMED, date(2006, 9, 25)),
    "13 C": (date(2007, 5, 7), 10, DEEMED, date(2007, 5, 22)),
    "1 C, where a working day is not moved": (date(2006, 9, 4), 10, DEEMED, date(2006, 9, 18)),
    "B on the calendar's first working day": (date(1995, 1, 3), 1, SAME, date(1995, 1, 3)),
}
DAYS_AND_MONTHS = {
    "20 long stop": (date(2025, 12, 23), 6, MONTHS, SAME, date(2026, 6, 22)),
    "extra: 1991 regulations": (date(2006, 7, 3), 28, DAYS, AFTER, date(2006, 7, 31)),
    "1.H: 30 days beginning when received": (date(2026, 6, 19), 30, DAYS, SAME, date(2026, 7, 18)),
    "28 days, Saturday deemed Monday": (date(2006, 7, 1), 28, DAYS, DEEMED, date(2006, 7, 31)),
    "6 months, Saturday deemed Monday": (date(2006, 7, 1), 6, MONTHS, DEEMED, date(2007, 1, 3)),
    "6 months after 31 August": (date(2026, 8, 31), 6, MONTHS, AFTER, date(2027, 2, 28)),
    "6 months after 31 August, leap year": (date(2027, 8, 31), 6, MONTHS, AFTER, date(2028, 2, 29)),
    "6 months commencing on 31 August": (date(2026, 8, 31), 6, MONTHS, SAME, date(2027, 2, 28)),
    "6 months commencing on the first": (date(2026, 3, 1), 6, MONTHS, SAME, date(2026, 8, 31)),
    "12 months over a year's end": (date(2026, 12, 31), 12, MONTHS, AFTER, date(2027, 12, 31)),
    "months past the horizon": (date(2028, 9, 1), 6, MONTHS, SAME, date(2029, 2, 28)),
}


@pytest.mark.parametrize(("start", "days", "due"), WORKING_DAYS.values(), ids=WORKING_DAYS)
def test_a_limit_in_working_days_is_due_as_the_worked_example_says(start, days, due):
    assert add_working_days(start, days, CALENDAR) == due
    assert due_on(start, days, Unit.WORKING_DAYS, CALENDAR) == due
    assert count_working_days(start, due, CALENDAR) == days


@pytest.mark.parametrize(
    ("start", "days", "day_one", "due"), OTHER_CONVENTIONS.values(), ids=OTHER_CONVENTIONS
)
def test_another_convention_for_day_1_moves_the_due_date(start, days, day_one, due):
    assert due_on(start, days, Unit.WORKING_DAYS, CALENDAR, day_one) == due
    assert days_used(start, due, Unit.WORKING_DAYS, CALENDAR, day_one) == days


@pytest.mark.parametrize(
    ("start", "length", "unit", "day_one", "due"), DAYS_AND_MONTHS.values(), ids=DAYS_AND_MONTHS
)
def test_calendar_days_and_months_end_on_whatever_day_they_end(start, length, unit, day_one, due):
    assert due_on(start, length, unit, CALENDAR, day_one) == due


def test_example_4_closure_days_are_left_out_only_where_the_policy_says_so():
    assert add_working_days(date(2006, 12, 18), 10, CALENDAR_WITH_CLOSURES) == date(2007, 1, 9)
    assert add_working_days(date(2006, 12, 18), 10, CALENDAR) == date(2007, 1, 4)


def test_example_8_a_panel_that_meets_a_day_late_meets_on_day_31():
    assert count_working_days(date(2007, 1, 15), date(2007, 2, 27), CALENDAR) == 31


def test_example_18_the_date_told_before_the_funeral_holiday_was_proclaimed():
    told = add_working_days(date(2022, 9, 8), 10, BEFORE_THE_FUNERAL_WAS_PROCLAIMED)

    assert told == date(2022, 9, 22)


def test_days_used_on_a_day_that_does_not_count_are_those_of_the_last_that_did():
    assert days_used(date(2006, 9, 4), date(2006, 9, 9), Unit.WORKING_DAYS, CALENDAR) == 4
    assert days_used(date(2006, 9, 4), date(2006, 9, 10), Unit.WORKING_DAYS, CALENDAR) == 4


def test_no_day_is_used_before_a_deemed_start():
    for end in (date(2006, 9, 9), date(2006, 9, 10), date(2006, 9, 11)):
        for unit in Unit:
            assert days_used(date(2006, 9, 9), end, unit, CALENDAR, DayOne.DEEMED) == 0


def test_days_used_of_a_limit_in_months_are_calendar_days():
    start, end = date(2025, 12, 23), date(2026, 6, 22)

    assert days_used(start, end, Unit.MONTHS, CALENDAR, DayOne.SAME) == 182
    assert days_used(start, end, Unit.MONTHS, CALENDAR, DayOne.AFTER) == 181


def test_milestones_are_counted_back_over_bank_holidays():
    assert count_back(date(2007, 1, 4), 3, CALENDAR) == date(2006, 12, 29)
    assert count_back(date(2007, 1, 1), 1, CALENDAR) == date(2006, 12, 29)
    assert count_back(date(2007, 1, 4), 0, CALENDAR) == date(2007, 1, 4)


def test_a_limit_of_no_days_ends_where_it_starts():
    assert add_working_days(date(2006, 9, 9), 0, CALENDAR) == date(2006, 9, 9)


def test_the_calendar_says_why_a_day_does_not_count():
    assert CALENDAR.why_not(date(2007, 4, 9)) == "bank holiday: Easter Monday"
    assert CALENDAR.why_not(date(2006, 9, 9)) == "Saturday"
    assert CALENDAR.why_not(date(2006, 9, 4)) is None
    closure = "office closed: between Christmas and New Year"
    assert CALENDAR_WITH_CLOSURES.why_not(date(2006, 12, 27)) == closure
    assert CALENDAR_WITH_CLOSURES.why_not(date(2006, 12, 26)) == "bank holiday: Boxing Day"
    assert CALENDAR.works_on(date(2006, 12, 27))


@pytest.mark.parametrize(
    "beyond",
    [
        lambda: add_working_days(date(1994, 12, 31), 10, CALENDAR),
        lambda: add_working_days(date(1994, 12, 31), 0, CALENDAR),
        lambda: add_working_days(date(2028, 12, 20), 10, CALENDAR),
        lambda: add_working_days(date(2029, 1, 1), 1, CALENDAR),
        lambda: count_working_days(date(1994, 12, 30), date(1995, 1, 10), CALENDAR),
        lambda: count_working_days(date(2028, 12, 20), date(2029, 1, 2), CALENDAR),
        lambda: count_back(date(1995, 1, 5), 5, CALENDAR),
        lambda: count_back(date(2029, 1, 5), 5, CALENDAR),
        lambda: CALENDAR.works_on(date(1994, 12, 31)),
        lambda: CALENDAR.why_not(date(2029, 1, 1)),
        lambda: due_on(date(206, 7, 3), 28, Unit.CALENDAR_DAYS, CALENDAR),
        lambda: due_on(date(2028, 7, 3), 10**12, Unit.CALENDAR_DAYS, CALENDAR),
        lambda: due_on(date(2028, 7, 3), 100_000, Unit.MONTHS, CALENDAR),
        lambda: due_on(date(2028, 12, 29), 2, Unit.WORKING_DAYS, CALENDAR, DayOne.SAME),
        lambda: due_on(date(2028, 12, 30), 1, Unit.WORKING_DAYS, CALENDAR, DayOne.DEEMED),
    ],
)
def test_a_day_that_the_calendar_does_not_know_is_refused(beyond):
    with pytest.raises(BeyondHorizon, match="runs from 1 January 1995 to 31 December 2028"):
        beyond()


def test_the_refusal_says_what_was_asked_and_what_to_do():
    with pytest.raises(BeyondHorizon) as refused:
        add_working_days(date(2028, 12, 20), 10, CALENDAR)

    assert str(refused.value) == (
        "10 working days from 20 December 2028 cannot be counted. The calendar of bank holidays "
        "runs from 1 January 1995 to 31 December 2028. Check the date; if it is right, an "
        "administrator must first bring the bank holidays up to date."
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (lambda: add_working_days(date(2006, 9, 4), -1, CALENDAR), "negative"),
        (lambda: count_back(date(2006, 9, 4), -1, CALENDAR), "negative"),
        (lambda: due_on(date(2006, 9, 4), 0, Unit.WORKING_DAYS, CALENDAR), "at least one"),
        (lambda: due_on(date(2006, 9, 4), -6, Unit.MONTHS, CALENDAR, DayOne.SAME), "at least one"),
        (
            lambda: count_working_days(date(2006, 9, 5), date(2006, 9, 4), CALENDAR),
            "is before the start",
        ),
        (
            lambda: days_used(date(2006, 9, 5), date(2006, 9, 4), Unit.MONTHS, CALENDAR),
            "is before the start",
        ),
        (lambda: Calendar(date(2006, 9, 5), date(2006, 9, 4)), "before it begins"),
    ],
)
def test_a_count_that_makes_no_sense_is_refused(wrong, sentence):
    with pytest.raises(ValueError, match=sentence):
        wrong()
