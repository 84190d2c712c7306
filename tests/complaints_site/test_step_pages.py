"""Taking a step: who may, what is refused and why, and that nothing typed is lost."""

from datetime import date

import pytest
import time_machine

from cases.actions.casework import restrict
from cases.models import Directorate, ServiceArea
from stages.actions.casework import begin_stage, request_stage
from stages.actions.intake import take_in

pytestmark = pytest.mark.django_db

TODAY = date(2006, 12, 20)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def case(officer):
    directorate = Directorate.objects.create(name="Children's Services")
    area = ServiceArea.objects.create(
        name="Leaving Care", directorate=directorate, usual_procedure="children"
    )
    return take_in(
        on=date(2006, 12, 18),
        by=officer,
        received_on=date(2006, 12, 18),
        service_area=area,
        points=["The deposit"],
    )


def step(client, case, key, **typed):
    address = f"/case/{case.reference}/step/{key}/"
    return client.post(address, typed) if typed else client.get(address)


def test_an_acknowledgement_is_recorded_and_the_page_says_what_comes_next(client, case):
    answer = step(client, case, "acknowledge", on="19 12 2006")

    assert answer.url == f"/case/{case.reference}/"
    assert case.stages.get().acknowledged_on == date(2006, 12, 19)


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("acknowledge", {"on": "21 12 2006"}, "Enter a date that is today or in the past"),
        ("acknowledge", {"on": "15 12 2006"}, "received on 18 December 2006: not before"),
        ("acknowledge", {"on": "yesterday"}, "as day, month and year"),
        (
            "extend",
            {"to": "19 1 2007", "reason": "Two files", "told_on": "20 12 2006"},
            "can be extended to 18 January 2007 at the latest",
        ),
        (
            "extend",
            {"to": "2 1 2007", "reason": "Two files", "told_on": "20 12 2006"},
            "An extension moves the due date later",
        ),
        ("answer", {"on": "20 12 2006", "point_1": ""}, "Choose 1. The deposit"),
        ("triage", {"code": "adults"}, "Enter why this one"),
    ],
)
def test_what_cannot_be_is_said_on_the_page_and_nothing_is_done(client, case, key, typed, sentence):
    answer = step(client, case, key, **typed)

    page = answer.content.decode()
    assert answer.status_code == 200
    assert sentence in page
    assert "There is a problem" in page
    if "reason" in typed:
        assert "Two files" in page
    stage = case.stages.get()
    assert (stage.acknowledged_on, stage.responded_on, stage.extensions.count()) == (None, None, 0)


def test_a_step_taken_twice_is_refused_with_its_reason(client, case):
    step(client, case, "acknowledge", on="19 12 2006")

    again = step(client, case, "acknowledge", on="20 12 2006")

    assert again.status_code == 409
    assert "Acknowledged on 19 December 2006." in again.content.decode()
    assert case.stages.get().acknowledged_on == date(2006, 12, 19)


def test_a_refusal_is_for_a_manager(client, case):
    answer = step(client, case, "refuse", on="20 12 2006", reason="x")

    assert answer.status_code == 409
    case.refresh_from_db()
    assert case.closed_on is None


def test_a_case_that_one_may_not_see_has_no_steps(client, case, officer):
    restrict(case, why="Concerns staff", by=officer)

    assert step(client, case, "acknowledge").status_code == 404
    assert step(client, case, "acknowledge", on="19 12 2006").status_code == 404


def test_another_procedure_takes_over_the_stage_and_its_clocks(client, case):
    step(client, case, "triage", code="corporate", why="Not about a child in need")

    case.route.refresh_from_db()
    stage = case.stages.get()
    assert (case.route.procedure.code, case.route.provisional) == ("corporate", False)
    assert stage.definition.procedure.code == "corporate"
    running = stage.deadlines.filter(live=True, is_main=True).get()
    assert running.limit.stage == stage.definition
    assert case.decisions.get().reason == "Not about a child in need"


def test_a_panel_of_two_names_twice_is_refused(client, case, officer):
    request_stage(case, 3, on=date(2006, 12, 19), by=officer)
    begin_stage(case, 3, on=date(2006, 12, 19), by=officer)

    answer = step(
        client,
        case,
        "appoint-panel",
        chair_name="Petra First",
        chair_on="20 12 2006",
        second_name="petra first",
        second_on="20 12 2006",
        third_name="Rosa Third",
        third_on="20 12 2006",
    )

    assert "A panel is three different people" in answer.content.decode()
    assert "Rosa Third" in answer.content.decode()
    assert not hasattr(case.stages.get(number=3), "panel")
