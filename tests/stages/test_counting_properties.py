"""What holds for every start and every length, not only for the worked examples."""

from datetime import date, timedelta
from pathlib import Path

import numpy
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stages.bank_holiday_file import read_bank_holidays
from stages.explanation import explain
from stages.working_days import (
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
NUMPY_CALENDAR = numpy.busdaycalendar(holidays=list(HOLIDAYS))
ONE_DAY = timedelta(days=1)

starts = st.dates(date(1995, 1, 1), date(2028, 6, 1))
lengths = st.integers(1, 65)
units = st.sampled_from(Unit)
conventions = st.sampled_from(DayOne)
quickly = settings(max_examples=40, deadline=None, database=None)


@quickly
@given(starts, starts, lengths, units, conventions)
def test_a_later_start_is_never_due_earlier(one, other, length, unit, day_one):
    earlier, later = sorted([one, other])

    assert due_on(earlier, length, unit, CALENDAR, day_one) <= due_on(
        later, length, unit, CALENDAR, day_one
    )


@quickly
@given(starts, lengths, st.sampled_from([Unit.WORKING_DAYS, Unit.CALENDAR_DAYS]), conventions)
def test_the_due_date_is_the_day_that_counts_as_the_last(start, length, unit, day_one):
    due = due_on(start, length, unit, CALENDAR, day_one)

    assert days_used(start, due, unit, CALENDAR, day_one) == length
    if due > start:
        assert days_used(start, due - ONE_DAY, unit, CALENDAR, day_one) == length - 1


@quickly
@given(starts, lengths)
def test_counting_undoes_adding_and_counting_back_returns(start, days):
    due = add_working_days(start, days, CALENDAR)

    assert count_working_days(start, due, CALENDAR) == days
    assume(CALENDAR.works_on(start))
    assert count_back(due, days, CALENDAR) == start


@quickly
@given(starts, lengths, conventions)
def test_a_limit_in_working_days_is_never_due_on_another_day(start, length, day_one):
    due = due_on(start, length, Unit.WORKING_DAYS, CALENDAR, day_one)

    assert due.weekday() < 5
    assert due not in HOLIDAYS


@quickly
@given(starts, lengths)
def test_numpy_finds_the_same_due_date(start, days):
    theirs = numpy.busday_offset(start, days, roll="preceding", busdaycal=NUMPY_CALENDAR)

    assert add_working_days(start, days, CALENDAR) == theirs.item()


@quickly
@given(starts, lengths)
def test_months_after_a_day_end_on_the_same_date_or_with_a_shorter_month(start, months):
    due = due_on(start, months, Unit.MONTHS, CALENDAR)

    assert (due.year - start.year) * 12 + due.month - start.month == months
    assert due.day == start.day or (due.day < start.day and (due + ONE_DAY).day == 1)


@quickly
@given(starts, lengths)
def test_months_commencing_on_a_day_end_the_day_before_the_same_date(start, months):
    after = due_on(start, months, Unit.MONTHS, CALENDAR)
    commencing = due_on(start, months, Unit.MONTHS, CALENDAR, DayOne.SAME)

    assert commencing == (after - ONE_DAY if after.day == start.day else after)


@quickly
@given(starts, lengths, units, conventions)
def test_an_explanation_ends_on_the_due_date_and_its_days_number_the_limit(
    start, length, unit, day_one
):
    steps = explain(start, length, unit, CALENDAR, day_one)

    assert steps[0].day == start
    assert steps[-1].day == due_on(start, length, unit, CALENDAR, day_one)
    assert [step.number for step in steps if step.counts] == list(range(1, length + 1))
    assert all(step.number == 0 for step in steps if not step.counts)
    assert all(step.why for step in steps)
