"""Rows 92 to 104 of what a council's report needs, each on the little year 2026/27.

Every number was worked out by hand from the table at the head of ``year_2026_27.py``.
"""

from decimal import Decimal

import pytest
from django.test import override_settings

from reporting.any_table import standard
from reporting.any_table.page import counted
from reporting.pages import ReportPage
from reporting.percentages import percent_change
from reporting.wording import in_words
from tests.reporting.test_any_table import table as asked_table
from tests.reporting.year_2026_27 import make_year, scope

pytestmark = pytest.mark.usefixtures("year_2026_27")


@pytest.fixture(scope="module")
def year_2026_27(one_transaction):
    make_year()


def beside(key):
    made = standard.BY_KEY[key]
    return made.table(scope(), {each.key: each.counts(scope()) for each in made.needs})


def listed(*words):
    """The standard table of these words: counted, rows, columns, and any of the rest."""
    found = [each for each in standard.STANDARD if set(words) <= set(each.words.values())]
    plainest = min(found, key=lambda each: len(each.words))
    return counted(*plainest.for_scope(scope()))


def rows(shown):
    return {row.label: [cell.value for cell in row.cells] for row in shown.rows}


def heads(shown):
    return [column.label for column in shown.columns]


def test_row_92_a_stage_that_a_procedure_does_not_have_is_na():
    """Children's has three stages, adults' one, corporate two."""
    shown = listed("stages-begun", "stage", "any-version")

    assert heads(shown) == ["Adults", "Children", "Corporate", "Total"]
    assert rows(shown) == {
        "Stage 1": [1, 4, 1, 6],
        "Stage 2": [None, 2, 1, 3],
        "Stage 3": [None, 1, None, 1],
        "Total": [1, 7, 2, 10],
    }
    assert in_words(shown.cell("Stage 2", "Adults").value, "count") == "n/a"


def test_row_92_a_stage_that_was_not_used_is_zero():
    shown = listed("stages-answered", "stage", "any-version")

    assert rows(shown)["Stage 3"] == [None, 0, None, 0]


def test_row_93_before_stage_1_is_counted_and_timed_apart():
    """Settled in 3 and in 5 working days; one became a complaint. Stage 1 holds none of it."""
    shown = beside("before_stage_1_times")

    assert heads(shown)[3:] == [
        "mean, working days",
        "median, working days",
        "90th percentile, working days",
        "longest, working days",
    ]
    days = [Decimal("4.0"), Decimal("4.0"), Decimal("4.8"), Decimal("5.0")]
    assert rows(shown)["Fostering"] == [2, 2, 0, *days]
    assert rows(shown)["Leaving Care"] == [1, 0, 1, *[None] * 4]
    assert rows(shown)["Total"] == [3, 2, 1, *days]
    begun = asked_table(scope(), count="stages-begun", rows="stage")
    assert "Before stage 1" not in rows(begun)


def test_row_94_received_and_closed_apart_with_what_was_carried_over():
    """Carried over F and J; A and B received; A and F closed; B and J open."""
    shown = beside("carry_over")

    assert heads(shown) == ["carried over", "received", "closed", "withdrawn", "open at the end"]
    assert rows(shown)["Fostering"] == [2, 2, 2, 0, 2]
    assert rows(shown)["Total"] == [2, 6, 3, 0, 5]


def test_row_95_escalation_as_flow_and_as_cohort_with_mediations_effect():
    """Begun: of B, E and J, which is of the year before; of the six of the year B and E went on.
    One mediation avoided a fourth."""
    shown = beside("escalation_to_stage_2")

    assert heads(shown) == [
        "complaints received",
        "stage 2 begun in the period (flow)",
        "flow, per cent",
        "of these, went on (cohort)",
        "cohort, per cent",
        "mediations that avoided stage 2",
        "flow, had mediation not been used",
    ]
    share = Decimal("33.3"), Decimal("66.7")
    assert rows(shown)["Total"] == [6, 3, Decimal("50.0"), 2, share[0], 1, share[1]]
    assert rows(shown)["Fostering"] == [
        *(2, 2, Decimal("100.0"), 1, Decimal("50.0"), 0, Decimal("100.0")),
    ]
    assert rows(beside("escalation_to_stage_3"))["Total"][:5] == [3, 1, share[0], 1, share[0]]


def test_row_96_a_fraction_stands_beside_a_percentage_and_half_goes_up():
    assert in_words(Decimal("12.5"), "percent", 1, 8) == "13%"
    assert in_words(Decimal("28.6"), "percent", 2, 7) == "29%"
    shown = beside("escalation_to_stage_2")
    page = ReportPage(None, scope(), None, None)
    number = page.text_of(shown.cell("Total", "cohort, per cent"))
    assert number == ("33%", "2/6")


@pytest.mark.parametrize(("decimals", "text"), [(0, "33%"), (1, "33.3%"), (2, "33.33%")])
def test_row_96_the_number_of_decimals_is_a_setting(decimals, text):
    with override_settings(PERCENT_DECIMALS=decimals):
        assert in_words(Decimal("33.3"), "percent", 2, 6) == text


