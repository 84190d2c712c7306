"""Rates on the little year, worked out by hand: per 1,000 children, per 100,000 residents."""

from datetime import date
from decimal import Decimal

import pytest

from reporting.actions.denominators import add_number
from reporting.any_table.asked import read
from reporting.counted import DoesNotFit
from reporting.models import Denominator
from reporting.period import Period
from reporting.scope import Scope
from tests.factories import directorate
from tests.reporting.little_year import scope
from tests.reporting.test_any_table import numbers, table

pytestmark = [pytest.mark.usefixtures("little_year"), pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _children():
    """50,000 from July 2006, 70,000 from April 2007."""
    for number, day in ((50_000, date(2006, 7, 1)), (70_000, date(2007, 4, 1))):
        add_number(
            Denominator.objects.get(key="children"),
            number=number,
            valid_from=day,
            source="Estimates",
            on=date(2026, 11, 30),
            by=None,
        )


def test_complaints_per_1000_children_of_the_area():
    """4, 3 and 7 of 50,000: 0.08, 0.06 and 0.14 per 1,000."""
    shown = table(count="complaints", rows="service-area", measure="per-children")

    assert numbers(shown) == {
        "Fostering": [Decimal("0.08")],
        "Leaving Care": [Decimal("0.06")],
        "Total": [Decimal("0.14")],
    }
    assert shown.base == "Base: 7 complaints."
    assert shown.definition.endswith(
        "Rates per 1,000 children in the area, not scaled to a year. In force on 31 March 2007: "
        "50,000 from 1 July 2006 (Estimates)."
    )


def test_each_year_takes_the_number_in_force_on_its_own_last_day():
    """None in 2005/06; 7 of 50,000 in 2006/07, 2 of 70,000 in 2008/09; in all 10 of 70,000."""
    years = Scope(Period(date(2005, 4, 1), date(2009, 3, 31)), directorate())

    shown = table(years, count="complaints", columns="year", measure="per-children")

    assert [cell.value for cell in shown.rows[0].cells] == [
        None,
        Decimal("0.14"),
        Decimal("0.00"),
        Decimal("0.03"),
        Decimal("0.14"),
    ]
    assert [cell.part for cell in shown.rows[0].cells] == [1, 7, 0, 2, 10]
    assert "n/a: no number of children in the area was in force on 31 March 2006" in (
        shown.definition
    )


def test_without_any_number_there_is_no_rate_and_a_sentence_says_why():
    shown = table(count="complaints", measure="per-residents")

    assert shown.rows[0].cells[0].value is None
    assert shown.definition.endswith(
        "n/a: no number of residents was in force on 31 March 2007; an administrator enters it "
        "under Lists, Denominators."
    )


def test_the_list_behind_a_rate_is_what_it_counts():
    asked = read({"count": ["complaints"], "measure": ["per-children"]}, scope()).table()

    (listed,) = asked.lists(scope(), "all", "all")
    assert listed.rows.count() == 7


def test_of_letters_there_is_no_rate():
    with pytest.raises(DoesNotFit) as refused:
        table(count="letters-sent", measure="per-children")

    assert str(refused.value) == (
        "“per-children” cannot be measured of letters. These can: number."
    )
