"""An outcome says its parts: how many points of a stage were upheld."""

from datetime import date

import pytest

from stages.models import Stage
from stages.points_upheld import points_upheld
from tests.factories import case, finding, procedure, stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def second():
    of = case(date(2026, 4, 1), "Fostering")
    return stage(of, procedure(), 2, date(2026, 5, 1), outcome="partially_upheld")


def words(of: Stage) -> str:
    return Stage.objects.annotate(words=points_upheld()).get(pk=of.pk).words


def test_the_council_speaks_after_the_investigator_and_a_panel_after_both(second):
    finding(second, 1, investigator="not_upheld", adjudication="upheld")
    finding(second, 2, investigator="upheld", adjudication="upheld", panel="not_upheld")
    finding(second, 3, investigator="upheld")
    for number in range(4, 9):
        finding(second, number, investigator="not_upheld")

    assert words(second) == "2 of 8 points upheld"


def test_points_upheld_in_part_are_said_too(second):
    finding(second, 1, adjudication="upheld")
    finding(second, 2, adjudication="partially_upheld")

    assert words(second) == "1 of 2 points upheld, 1 in part"


def test_points_that_were_withdrawn_or_without_a_finding_are_left_out(second):
    finding(second, 1, adjudication="upheld")
    finding(second, 2, adjudication="not_upheld")
    finding(second, 3, adjudication="withdrawn")
    finding(second, 4, adjudication="no_finding")

    assert words(second) == "1 of 2 points upheld"


def test_of_one_point_or_none_the_outcome_says_it_all(second):
    assert words(second) == ""
    finding(second, 1, adjudication="upheld")
    assert words(second) == ""