def test_row_96_a_change_between_two_percentages_is_in_points():
    """None of two went on in 2025/26 (flow), three of six in 2026/27: 50 points, no per cent."""
    escalated = "Stage 1 to stage 2 (flow: begun in the period, each part of a mixed complaint for "
    (row,) = [row for row in beside("five_years").rows if row.label.startswith(escalated)]

    change, points = row.cells[-2:]
    assert (change.value, points.value) == (None, Decimal("50.0"))
    assert in_words(points.value, "points") == "+50.0 points"
    assert percent_change(6, 3) == Decimal("100.0")


def test_row_97_days_by_team_in_working_days():
    """Stage 1: 9 and 20 of Fostering, 25 of Leaving Care, 10 of Parking. D counts in months."""
    shown = beside("times_stage_1_service_area")

    of_days = heads(shown)[4:]
    assert all(head.endswith(", working days") for head in of_days)
    assert rows(shown)["Fostering"][4:] == [
        *(Decimal("14.5"), Decimal("14.5"), Decimal("18.9"), Decimal("20.0")),
    ]
    assert rows(shown)["Leaving Care"][4:] == [Decimal("25.0")] * 4
    assert rows(shown)["Older People"][4:] == [None] * 4
    assert rows(shown)["Total"][4:] == [
        *(Decimal("16.0"), Decimal("15.0"), Decimal("23.5"), Decimal("25.0")),
    ]


def test_row_97_days_by_stage_and_by_quarter():
    """Stage 2: 61 and 19, both answered in the second quarter."""
    by_stage = beside("times_every_stage_stage")
    spread = [Decimal("40.0"), Decimal("40.0"), Decimal("56.8"), Decimal("61.0")]

    assert rows(by_stage)["Stage 2"][4:] == spread
    assert rows(beside("times_stage_2_quarter"))["Quarter 2 of 2026/27"][4:] == spread
    assert rows(beside("times_stage_2_quarter"))["Quarter 1 of 2026/27"][4:] == [None] * 4


def test_row_97_calendar_days_where_the_procedure_counts_months():
    """1 May to 1 June are 31 days."""
    shown = beside("calendar_times_stage_1")

    assert all(head.endswith(", calendar days") for head in heads(shown)[1:])
    assert rows(shown)["Older People"] == [1, *[Decimal("31.0")] * 4]
    assert rows(shown)["Fostering"] == [0, *[None] * 4]


def test_row_97_within_the_limit_the_extension_and_over():
    """Of A, B, C, D and E three were in the limit, B in the extension, C over."""
    assert rows(beside("times_stage_1_service_area"))["Total"][:4] == [
        *(5, Decimal("60.0"), Decimal("80.0"), Decimal("20.0")),
    ]


def test_row_98_quarter_by_directorate():
    assert rows(listed("complaints", "directorate", "quarter")) == {
        "Adults' Services": [1, 0, 0, 0, 1],
        "Children's Services": [2, 2, 0, 0, 4],
        "Place": [0, 1, 0, 0, 1],
        "Total": [3, 3, 0, 0, 6],
    }


def test_row_98_team_by_nature_by_timeliness_keeps_rows_with_zero():
    shown = listed("stages-answered", "service-area", "nature", "in-time")

    assert heads(shown)[:3] == ["Within the time limit", "Within the longest extension", "Over"]
    found = {label: values[:3] for label, values in rows(shown).items()}
    assert found == {
        "Fostering: Delay": [1, 0, 0],
        "Fostering: Attitude of staff": [0, 1, 0],
        "Leaving Care: Delay": [0, 0, 1],
        "Leaving Care: Attitude of staff": [0, 0, 0],
        "Older People: Delay": [1, 0, 0],
        "Older People: Attitude of staff": [0, 0, 0],
        "Parking: Delay": [0, 0, 0],
        "Parking: Attitude of staff": [1, 0, 0],
        "Total": [3, 1, 1],
    }


def test_row_98_team_by_stage_by_outcome_keeps_rows_with_zero():
    shown = listed("stages-answered", "service-area", "stage", "outcome")

    assert heads(shown)[:3] == ["Upheld", "Partially upheld", "Not upheld"]
    found = {label: values[:3] for label, values in rows(shown).items()}
    assert found["Fostering: Stage 1"] == [1, 0, 1]
    assert found["Fostering: Stage 2"] == [0, 1, 0]
    assert found["Fostering: Stage 3"] == [0, 0, 0]
    assert found["Parking: Stage 2"] == [1, 0, 0]
    assert len(found) == 4 * 3 + 1


