from datetime import date

import pytest

from reporting.period import Period, financial_year, financial_year_of


def test_a_financial_year_ends_on_31_march():
    assert financial_year(2006).days == (date(2006, 4, 1), date(2007, 3, 31))
    assert financial_year_of(date(2007, 3, 31)) == financial_year(2006)
    assert financial_year_of(date(2007, 4, 1)) == financial_year(2007)


def test_the_turn_of_a_century_has_its_two_figures():
    assert financial_year(1999).label == "1999/00"


def test_a_year_is_split_on_the_day_the_regulations_changed():
    parts = financial_year(2006).split([date(2006, 9, 1)])

    assert [str(part) for part in parts] == [
        "1 April 2006 to 31 August 2006",
        "1 September 2006 to 31 March 2007",
    ]


def test_a_change_on_the_first_day_or_outside_splits_nothing():
    year = financial_year(2009)

    assert year.split([date(2009, 4, 1), date(2010, 4, 1), date(2006, 9, 1)]) == [year]


def test_the_year_before_a_leap_days_year_ends_on_28_february():
    assert Period(date(2024, 2, 29), date(2024, 2, 29)).previous().start == date(2023, 2, 28)


def test_a_period_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="cannot end before it begins"):
        Period(date(2006, 9, 2), date(2006, 9, 1))
