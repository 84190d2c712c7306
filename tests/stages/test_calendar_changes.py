"""A bank holiday announced late: what it would move, and what moves once approved."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import Event, User
from accounts.permissions import Role
from cases.models import Case
from stages.actions import casework, endings, timing
from stages.actions.calendar import DayRefused, add_bank_holiday, add_closure_day
from stages.actions.calendar_changes import (
    EffectHasChanged,
    approve_change,
    propose_change,
    refuse_change,
    take_back_change,
)
from stages.actions.intake import take_in
from stages.calendar_effects import effect_of
from stages.calendars import load_calendar
from stages.deadlines import count_clocks
from stages.models import BankHoliday, CalendarChange, Deadline, MovedDeadline
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = date(2027, 5, 25)
JUBILEE = "2027-06-04"  # a Friday


@pytest.fixture
def manager(db):
    return User.objects.create_user("manager@example.org", "Anna Fielding", [Role.MANAGER])


def case(manager, received_on=date(2027, 5, 24)) -> Case:
    """A children's complaint, answered within 10 working days: by 8 June 2027."""
    area = factories.service_area("Leaving Care")
    return take_in(on=received_on, by=manager, received_on=received_on, service_area=area)


def jubilee(**fields) -> CalendarChange:
    return CalendarChange(added={JUBILEE: "A jubilee"}, **fields)


def proposed(manager, change=None) -> CalendarChange:
    return propose_change(change or jubilee(), on=TODAY, by=manager)


def answer_due(case) -> Deadline:
    return Deadline.objects.get(stage__case=case, is_main=True)


def test_a_change_says_what_it_would_move_and_writes_nothing(manager):
    one = case(manager)

    effect = effect_of(jubilee())

    shown = {move.deadline.limit.key: (move.from_on, move.to_on) for move in effect.moves}
    assert shown["response"] == (date(2027, 6, 8), date(2027, 6, 9))
    assert (effect.cases, effect.told) == (1, 0)
    assert answer_due(one).due_on == date(2027, 6, 8)
    assert not BankHoliday.objects.filter(day=JUBILEE).exists()


def test_what_is_proposed_is_not_in_the_calendar_yet(manager):
    change = proposed(manager)

    assert (change.is_waiting, str(change)) == (True, "bank holiday 4 June 2027, A jubilee")
    assert load_calendar().works_on(date(2027, 6, 4))


def test_approving_moves_the_deadlines_and_says_so_on_the_case(manager):
    one = case(manager)

    approve_change(proposed(manager), on=TODAY, by=manager)

    due = answer_due(one)
    assert (due.target_on, due.ceiling_on, due.due_on) == (
        date(2027, 6, 9),
        date(2027, 6, 23),
        date(2027, 6, 9),
    )
    assert not load_calendar().works_on(date(2027, 6, 4))
    event = Event.objects.filter(about_model="cases.case", about_id=one.pk).latest("pk")
    assert event.sentence == "changed the calendar: bank holiday 4 June 2027, A jubilee"
    assert "Response moved from 8 June 2027 to 9 June 2027" in event.why.replace(
        due.limit.name, "Response"
    )
    moved = MovedDeadline.objects.get(deadline=due)
    assert (moved.from_on, moved.to_on, moved.was_told) == (
        date(2027, 6, 8),
        date(2027, 6, 9),
        False,
    )


def test_milestones_that_count_back_move_with_their_deadline(manager):
    one = case(manager)
    before = dict(Deadline.objects.values_list("limit__key", "due_on"))

    approve_change(proposed(manager), on=TODAY, by=manager)

    inner = Deadline.objects.filter(stage__case=one, limit__kind="inner")
    assert inner.exists()
    for deadline in inner:
        assert deadline.due_on > before[deadline.limit.key] or deadline.due_on < date(2027, 6, 4)


def test_counting_a_stage_again_gives_the_moved_date_again(manager):
    one = case(manager)
    approve_change(proposed(manager), on=TODAY, by=manager)

    count_clocks(one.stages.get())

    assert answer_due(one).due_on == date(2027, 6, 9)


def test_closed_withdrawn_and_answered_cases_are_left_alone(manager):
    closed, withdrawn, answered = (case(manager) for _ in range(3))
    casework.respond(answered.stages.get(), on=date(2027, 5, 25), findings={}, by=manager)
    endings.withdraw(withdrawn, on=date(2027, 5, 25), by=manager)
    casework.respond(closed.stages.get(), on=date(2027, 5, 25), findings={}, by=manager)
    endings.close(closed, on=date(2027, 5, 25), reason="Settled", by=manager)

    effect = effect_of(jubilee())

    assert {move.stage.case for move in effect.moves} == {answered}
    assert {move.deadline.limit.kind for move in effect.moves} == {"window"}


