"""An investigation: people appointed and replaced, both reports, and the adjudication."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accounts.permissions import Role
from cases.actions.casework import add_person, assign
from cases.models import Assignment, CasePerson
from stages.actions import investigation, outsiders
from stages.actions.casework import override_outcome
from stages.findings import Found
from stages.models import Appointment, Outcome
from stages.not_possible import NotPossible
from stages.situation import Situation
from stages.steps import BY_KEY
from tests.stages.investigated import an_officer, at_stage_2, complaint, escalated, somebody

pytestmark = pytest.mark.django_db

IO, IP = Appointment.Role.INVESTIGATING_OFFICER, Appointment.Role.INDEPENDENT_PERSON
APPOINTED, REPORTED, DECIDED = date(2026, 7, 7), date(2026, 8, 3), date(2026, 8, 6)


@pytest.fixture
def officer():
    return an_officer()


@pytest.fixture
def adjudicator():
    return an_officer("Adele Judge", Role.ADJUDICATOR)


@pytest.fixture
def stage(officer):
    return at_stage_2(officer)


def points_of(stage):
    return list(stage.case.points.at_stage(stage.number))


def report(stage, by, *findings, recommended=""):
    points = points_of(stage)
    investigation.receive_report(
        stage,
        on=REPORTED,
        findings={p: Found(f) for p, f in zip(points, findings, strict=True)},
        recommendations={points[0]: recommended},
        by=by,
    )


def decide(stage, by, adjudicator, *decisions):
    points = points_of(stage)
    investigation.adjudicate(
        stage,
        adjudicated_on=DECIDED,
        on=date(2026, 8, 7),
        decisions={p: Found(*d) for p, d in zip(points, decisions, strict=True)},
        adjudicator=adjudicator,
        by=by,
    )


def test_an_independent_person_is_never_of_the_council(stage, officer):
    inside = somebody("Ida Inside", officer, employed_by_council=True)

    with pytest.raises(ValidationError, match="works for the council"):
        outsiders.appoint(stage, inside, role=IP, on=APPOINTED, by=officer)
    outsiders.appoint(stage, inside, role=IO, on=APPOINTED, by=officer)
    assert stage.investigator_appointed_on == APPOINTED


def test_nobody_has_two_roles(stage, officer):
    ines = somebody("Ines Outside", officer)
    outsiders.appoint(stage, ines, role=IO, on=APPOINTED, by=officer)

    with pytest.raises(ValidationError, match="is the investigating officer already"):
        outsiders.appoint(stage, ines, role=IP, on=APPOINTED, by=officer)


def test_whoever_is_replaced_leaves_with_a_reason_and_the_first_day_stays(stage, officer):
    outsiders.appoint(stage, somebody("Ines One", officer), role=IO, on=APPOINTED, by=officer)

    investigation.replace(
        stage, somebody("Ivan Two", officer), role=IO, on=date(2026, 7, 20), why="Ill", by=officer
    )

    rows = stage.appointments.values_list("investigator__name", "ended_on", "ended_because")
    assert list(rows) == [("Ines One", date(2026, 7, 20), "Ill"), ("Ivan Two", None, "")]
    stage.refresh_from_db()
    assert stage.investigator_appointed_on == APPOINTED


def test_an_independent_person_is_replaced_by_another_from_outside(stage, officer):
    outsiders.appoint(stage, somebody("Ivo Apart", officer), role=IP, on=APPOINTED, by=officer)
    inside = somebody("Ida Inside", officer, employed_by_council=True)

    with pytest.raises(ValidationError, match="works for the council"):
        investigation.replace(stage, inside, role=IP, on=date(2026, 7, 20), why="Ill", by=officer)
    assert stage.appointments.get(ended_on=None).investigator.name == "Ivo Apart"


def test_an_appointment_ends_with_a_reason_and_not_before_it_began(stage, officer):
    facts = {"stage": stage, "role": IO, "appointed_on": APPOINTED}
    one = Appointment(investigator=somebody("Ines", officer), **facts)

    one.ended_on = date(2026, 7, 20)
    with pytest.raises(ValidationError, match="Say why the appointment ended"):
        one.full_clean()
    one.ended_on, one.ended_because = date(2026, 7, 1), "Ill"
    with pytest.raises(IntegrityError):
        one.save()


def test_the_report_has_a_finding_on_each_point_and_recommendations(stage, officer):
    report(stage, officer, Outcome.UPHELD, Outcome.NOT_UPHELD, recommended="Say sorry")

    stage.refresh_from_db()
    assert stage.investigation_report_on == REPORTED
    found = stage.findings.values_list("point__number", "level", "finding")
    assert list(found) == [(1, "investigator", "upheld"), (2, "investigator", "not_upheld")]
    [recommendation] = stage.recommendations.all()
    assert (recommendation.text, recommendation.point.number) == ("Say sorry", 1)


def test_the_independent_person_reports_for_themselves(stage, officer):
    investigation.receive_independent_report(stage, on=date(2026, 8, 4), by=officer)

    assert stage.independent_person_report_on == date(2026, 8, 4)
    assert stage.investigation_report_on is None


def test_the_adjudication_answers_the_stage_and_the_outcome_follows(stage, officer, adjudicator):
    report(stage, officer, Outcome.UPHELD, Outcome.UPHELD)

    decide(
        stage,
        officer,
        adjudicator,
        (Outcome.UPHELD,),
        (Outcome.NOT_UPHELD, "The letter was sent"),
    )

    stage.refresh_from_db()
    assert (stage.outcome, stage.adjudicated_by) == ("partially_upheld", adjudicator)
    assert (stage.adjudication_on, stage.responded_on) == (DECIDED, date(2026, 8, 7))
    levels = stage.findings.filter(point__number=2).values_list("level", "finding", "reason")
    assert set(levels) == {
        ("investigator", "upheld", ""),
        ("adjudication", "not_upheld", "The letter was sent"),
    }


def test_a_decision_that_differs_says_why(stage, officer, adjudicator):
    report(stage, officer, Outcome.UPHELD, Outcome.UPHELD)

    with pytest.raises(NotPossible, match="Point 2: the investigating officer found “upheld”"):
        decide(stage, officer, adjudicator, (Outcome.UPHELD,), (Outcome.NOT_UPHELD,))
    stage.refresh_from_db()
    assert stage.responded_on is None


def test_who_is_complained_about_does_not_adjudicate(stage, officer, adjudicator):
    part = add_person(
        stage.case, role=CasePerson.Role.COMPLAINED_ABOUT, name="Adele Judge", by=officer
    )
    part.person.user = adjudicator
    part.person.save()
    report(stage, officer, Outcome.UPHELD, Outcome.UPHELD)

    with pytest.raises(NotPossible, match="is complained about"):
        decide(stage, officer, adjudicator, (Outcome.UPHELD,), (Outcome.UPHELD,))


def test_who_answered_stage_1_does_not_adjudicate(officer, adjudicator):
    case = complaint(officer)
    answers = Assignment.Capacity.RESPONDER
    assign(case, to=adjudicator, capacity=answers, on=date(2026, 6, 2), by=officer)
    stage = escalated(case, 2, officer)
    report(stage, officer, Outcome.UPHELD, Outcome.UPHELD)

    with pytest.raises(NotPossible, match="answered the stage before"):
        decide(stage, officer, adjudicator, (Outcome.UPHELD,), (Outcome.UPHELD,))


def test_who_was_given_the_adjudication_later_may_adjudicate(stage, officer, adjudicator):
    answers = Assignment.Capacity.RESPONDER
    assign(stage.case, to=adjudicator, capacity=answers, on=APPOINTED, by=officer)
    report(stage, officer, Outcome.UPHELD, Outcome.UPHELD)

    decide(stage, officer, adjudicator, (Outcome.UPHELD,), (Outcome.UPHELD,))
    assert stage.outcome == "upheld"


@pytest.mark.parametrize(
    ("code", "received_on"), [("children", date(2006, 8, 1)), ("adults", date(2007, 3, 1))]
)
def test_the_older_procedures_have_the_same_steps(officer, adjudicator, code, received_on):
    case = complaint(officer, code=code, received_on=received_on)
    days = {"requested": received_on.replace(day=25), "answered": received_on.replace(day=9)}
    stage = escalated(case, 2, officer, **days)
    reasons = {
        key: BY_KEY[key].why_not(Situation(case), officer)
        for key in ("answer", "propose-statement", "adjudicate")
    }

    assert reasons == {
        "answer": (
            "It is answered by a decision on each point after the investigation: “Adjudicate”."
        ),
        "propose-statement": "",
        "adjudicate": "Not until the investigation has reported.",
    }
    assert stage.definition.chase_statement_after == [5, 10]


def test_an_outcome_is_overridden_by_a_manager_with_a_reason(stage, officer, adjudicator):
    manager = an_officer("Martin Oakes", Role.MANAGER)
    report(stage, officer, Outcome.UPHELD, Outcome.UPHELD)
    decide(stage, officer, adjudicator, (Outcome.UPHELD,), (Outcome.UPHELD,))
    step = BY_KEY["override-outcome"]

    assert step.why_not(Situation(stage.case), officer).startswith("This is for those who may")
    assert step.why_not(Situation(stage.case), manager) == ""
    with pytest.raises(NotPossible, match="Say why"):
        override_outcome(stage, outcome=Outcome.PARTIALLY_UPHELD, why=" ", by=manager)
