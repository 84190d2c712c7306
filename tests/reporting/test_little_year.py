"""The little year's numbers, worked out by hand from :mod:`tests.reporting.little_year`."""

from decimal import Decimal

import pytest

from reporting.annual_report import assemble
from tests.reporting.little_year import nothing_at_all, one_day, scope, year_without_logs

pytestmark = pytest.mark.usefixtures("little_year")


def numbers(report, table):
    """A table as rows of values by label."""
    return {row.label: [cell.value for cell in row.cells] for row in report.tables[table].rows}


def columns(report, table):
    return [column.label for column in report.tables[table].columns]


def figures(report, *keys):
    return {key: report.figures[key].value for key in keys}


def test_each_log_counts_its_own_entries_under_its_own_service_areas():
    report = assemble(scope())

    assert columns(report, "stage1_by_service_area") == [
        "Fostering",
        "Leaving Care",
        "Family Centre",
        "Total",
    ]
    assert numbers(report, "stage1_by_service_area") == {
        "Recorded manually": [4, 3, 0, 7],
        "Corporate log": [3, 2, 0, 5],
    }
    cell = report.tables["stage1_by_service_area"].cell("Corporate log", "Fostering")
    assert cell.percent == Decimal("60.0")


def test_the_year_is_split_where_the_regulations_changed():
    assert numbers(assemble(scope()), "stage1_by_part_of_year") == {
        "1 April 2006 to 31 August 2006": [2, 1, 0, 3],
        "1 September 2006 to 31 March 2007": [2, 2, 0, 4],
    }


def test_natures_are_those_of_the_log_that_records_them_zeros_included():
    assert numbers(assemble(scope()), "stage1_nature_of_complaint") == {
        "Delay": [2, 2, 0, 4],
        "Attitude of staff": [1, 0, 0, 1],
        "Service withdrawn": [0, 0, 0, 0],
        "Total": [3, 2, 0, 5],
    }


def test_who_complained_includes_those_of_whom_it_is_not_recorded():
    assert numbers(assemble(scope()), "complaint_made_by") == {
        "Young person": [2],
        "Parent": [4],
        "Advocate": [0],
        "Not recorded": [1],
        "Total": [7],
    }


def test_equalities_leave_out_what_only_the_other_log_holds():
    report = assemble(scope())

    assert numbers(report, "equalities_gender") == {
        "Female": [2],
        "Male": [1],
        "Not recorded": [2],
    }
    assert numbers(report, "equalities_disability") == {
        "Service users with a disability": [1],
        "Not recorded": [4],
    }


def test_each_stage_2_is_held_against_the_limits_of_its_own_version():
    assert numbers(assemble(scope()), "stage2_response_times") == {
        "Number": [2, 2, 4],
        "Within 25 days (received on or after 1 September 2006)": [0, 0, 0],
        "Within 28 days (received before 1 September 2006)": [1, 0, 1],
        "Within 65 days": [1, 0, 1],
        "Over timescale": [0, 1, 1],
        "Withdrawn": [0, 0, 0],
        "Pending": [0, 1, 1],
    }


def test_the_primary_points_finding_and_the_whole_outcome_are_two_tables():
    report = assemble(scope())

    assert numbers(report, "stage2_outcomes") == {
        "Upheld": [1, 1, 2],
        "Partially upheld": [0, 0, 0],
        "Not upheld": [1, 0, 1],
        "Withdrawn": [0, 0, 0],
        "Pending": [0, 1, 1],
    }
    assert numbers(report, "stage2_outcomes_derived") == {
        "Upheld": [0, 1, 1],
        "Partially upheld": [1, 0, 1],
        "Not upheld": [1, 0, 1],
        "Withdrawn": [0, 0, 0],
        "Pending": [0, 1, 1],
    }


def test_rates_divide_each_service_areas_numbers():
    assert numbers(assemble(scope()), "stage2_rates") == {
        "% escalating to Stage 2": [Decimal("50.0"), Decimal("66.7"), Decimal("57.1")],
        "% upheld (fully or partially)": [Decimal("50.0"), Decimal("100.0"), Decimal("66.7")],
    }


def test_each_step_of_stage_3_is_counted_from_the_one_before():
    assert numbers(assemble(scope()), "stage3") == {
        "Children's Services (statutory)": ["Fostering", 31, 0, 7]
    }


