"""What appointments cost and how long they took, in the report, each number with its list."""

from datetime import date
from decimal import Decimal

import pytest

from reporting.annual_figures import figures_for
from reporting.annual_report import assemble
from reporting.figures import Sums
from reporting.period import Period
from reporting.scope import Scope
from stages.actions import investigation, outsiders
from stages.actions.outsiders import Costs
from stages.findings import Found
from stages.models import Appointment, Outcome
from tests.stages.investigated import an_officer, at_stage_2, somebody

pytestmark = pytest.mark.django_db
YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))
IO, IP = Appointment.Role.INVESTIGATING_OFFICER, Appointment.Role.INDEPENDENT_PERSON


@pytest.fixture
def officer():
    return an_officer()


@pytest.fixture
def two_investigations(officer):
    """One with a report after 19 working days, the other without; the first with its costs."""
    ines, ivo = somebody("Ines Outside", officer), somebody("Ivo Apart", officer)
    first, second = at_stage_2(officer), at_stage_2(officer)
    on = date(2026, 7, 7)
    one = outsiders.appoint(first, ines, role=IO, on=on, by=officer)
    two = outsiders.appoint(first, ivo, role=IP, on=on, by=officer)
    outsiders.appoint(second, ines, role=IO, on=on, by=officer)
    found = dict.fromkeys(first.case.points.at_stage(2), Found(Outcome.UPHELD))
    investigation.receive_report(
        first, on=date(2026, 8, 3), findings=found, recommendations={}, by=officer
    )
    costs = {one: Costs(Decimal(1200), Decimal("85.40")), two: Costs(None, Decimal(20))}
    outsiders.record_costs(first.case, costs, by=officer)
    return first, second


def test_appointments_their_days_and_their_costs_are_counted(two_investigations):
    figures = assemble(Scope(YEAR)).figures

    said = {key: figures[f"stage2.{key}"].value for key in KEYS}
    assert said == {
        "investigators_appointed": 2,
        "investigator_days_to_report": 19,
        "investigators_cost": Decimal("1285.40"),
        "independent_persons_appointed": 1,
        "independent_person_days_to_report": None,
        "independent_persons_cost": Decimal("20.00"),
    }
    assert figures["stage3.panellists_cost"].value == 0


KEYS = [
    "investigators_appointed",
    "investigator_days_to_report",
    "investigators_cost",
    "independent_persons_appointed",
    "independent_person_days_to_report",
    "independent_persons_cost",
]


def test_behind_each_stands_the_list_of_what_it_counts(two_investigations):
    scope = Scope(YEAR)
    sums = Sums(scope, figures_for(scope))

    lists = {key: sums.lists(f"stage2.{key}")[0].rows.count() for key in KEYS}
    assert lists == {
        "investigators_appointed": 2,
        "investigator_days_to_report": 1,
        "investigators_cost": 1,
        "independent_persons_appointed": 1,
        "independent_person_days_to_report": 0,
        "independent_persons_cost": 1,
    }


def test_the_list_is_a_page_with_the_person_and_the_costs(two_investigations, client, officer):
    client.force_login(officer)

    page = "/reports/2026-04-01/2027-03-31/behind/stage2.investigators_cost/"
    said = client.get(page).content.decode()

    assert "Ines Outside" in said
    assert "1,200.00" in said or "1200.00" in said
