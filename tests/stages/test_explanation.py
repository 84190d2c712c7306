"""What the office can read behind a due date."""

from datetime import date
from pathlib import Path

from stages.bank_holiday_file import read_bank_holidays
from stages.explanation import Step, explain
from stages.working_days import Calendar, DayOne, Unit

FILE = Path(__file__).parents[2] / "fixtures/bank_holidays/england-and-wales.csv"
CALENDAR = Calendar(date(1995, 1, 1), date(2028, 12, 31), read_bank_holidays(FILE))


def told(*limit):
    return [(step.day, step.why) for step in explain(*limit)]


def test_example_2_is_told_day_by_day_over_christmas():
    limit = date(2006, 12, 18), 10, Unit.WORKING_DAYS, CALENDAR

    assert told(*limit) == [
        (date(2006, 12, 18), "starts here; counting begins with the next working day"),
        (date(2006, 12, 19), "day 1"),
        (date(2006, 12, 20), "day 2"),
        (date(2006, 12, 21), "day 3"),
        (date(2006, 12, 22), "day 4"),
        (date(2006, 12, 23), "Saturday"),
        (date(2006, 12, 24), "Sunday"),
        (date(2006, 12, 25), "bank holiday: Christmas Day"),
        (date(2006, 12, 26), "bank holiday: Boxing Day"),
        (date(2006, 12, 27), "day 5"),
        (date(2006, 12, 28), "day 6"),
        (date(2006, 12, 29), "day 7"),
        (date(2006, 12, 30), "Saturday"),
        (date(2006, 12, 31), "Sunday"),
        (date(2007, 1, 1), "bank holiday: New Year's Day"),
        (date(2007, 1, 2), "day 8"),
        (date(2007, 1, 3), "day 9"),
        (date(2007, 1, 4), "day 10"),
    ]


def test_a_step_says_whether_its_day_counts():
    steps = explain(date(2006, 9, 15), 1, Unit.WORKING_DAYS, CALENDAR)

    assert steps[1:] == [
        Step(date(2006, 9, 16), counts=False, number=0, why="Saturday"),
        Step(date(2006, 9, 17), counts=False, number=0, why="Sunday"),
        Step(date(2006, 9, 18), counts=True, number=1, why="day 1"),
    ]


def test_a_complaint_that_comes_on_a_bank_holiday_starts_there():
    assert told(date(2007, 5, 7), 1, Unit.WORKING_DAYS, CALENDAR) == [
        (
            date(2007, 5, 7),
            "starts here (bank holiday: Early May bank holiday); "
            "counting begins with the next working day",
        ),
        (date(2007, 5, 8), "day 1"),
    ]


def test_a_saturday_that_is_deemed_monday_says_so():
    assert told(date(2006, 9, 9), 1, Unit.WORKING_DAYS, CALENDAR, DayOne.DEEMED) == [
        (date(2006, 9, 9), "comes in here (Saturday); deemed to start on the next working day"),
        (date(2006, 9, 10), "Sunday"),
        (date(2006, 9, 11), "deemed to start here; counting begins with the next working day"),
        (date(2006, 9, 12), "day 1"),
    ]


def test_a_trigger_that_is_itself_day_1_counts_at_once():
    assert told(date(2006, 9, 8), 2, Unit.WORKING_DAYS, CALENDAR, DayOne.SAME) == [
        (date(2006, 9, 8), "day 1, the day it starts"),
        (date(2006, 9, 9), "Saturday"),
        (date(2006, 9, 10), "Sunday"),
        (date(2006, 9, 11), "day 2"),
    ]


def test_calendar_days_count_at_weekends_and_the_last_day_says_that_the_office_is_shut():
    assert told(date(2007, 4, 5), 2, Unit.CALENDAR_DAYS, CALENDAR) == [
        (date(2007, 4, 5), "starts here; counting begins with the next day"),
        (date(2007, 4, 6), "day 1"),
        (date(2007, 4, 7), "day 2 (Saturday, and still the last day)"),
    ]


def test_months_are_told_by_their_last_days():
    assert told(date(2025, 12, 23), 3, Unit.MONTHS, CALENDAR, DayOne.SAME) == [
        (date(2025, 12, 23), "starts here; this is the first day of month 1"),
        (date(2026, 1, 22), "month 1 ends"),
        (date(2026, 2, 22), "month 2 ends"),
        (date(2026, 3, 22), "month 3 ends (Sunday, and still the last day)"),
    ]