def test_ombudsmans_decisions_and_payments_stand_under_their_year():
    report = assemble(scope())
    decided = report.tables["ombudsman"]

    assert decided.cell("Fostering", "Total").value == 1
    assert decided.cell("Leaving Care", "Maladministration").value == 1
    assert numbers(report, "compensation") == {
        "compensation, stage 1": [Decimal("150.15")],
        "reimbursement, stage 2": [Decimal("20.00")],
        "ex gratia payment, no stage": [Decimal("5.00")],
        "Total": [Decimal("175.15")],
    }


def test_figures_of_the_little_year():
    assert figures(
        assemble(scope()),
        "summary.received_recorded_manually",
        "summary.received_on_corporate_log",
        "summary.representations",
        "summary.percent_change_between_parts",
        "summary.stage2_begun_first_part",
        "stage2.over_three_months",
        "stage2.over_six_months",
        "stage3.panels",
        "stage3.panel_in_time",
        "stage3.report_in_time",
        "ombudsman.premature",
        "ombudsman.considered",
        "escalation.stage1_to_2_percent",
        "escalation.stage1_to_2_without_mediation_percent",
        "escalation.stage1_to_2_cohort_percent",
        "mediation.prevented_stage2",
        "mediation.held_social_care",
        "mediation.successful_social_care",
        "made_by_young_people.percent",
        "joint_nhs.investigations",
        "learning.actions",
        "compensation.total",
    ) == {
        "summary.received_recorded_manually": 7,
        "summary.received_on_corporate_log": 5,
        "summary.representations": 1,
        "summary.percent_change_between_parts": Decimal("33.3"),
        "summary.stage2_begun_first_part": 2,
        "stage2.over_three_months": 1,
        "stage2.over_six_months": 1,
        "stage3.panels": 1,
        "stage3.panel_in_time": 0,
        "stage3.report_in_time": 1,
        "ombudsman.premature": 1,
        "ombudsman.considered": 1,
        "escalation.stage1_to_2_percent": Decimal("57.1"),
        "escalation.stage1_to_2_without_mediation_percent": Decimal("71.4"),
        "escalation.stage1_to_2_cohort_percent": Decimal("57.1"),
        "mediation.prevented_stage2": 1,
        "mediation.held_social_care": 3,
        "mediation.successful_social_care": 2,
        "made_by_young_people.percent": Decimal("28.6"),
        "joint_nhs.investigations": 1,
        "learning.actions": 2,
        "compensation.total": Decimal("175.15"),
    }


def test_in_a_year_without_logs_all_complaints_are_the_base():
    report = assemble(year_without_logs())

    assert numbers(report, "stage1_by_service_area") == {"All complaints": [1, 0, 1, 2]}
    assert numbers(report, "stage1_by_part_of_year") == {
        "1 April 2008 to 31 March 2009": [1, 0, 1, 2]
    }
    assert report.tables["complaint_made_by"].base == "Base: 2 complaints."


def test_the_limits_of_a_later_year_are_named_without_dates():
    assert numbers(assemble(year_without_logs()), "stage2_response_times") == {
        "Number": [1, 1],
        "Within 25 days": [0, 0],
        "Within 65 days": [0, 0],
        "Over timescale": [0, 0],
        "Withdrawn": [1, 1],
        "Pending": [0, 0],
    }


def test_a_year_of_which_nothing_is_known_counts_nothing_and_divides_by_nothing():
    report = assemble(nothing_at_all())

    assert numbers(report, "stage1_by_service_area") == {"All complaints": [0, 0, 0, 0]}
    assert report.tables["stage2_rates"].cell("% escalating to Stage 2", "Total").value is None
    assert figures(
        report,
        "summary.received_recorded_manually",
        "summary.previous_year_recorded_manually",
        "summary.percent_change_on_previous_year",
        "escalation.stage1_to_2_percent",
        "stage2.average_working_days",
        "compensation.total",
    ) == {
        "summary.received_recorded_manually": 0,
        "summary.previous_year_recorded_manually": None,
        "summary.percent_change_on_previous_year": None,
        "escalation.stage1_to_2_percent": None,
        "stage2.average_working_days": None,
        "compensation.total": 0,
    }


def test_a_period_may_be_one_day():
    report = assemble(one_day())

    assert numbers(report, "stage1_by_service_area")["Recorded manually"] == [1, 0, 0, 1]
    assert report.figures["summary.received_recorded_manually"].value == 1
