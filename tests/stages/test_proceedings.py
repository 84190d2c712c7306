"""Court and other proceedings: what is declined or suspended, what stands still, what follows."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.permissions import Role
from cases.models import Directorate, ServiceArea
from stages.actions.casework import StageEvent, record_date, respond
from stages.actions.endings import reopen
from stages.actions.intake import take_in
from stages.actions.proceedings import decline, end, resubmit, review, suspend
from stages.actions.telling import record_update
from stages.actions.timing import allocate, extend
from stages.models import Deadline, Outcome, Proceedings, Stage, Task
from stages.not_possible import NotPossible
from stages.points_to_answer import found_without_asking, points_to_answer, why_not_answered
from stages.reasons import reasons_for
from stages.situation import Phase, Situation

pytestmark = pytest.mark.django_db

RECEIVED = date(2026, 9, 1)  # a Tuesday: stage 1 is due 15 September, 29 September at the latest
DECIDED = date(2026, 9, 8)  # day 5
ENDED = date(2026, 9, 22)  # ten working days later


@pytest.fixture
def manager():
    return User.objects.create_user("manager@example.org", "Martin Oakes", [Role.MANAGER])


@pytest.fixture
def case(manager):
    directorate = Directorate.objects.create(name="Children's Services")
    area = ServiceArea.objects.create(
        name="Leaving Care", directorate=directorate, usual_procedure="children"
    )
    return take_in(
        on=RECEIVED,
        by=manager,
        code="children",
        received_on=RECEIVED,
        service_area=area,
        complainant={"name": "Juniper Vale"},
        points=["The deposit", "What the carer did"],
    )


def decided(case, by, *numbers, how=suspend, **more):
    facts = {
        "kind": "police",
        "reasons": "The carer may be charged",
        "decided_on": DECIDED,
        "told_on": DECIDED,
        "how_to_resubmit": "Write to the complaints manager within a year of the end",
        "review_on": date(2026, 10, 8),
    } | more
    points = case.points.filter(number__in=numbers or (1, 2))
    return how(case.stages.get(), points=points, by=by, **facts)


def main(case) -> Deadline:
    return case.stages.get().deadlines.get(is_main=True)


def to_do(case):
    return Deadline.objects.to_do(on=date(2026, 12, 1)).filter(stage__case=case)


def test_suspending_all_points_leaves_nothing_due_but_the_review(case, manager):
    decided(case, manager)

    assert not to_do(case).exists()
    assert Situation(case).phase == Phase.SUSPENDED
    task = Task.objects.open().get()
    assert (task.kind, task.due_on) == (Task.Kind.PROCEEDINGS, date(2026, 10, 8))
    assert case.decisions.get().decision == (
        "Suspended for police investigation or prosecution: all of it"
    )


def test_the_clock_runs_again_from_the_end_of_the_proceedings(case, manager):
    proceedings = decided(case, manager)

    end(proceedings, on=ENDED, by=manager)

    clock = main(case)
    assert (clock.target_on, clock.due_on, clock.ceiling_on) == (
        date(2026, 9, 29),
        date(2026, 9, 29),
        date(2026, 10, 13),
    )
    assert to_do(case).exists()
    assert Situation(case).phase == Phase.UNDER_WAY
    task = Task.objects.open().get()  # 10 working days after the answer is late, no sooner
    assert (task.kind, task.due_on) == (Task.Kind.UPDATE, date(2026, 10, 13))


def test_an_update_that_was_due_within_the_suspension_is_due_as_much_later(case, manager):
    stage = case.stages.get()
    record_update(stage, on=date(2026, 9, 30), how="email", said="Nearly there", by=manager)
    updates = stage.tasks.filter(kind=Task.Kind.UPDATE)
    assert updates.open().get().due_on == date(2026, 10, 14)

    proceedings = decided(case, manager, decided_on=date(2026, 10, 5), told_on=date(2026, 10, 5))
    record_date(stage, StageEvent.ACKNOWLEDGED, on=date(2026, 9, 3), by=manager)
    assert not updates.open().exists()
    end(proceedings, on=date(2026, 11, 2), by=manager)

    update = updates.open().get()
    assert (update.due_on, update.shown_from) == (date(2026, 11, 11), date(2026, 11, 6))
    assert updates.count() == 2  # none was missed


def test_a_draft_that_was_asked_for_stands_still_with_the_clocks(case, manager):
    allocate(
        case.stages.get(),
        to=User.objects.create_user("r@example.org", "Rolf Answer", [Role.RESPONDER]),
        capacity="responder",
        on=date(2026, 9, 2),
        draft_due_on=date(2026, 9, 10),
        told="Their head of service",
        by=manager,
    )
    draft = case.tasks.get(kind=Task.Kind.DRAFT)

    proceedings = decided(case, manager)
    draft.refresh_from_db()
    assert draft.dropped_because == "Considering it is suspended"
    end(proceedings, on=ENDED, by=manager)

    draft.refresh_from_db()
    assert (draft.is_open, draft.due_on) == (True, date(2026, 9, 24))


def test_the_first_update_of_a_long_stage_is_not_counted_from_suspended_days(case, manager):
    version = case.route.procedure
    version.update_after = 5
    version.save()
    stage = Stage.objects.get(case=case)
    record_date(stage, StageEvent.ACKNOWLEDGED, on=date(2026, 9, 3), by=manager)
    updates = stage.tasks.filter(kind=Task.Kind.UPDATE)
    assert updates.get().due_on == date(2026, 9, 22)  # day 5, and 10 more

    end(decided(case, manager), on=ENDED, by=manager)

    assert updates.get().due_on == date(2026, 10, 6)


def test_a_clock_that_was_met_before_does_not_move(case, manager):
    record_date(case.stages.get(), StageEvent.ACKNOWLEDGED, on=date(2026, 9, 3), by=manager)
    before = case.stages.get().deadlines.get(limit__key="acknowledgement").due_on

    end(decided(case, manager), on=ENDED, by=manager)

    assert case.stages.get().deadlines.get(limit__key="acknowledgement").due_on == before


def test_an_extension_agreed_before_moves_too_and_one_agreed_after_stands(case, manager):
    stage = case.stages.get()
    extend(stage, to=date(2026, 9, 17), reason="x", told_on=date(2026, 9, 7), by=manager)
    end(decided(case, manager), on=ENDED, by=manager)
    assert main(case).due_on == date(2026, 10, 1)

    extend(stage, to=date(2026, 10, 6), reason="x", told_on=date(2026, 9, 25), by=manager)
    assert main(case).due_on == date(2026, 10, 6)


def test_suspending_some_points_leaves_the_clock_and_asks_no_finding_on_them(case, manager):
    proceedings = decided(case, manager, 2)

    assert Situation(case).phase == Phase.UNDER_WAY
    assert to_do(case).exists()
    assert [point.number for point in points_to_answer(case.stages.last())] == [1]
    assert why_not_answered(case) == [
        "2. What the carer did: suspended on 8 September 2026 (police investigation or prosecution)"
    ]
    end(proceedings, on=ENDED, by=manager)
    assert main(case).due_on == date(2026, 9, 15)
    assert [point.number for point in points_to_answer(case.stages.last())] == [1, 2]


def test_the_clock_stands_once_the_last_point_is_suspended_and_runs_with_the_first(case, manager):
    one = decided(case, manager, 1)
    other = decided(
        case, manager, 2, kind="court", decided_on=date(2026, 9, 10), told_on=date(2026, 9, 10)
    )
    assert Situation(case).phase == Phase.SUSPENDED

    end(one, on=ENDED, by=manager)

    assert Situation(case).phase == Phase.UNDER_WAY
    assert main(case).due_on == date(2026, 9, 25)  # eight working days after 10 September
    end(other, on=date(2026, 9, 24), by=manager)
    assert main(case).due_on == date(2026, 9, 25)


def test_declining_all_ends_the_stage_as_not_accepted(case, manager):
    decided(case, manager, how=decline)

    case.refresh_from_db()
    assert case.closed_on == DECIDED
    assert case.close_reason == "Declined: police investigation or prosecution"
    assert case.stages.get().outcome == Outcome.NOT_ACCEPTED
    assert Task.objects.open().get().due_on == date(2026, 10, 8)  # it outlives the case


def test_declining_some_leaves_the_rest_to_be_answered(case, manager):
    decided(case, manager, 2, how=decline)

    assert Situation(case).phase == Phase.UNDER_WAY
    assert [point.number for point in points_to_answer(case.stages.last())] == [1]
    assert found_without_asking(case.stages.last()) == {
        case.points.get(number=2): Outcome.NOT_ACCEPTED
    }


def test_a_declined_case_that_is_opened_again_is_answered_whole(case, manager):
    decided(case, manager, how=decline)
    case.refresh_from_db()

    reopen(case, why="The police closed their file", by=manager)

    assert points_to_answer(case.stages.last()).count() == 2


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"reasons": ""}, "This field cannot be blank"),
        ({"how_to_resubmit": ""}, "This field cannot be blank"),
        ({"told_on": date(2026, 9, 7)}, "told once it is decided"),
    ],
)
def test_what_regulation_8_asks_must_be_there(case, manager, changed, sentence):
    with pytest.raises(ValidationError, match=sentence):
        decided(case, manager, **changed)


def test_proceedings_do_not_end_before_the_decision(case, manager):
    with pytest.raises(ValidationError, match="end on or after the day of the decision"):
        end(decided(case, manager), on=date(2026, 9, 7), by=manager)


def test_a_review_finds_that_they_go_on_and_sets_the_next(case, manager):
    proceedings = decided(case, manager)

    review(
        proceedings,
        on=date(2026, 10, 8),
        found="The trial is listed for January",
        next_on=date(2027, 1, 20),
        by=manager,
    )

    assert Task.objects.open().get().due_on == date(2027, 1, 20)
    assert Task.objects.get(due_on=date(2026, 10, 8)).evidence == "The trial is listed for January"


def test_how_long_it_may_be_resubmitted_is_a_value_of_the_procedure(case, manager):
    proceedings = decided(case, manager, how=decline)
    end(proceedings, on=ENDED, by=manager)
    assert proceedings.resubmit_until == date(2027, 9, 22)

    case.route.procedure.resubmit_months = 6
    case.route.procedure.save()
    other = decided(case, manager, 2)
    other.refresh_from_db()
    end(other, on=ENDED, by=manager)
    assert other.resubmit_until == date(2027, 3, 22)


def test_what_is_resubmitted_is_a_complaint_of_that_day_with_the_people_of_before(case, manager):
    proceedings = decided(case, manager, how=decline)
    end(proceedings, on=ENDED, by=manager)
    assert list(Proceedings.objects.to_resubmit()) == [proceedings]

    again = resubmit(proceedings, on=date(2026, 10, 5), by=manager)

    assert again.received_on == date(2026, 10, 5)
    assert [point.text for point in again.points.all()] == ["The deposit", "What the carer did"]
    assert again.people.get().person == case.people.get().person
    assert again.stages.get().deadlines.get(is_main=True).due_on == date(2026, 10, 19)
    assert again.links.get().other == case
    assert proceedings.resubmitted_as == again
    assert not Proceedings.objects.to_resubmit().exists()


def test_after_the_last_day_it_is_a_new_complaint(case, manager):
    proceedings = decided(case, manager, how=decline)
    end(proceedings, on=ENDED, by=manager)

    with pytest.raises(NotPossible, match="last day to resubmit it was 22 September 2027"):
        resubmit(proceedings, on=date(2027, 9, 23), by=manager)


def test_points_left_out_of_an_answer_may_be_resubmitted(case, manager):
    proceedings = decided(case, manager, 2)
    findings = {case.points.get(number=1): Outcome.UPHELD}
    respond(case.stages.get(), on=date(2026, 9, 14), findings=findings, by=manager)
    assert not Proceedings.objects.to_resubmit().exists()

    end(proceedings, on=ENDED, by=manager)

    assert list(Proceedings.objects.to_resubmit()) == [proceedings]
    again = resubmit(proceedings, on=date(2026, 10, 5), by=manager)
    assert [(point.number, point.text) for point in again.points.all()] == [
        (1, "What the carer did")
    ]


def test_the_reasons_of_a_date_say_that_it_was_suspended_and_is_no_hold(case, manager):
    end(decided(case, manager), on=ENDED, by=manager)

    reasons = reasons_for(main(case))

    said = " ".join(reasons.sentences)
    assert "Suspended from 8 September 2026 to 22 September 2026" in said
    assert "moved by 10 working days" in said
    assert "a hold leaves a date of the law as it is" in said
    assert "the date set at the time stands" not in said
    days = {step.day: step for step in reasons.steps}
    assert (days[date(2026, 9, 8)].number, days[date(2026, 9, 22)].number) == (5, 0)
    assert days[date(2026, 9, 22)].why == "suspended: not considered on this day"
    assert days[date(2026, 9, 23)].number == 6
    assert (days[date(2026, 9, 29)].number, days[date(2026, 9, 29)].why) == (10, "day 10: due")


def test_while_it_is_suspended_the_reasons_say_that_the_date_will_move(case, manager):
    decided(case, manager)

    said = " ".join(reasons_for(main(case)).sentences)

    assert "Suspended since 8 September 2026" in said
