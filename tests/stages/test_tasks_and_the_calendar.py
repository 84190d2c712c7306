"""A bank holiday announced late moves what is counted in working days, and no day named."""

from datetime import date

import pytest

from accounts.models import Event, User
from accounts.permissions import Role
from cases.models import Case
from stages.actions import mediation, restrictions, telling, timing
from stages.actions.calendar_changes import approve_change, propose_change
from stages.actions.intake import take_in
from stages.actions.tasks import raise_task
from stages.calendar_effects import effect_of
from stages.deadlines import count_clocks
from stages.models import CalendarChange, MovedTask, Task
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = date(2027, 5, 25)
RECEIVED = date(2027, 5, 24)


@pytest.fixture
def manager(db):
    return User.objects.create_user("manager@example.org", "Anna Fielding", [Role.MANAGER])


@pytest.fixture
def case(manager) -> Case:
    """A children's complaint: its answer is due by 8 June 2027, the first update by 22 June."""
    area = factories.service_area("Leaving Care")
    told = {"received_on": RECEIVED, "complainant": {"name": "Juniper Vale"}}
    return take_in(on=RECEIVED, by=manager, service_area=area, **told)


def holiday(day: str, **fields) -> CalendarChange:
    return CalendarChange(added={day: "A jubilee"}, **fields)


def approved(manager, change: CalendarChange, *, on=TODAY, **more):
    return approve_change(propose_change(change, on=on, by=manager), on=on, by=manager, **more)


def due(case: Case, kind: str) -> date:
    return Task.objects.open().get(case=case, kind=kind).due_on


def test_the_first_update_moves_with_the_due_date_that_it_follows(case, manager):
    assert due(case, "update") == date(2027, 6, 22)

    approved(manager, holiday("2027-06-04"))

    task = Task.objects.get(case=case, kind="update")
    assert (task.due_on, task.counted_from) == (date(2027, 6, 23), date(2027, 6, 9))
    assert task.shown_from == date(2027, 6, 18)
    count_clocks(case.stages.get())
    assert due(case, "update") == date(2027, 6, 23)


def test_a_holiday_after_the_due_date_moves_the_update_alone(case, manager):
    effect = effect_of(holiday("2027-06-21"))
    assert {move.deadline.is_main for move in effect.moves} <= {False}

    approved(manager, holiday("2027-06-21"))

    assert due(case, "update") == date(2027, 6, 23)
    moved = MovedTask.objects.get()
    assert (moved.from_on, moved.to_on) == (date(2027, 6, 22), date(2027, 6, 23))


def test_a_later_update_is_counted_from_the_one_before(case, manager):
    stage = case.stages.get()
    telling.record_update(
        stage, on=date(2027, 6, 22), how="letter", said="We are waiting", by=manager
    )
    assert due(case, "update") == date(2027, 7, 6)

    approved(manager, holiday("2027-06-25"), on=date(2027, 6, 22))
    assert due(case, "update") == date(2027, 7, 7)

    approved(manager, CalendarChange(removed={"2027-06-25": "A jubilee"}), on=date(2027, 6, 23))
    assert due(case, "update") == date(2027, 7, 6)


def test_where_told_dates_stay_the_update_is_counted_from_the_one_told(case, manager):
    case.stages.get().deadlines.filter(is_main=True).update(told_on=date(2027, 6, 8))

    approved(manager, holiday("2027-06-04"), told_stay=True)

    assert due(case, "update") == date(2027, 6, 22)


def test_a_day_that_was_named_stays_and_what_is_due_with_a_deadline_follows_it(case, manager):
    stage = case.stages.get()
    raise_task(case, what="Ring the school", due_on=date(2027, 6, 8), by=manager)
    timing.extend(stage, to=date(2027, 6, 18), reason="Two records", decided_on=TODAY, by=manager)
    assert due(case, "new_date") == date(2027, 6, 8)

    approved(manager, holiday("2027-06-04"))

    assert due(case, "reminder") == date(2027, 6, 8)
    assert due(case, "new_date") == date(2027, 6, 9)


def test_the_case_says_which_tasks_moved_but_not_what_only_managers_may_know(case, manager):
    mediation.offer_mediation(case, on=TODAY, by=manager)
    restrictions.restrict_contact(
        case,
        case.people.get().person,
        reason="Forty calls a day",
        terms=["Only in writing"],
        on=date(2027, 6, 3),
        review_on=date(2027, 12, 1),
        by=manager,
    )
    assert (due(case, "mediation_offer"), due(case, "restriction_tell")) == (
        date(2027, 6, 9),
        date(2027, 6, 4),
    )

    approved(manager, holiday("2027-06-04"))

    assert (due(case, "mediation_offer"), due(case, "restriction_tell")) == (
        date(2027, 6, 10),
        date(2027, 6, 7),
    )
    why = Event.objects.filter(about_model="cases.case", about_id=case.pk).latest("pk").why
    assert "Ask both sides whether they accept mediation: from 9 June 2027 to 10 June 2027" in why
    assert "restriction" not in why
    assert due(case, "restriction_review") == date(2027, 12, 1)


def test_a_day_when_the_office_is_closed_moves_nothing_that_the_law_counts(case):
    assert effect_of(holiday("2027-06-21", kind=CalendarChange.Kind.CLOSURE)).tasks == []


def test_what_is_done_stays_as_it_was(case, manager):
    Task.objects.filter(kind="update").update(done_on=TODAY)

    assert effect_of(holiday("2027-06-21")).tasks == []
