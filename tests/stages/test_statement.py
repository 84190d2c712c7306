"""The statement of complaint: versions, who agreed, silence, and the points that come of it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accounts.permissions import Role
from cases.actions.casework import add_point
from stages.actions import statement as statements
from stages.actions.casework import record_date
from stages.models import Proposer, Side, StageEvent, Statement, Task
from stages.not_possible import NotPossible
from stages.situation import Situation
from stages.statements import Line
from stages.steps import BY_KEY
from tests.stages.investigated import an_officer, at_stage_2

pytestmark = pytest.mark.django_db

SENT, AGREED = date(2026, 7, 6), date(2026, 7, 10)
BOTH = (Side.COMPLAINANT, Side.COUNCIL)


@pytest.fixture
def officer():
    return an_officer()


@pytest.fixture
def stage(officer):
    return at_stage_2(officer)


def first_point(stage):
    return stage.case.points.get(stage_number=1, number=1)


def propose(stage, by, *texts, on=SENT, proposed_by=Proposer.INVESTIGATOR):
    lines = [Line(text) for text in texts or ("The move", "Not told")]
    return statements.propose_statement(stage, lines, proposed_by=proposed_by, on=on, by=by)


def test_agreed_by_both_it_is_in_force_and_its_points_are_those_of_the_stage(stage, officer):
    lines = [
        Line("The move at night", "An apology", first_point(stage)),
        Line("The school was not asked"),
    ]
    statements.propose_statement(
        stage, lines, proposed_by=Proposer.INVESTIGATOR, on=SENT, by=officer
    )

    statements.agree_statement(stage, sides=[Side.COUNCIL], on=SENT, by=officer)
    assert stage.statement_agreed_on is None
    statements.agree_statement(stage, sides=[Side.COMPLAINANT], on=AGREED, by=officer)

    stage.refresh_from_db()
    assert stage.statement_agreed_on == AGREED
    version = stage.statements.in_force().get()
    assert (version.in_force_on, version.council_agreed_by) == (AGREED, officer)
    points = stage.case.points.at_stage(2)
    assert [(p.number, p.text, p.from_point, p.is_primary) for p in points] == [
        (1, "The move at night", first_point(stage), True),
        (2, "The school was not asked", None, False),
    ]
    assert [p.text for p in stage.case.points.at_stage(1)] == ["The move", "Not told"]
    beside = stage.deadlines.get(limit__key="response-from-statement")
    assert beside.starts_on == AGREED


def test_the_point_that_takes_the_primary_one_further_is_the_primary_one(stage, officer):
    lines = [Line("New"), Line("The move again", "", first_point(stage))]
    statements.propose_statement(stage, lines, proposed_by="council", on=SENT, by=officer)
    statements.agree_statement(stage, sides=BOTH, on=AGREED, by=officer)

    assert stage.case.points.at_stage(2).get(is_primary=True).text == "The move again"


def test_changes_that_are_wanted_wait_for_a_new_version(stage, officer):
    propose(stage, officer)
    statements.want_changes(
        stage, side=Side.COMPLAINANT, changes="Leave out point 2", on=AGREED, by=officer
    )

    with pytest.raises(NotPossible, match="No version of the statement waits"):
        statements.agree_statement(stage, sides=BOTH, on=AGREED, by=officer)
    second = propose(stage, officer, "The move", on=AGREED)
    assert second.version == 2
    statements.agree_statement(stage, sides=BOTH, on=date(2026, 7, 14), by=officer)
    assert stage.statements.in_force().first() == second
    assert stage.case.points.at_stage(2).count() == 1


def test_the_last_agreed_version_is_in_force_and_its_points_replace_the_others(stage, officer):
    propose(stage, officer, "One", "Two", "Three")
    statements.agree_statement(stage, sides=BOTH, on=AGREED, by=officer)
    propose(stage, officer, "One, amended", "Two", on=AGREED)
    assert stage.case.points.at_stage(2).count() == 3  # until the new one is agreed

    statements.agree_statement(stage, sides=BOTH, on=date(2026, 7, 20), by=officer)

    stage.refresh_from_db()
    assert stage.statement_agreed_on == date(2026, 7, 20)
    assert [p.text for p in stage.case.points.at_stage(2)] == ["One, amended", "Two"]


def test_after_the_investigation_has_reported_its_statement_stands(stage, officer):
    record_date(stage, StageEvent.INVESTIGATION_REPORT, on=date(2026, 8, 3), by=officer)

    with pytest.raises(NotPossible, match="its statement stands"):
        propose(stage, officer)


def chases(stage):
    return stage.tasks.filter(kind=Task.Kind.CHASE_STATEMENT)


def test_a_silent_complainant_is_asked_again_after_5_and_10_working_days(stage, officer):
    propose(stage, officer)

    days = [task.due_on for task in chases(stage).open()]
    assert days == [date(2026, 7, 13), date(2026, 7, 20)]


def test_when_they_are_asked_again_is_said_by_the_version(stage, officer):
    stage.definition.chase_statement_after = [3]
    propose(stage, officer)

    assert [task.due_on for task in chases(stage).open()] == [date(2026, 7, 9)]


def test_nobody_is_chased_for_what_they_proposed_themselves(stage, officer):
    propose(stage, officer, proposed_by=Proposer.COMPLAINANT)

    assert not chases(stage).exists()


@pytest.mark.parametrize("answer", ["agreed", "changes", "new version"])
def test_an_answer_takes_the_chases_off_the_desk(stage, officer, answer):
    propose(stage, officer)
    if answer == "agreed":
        statements.agree_statement(stage, sides=[Side.COMPLAINANT], on=AGREED, by=officer)
    elif answer == "changes":
        statements.want_changes(stage, side="complainant", changes="More", on=AGREED, by=officer)
    else:
        propose(stage, officer, proposed_by=Proposer.ADVOCATE, on=AGREED)

    assert not chases(stage).open().exists()


def test_it_may_be_finalised_with_a_note_once_they_were_asked_again(stage, officer):
    propose(stage, officer)

    with pytest.raises(NotPossible, match="until 20 July 2026"):
        statements.finalise_statement(stage, why="Silent", on=date(2026, 7, 17), by=officer)
    statements.finalise_statement(
        stage, why="Asked on 13 and 20 July", on=date(2026, 7, 21), by=officer
    )

    stage.refresh_from_db()
    assert stage.statement_agreed_on == date(2026, 7, 21)
    version = stage.statements.in_force().get()
    assert (version.complainant_agreed_on, version.finalised_because) == (
        None,
        "Asked on 13 and 20 July",
    )
    assert stage.case.points.at_stage(2).count() == 2
    assert not chases(stage).open().exists()


def test_a_point_that_is_added_before_the_statement_belongs_to_stage_1(stage, officer):
    point = add_point(stage.case, text="And another thing", by=officer)

    assert (point.stage_number, point.number) == (1, 3)


def test_points_of_an_agreed_statement_change_by_a_new_version_of_it(stage, officer):
    propose(stage, officer)
    statements.agree_statement(stage, sides=BOTH, on=AGREED, by=officer)

    reason = BY_KEY["add-point"].why_not(Situation(stage.case), officer)
    assert reason == "Its points are those of the agreed statement: propose a new version of it."


def test_only_who_runs_cases_proposes_a_statement(stage):
    responder = an_officer("Rita Reply", Role.RESPONDER)

    reason = BY_KEY["propose-statement"].why_not(Situation(stage.case), responder)
    assert reason.startswith("This is for those who may")


# What the database holds


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"in_force_on": AGREED}, "once both sides have agreed"),
        ({"council_agreed_on": AGREED}, "Say who agreed for the council"),
        ({"changes_wanted_on": AGREED}, "Say what is to be changed"),
        ({"complainant_agreed_on": date(2026, 7, 1)}, "answered before it was proposed"),
    ],
)
def test_a_version_that_does_not_hold_together_is_refused(stage, facts, message):
    version = Statement(stage=stage, version=1, proposed_by="council", proposed_on=SENT, **facts)

    with pytest.raises(ValidationError, match=message):
        version.full_clean()
    with pytest.raises(IntegrityError):
        version.save()


def test_a_number_is_given_once_in_a_stage_and_again_in_the_next(stage):
    stage.case.points.create(number=1, stage_number=2, text="The move again", is_primary=True)

    with pytest.raises(IntegrityError):
        stage.case.points.create(number=1, stage_number=2, text="Twice")


def test_a_stage_has_one_primary_point(stage):
    stage.case.points.create(number=1, stage_number=2, text="The move again", is_primary=True)

    with pytest.raises(IntegrityError):
        stage.case.points.create(number=2, stage_number=2, text="Other", is_primary=True)
