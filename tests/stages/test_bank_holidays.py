"""The file of bank holidays held against everyone else who knows them."""

from collections import Counter
from datetime import date
from pathlib import Path

import holidays
import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays

from stages.bank_holiday_file import BankHolidayFileError, read_bank_holidays

FILE = Path(__file__).parents[2] / "fixtures/bank_holidays/england-and-wales.csv"
OURS = read_bank_holidays(FILE)

# domain.md 2.2: each one-off change since 1995, and the usual day that was worked instead.
MOVED_OR_EXTRA = {
    "VE Day 50": (date(1995, 5, 8), date(1995, 5, 1)),
    "Millennium": (date(1999, 12, 31), None),
    "Golden Jubilee": (date(2002, 6, 3), None),
    "spring 2002": (date(2002, 6, 4), date(2002, 5, 27)),
    "royal wedding": (date(2011, 4, 29), None),
    "spring 2012": (date(2012, 6, 4), date(2012, 5, 28)),
    "Diamond Jubilee": (date(2012, 6, 5), None),
    "VE Day 75": (date(2020, 5, 8), date(2020, 5, 4)),
    "spring 2022": (date(2022, 6, 2), date(2022, 5, 30)),
    "Platinum Jubilee": (date(2022, 6, 3), None),
    "state funeral": (date(2022, 9, 19), None),
    "coronation": (date(2023, 5, 8), None),
}
SUBSTITUTES = {
    "Christmas on a Saturday": ([1999, 2004, 2010, 2021, 2027], [27, 28]),
    "Christmas on a Sunday": ([2005, 2011, 2016, 2022], [26, 27]),
    "Boxing Day on a Saturday": ([1998, 2009, 2015, 2020, 2026], [25, 28]),
}


@pytest.fixture(scope="module")
def days_that_holidays_knows():
    """The weekdays only: the library also lists 25 December where that is a Saturday."""
    england = holidays.country_holidays("GB", subdiv="ENG", years=range(1995, 2029))
    return {day for day in england if day.weekday() < 5}


@pytest.fixture(scope="module")
def days_that_govuk_published():
    published = BankHolidays(use_cached_holidays=True)
    return {day["date"] for day in published.get_holidays(BankHolidays.ENGLAND_AND_WALES)}


def test_the_file_agrees_with_the_holidays_library_from_1995(days_that_holidays_knows):
    assert set(OURS) == days_that_holidays_knows


def test_the_file_agrees_with_gov_uk_from_2012(days_that_govuk_published):
    assert {day for day in OURS if day.year >= 2012} == days_that_govuk_published


@pytest.mark.parametrize(("holiday", "worked"), MOVED_OR_EXTRA.values(), ids=MOVED_OR_EXTRA)
def test_a_holiday_that_was_moved_or_added_once_is_listed(holiday, worked):
    assert holiday in OURS
    assert worked not in OURS


def test_a_year_has_eight_holidays_and_its_extra_ones():
    extra = {1999: 9, 2002: 9, 2011: 9, 2012: 9, 2022: 10, 2023: 9}

    assert Counter(day.year for day in OURS) == {
        year: extra.get(year, 8) for year in range(1995, 2029)
    }


@pytest.mark.parametrize(("years", "days"), SUBSTITUTES.values(), ids=SUBSTITUTES)
def test_a_christmas_at_a_weekend_is_given_on_weekdays(years, days):
    for year in years:
        christmas = [day.day for day in OURS if date(year, 12, 25) <= day <= date(year, 12, 28)]
        assert christmas == days


def test_a_new_year_at_a_weekend_is_given_on_the_next_monday():
    given = [day for day in OURS if day.month == 1 and day.day > 1]

    assert given == [
        date(1995, 1, 2),
        date(2000, 1, 3),
        date(2005, 1, 3),
        date(2006, 1, 2),
        date(2011, 1, 3),
        date(2012, 1, 2),
        date(2017, 1, 2),
        date(2022, 1, 3),
        date(2023, 1, 2),
        date(2028, 1, 3),
    ]


def test_the_file_is_in_order_so_that_a_change_to_it_is_easy_to_read():
    assert list(OURS) == sorted(OURS)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "line 1: expected the columns date,title"),
        ("day,title\n", "line 1: expected the columns date,title, found 'day,title'"),
        ("date,title\n2007-04-09\n", "line 2: expected a date and a title, found 1 value"),
        ("date,title\n2007-04-09,\n", "line 2: the title is missing"),
        ("date,title\n\n9/4/2007,Easter\n", "line 3: '9/4/2007' is not a date such as 2007-04-09"),
        ("date,title\n20070409,Easter\n", "line 2: '20070409' is not a date such as 2007-04-09"),
        ("date,title\n2007-02-30,Easter\n", "line 2: '2007-02-30' is not a date"),
        ("date,title\n2007-04-07,Easter\n", "line 2: 2007-04-07 is a Saturday"),
        ("date,title\n2007-04-09,Easter\n2007-04-09,Again\n", "line 3: 2007-04-09 is listed twice"),
    ],
)
def test_a_fault_in_the_file_is_told_with_its_line(tmp_path, text, complaint):
    file = tmp_path / "holidays.csv"
    file.write_text(text)

    with pytest.raises(BankHolidayFileError) as refused:
        read_bank_holidays(file)

    assert f"{file}, {complaint}" in str(refused.value)


def test_a_file_that_is_missing_or_not_text_is_refused(tmp_path):
    with pytest.raises(BankHolidayFileError, match="No such file"):
        read_bank_holidays(tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes("date,title\n2007-04-09,F\xeate\n".encode("latin-1"))
    with pytest.raises(BankHolidayFileError, match="not UTF-8"):
        read_bank_holidays(tmp_path / "latin.csv")


def test_a_file_saved_by_a_spreadsheet_is_read(tmp_path):
    file = tmp_path / "holidays.csv"
    file.write_text("date,title\r\n2007-04-09, Easter Monday \r\n", encoding="utf-8-sig")

    assert read_bank_holidays(file) == {date(2007, 4, 9): "Easter Monday"}
