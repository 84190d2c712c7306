"""Tables as somebody asks for them, on the little year: each number was worked out by hand."""

from datetime import date
from decimal import Decimal

import pytest

from reporting.any_table.asked import read
from reporting.counted import DoesNotFit
from reporting.period import Period
from reporting.scope import Scope
from tests.factories import directorate
from tests.reporting import little_year
from tests.reporting.little_year import ADULTS

pytestmark = pytest.mark.usefixtures("little_year")


def table(scope=None, **words):
    """``table(count="complaints", rows="quarter")`` with one word each, or a list of them."""
    scope = scope or little_year.scope()
    given = {name: [value] if isinstance(value, str) else value for name, value in words.items()}
    asked = read(given, scope).table()
    return asked.table(scope, {asked.key: asked.counts(scope)})


def numbers(shown):
    """The values of each row that has any, by its label."""
    rows = {row.label: [cell.value for cell in row.cells] for row in shown.rows}
    return {label: values for label, values in rows.items() if any(values)}


def test_complaints_by_quarter_and_service_area():
    shown = table(count="complaints", rows="service-area", columns="quarter")

    assert shown.title == "Complaints, by service area and quarter"
    assert [column.label for column in shown.columns] == [
        "Quarter 1 of 2006/07",
        "Quarter 2 of 2006/07",
        "Quarter 3 of 2006/07",
        "Quarter 4 of 2006/07",
        "Total",
    ]
    assert numbers(shown) == {
        "Fostering": [1, 2, 0, 1, 4],
        "Leaving Care": [1, 0, 1, 1, 3],
        "Total": [2, 2, 1, 2, 7],
    }
    assert shown.cell("Family Centre", "Total").value == 0


def test_a_part_of_the_year_that_the_period_cuts_is_named_by_its_days():
    scope = Scope(Period(date(2006, 8, 15), date(2006, 12, 4)), directorate())

    shown = table(scope, count="complaints", rows="half")

    assert numbers(shown) == {
        "15 August 2006 to 30 September 2006": [2],
        "1 October 2006 to 4 December 2006": [1],
        "Total": [3],
    }


def test_percentages_of_each_row_and_of_all():
    of_row = table(count="complaints", rows="service-area", columns="half", base="row")
    of_all = table(count="complaints", rows="service-area", columns="half", base="all")

    assert [cell.percent for cell in of_row.rows[0].cells] == [
        Decimal("75.0"),
        Decimal("25.0"),
        Decimal("100.0"),
    ]
    assert of_all.cell("Fostering", "First half of 2006/07").percent == Decimal("42.9")


def test_days_of_stage_2_mean_median_longest_and_90th_percentile():
    """28, 81 and 241 calendar days; the fourth is not answered."""
    expected = {
        "calendar-days-mean": [Decimal("54.5"), Decimal("241.0"), Decimal("116.7")],
        "calendar-days-median": [Decimal("54.5"), Decimal("241.0"), Decimal("81.0")],
        "calendar-days-longest": [Decimal("81.0"), Decimal("241.0"), Decimal("241.0")],
        "calendar-days-p90": [Decimal("75.7"), Decimal("241.0"), Decimal("209.0")],
    }
    for measure, (fostering, leaving_care, everything) in expected.items():
        shown = table(count="stages-begun", where=["stage=2"], rows="service-area", measure=measure)
        assert shown.cell("Fostering", "All").value == fostering, measure
        assert shown.cell("Leaving Care", "All").value == leaving_care, measure
        assert shown.cell("Total", "All").value == everything, measure
        assert shown.cell("Family Centre", "All").value is None
        assert shown.base == "Base: 3 stages begun. Only those with both days."


def test_working_days_of_stage_2():
    """5 June to 3 July 2006 are 20, 2 October to 22 December 59."""
    shown = table(
        count="stages-begun",
        where=["stage=2", "service-area=Fostering"],
        rows="outcome",
        measure="working-days-longest",
    )

    assert numbers(shown) == {
        "Partially upheld": [Decimal("20.0")],
        "Not upheld": [Decimal("59.0")],
        "Total": [Decimal("59.0")],
    }


def test_shares_within_the_limit_the_extension_and_over():
    shares = {}
    for measure in ("share-within-limit", "share-within-extension", "share-over"):
        shown = table(count="stages-begun", where=["stage=2"], measure=measure)
        cell = shown.rows[0].cells[0]
        shares[measure] = (cell.value, cell.part, cell.base)

    assert shares == {
        "share-within-limit": (Decimal("33.3"), 1, 3),
        "share-within-extension": (Decimal("66.7"), 2, 3),
        "share-over": (Decimal("33.3"), 1, 3),
    }


