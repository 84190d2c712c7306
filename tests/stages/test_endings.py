"""How a case ends and comes back, and time in which the council waits."""

from datetime import date

import pytest

from accounts.models import User
from accounts.permissions import Role
from cases.models import Decision, Directorate, ServiceArea
from stages.actions import decisions, endings, timing
from stages.actions.intake import take_in
from stages.models import Outcome
from stages.not_possible import NotPossible
from tests import factories

pytestmark = pytest.mark.django_db

LATER = date(2006, 12, 28)


@pytest.fixture
def manager():
    return User.objects.create_user("manager@example.org", "Martin Oakes", [Role.MANAGER])


@pytest.fixture
def case(manager):
    directorate = Directorate.objects.create(name="Children's Services")
    area = ServiceArea.objects.create(
        name="Leaving Care", directorate=directorate, usual_procedure="children"
    )
    received = date(2006, 12, 18)
    return take_in(on=received, by=manager, received_on=received, service_area=area)


def running(case):
    return case.stages.get().deadlines.running()


def refuse(case, by):
    reason = factories.decision_reason("refused", "A request for a service")
    decisions.refuse(case, listed_reason=reason, reason="Asks for a place", on=LATER, by=by)


def test_a_refusal_is_a_decision_that_closes_the_case_and_counts_as_not_accepted(case, manager):
    refuse(case, manager)

    refusal = case.decisions.get()
    assert (refusal.kind, refusal.decided_by) == (Decision.Kind.REFUSED, manager)
    assert refusal.listed_reason.name == "A request for a service"
    assert (refusal.accepted, refusal.told_on) == (False, None)
    assert (case.closed_on, case.close_reason) == (LATER, "Refused: A request for a service")
    assert case.stages.get().outcome == Outcome.NOT_ACCEPTED
    assert not running(case).exists()


@pytest.mark.parametrize("end", ["refuse", "withdraw", "close"])
def test_a_reopened_case_runs_again_by_its_own_dates(case, manager, end):
    before = set(running(case).values_list("limit__key", "due_on"))
    {
        "refuse": lambda: refuse(case, manager),
        "withdraw": lambda: endings.withdraw(case, on=LATER, by=manager),
        "close": lambda: endings.close(case, on=LATER, reason="Logged in error", by=manager),
    }[end]()

    endings.reopen(case, why="It was one after all", by=manager)

    assert case.is_open
    assert case.stages.get().outcome == ""
    assert set(running(case).values_list("limit__key", "due_on")) == before


def test_a_wait_does_not_move_a_statutory_deadline(case, manager):
    stage = case.stages.get()
    due = stage.deadlines.get(is_main=True).due_on

    timing.hold(stage, on=date(2006, 12, 20), reason="For the advocate", by=manager)
    timing.resume(stage, on=date(2006, 12, 22), by=manager)

    assert stage.holds.get().to_on == date(2006, 12, 22)
    assert stage.deadlines.get(is_main=True).due_on == due


def test_a_wait_moves_the_deadline_where_the_version_says_so(case, manager):
    stage = case.stages.get()
    procedure = stage.definition.procedure
    procedure.pauses_move_deadlines = True
    procedure.save()

    timing.hold(stage, on=date(2006, 12, 20), reason="For the advocate", by=manager)
    timing.resume(stage, on=date(2006, 12, 22), by=manager)

    # three working days were held: 4 January becomes 9 January 2007
    assert stage.deadlines.get(is_main=True).due_on == date(2007, 1, 9)


def test_a_wait_that_never_began_cannot_end(case, manager):
    with pytest.raises(NotPossible, match="is not on hold"):
        timing.resume(case.stages.get(), on=LATER, by=manager)
