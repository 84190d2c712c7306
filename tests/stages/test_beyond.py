"""Mediation instead of a stage, and the Ombudsman beyond the last one."""

from datetime import date

import pytest

from accounts.models import User
from accounts.permissions import Role
from cases.models import Directorate, ServiceArea
from stages.actions.casework import request_stage
from stages.actions.intake import take_in
from stages.actions.mediation import hold_mediation
from stages.actions.ombudsman import decide_enquiry, receive_enquiry
from stages.models import OmbudsmanDecision
from stages.not_possible import NotPossible

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


@pytest.fixture
def case(officer):
    directorate = Directorate.objects.create(name="Children's Services")
    area = ServiceArea.objects.create(
        name="Leaving Care", directorate=directorate, usual_procedure="children"
    )
    return take_in(
        on=date(2006, 10, 2), by=officer, received_on=date(2006, 10, 2), service_area=area
    )


def test_a_mediation_avoids_a_stage_that_had_been_asked_for(case, officer):
    request_stage(case, 2, on=date(2006, 10, 20), by=officer)

    held = hold_mediation(case, on=date(2006, 11, 1), outcome="resolved", by=officer)

    assert held.stage_avoided == 2


@pytest.mark.parametrize("outcome", ["partly", "not_resolved"])
def test_a_mediation_that_does_not_settle_it_avoids_nothing(case, officer, outcome):
    request_stage(case, 2, on=date(2006, 10, 20), by=officer)

    held = hold_mediation(case, on=date(2006, 11, 1), outcome=outcome, by=officer)

    assert held.stage_avoided is None


def test_a_mediation_where_no_stage_was_asked_for_avoids_nothing(case, officer):
    held = hold_mediation(case, on=date(2006, 11, 1), outcome="resolved", by=officer)

    assert held.stage_avoided is None


def test_the_ombudsman_decides_the_enquiry_that_waits(case, officer):
    premature = OmbudsmanDecision.objects.create(name="Premature", means="premature")
    receive_enquiry(case, on=date(2006, 11, 1), by=officer, reference="06/A/1")

    enquiry = decide_enquiry(case, on=date(2006, 11, 15), decision=premature, by=officer)

    assert (enquiry.decision, enquiry.decided_on) == (premature, date(2006, 11, 15))
    with pytest.raises(NotPossible, match="No enquiry"):
        decide_enquiry(case, on=date(2006, 11, 16), decision=premature, by=officer)
