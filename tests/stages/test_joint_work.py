"""Joint work with a body of the NHS: who leads, consent, their part, and one reply or two."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.permissions import Role
from cases.models import Directorate, ServiceArea
from stages.actions.intake import take_in
from stages.actions.joint_work import (
    answer_apart,
    receive_their_part,
    record_consent,
    set_up_joint_work,
)
from stages.actions.parts import split_off
from stages.models import JointWork, Outcome, Task
from stages.not_possible import NotPossible
from stages.points_to_answer import found_without_asking, points_to_answer, why_not_answered
from stages.situation import Situation
from stages.steps import steps_of

pytestmark = pytest.mark.django_db

RECEIVED, LATER = date(2026, 9, 1), date(2026, 9, 10)
TRUST = "Riverside NHS Trust"


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


@pytest.fixture
def case(officer):
    directorate = Directorate.objects.create(name="Adults")
    area = ServiceArea.objects.create(
        name="Older People", directorate=directorate, usual_procedure="adults"
    )
    return take_in(
        on=RECEIVED,
        by=officer,
        received_on=RECEIVED,
        service_area=area,
        points=["The discharge was too early", "No care was there at home"],
    )


def with_the_trust(case, by, **more):
    agreed = {
        "body": TRUST,
        "led_by": "council",
        "agreed_on": RECEIVED,
        "consent": "given",
        "consent_on": RECEIVED,
        "points": case.points.filter(number=1),
        "due_on": date(2026, 9, 21),
    } | more
    return set_up_joint_work(case, by=by, **agreed)


def joint_tasks():
    return Task.objects.filter(kind=Task.Kind.JOINT)


def why_no_answer(case, by):
    return {step.key: why for step, why in steps_of(Situation(case), by)}["answer"]


def test_their_part_is_a_task_and_the_answer_waits_for_it(case, officer):
    work = with_the_trust(case, officer)

    task = joint_tasks().open().get()
    assert task.due_on == date(2026, 9, 21)
    assert why_no_answer(case, officer) == (
        "Not until the part of Riverside NHS Trust has come, or it is decided that each answers "
        "apart."
    )

    receive_their_part(work, on=LATER, by=officer)

    assert why_no_answer(case, officer) == ""
    task.refresh_from_db()
    assert task.done_on == LATER


def test_no_finding_is_asked_on_the_points_that_they_answer(case, officer):
    with_the_trust(case, officer)

    assert [point.number for point in points_to_answer(case.stages.last())] == [2]
    assert found_without_asking(case.stages.last()) == {
        case.points.get(number=1): Outcome.NO_FINDING
    }
    assert why_not_answered(case) == [
        "1. The discharge was too early: answered by Riverside NHS Trust"
    ]


def test_each_answers_apart_with_a_reason(case, officer):
    work = with_the_trust(case, officer)

    answer_apart(work, why="They need six months", on=LATER, by=officer)

    assert why_no_answer(case, officer) == ""
    assert joint_tasks().get().dropped_because == "Each body answers apart"
    assert [point.number for point in points_to_answer(case.stages.last())] == [2]


def test_without_consent_there_is_no_joint_reply(case, officer):
    work = with_the_trust(case, officer, consent="asked")
    with pytest.raises(NotPossible, match="Not until consent to share"):
        receive_their_part(work, on=LATER, by=officer)

    record_consent(work, consent="refused", on=LATER, by=officer)

    assert not work.is_one_reply
    assert why_no_answer(case, officer) == ""
    work.separate_because = ""
    with pytest.raises(ValidationError, match="Without consent to share"):
        work.full_clean()


def test_consent_that_is_given_lets_their_part_come(case, officer):
    work = with_the_trust(case, officer, consent="asked")

    record_consent(work, consent="given", on=LATER, by=officer)
    receive_their_part(work, on=LATER, by=officer)

    assert JointWork.objects.get().came_on == LATER


def test_refused_from_the_start_there_is_nothing_to_wait_for(case, officer):
    with_the_trust(case, officer, consent="refused")

    assert not joint_tasks().exists()
    assert why_no_answer(case, officer) == ""


def test_the_same_body_is_not_on_a_case_twice(case, officer):
    with_the_trust(case, officer)

    with pytest.raises(ValidationError, match="is on the case already"):
        with_the_trust(case, officer)


def test_what_reports_count_is_kept_in_step(case, officer):
    with_the_trust(case, officer)
    with_the_trust(case, officer, body="Anytown Hospital")

    case.refresh_from_db()
    assert case.joint_body == "Riverside NHS Trust; Anytown Hospital"


def test_joint_work_on_a_part_counts_for_the_complaint(case, officer):
    part = split_off(
        case,
        code="corporate",
        service_area=case.service_area,
        points=case.points.filter(number=1),
        why="Not social care",
        on=RECEIVED,
        by=officer,
    )

    with_the_trust(part, officer)

    case.refresh_from_db()
    part.refresh_from_db()
    assert (case.joint_body, part.joint_body) == (TRUST, TRUST)
    assert why_no_answer(case, officer) == ""