def test_row_99_complaints_and_issues_are_different_numbers_and_say_so():
    """A raises two natures, B one."""
    complaints = listed("complaints", "nature", "service-area")
    issues = listed("issues", "nature", "service-area")

    assert complaints.cell("Delay", "Fostering").value == 1
    assert complaints.cell("Attitude of staff", "Fostering").value == 1
    assert issues.cell("Delay", "Fostering").value == 1
    assert issues.cell("Attitude of staff", "Fostering").value == 2
    assert complaints.definition.startswith("Counts complaints received in the period")
    assert issues.definition.startswith("Counts every nature that complaints received in the")


def test_row_99_several_outcomes_in_one_complaint():
    """Three points: upheld and not upheld as adjudicated, one withdrawn."""
    shown = listed("points", "level", "finding")

    assert shown.cell("Adjudication", "Upheld").value == 1
    assert shown.cell("Adjudication", "Not upheld").value == 1
    assert shown.cell("Investigator", "Total").value == 3


def test_row_100_published_years_are_frozen_and_restatements_shown():
    """2025/26 printed 3 complaints; its records today hold F and J."""
    shown = beside("five_years")

    assert heads(shown)[:5] == ["2022/23", "2023/24", "2024/25", "2025/26", "2026/27"]
    printed, today = shown.rows[0], shown.rows[1]
    assert [cell.value for cell in printed.cells[:5]] == [None, None, None, 3, 6]
    assert today.label.endswith(": by today's records (restated)")
    assert [cell.value for cell in today.cells[:5]] == [None, None, None, 2, 6]
    assert [cell.value for cell in printed.cells[5:]] == [Decimal("100.0"), None]
    assert [cell.value for cell in today.cells[5:]] == [Decimal("200.0"), None]
    assert "Printed: 2025/26." in shown.definition
    made = standard.BY_KEY["five_years"]
    (behind,) = made.lists(scope(), today.key, "2025-04-01")
    assert behind.rows.count() == 2


def test_row_101_the_ombudsman_in_the_terms_of_today():
    by_heading = listed("ombudsman", "ombudsman-decision", "ombudsman-heading")

    assert heads(by_heading) == ["Not for us", "Assessed and closed", "Investigated", "Total"]
    assert rows(by_heading) == {
        "Outside jurisdiction": [1, 0, 0, 1],
        "Closed after initial enquiries": [0, 1, 0, 1],
        "Not upheld": [0, 0, 1, 1],
        "Upheld": [0, 0, 2, 2],
        "Total": [1, 1, 3, 5],
    }
    means = listed("ombudsman", "service-area", "ombudsman-means")
    assert means.cell("Fostering", "Considered, upheld").value == 2


def test_row_101_remedies_by_type_and_whether_they_were_done():
    shown = listed("agreed-remedies", "kind", "result")

    assert shown.cell("Apology", "Done on time").value == 1
    assert shown.cell("Service improvement", "Done late").value == 1
    assert shown.cell("Total", "Total").value == 2


def test_row_101_upheld_per_100000_residents():
    """2 of 250,000."""
    shown = listed("ombudsman", "service-area", "per-residents")

    assert shown.cell("Total", "2026/27").value == Decimal("0.80")
    assert shown.cell("Total", "2025/26").value is None
    assert "250,000 from 1 July 2026 (Estimates)" in shown.definition


def test_row_102_rates_per_1000_children_and_per_100_open_cases():
    """6 of 60,000, and of 2,000."""
    assert listed("complaints", "per-children").cell("Total", "2026/27").value == Decimal("0.10")
    assert listed("complaints", "per-open-cases").cell("Total", "2026/27").value == Decimal("0.30")


def test_row_103_other_contacts_and_compliments():
    contacts = rows(listed("contacts", "kind", "quarter"))
    compliments = rows(listed("compliments", "directorate", "quarter"))

    assert contacts["Members' enquiry"] == [1, 0, 1, 0, 2]
    assert contacts["Professional complaint"] == [0, 1, 0, 0, 1]
    assert compliments == {
        "Adults' Services": [0, 0, 0, 0, 0],
        "Children's Services": [1, 1, 0, 0, 2],
        "Place": [0, 1, 0, 0, 1],
        "Total": [1, 2, 0, 0, 3],
    }


def test_row_104_fees_and_expenses_of_investigators_independent_persons_and_panels():
    shown = beside("costs_of_investigations")

    assert heads(shown) == [
        "investigating officers: fees",
        "investigating officers: expenses",
        "independent persons: fees",
        "independent persons: expenses",
        "panels: fees",
        "panels: expenses",
    ]
    assert rows(shown)["Total"] == [
        *(Decimal("1500.00"), Decimal("120.50"), Decimal("800.00")),
        *(0, Decimal("300.00"), Decimal("25.00")),
    ]
    assert rows(shown)["Fostering"] == rows(shown)["Total"]


def test_lessons_done_on_time_and_repeats():
    actions = listed("actions", "service-area", "result")
    repeats = listed("lessons", "service-area", "repeats")

    assert rows(actions)["Fostering"] == [1, 1, 1, 3]
    assert actions.cell("Fostering", "Done on time").percent == Decimal("33.3")
    assert rows(repeats)["Fostering"] == [1, 1, 2]
