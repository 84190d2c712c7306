"""Decisions with their reasons, late requests, early referral, and who is still to be told."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import User
from accounts.permissions import Role
from cases.models import Decision, DecisionReason
from stages.actions import casework, decisions, endings
from stages.actions.intake import take_in
from stages.actions.tasks import drop_task, finish_task
from stages.models import Deadline, Outcome, Task
from stages.not_possible import NotPossible
from stages.situation import Phase, Situation, awaits_late_request, is_set_aside, with_facts
from tests import factories

pytestmark = pytest.mark.django_db

RECEIVED, ANSWERED = date(2026, 7, 1), date(2026, 7, 10)
# Deemed received on 14 July: 20 working days later
WINDOW_ENDS, TOO_LATE = date(2026, 8, 11), date(2026, 8, 12)
DECIDED = date(2026, 8, 14)


@pytest.fixture
def manager():
    return User.objects.create_user("manager@example.org", "Bela Manners", [Role.MANAGER])


@pytest.fixture
def case(manager):
    case = take_in(
        on=RECEIVED,
        by=manager,
        code="children",
        received_on=RECEIVED,
        service_area=factories.service_area("Leaving Care"),
        points=["The deposit"],
    )
    answer(case, 1, ANSWERED, manager)
    return case


def answer(case, number, on, by):
    findings = {case.points.get(): Outcome.NOT_UPHELD}
    casework.respond(case.stages.get(number=number), on=on, findings=findings, by=by)


def known(case, number):
    return with_facts(case.stages.filter(number=number))[0]


def late(case, by, *, accepts, on=DECIDED, **more):
    name = "Something new" if accepts else "Nothing new"
    reason = factories.decision_reason("late_request", name, accepts=accepts)
    stage = case.stages.get(number=2)
    return decisions.decide_late_request(stage, listed_reason=reason, on=on, by=by, **more)


def running(case, number):
    return Deadline.objects.running().filter(stage__case=case, stage__number=number)


def tasks(case):
    """Without what is owed to the complainant by itself (test_waiting.py)."""
    return case.tasks.exclude(kind=Task.Kind.UPDATE)


def updates(case):
    return case.tasks.open().filter(kind=Task.Kind.UPDATE)


def test_a_request_on_the_last_day_of_the_window_is_not_late(case, manager):
    assert case.stages.get().deadlines.get(limit__kind="window").due_on == WINDOW_ENDS

    casework.request_stage(case, 2, on=WINDOW_ENDS, by=manager)

    assert not awaits_late_request(known(case, 2))
    assert not tasks(case).exists()
    casework.begin_stage(case, 2, on=WINDOW_ENDS, by=manager)


def test_a_late_request_waits_for_a_decision_and_is_not_begun_before(case, manager):
    casework.request_stage(case, 2, on=TOO_LATE, by=manager)

    assert awaits_late_request(known(case, 2))
    task = tasks(case).get()
    assert (task.kind, task.decision_kind) == ("decision", "late_request")
    assert task.due_on == date(2026, 8, 13)
    with pytest.raises(NotPossible, match="asked for late"):
        casework.begin_stage(case, 2, on=TOO_LATE, by=manager)


def test_the_task_of_a_late_request_ends_with_the_decision_alone(case, manager):
    casework.request_stage(case, 2, on=TOO_LATE, by=manager)
    task = tasks(case).get()

    with pytest.raises(ValidationError, match="when what it asks for is recorded"):
        finish_task(task, on=DECIDED, evidence="x", by=manager)
    with pytest.raises(ValidationError, match="when what it asks for is recorded"):
        drop_task(task, on=DECIDED, why="x", by=manager)
    late(case, manager, accepts=True)

    task.refresh_from_db()
    assert task.done_on == DECIDED


def test_a_late_request_that_is_accepted_goes_on(case, manager):
    casework.request_stage(case, 2, on=TOO_LATE, by=manager)
    decision = late(case, manager, accepts=True, answers=[("Why late", "Was in hospital")])

    casework.begin_stage(case, 2, on=DECIDED, by=manager)

    assert (decision.accepted, decision.stage_number) == (True, 2)
    assert decision.answers == [["Why late", "Was in hospital"]]
    assert Situation(case).phase == Phase.UNDER_WAY


def test_one_that_is_not_accepted_is_not_begun_and_the_person_is_told(case, manager):
    casework.request_stage(case, 2, on=TOO_LATE, by=manager)
    decision = late(case, manager, accepts=False)

    assert is_set_aside(known(case, 2))
    assert not running(case, 2).exists()
    assert Situation(case).phase == Phase.ANSWERED
    telling = tasks(case).open().get()
    assert not updates(case).exists()
    assert (telling.kind, telling.due_on) == ("tell", date(2026, 8, 17))
    assert "Ombudsman" in telling.what
    with pytest.raises(NotPossible, match="not begun"):
        casework.begin_stage(case, 2, on=DECIDED, by=manager)

    finish_task(telling, on=date(2026, 8, 17), evidence="Letter", by=manager)

    decision.refresh_from_db()
    assert decision.told_on == date(2026, 8, 17)


def test_it_can_be_thought_over_again(case, manager):
    casework.request_stage(case, 2, on=TOO_LATE, by=manager)
    late(case, manager, accepts=False)
    late(case, manager, accepts=True)

    assert updates(case).exists()
    assert not tasks(case).open().exists()  # nobody is told the no that was taken back
    assert running(case, 2).exists()
    casework.begin_stage(case, 2, on=DECIDED, by=manager)
    assert case.decisions.count() == 2


def test_a_new_request_after_one_that_was_not_accepted_is_decided_anew(case, manager):
    casework.request_stage(case, 2, on=TOO_LATE, by=manager)
    late(case, manager, accepts=False, told_on=DECIDED)

    casework.request_stage(case, 2, on=date(2026, 9, 1), by=manager)

    assert awaits_late_request(known(case, 2))
    assert updates(case).get().due_on == date(2026, 10, 13)  # by the new request
    assert tasks(case).open().get().decision_kind == "late_request"


def test_a_reopened_case_keeps_a_stage_that_was_not_accepted_aside(case, manager):
    casework.request_stage(case, 2, on=TOO_LATE, by=manager)
    late(case, manager, accepts=False, told_on=DECIDED)
    endings.close(case, on=DECIDED, because=factories.close_reason("Done"), by=manager)

    endings.reopen(case, why="More came", by=manager)

    assert not running(case, 2).exists()
    assert not updates(case).exists()


def test_a_decision_from_a_case_log_lets_a_stage_begin(case, manager):
    casework.request_stage(case, 2, on=TOO_LATE, by=manager)
    case.decisions.create(kind="late_request", decided_on=DECIDED, decision="accepted")

    casework.begin_stage(case, 2, on=DECIDED, by=manager)


def conditions():
    return [
        factories.decision_reason("early_referral", name, accepts=True)
        for name in ("Robust report", "Action plan")
    ]


def refer(case, by, **more):
    facts = {"conditions": conditions(), "consent_on": DECIDED, "on": DECIDED} | more
    return decisions.refer_early(case, by=by, **facts)


def test_early_referral_needs_every_condition(case, manager):
    with pytest.raises(NotPossible, match="Every condition must be met"):
        refer(case, manager, conditions=conditions()[:1])
    DecisionReason.objects.all().delete()
    with pytest.raises(NotPossible, match="Every condition must be met"):
        decisions.refer_early(case, conditions=[], consent_on=DECIDED, on=DECIDED, by=manager)
    with pytest.raises(NotPossible, match="agrees before"):
        refer(case, manager, consent_on=date(2026, 8, 15))
    assert not case.decisions.exists()


def test_early_referral_stays_on_record_and_sets_a_requested_panel_aside(case, manager):
    casework.request_stage(case, 2, on=date(2026, 7, 20), by=manager)
    casework.begin_stage(case, 2, on=date(2026, 7, 20), by=manager)
    answer(case, 2, date(2026, 8, 10), manager)
    casework.request_stage(case, 3, on=date(2026, 8, 12), by=manager)

    decision = refer(case, manager)

    assert (decision.kind, decision.accepted) == (Decision.Kind.EARLY_REFERRAL, True)
    assert decision.answers[-1] == ["The complainant agrees", "Yes, on 14 August 2026"]
    assert is_set_aside(known(case, 3))
    assert not running(case, 3).exists()
    assert tasks(case).get().kind == Task.Kind.TELL
    assert not updates(case).exists()


def test_a_decision_ends_the_task_that_asked_for_it(case, manager):
    task = decisions.ask_for_decision(
        case,
        kind="sufficient_interest",
        on=DECIDED,
        due_on=DECIDED,
        proposal="An aunt",
        answers=[("At risk?", "No")],
        by=manager,
    )
    assert task.what == "Decide: sufficient interest. An aunt"
    assert case.notes.get().text == "Answered in the guided test:\nAt risk? No"

    reason = factories.decision_reason("sufficient_interest", "Cares for the child", accepts=True)
    decisions.decide(case, listed_reason=reason, on=DECIDED, by=manager)

    task.refresh_from_db()
    assert task.done_on == DECIDED


def test_a_refusal_stands_with_a_task_until_the_person_is_told(case, manager):
    reason = factories.decision_reason("refused", "For another body")
    decisions.refuse(case, listed_reason=reason, reason="The school's own", on=DECIDED, by=manager)

    assert case.closed_on == DECIDED
    assert case.tasks.open().get().what.startswith("Tell the complainant that it was refused")


def test_nobody_is_told_before_it_was_decided(case, manager):
    reason = factories.decision_reason("refused", "For another body")
    with pytest.raises(ValidationError, match="told before it was decided"):
        decisions.refuse(
            case,
            listed_reason=reason,
            reason="x",
            on=DECIDED,
            told_on=date(2026, 8, 13),
            by=manager,
        )


def test_a_refusal_never_means_yes(case):
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.decision_reason("refused", "Let it in", accepts=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        case.decisions.create(kind="refused", decided_on=DECIDED, decision="x", accepted=True)


def test_a_reason_stands_once_for_its_kind():
    factories.decision_reason("refused", "Too late")
    factories.decision_reason("late_request", "Too late")
    with pytest.raises(IntegrityError):
        DecisionReason.objects.create(kind="refused", name="Too late")