def told(case, on=date(2027, 6, 8)):
    Deadline.objects.filter(stage__case=case, is_main=True).update(told_on=on)


def test_a_told_deadline_moves_too_and_keeps_the_date_told(manager):
    one = case(manager)
    told(one)

    effect = approve_change(proposed(manager), on=TODAY, by=manager)

    due = answer_due(one)
    assert effect.told == 1
    assert (due.due_on, due.told_on) == (date(2027, 6, 9), date(2027, 6, 8))
    assert MovedDeadline.objects.get(deadline=due).was_told


def test_a_told_deadline_may_be_left_where_it_is(manager):
    one, other = case(manager), case(manager)
    told(one)

    approve_change(proposed(manager), on=TODAY, by=manager, told_stay=True)

    assert answer_due(one).due_on == date(2027, 6, 8)
    assert answer_due(other).due_on == date(2027, 6, 9)
    assert MovedDeadline.objects.get(deadline=answer_due(one)).stayed


def test_what_was_left_stays_when_the_stage_is_counted_again(manager):
    one = case(manager)
    told(one)
    approve_change(proposed(manager), on=TODAY, by=manager, told_stay=True)
    stage = one.stages.get()

    casework.record_date(stage, "acknowledged_on", on=date(2027, 5, 25), by=manager)

    assert answer_due(one).due_on == date(2027, 6, 8)


def test_what_was_left_can_still_be_extended(manager):
    one = case(manager)
    told(one)
    approve_change(proposed(manager), on=TODAY, by=manager, told_stay=True)

    timing.extend(
        one.stages.get(), to=date(2027, 6, 15), reason="Two files", told_on=TODAY, by=manager
    )

    assert answer_due(one).due_on == date(2027, 6, 15)


def test_another_day_later_leaves_what_stayed_before_where_it_does_not_touch_it(manager):
    one = case(manager)
    told(one)
    approve_change(proposed(manager), on=TODAY, by=manager, told_stay=True)
    later = CalendarChange(added={"2027-06-25": "A second day"})

    approve_change(proposed(manager, later), on=TODAY, by=manager)

    assert answer_due(one).due_on == date(2027, 6, 8)


def extended(case, manager):
    """To the longest time, 21 June 2027, which the complainant was told."""
    to = answer_due(case).ceiling_on
    timing.extend(case.stages.get(), to=to, reason="Two files", told_on=TODAY, by=manager)
    return to


def test_an_extension_is_counted_to_as_many_days_and_its_letter_keeps_its_date(manager):
    one = case(manager)
    to = extended(one, manager)

    effect = approve_change(proposed(manager), on=TODAY, by=manager)

    due, extension = answer_due(one), one.stages.get().extensions.get()
    assert (to, effect.told) == (date(2027, 6, 22), 1)
    assert (due.due_on, due.told_on) == (date(2027, 6, 23), to)
    assert (extension.to_due_on, extension.counted_to_on) == (to, date(2027, 6, 23))
    count_clocks(one.stages.get())
    assert answer_due(one).due_on == date(2027, 6, 23)


def test_an_extension_that_was_told_may_be_left(manager):
    one = case(manager)
    to = extended(one, manager)

    approve_change(proposed(manager), on=TODAY, by=manager, told_stay=True)

    assert (answer_due(one).due_on, answer_due(one).left_on) == (to, None)
    count_clocks(one.stages.get())
    assert answer_due(one).due_on == to


def test_a_day_typed_by_mistake_is_taken_out_and_the_deadlines_come_back(manager):
    add_bank_holiday(date(2027, 6, 4), "A jubilee", by=None)
    one = case(manager)
    assert answer_due(one).due_on == date(2027, 6, 9)
    mistake = CalendarChange(removed={JUBILEE: "A jubilee"})

    approve_change(proposed(manager, mistake), on=TODAY, by=manager)

    assert answer_due(one).due_on == date(2027, 6, 8)
    assert not BankHoliday.objects.filter(day=JUBILEE).exists()


def test_a_closure_moves_only_what_runs_by_a_procedure_that_leaves_closures_out(manager):
    case(manager)
    closure = CalendarChange(kind="closure", added={JUBILEE: "Staff day"})

    assert effect_of(closure).moves == []
    type(factories.procedure()).objects.update(closure_days_excluded=True)
    assert effect_of(closure).cases == 1


