"""The finding on the primary point is that of the stage's own points, where it has some."""

from datetime import date

import pytest

from reporting.annual_report import assemble
from stages.models import Finding
from tests.factories import case, finding, procedure, route, stage
from tests.reporting.little_year import scope

pytestmark = pytest.mark.django_db


def test_a_stage_with_points_of_its_own_is_counted_by_its_own_primary_point():
    version = procedure()
    complaint = case(date(2006, 10, 2), "Fostering")
    route(complaint, version)
    first = stage(complaint, version, 1, date(2006, 10, 2), outcome="not_upheld")
    before = finding(first, 1, primary=True, adjudication="not_upheld")
    second = stage(complaint, version, 2, date(2006, 11, 6), outcome="partially_upheld")
    own = complaint.points.create(
        number=1, stage_number=2, text="Again", is_primary=True, from_point=before
    )
    Finding.objects.create(stage=second, point=own, level="investigator", finding="not_upheld")
    Finding.objects.create(stage=second, point=own, level="adjudication", finding="upheld")
    Finding.objects.create(stage=second, point=before, level="adjudication", finding="withdrawn")

    table = assemble(scope()).tables["stage2_outcomes"]

    assert table.cell("Upheld", "Total").value == 1