def test_how_many_took_more_than_so_many_working_days_in_each_year_and_what_was_found():
    scope = Scope(Period(date(2005, 4, 1), date(2008, 3, 31)), directorate())

    shown = table(
        scope,
        count="stages-answered",
        where=["stage=2"],
        days_over="50",
        rows="outcome",
        columns="year",
    )

    assert numbers(shown) == {
        "Upheld": [0, 1, 0, 1],
        "Not upheld": [0, 1, 0, 1],
        "Total": [0, 2, 0, 2],
    }
    assert "Only: stage: Stage 2; more than 50 working days." in shown.definition


def test_pounds_by_kind():
    shown = table(count="payments", measure="pounds", rows="kind")

    assert numbers(shown) == {
        "Compensation": [Decimal("150.15")],
        "Reimbursement": [Decimal("20.00")],
        "Ex gratia payment": [Decimal("5.00")],
        "Total": [Decimal("175.15")],
    }


def test_findings_on_points_at_each_level():
    shown = table(count="points", rows="level", columns="finding")

    assert shown.cell("Investigator", "Not upheld").value == 3
    assert shown.cell("Adjudication", "Upheld").value == 1
    assert shown.cell("Adjudication", "Not upheld").value == 1
    assert shown.cell("Total", "Total").value == 5


def test_open_on_the_last_day_by_how_long():
    """On 30 September 2006: 1 April (182 days), 2 May, 31 August (30 days), 1 September; and one
    of the March before. None of them was closed."""
    scope = Scope(Period(date(2006, 4, 1), date(2006, 9, 30)), directorate())

    shown = table(scope, count="complaints-open", rows="age")

    assert numbers(shown) == {
        "Up to 30 days": [2],
        "91 to 180 days": [1],
        "Over 180 days": [2],
        "Total": [5],
    }


def test_a_day_without_anything_and_a_base_of_zero():
    scope = Scope(Period(date(2020, 1, 1), date(2020, 1, 1)), directorate())

    counted = table(scope, count="complaints", rows="service-area", base="all")
    shares = table(scope, count="stages-begun", measure="share-over")

    assert counted.cell("Total", "All").value == 0
    assert counted.cell("Total", "All").percent is None
    assert shares.rows[0].cells[0].value is None


def test_thirty_years_in_months_are_360_columns():
    scope = Scope(Period(date(1991, 4, 1), date(2021, 3, 31)), directorate())

    shown = table(scope, count="complaints", columns="month")

    assert len(shown.columns) == 361
    assert shown.cell("All", "December 2006").value == 1
    assert shown.cell("All", "Total").value == 12


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"count": "dragons"}, "“dragons” cannot be counted. What can: complaints, "),
        (
            {"count": "letters-sent", "rows": "panel"},
            "“panel” does not fit letters. These do: service-area, ",
        ),
        (
            {"count": "compliments", "columns": "ethnicity"},
            "“ethnicity” does not fit compliments. These do: service-area, directorate, year, ",
        ),
        (
            {"count": "compliments", "measure": "pounds"},
            "“pounds” cannot be measured of compliments. These can: number, per-children, ",
        ),
        ({"base": "column"}, "“column” cannot be the base of percentages. What can: none, "),
        ({"where": ["fostering"]}, "“fostering” is no condition: write it as "),
        ({"where": ["service-area=Mars"]}, "“Mars” is no service area here. There is: Fostering, "),
        ({"days_over": "many"}, "“many” is not a number of working days."),
        ({"count": "lessons", "days_over": "3"}, "No days are measured of lessons."),
    ],
)
def test_what_cannot_be_asked_says_what_can(words, sentence):
    with pytest.raises(DoesNotFit) as refused:
        table(**words)

    assert str(refused.value).startswith(sentence)


def test_a_word_that_went_out_of_use_still_filters():
    area = directorate().service_areas.get(name="Fostering")
    area.in_use_until = date(2005, 1, 1)
    area.save()
    try:
        shown = table(count="complaints", where=["service-area=Fostering"])
        assert shown.rows[0].cells[0].value == 4
    finally:
        area.in_use_until = None
        area.save()


def test_another_directorate_is_another_table():
    shown = table(Scope(little_year.YEAR, directorate(ADULTS)), count="complaints")

    assert shown.rows[0].cells[0].value == 1
