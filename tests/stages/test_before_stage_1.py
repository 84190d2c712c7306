"""Before stage 1: settled or made a complaint, by a day that was promised, and counted apart."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine

from accounts.models import User
from accounts.permissions import Role
from cases.models import Case
from reporting.annual_report import sums_of
from reporting.counted import COMPLAINTS
from reporting.period import Period
from reporting.scope import Scope
from reporting.waiting import TABLES
from stages.actions import before, casework, endings, telling
from stages.actions.intake import take_in
from stages.models import Outcome
from stages.not_possible import NotPossible
from stages.situation import Situation
from stages.steps import BY_KEY
from tests import factories

pytestmark = pytest.mark.django_db

RECEIVED = date(2026, 9, 1)  # a Tuesday


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


@pytest.fixture
def concern(officer):
    def log(code="children", **more) -> Case:
        return take_in(
            on=RECEIVED,
            by=officer,
            code=code,
            received_on=RECEIVED,
            service_area=factories.service_area("Leaving Care"),
            points=["The deposit"],
            settle_first=True,
            **more,
        )

    return log


def settle(case, officer, on):
    stage = case.stages.get(number=0)
    before.settle(stage, on=on, what="The key was replaced", with_whom="Juniper Vale", by=officer)


def become(case, officer, on, runs_from):
    return before.become_complaint(case, on=on, runs_from=runs_from, by=officer)


def due(case, number):
    return case.stages.get(number=number).deadlines.get(is_main=True).due_on


def scope():
    return Scope(Period(date(2026, 4, 1), date(2027, 3, 31)))


def test_a_concern_is_due_by_the_councils_own_day(concern):
    case = concern()

    assert case.kind == Case.Kind.CONCERN
    assert [stage.number for stage in case.stages.all()] == [0]
    assert due(case, 0) == date(2026, 9, 8)


def test_a_promised_day_is_due_instead(concern):
    assert due(concern(settle_by=date(2026, 9, 3)), 0) == date(2026, 9, 3)


def test_another_day_promised_after_the_first_had_passed_leaves_it_missed(concern, officer):
    case = concern(settle_by=date(2026, 9, 3))
    before.promise(case.stages.get(), on=date(2026, 9, 4), due_on=date(2026, 9, 10), by=officer)

    assert due(case, 0) == date(2026, 9, 3)
    assert case.stages.get().deadlines.get(is_main=True).told_on == date(2026, 9, 10)


def test_what_is_settled_closes_and_is_no_complaint(concern, officer):
    case = concern()

    settle(case, officer, date(2026, 9, 4))

    case.refresh_from_db()
    stage = case.stages.get()
    assert (case.closed_on, case.close_reason) == (date(2026, 9, 4), "Settled before stage 1")
    assert (stage.responded_on, stage.outcome) == (date(2026, 9, 4), Outcome.RESOLVED)
    assert stage.answer.agreed == "The key was replaced"
    assert not case.tasks.open().exists()


@pytest.mark.parametrize("code", ["adults", "public-health"])
def test_under_the_2009_regulations_it_is_a_complaint_after_the_next_working_day(
    concern, officer, code
):
    late, early = concern(code), concern(code)

    with pytest.raises(NotPossible, match="not settled by the end of 2 September 2026"):
        settle(late, officer, date(2026, 9, 3))
    settle(early, officer, date(2026, 9, 2))

    assert early.stages.get().outcome == Outcome.RESOLVED


def test_the_clock_of_stage_1_runs_from_receipt_or_from_the_day_it_became_one(concern, officer):
    by_law, by_the_code = concern(), concern("corporate")

    become(by_law, officer, date(2026, 9, 7), runs_from=RECEIVED)
    become(by_the_code, officer, date(2026, 9, 7), runs_from=date(2026, 9, 7))

    assert due(by_law, 1) == date(2026, 9, 15)
    acknowledgement = by_the_code.stages.get(number=1).deadlines.get(limit__key="acknowledgement")
    assert acknowledgement.due_on == date(2026, 9, 14)
    assert {by_law.kind, by_the_code.kind} == {Case.Kind.COMPLAINT}


def test_the_attempt_no_longer_falls_due_once_it_is_a_complaint(concern, officer):
    case = concern()
    become(case, officer, date(2026, 9, 7), runs_from=RECEIVED)

    assert not case.stages.get(number=0).deadlines.running().exists()
    assert not case.tasks.open().filter(stage__number=0).exists()
    assert case.tasks.open().filter(stage__number=1).count() == 1


def test_the_attempt_falls_due_no_more_under_another_procedure_or_once_reopened(concern, officer):
    case = concern()
    become(case, officer, date(2026, 9, 7), runs_from=RECEIVED)

    casework.triage(case, code="corporate", why="Not a child in need", on=RECEIVED, by=officer)
    assert not case.stages.get(number=0).deadlines.running().exists()

    endings.close(case, on=date(2026, 9, 8), reason="Duplicate", by=officer)
    endings.reopen(case, why="It was none", by=officer)
    assert not case.stages.get(number=0).deadlines.running().exists()
    assert case.stages.get(number=1).deadlines.running().exists()


def test_a_concern_that_was_closed_otherwise_is_reopened_by_a_manager_first(concern, officer):
    settled, closed = concern(), concern()
    settle(settled, officer, date(2026, 9, 4))
    endings.close(closed, on=date(2026, 9, 4), reason="Refused: not for us", by=officer)

    step = BY_KEY["become-complaint"]
    assert step.why_not(Situation(settled), officer) == ""
    assert "it is reopened first" in step.why_not(Situation(closed), officer)


def test_a_settled_concern_may_come_back_as_a_complaint(concern, officer):
    case = concern()
    settle(case, officer, date(2026, 9, 4))

    become(case, officer, date(2026, 9, 7), runs_from=RECEIVED)

    case.refresh_from_db()
    assert case.is_open
    assert case.stages.last().number == 1


def test_reports_count_it_apart_from_complaints(concern, officer):
    settled, late, became, _still_open = (concern() for _ in range(4))
    settle(settled, officer, date(2026, 9, 4))
    settle(late, officer, date(2026, 9, 9))
    become(became, officer, date(2026, 9, 7), runs_from=RECEIVED)
    sums = sums_of(scope())

    area = str(factories.service_area("Leaving Care").pk)
    counted = TABLES[0].counts(scope()).numbers
    assert COMPLAINTS.within(scope()).get() == became
    assert [sums.value(f"before_stage1.{key}") for key in ("number", "settled")] == [4, 2]
    assert sums.value("before_stage1.became_complaints") == 1
    assert sums.value("before_stage1.average_working_days") == Decimal("4.5")  # three and six
    assert {key: counted[key, area] for key in ("in-time", "late", "complaint", "open")} == {
        "in-time": 1,
        "late": 1,
        "complaint": 1,
        "open": 1,
    }


def test_updates_made_and_missed_are_counted_with_their_lists(concern, officer):
    case = concern()
    become(case, officer, date(2026, 9, 7), runs_from=RECEIVED)
    stage = case.stages.get(number=1)  # due on the 15th, so an update is due on the 29th
    for on in (date(2026, 9, 29), date(2026, 10, 28)):
        telling.record_update(stage, on=on, how="email", said="It goes on", by=officer)
    # The second was due on 13 October and gave way to the third, due on the 27th, made a day late
    table, area = TABLES[1], str(factories.service_area("Leaving Care").pk)

    with time_machine.travel(date(2026, 11, 2), tick=False):  # the next is due on the 11th
        numbers = table.counts(scope()).numbers
        missed = table.behind(scope(), "missed", area).values_list("due_on", flat=True)
        sums = sums_of(scope())

        assert {key: numbers[key, area] for key in ("in-time", "late", "missed")} == {
            "in-time": 1,
            "late": 1,
            "missed": 1,
        }
        assert list(missed) == [date(2026, 10, 13)]
        assert (sums.value("updates.made"), sums.value("updates.missed")) == (2, 1)
