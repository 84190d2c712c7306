"""A mixed complaint is counted once; its stages each; its parts in a table of their own.

The numbers are worked out by hand from ``make_mixed_year`` in :mod:`tests.reporting.little_year`.
"""

import pytest

from cases.models import Case
from reporting.annual_report import assemble
from reporting.counted import COMPLAINTS, LOG_ENTRIES, PARTS, REPRESENTATIONS, STAGE_2
from reporting.tables.logs import ON_EITHER_LOG
from tests.factories import on_log
from tests.reporting.little_year import mixed_year
from tests.reporting.test_little_year import figures, numbers

pytestmark = pytest.mark.usefixtures("little_year")


@pytest.fixture
def report():
    return assemble(mixed_year())


def test_complaints_received_count_a_mixed_one_once(report):
    assert numbers(report, "stage1_by_service_area") == {"All complaints": [2, 0, 0, 2]}
    assert numbers(report, "stage1_by_part_of_year") == {
        "1 April 2010 to 31 March 2011": [2, 0, 0, 2]
    }
    assert numbers(report, "stage1_nature_of_complaint")["Total"] == [2, 0, 0, 2]
    assert numbers(report, "complaint_made_by")["Total"] == [2]
    assert numbers(report, "equalities_gender")["Female"] == [2]


def test_stages_count_each_part_and_not_one_that_was_joined_again(report):
    assert numbers(report, "stage2_response_times")["Number"] == [1, 1]
    assert numbers(report, "stage2_outcomes_derived")["Pending"] == [1, 1]


def test_figures_count_the_complaint_and_say_where_it_went(report):
    assert figures(
        report,
        "summary.received_recorded_manually",
        "summary.representations",
        "summary.stage2_begun",
        "joint_nhs.investigations",
        "escalation.cohort_received",
        "escalation.cohort_went_to_stage2",
    ) == {
        "summary.received_recorded_manually": 2,
        "summary.representations": 0,
        "summary.stage2_begun": 1,
        "joint_nhs.investigations": 1,
        "escalation.cohort_received": 2,
        "escalation.cohort_went_to_stage2": 1,
    }


def test_the_parts_stand_in_a_table_of_their_own_by_procedure(report):
    assert numbers(report, "parts_of_mixed_complaints") == {
        "Children Act procedure, 2006 Regulations": [1, 0, 1],
        "Corporate procedure 2006": [0, 1, 1],
        "Total": [1, 1, 2],
    }


def test_what_proceedings_held_up_is_counted_by_their_kind(report):
    assert numbers(report, "declined_or_suspended_for_proceedings") == {
        "Police investigation or prosecution": [1, 0, 1],
        "Total": [1, 0, 1],
    }


def test_each_table_says_whether_it_counts_complaints_or_parts(report):
    def definition(table):
        return report.tables[table].definition

    assert "a mixed complaint once, not by its parts" in definition("stage1_by_service_area")
    assert "each part of a mixed complaint that came so far is one" in definition(
        "stage2_response_times"
    )
    assert "parts, not complaints" in definition("parts_of_mixed_complaints")


def test_what_counts_stages_or_parts_counts_no_part_that_was_joined_again():
    assert not STAGE_2.rows().exclude(case__joined_on=None).exists()
    assert not PARTS.rows().exclude(joined_on=None).exists()


def test_nothing_that_counts_complaints_counts_a_part_even_one_on_a_log():
    parts = Case.objects.exclude(part_of=None)
    entries = [on_log(part, "manual") for part in parts]

    for counted in COMPLAINTS, REPRESENTATIONS, LOG_ENTRIES, ON_EITHER_LOG:
        part_of = counted.of_case("part_of__isnull")
        assert not counted.rows().filter(**{part_of: False}).exists(), counted.key
    for entry in entries:
        entry.delete()
