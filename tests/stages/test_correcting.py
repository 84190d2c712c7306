"""What was recorded wrongly is put right, with the reason, and the clocks are counted anew."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Event, User
from accounts.permissions import Role
from cases.models import Case
from stages.actions.casework import record_date, request_stage, respond, triage
from stages.actions.correcting import change_service_area, correct_date
from stages.actions.endings import close
from stages.actions.intake import take_in
from stages.models import Deadline, StageEvent, Task
from stages.not_possible import NotPossible
from tests import factories

pytestmark = pytest.mark.django_db

RECEIVED, TODAY = date(2006, 9, 4), date(2006, 9, 20)


@pytest.fixture
def officer(db):
    return User.objects.create_user("o@example.org", "Anna Fielding", [Role.OFFICER])


@pytest.fixture
def case(officer) -> Case:
    """A children's complaint, whose answer is due by 18 September 2006."""
    area = factories.service_area("Leaving Care")
    return take_in(on=RECEIVED, by=officer, received_on=RECEIVED, service_area=area)


def put_right(stage, event: StageEvent, to: date, by) -> None:
    correct_date(stage, event, to=to, why="The postmark", on=TODAY, by=by)


def deadline(case: Case, key: str, number: int = 1) -> Deadline:
    return Deadline.objects.get(stage__case=case, stage__number=number, limit__key=key)


def test_a_date_is_put_right_and_whether_its_limit_was_met_follows(case, officer):
    record_date(case.stages.get(), StageEvent.ACKNOWLEDGED, on=date(2006, 9, 12), by=officer)
    assert deadline(case, "acknowledgement").met_on > deadline(case, "acknowledgement").due_on

    put_right(case.stages.get(), StageEvent.ACKNOWLEDGED, date(2006, 9, 6), officer)

    assert case.stages.get().acknowledged_on == date(2006, 9, 6)
    assert deadline(case, "acknowledgement").met_on == date(2006, 9, 6)
    event = Event.objects.filter(about_model="cases.case", about_id=case.pk).latest("pk")
    assert event.sentence == (
        "Stage 1: local resolution, acknowledged: 12 September 2006 put right to 6 September 2006"
    )
    assert event.why == "The postmark"


def test_the_day_of_receipt_moves_every_clock_that_runs_from_it(case, officer):
    put_right(case.stages.get(), StageEvent.RECEIVED, date(2006, 9, 5), officer)

    case.refresh_from_db()
    stage = case.stages.get()
    assert (case.received_on, stage.received_on, stage.begun_on) == (date(2006, 9, 5),) * 3
    assert deadline(case, "response").due_on == date(2006, 9, 19)


def test_it_is_not_moved_to_where_another_version_of_the_procedure_was_in_force(case, officer):
    with pytest.raises(NotPossible, match="another version of the procedure was in force"):
        put_right(case.stages.get(), StageEvent.RECEIVED, date(2006, 8, 31), officer)


def test_what_cannot_be_is_refused_in_plain_words(case, officer):
    record_date(case.stages.get(), StageEvent.ACKNOWLEDGED, on=date(2006, 9, 6), by=officer)

    with pytest.raises(ValidationError, match="acknowledged before it was received"):
        put_right(case.stages.get(), StageEvent.ACKNOWLEDGED, date(2006, 9, 1), officer)
    with pytest.raises(NotPossible, match="Stage 1: local resolution, response is not recorded"):
        put_right(case.stages.get(), StageEvent.RESPONSE, date(2006, 9, 6), officer)


def test_a_closed_case_is_put_right_too_and_stays_closed(case, officer):
    respond(case.stages.get(), on=date(2006, 9, 19), findings={}, by=officer)
    close(case, on=TODAY, reason="Settled", by=officer)

    running = list(Deadline.objects.running())

    put_right(case.stages.get(), StageEvent.RESPONSE, date(2006, 9, 18), officer)

    assert deadline(case, "response").met_on == date(2006, 9, 18)
    assert list(Deadline.objects.running()) == running
    assert not Task.objects.open().exists()


def test_a_request_put_right_ends_the_time_for_it_on_that_day(case, officer):
    respond(case.stages.get(), on=date(2006, 9, 6), findings={}, by=officer)
    second = request_stage(case, 2, on=date(2006, 9, 20), by=officer)

    put_right(second, StageEvent.REQUESTED, date(2006, 9, 18), officer)

    assert case.stages.get(number=1).escalated_on == date(2006, 9, 18)
    assert case.stages.get(number=2).requested_on == date(2006, 9, 18)


def late_request(case: Case):
    return Task.objects.open().filter(case=case, decision_kind="late_request")


def test_a_request_that_was_late_only_by_a_slip_waits_for_no_decision(case, officer):
    """Answered on 6 September, received two working days later: until 6 October 2006."""
    respond(case.stages.get(), on=date(2006, 9, 6), findings={}, by=officer)
    second = request_stage(case, 2, on=date(2006, 10, 20), by=officer)
    assert late_request(case).exists()

    put_right(second, StageEvent.REQUESTED, date(2006, 10, 2), officer)
    assert not late_request(case).exists()

    second.refresh_from_db()
    put_right(second, StageEvent.REQUESTED, date(2006, 10, 19), officer)
    assert late_request(case).exists()


def test_until_triage_the_dates_go_by_the_usual_procedure_of_the_new_service(case, officer):
    area = factories.service_area("Admissions", usual_procedure="corporate")

    change_service_area(case, to=area, why="It is about a school place", on=TODAY, by=officer)

    case.refresh_from_db()
    assert (case.service_area, case.route.procedure.code) == (area, "corporate")
    assert case.route.provisional
    running = Deadline.objects.running().filter(stage__case=case)
    assert {one.limit.stage.procedure.code for one in running} == {"corporate"}


def test_once_the_procedure_was_decided_it_stays(case, officer):
    triage(case, code="children", why="A looked-after child", on=TODAY, by=officer)
    area = factories.service_area("Admissions", usual_procedure="corporate")

    change_service_area(case, to=area, why="It is about a school place", on=TODAY, by=officer)

    case.refresh_from_db()
    assert case.route.procedure.code == "children"
    with pytest.raises(NotPossible, match="It is with Admissions already"):
        change_service_area(case, to=area, why="Again", on=TODAY, by=officer)
