"""Siblings' cases that share an investigation: recorded once, found case by case."""

from datetime import date

import pytest

from accounts.permissions import Role
from cases.actions.casework import link
from cases.models import Case
from stages.actions import investigation, joint, outsiders
from stages.actions import statement as statements
from stages.findings import Found
from stages.forms.joint import JoinInvestigationForm
from stages.models import Appointment, Outcome, Proposer, Side
from stages.not_possible import NotPossible
from stages.situation import Situation
from stages.statements import Line
from stages.steps import BY_KEY
from tests.stages.investigated import an_officer, at_stage_2, complaint, somebody

pytestmark = pytest.mark.django_db

JOINED = date(2026, 7, 8)
BOTH = (Side.COMPLAINANT, Side.COUNCIL)
IO, IP = Appointment.Role.INVESTIGATING_OFFICER, Appointment.Role.INDEPENDENT_PERSON


@pytest.fixture
def officer():
    return an_officer()


@pytest.fixture
def first(officer):
    """The investigation that is under way."""
    return at_stage_2(officer)


@pytest.fixture
def second(officer, first):
    stage = at_stage_2(officer, points=("Not told", "No visits"))
    link(stage.case, first.case, why="Brother", by=officer)
    return stage


def read(stage):
    stage.refresh_from_db()
    return stage


def agreed(stage, officer, *texts):
    lines = [Line(text) for text in texts]
    statements.propose_statement(
        stage, lines, proposed_by=Proposer.INVESTIGATOR, on=date(2026, 7, 7), by=officer
    )
    statements.agree_statement(stage, sides=BOTH, on=date(2026, 7, 8), by=officer)


def test_what_stands_there_stands_here_too_once_joined(first, second, officer):
    outsiders.appoint(first, somebody("Ines", officer), role=IO, on=date(2026, 7, 6), by=officer)
    agreed(first, officer, "Not told", "The move")

    joint.join_investigation(second, read(first), on=JOINED, by=officer)

    read(second)
    assert second.statement_agreed_on == date(2026, 7, 8)
    assert second.investigator_appointed_on == date(2026, 7, 6)
    assert second.appointments.get().investigator.name == "Ines"
    points = second.case.points.at_stage(2).values_list("text", "from_point__text")
    assert list(points) == [("Not told", "Not told"), ("The move", None)]
    assert set(second.joint.stages.all()) == {first, second}


def test_what_is_recorded_once_stands_on_each(first, second, officer):
    joint.join_investigation(second, first, on=JOINED, by=officer)
    ivo, ines = somebody("Ivo", officer), somebody("Ines", officer)
    outsiders.appoint(first, ines, role=IO, on=JOINED, by=officer)
    outsiders.appoint(second, ivo, role=IP, on=JOINED, by=officer)
    agreed(read(first), officer, "Not told")
    investigation.replace(
        read(second), somebody("Ivan", officer), role=IO, on=JOINED, why="Ill", by=officer
    )
    investigation.receive_independent_report(read(first), on=date(2026, 8, 4), by=officer)

    for stage in (read(first), read(second)):
        assert stage.statement_agreed_on == date(2026, 7, 8)
        assert stage.independent_person_report_on == date(2026, 8, 4)
        names = stage.appointments.filter(ended_on=None).values_list(
            "investigator__name", flat=True
        )
        assert set(names) == {"Ivan", "Ivo"}
        assert stage.deadlines.get(limit__key="response-from-statement").starts_on == JOINED


def test_the_findings_are_each_cases_own(first, second, officer):
    joint.join_investigation(second, first, on=JOINED, by=officer)
    outsiders.appoint(first, somebody("Ines", officer), role=IO, on=JOINED, by=officer)
    agreed(read(first), officer, "Not told")
    own = {point: Found(Outcome.UPHELD) for point in first.case.points.at_stage(2)}
    investigation.receive_report(
        read(first), on=date(2026, 8, 3), findings=own, recommendations={}, by=officer
    )

    assert read(second).investigation_report_on == date(2026, 8, 3)
    assert not second.findings.exists()
    assert BY_KEY["receive-report"].why_not(Situation(second.case), officer) == ""
    assert BY_KEY["receive-report"].why_not(Situation(first.case), officer) == (
        "Received on 3 August 2026."
    )


def test_after_leaving_each_goes_on_alone(first, second, officer):
    joint.join_investigation(second, first, on=JOINED, by=officer)
    agreed(read(first), officer, "Not told")

    joint.leave_investigation(read(second), why="Other facts", by=officer)
    investigation.receive_independent_report(read(first), on=date(2026, 8, 4), by=officer)

    assert read(second).joint is None
    assert read(first).joint is None  # one is no company
    assert second.statement_agreed_on == date(2026, 7, 8)
    assert second.independent_person_report_on is None


def test_a_case_that_is_not_linked_is_not_joined(first, officer):
    stranger = at_stage_2(officer)

    with pytest.raises(NotPossible, match="is no linked case"):
        joint.join_investigation(stranger, first, on=JOINED, by=officer)


def test_another_stage_or_procedure_is_not_joined(first, officer):
    at_stage_1 = complaint(officer)
    link(at_stage_1, first.case, why="Sister", by=officer)

    with pytest.raises(NotPossible, match="is no linked case with the same stage"):
        joint.join_investigation(at_stage_1.stages.get(), first, on=JOINED, by=officer)


def test_nothing_is_joined_once_an_investigation_of_its_own_has_begun(first, second, officer):
    outsiders.appoint(second, somebody("Ines", officer), role=IO, on=JOINED, by=officer)

    with pytest.raises(NotPossible, match="An investigation of its own has begun"):
        joint.join_investigation(second, first, on=JOINED, by=officer)
    reason = BY_KEY["join-investigation"].why_not(Situation(second.case), officer)
    assert reason == "Not once an investigation of its own has begun."


def test_only_cases_that_the_reader_may_see_are_offered(first, second, officer):
    manager = an_officer("Martin Oakes", Role.MANAGER)
    Case.objects.filter(pk=first.case.pk).update(restricted=True)

    def offered(user):
        situation = Situation(second.case)
        form = JoinInvestigationForm(situation=situation, today=JOINED, user=user)
        return list(form.fields["other"].queryset)

    assert (offered(officer), offered(manager)) == ([], [first])


@pytest.mark.parametrize("restricted", [False, True])
def test_the_step_does_not_tell_of_a_restricted_case(first, second, officer, restricted):
    Case.objects.filter(pk=first.case.pk).update(restricted=True)
    Case.objects.filter(pk=second.case.pk).update(restricted=restricted)

    reason = BY_KEY["join-investigation"].why_not(Situation(second.case), officer)

    assert reason == ("" if restricted else "No linked case has the same stage under way.")
