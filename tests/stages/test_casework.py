"""What the steps of a case do: their dates, their deadlines, their trail, and what they refuse."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Event, User
from accounts.permissions import Role
from cases.models import Channel, Directorate, ServiceArea
from stages.actions import casework, endings, timing
from stages.actions.intake import take_in
from stages.models import Outcome, StageEvent, TimeLimit
from stages.not_possible import NotPossible

pytestmark = pytest.mark.django_db

RECEIVED = date(2006, 12, 18)


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


@pytest.fixture
def area():
    directorate = Directorate.objects.create(name="Children's Services")
    return ServiceArea.objects.create(
        name="Children in Need", directorate=directorate, usual_procedure="children"
    )


@pytest.fixture
def case(officer, area):
    return take_in(
        on=RECEIVED,
        by=officer,
        received_on=RECEIVED,
        service_area=area,
        channel=Channel.objects.create(name="telephone"),
        summary="The visits were cancelled.",
        complainant={"name": "Marlow Penfield"},
        children=["Rowan Penfield"],
        points=["Visits were cancelled", "Nobody called back"],
    )


def due(stage, key="response"):
    return stage.deadlines.get(limit__key=key).due_on


def test_a_complaint_gets_a_reference_of_its_year_and_the_next_number(case, officer, area):
    second = take_in(on=RECEIVED, by=officer, received_on=RECEIVED, service_area=area)

    assert [case.reference, second.reference] == ["2006-00001", "2006-00002"]


def test_a_complaint_logged_runs_provisionally_on_the_usual_procedure(case):
    assert (case.route.procedure.version, case.route.provisional) == ("2006", True)


def test_a_complaint_made_before_the_new_regulations_stays_on_the_old(officer, area):
    case = take_in(
        on=date(2006, 9, 4),
        by=officer,
        received_on=date(2006, 9, 4),
        made_on=date(2006, 8, 31),
        service_area=area,
    )

    assert case.route.procedure.version == "1991"


def test_stage_1_is_due_10_working_days_after_receipt_over_christmas(case):
    stage = case.stages.get()

    assert due(stage) == date(2007, 1, 4)
    assert due(stage, "acknowledgement") == date(2006, 12, 21)
    assert due(stage, "draft") == date(2006, 12, 29)


def test_an_acknowledgement_meets_its_deadline(case, officer):
    stage = case.stages.get()

    casework.record_date(stage, StageEvent.ACKNOWLEDGED, on=date(2006, 12, 20), by=officer)

    assert stage.deadlines.get(limit__key="acknowledgement").met_on == date(2006, 12, 20)


def test_an_extension_moves_the_due_date_and_the_milestones_before_it(case, officer):
    stage = case.stages.get()

    timing.extend(
        stage, to=date(2007, 1, 18), reason="Two files", told_on=date(2007, 1, 3), by=officer
    )

    main = stage.deadlines.get(is_main=True)
    assert (main.target_on, main.due_on, main.ceiling_on) == (
        date(2007, 1, 4),
        date(2007, 1, 18),
        date(2007, 1, 18),
    )
    assert due(stage, "draft") == date(2007, 1, 15)


def test_an_extension_beyond_20_working_days_is_refused(case, officer):
    with pytest.raises(NotPossible, match="18 January 2007 at the latest"):
        timing.extend(
            case.stages.get(),
            to=date(2007, 1, 19),
            reason="Two files",
            told_on=date(2007, 1, 3),
            by=officer,
        )


def test_an_extension_without_a_reason_is_refused(case, officer):
    with pytest.raises(ValidationError):
        timing.extend(
            case.stages.get(),
            to=date(2007, 1, 12),
            reason="",
            told_on=date(2007, 1, 3),
            by=officer,
        )


def test_an_answer_stops_the_clock_opens_the_window_and_derives_the_outcome(case, officer):
    stage = case.stages.get()
    first, second = case.points.all()

    casework.respond(
        stage,
        on=date(2007, 1, 4),
        findings={first: Outcome.UPHELD, second: Outcome.NOT_UPHELD},
        by=officer,
    )

    assert stage.outcome == Outcome.PARTIALLY_UPHELD
    assert stage.deadlines.get(is_main=True).met_on == date(2007, 1, 4)
    window = stage.deadlines.get(limit__kind=TimeLimit.Kind.WINDOW)
    # posted on 4 January, deemed received on the 8th (two working days), then 20 working days
    assert (window.starts_on, window.due_on) == (date(2007, 1, 8), date(2007, 2, 5))


def test_an_answer_before_the_complaint_is_refused(case, officer):
    with pytest.raises(ValidationError, match="The response cannot be before the complaint"):
        casework.respond(case.stages.get(), on=date(2006, 12, 15), findings={}, by=officer)


def test_a_stage_that_is_asked_for_is_not_begun(case, officer):
    stage = casework.request_stage(case, 2, on=date(2007, 1, 15), by=officer)

    assert (stage.requested_on, stage.begun_on) == (date(2007, 1, 15), None)
    assert case.stages.get(number=1).escalated_on == date(2007, 1, 15)


def test_stage_2_counts_from_the_request_and_shows_the_agreed_statement_beside_it(case, officer):
    stage = casework.request_stage(case, 2, on=date(2006, 12, 20), by=officer)
    casework.record_date(stage, StageEvent.STATEMENT_AGREED, on=date(2007, 1, 8), by=officer)

    clocks = {row.limit.in_force: row for row in stage.deadlines.filter(limit__length=25)}
    assert clocks[True].due_on == date(2007, 1, 29)
    assert clocks[True].ceiling_on == date(2007, 3, 26)
    assert clocks[False].due_on == date(2007, 2, 12)


def test_a_complaint_whose_answer_is_late_goes_on_without_it(case, officer):
    stage = casework.request_stage(
        case, 2, on=date(2007, 1, 15), why="The answer is late", by=officer
    )

    first = case.stages.get(number=1)
    assert (stage.requested_on, first.escalated_on) == (date(2007, 1, 15), date(2007, 1, 15))
    assert not first.deadlines.filter(met_on=None, live=True).exists()
    assert not first.tasks.open().exists()
    assert stage.deadlines.filter(live=True).exists()
    endings.close(case, on=date(2007, 1, 16), reason="Settled", by=officer)
    endings.reopen(case, why="It was not", by=officer)
    assert not first.deadlines.filter(met_on=None, live=True).exists()
    assert stage.deadlines.filter(live=True).exists()


def test_a_stage_asked_for_before_the_complaint_is_refused(case, officer):
    with pytest.raises(ValidationError, match="before the complaint was received"):
        casework.request_stage(case, 2, on=date(2006, 12, 17), by=officer)


def test_the_panel_is_due_within_30_working_days_of_the_request(case, officer):
    stage = casework.request_stage(case, 3, on=date(2007, 1, 15), by=officer)

    assert due(stage, "panel") == date(2007, 2, 26)
    with pytest.raises(ValidationError, match="A panel cannot meet before its request"):
        casework.record_date(stage, StageEvent.PANEL_MET, on=date(2007, 1, 12), by=officer)


def test_a_stage_that_the_procedure_does_not_have_is_refused(case, officer):
    with pytest.raises(NotPossible, match="has no stage 4"):
        casework.request_stage(case, 4, on=date(2007, 1, 15), by=officer)


def test_a_withdrawn_complaint_has_nothing_due(case, officer):
    endings.withdraw(case, on=date(2006, 12, 28), by=officer)

    stage = case.stages.get()
    assert stage.outcome == Outcome.WITHDRAWN
    assert not stage.deadlines.filter(live=True, met_on=None).exists()


def test_an_outcome_is_overridden_only_with_a_reason(case, officer):
    stage = case.stages.get()

    with pytest.raises(NotPossible, match="Say why"):
        casework.override_outcome(stage, outcome=Outcome.UPHELD, why=" ", by=officer)


def test_every_step_leaves_its_sentence(case, officer):
    endings.close(case, on=date(2007, 2, 6), reason="Window passed", by=officer)

    sentences = Event.objects.filter(about_id=case.pk, about_model="cases.case")
    assert [event.sentence for event in sentences.order_by("id")] == [
        "logged the complaint",
        "added the complainant and the service user",
        "added points 1 to 2",
        "put the case provisionally on the route “Children Act procedure, 2006 Regulations”",
        "began Stage 1: local resolution",
        "closed the case: Window passed",
    ]