def test_a_calendar_limit_in_calendar_days_is_not_moved(manager):
    area = factories.service_area("Adults", of="Adults' Services", usual_procedure="adults")
    take_in(on=TODAY, by=manager, received_on=date(2027, 5, 24), service_area=area)

    keys = {move.deadline.limit.unit for move in effect_of(jubilee()).moves}

    assert keys <= {"working_days"}


def test_many_deadlines_cost_no_more_queries_than_one(manager):
    case(manager)
    with CaptureQueriesContext(connection) as few:
        assert effect_of(jubilee()).cases == 1
    for _ in range(12):
        case(manager)

    with CaptureQueriesContext(connection) as many:
        effect = effect_of(jubilee())

    assert effect.cases == 13
    assert len(many) == len(few) <= 14


def test_approving_many_costs_no_more_statements_than_approving_one(manager):
    case(manager)
    with CaptureQueriesContext(connection) as few:
        approve_change(proposed(manager), on=TODAY, by=manager)
    for _ in range(12):
        case(manager)
    next_day = CalendarChange(added={"2027-06-03": "The day before"})

    with CaptureQueriesContext(connection) as many:
        approve_change(proposed(manager, next_day), on=TODAY, by=manager)

    assert len(many) == len(few)


def test_nothing_is_approved_that_is_not_what_was_looked_at(manager):
    case(manager)
    change = proposed(manager)
    seen = effect_of(change).fingerprint
    case(manager)

    with pytest.raises(EffectHasChanged):
        approve_change(change, on=TODAY, by=manager, seen=seen)

    assert load_calendar().works_on(date(2027, 6, 4))


def test_a_change_is_decided_once(manager):
    change = proposed(manager)
    approve_change(change, on=TODAY, by=manager)

    with pytest.raises(DayRefused, match="decided already: approved"):
        approve_change(change, on=TODAY, by=manager)
    with pytest.raises(DayRefused, match="decided already: approved"):
        take_back_change(change, on=TODAY, by=manager)


def test_the_same_day_is_not_proposed_twice(manager):
    proposed(manager)

    with pytest.raises(DayRefused, match="proposed already, and waits"):
        proposed(manager)


def test_a_day_entered_meanwhile_cannot_be_approved_again(manager):
    change = proposed(manager)
    add_bank_holiday(date(2027, 6, 4), "A jubilee", by=None)

    with pytest.raises(DayRefused, match="4 June 2027 is a bank holiday already"):
        approve_change(change, on=TODAY, by=manager)


def test_a_day_that_is_gone_cannot_be_taken_out(manager):
    change = proposed(manager, CalendarChange(removed={JUBILEE: "A jubilee"}))

    with pytest.raises(DayRefused, match="4 June 2027 is no longer in the calendar"):
        approve_change(change, on=TODAY, by=manager)


def test_a_refusal_has_its_reason_and_the_calendar_stays(manager):
    change = proposed(manager)

    with pytest.raises(ValidationError, match="Say why the calendar stays as it is"):
        refuse_change(change, on=TODAY, why="", by=manager)
    refuse_change(change, on=TODAY, why="Scotland only", by=manager)

    assert load_calendar().works_on(date(2027, 6, 4))
    change.refresh_from_db()
    assert (change.decision, change.why) == ("refused", "Scotland only")


def test_only_a_told_deadline_can_stay_in_the_records_too(manager):
    one = case(manager)
    change = proposed(manager)
    due = answer_due(one)

    with pytest.raises(IntegrityError), transaction.atomic():
        MovedDeadline.objects.create(
            change=change,
            stage=due.stage,
            deadline=due,
            from_on=due.due_on,
            to_on=due.due_on,
            stayed=True,
        )


def test_a_closure_day_can_be_taken_out(manager):
    add_closure_day(date(2027, 6, 4), "Staff day", by=None)
    mistake = CalendarChange(kind="closure", removed={JUBILEE: "Staff day"})

    approve_change(proposed(manager, mistake), on=TODAY, by=manager)

    assert load_calendar(closures=True).works_on(date(2027, 6, 4))


def test_the_command_that_brings_the_list_up_to_date_moves_nothing_by_itself(manager, tmp_path):
    one = case(manager)
    path = tmp_path / "list.csv"
    source = "fixtures/bank_holidays/england-and-wales.csv"
    with open(source, encoding="utf-8") as known:
        path.write_text(known.read() + f"{JUBILEE},A jubilee\n", encoding="utf-8")

    call_command("load_calendar", path, verbosity=0)

    assert answer_due(one).due_on == date(2027, 6, 8)
    assert CalendarChange.objects.waiting().get().official
