"""What is owed while an answer is waited for: dates told, updates given, a long stop explained."""

from datetime import date
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from accounts.models import User
from accounts.permissions import Role
from cases.models import Case
from stages.actions import casework, endings, telling, timing
from stages.actions.intake import take_in
from stages.models import Outcome, Task
from stages.not_possible import NotPossible
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


def taken_in(officer, received_on, code="children") -> Case:
    return take_in(
        on=received_on,
        by=officer,
        code=code,
        received_on=received_on,
        service_area=factories.service_area("Leaving Care"),
        points=["The deposit"],
    )


@pytest.fixture
def case(officer):
    """Received on Monday 4 September 2006: due on the 18th, on 2 October at the latest."""
    return taken_in(officer, date(2006, 9, 4))


@pytest.fixture
def adults(officer):
    """Received on 23 December 2025: the long stop is 22 June 2026."""
    return taken_in(officer, date(2025, 12, 23), "adults")


def main(case):
    return case.stages.get().deadlines.get(is_main=True)


def extend(case, officer, **more):
    more = {"to": date(2006, 10, 2), "reason": "Two files"} | more
    return timing.extend(case.stages.get(), by=officer, **more)


def tasks(case, kind):
    return case.tasks.filter(kind=kind)


def due_updates(case):
    found = tasks(case, Task.Kind.UPDATE).order_by("due_on")
    return [(one.due_on, one.done_on, one.dropped_on) for one in found]


def answer(case, officer, on, **told):
    stage = case.stages.get()
    findings = dict.fromkeys(case.points.all(), Outcome.UPHELD)
    return telling.answer(stage, on=on, findings=findings, by=officer, **told)


# Extensions


def test_the_old_date_stays_due_until_the_complainant_is_told(case, officer):
    extend(case, officer, decided_on=date(2006, 9, 13))

    assert main(case).due_on == date(2006, 9, 18)
    task = tasks(case, Task.Kind.NEW_DATE).get()
    assert (task.due_on, task.what) == (
        date(2006, 9, 18),
        "Tell the complainant of the new date, 2 October 2006",
    )

    timing.tell_of_extension(case.stages.get(), on=date(2006, 9, 15), how="telephone", by=officer)

    assert main(case).due_on == date(2006, 10, 2)
    task.refresh_from_db()
    assert (task.done_on, task.evidence) == (date(2006, 9, 15), "By telephone")


@pytest.mark.parametrize(
    ("decided_on", "told_on"),
    [
        (date(2006, 9, 19), date(2006, 9, 19)),
        (date(2006, 9, 18), date(2006, 9, 19)),
    ],
    ids=["decided late", "told late"],
)
def test_a_date_that_had_passed_stays_the_one_that_counts(case, officer, decided_on, told_on):
    extend(case, officer, decided_on=decided_on, told_on=told_on)

    clock = main(case)
    assert (clock.due_on, clock.told_on) == (date(2006, 9, 18), date(2006, 10, 2))
    assert case.stages.get().extensions.get().to_due_on == date(2006, 10, 2)


def test_one_decided_and_told_on_the_last_day_counts(case, officer):
    extend(case, officer, decided_on=date(2006, 9, 18), told_on=date(2006, 9, 18))

    assert main(case).due_on == date(2006, 10, 2)


def test_nobody_is_told_before_it_is_decided(case, officer):
    with pytest.raises(ValidationError, match="before it was decided"):
        extend(case, officer, decided_on=date(2006, 9, 15), told_on=date(2006, 9, 14))


def test_there_must_be_a_new_date_to_tell(case, officer):
    with pytest.raises(NotPossible, match="no new date"):
        timing.tell_of_extension(case.stages.get(), on=date(2006, 9, 15), how="letter", by=officer)


def test_an_extension_from_a_log_counts_without_its_days(case):
    stage = case.stages.get()
    stage.extensions.create(
        from_due_on=date(2006, 9, 18), to_due_on=date(2006, 9, 25), reason="Not in the log"
    )
    casework.record_date(stage, "acknowledged_on", on=date(2006, 9, 5), by=None)

    assert main(case).due_on == date(2006, 9, 25)


# Updates


def test_the_first_update_is_due_10_working_days_after_the_stage_is_late(case):
    task = tasks(case, Task.Kind.UPDATE).get()

    assert (task.due_on, task.shown_from) == (date(2006, 10, 2), date(2006, 9, 27))
    assert not Task.objects.shown_on(date(2006, 9, 26)).exists()
    assert Task.objects.shown_on(date(2006, 9, 27)).exists()


def test_the_first_update_moves_with_the_due_date_to_30_working_days_at_most(case, officer):
    extend(case, officer, decided_on=date(2006, 9, 13), told_on=date(2006, 9, 13))

    assert due_updates(case) == [(date(2006, 10, 16), None, None)]


def test_a_stage_of_six_months_has_updates_from_day_30(adults):
    assert due_updates(adults) == [(date(2026, 2, 6), None, None)]


def test_the_next_update_follows_from_the_one_made(case, officer):
    stage = case.stages.get()
    telling.record_update(
        stage, on=date(2006, 9, 29), how="email", said="Two files are missing", by=officer
    )

    assert due_updates(case) == [
        (date(2006, 10, 2), date(2006, 9, 29), None),
        (date(2006, 10, 13), None, None),
    ]
    made = tasks(case, Task.Kind.UPDATE).get(done_on=date(2006, 9, 29))
    assert made.evidence == "By email: Two files are missing"


def test_an_update_that_gave_way_to_the_next_was_missed(case, officer):
    telling.record_update(
        case.stages.get(), on=date(2006, 10, 17), how="email", said="Sorry", by=officer
    )

    assert due_updates(case) == [
        (date(2006, 10, 2), None, date(2006, 10, 16)),
        (date(2006, 10, 16), date(2006, 10, 17), None),
        (date(2006, 10, 31), None, None),
    ]


def test_an_update_before_any_is_due_leaves_the_first_where_it_was(case, officer):
    telling.record_update(
        case.stages.get(), on=date(2006, 9, 6), how="email", said="We have it", by=officer
    )

    assert [due for due, done, _ in due_updates(case) if not done] == [date(2006, 10, 2)]


def test_no_update_falls_due_after_the_answer(case, officer):
    answer(case, officer, date(2006, 10, 3))

    assert due_updates(case) == [(date(2006, 10, 2), None, date(2006, 10, 3))]


def test_a_closed_case_that_is_opened_again_has_its_update_again(case, officer):
    endings.close(case, on=date(2006, 9, 20), reason="Duplicate", by=officer)
    assert not tasks(case, Task.Kind.UPDATE).open().exists()

    endings.reopen(case, why="It was none", by=officer)

    assert tasks(case, Task.Kind.UPDATE).open().count() == 1


def test_how_often_is_data_of_the_procedure(officer):
    version = factories.procedure()
    version.update_every, version.update_after = 5, 8
    version.save()

    assert due_updates(taken_in(officer, date(2006, 9, 4))) == [(date(2006, 9, 21), None, None)]


# Plans


def test_the_date_of_the_plan_is_the_one_that_is_due(adults, officer):
    stage = adults.stages.get()
    timing.agree_plan(stage, on=date(2026, 1, 5), due_on=date(2026, 2, 20), by=officer)
    first = main(adults)
    timing.agree_plan(
        stage, on=date(2026, 2, 24), due_on=date(2026, 3, 20), how="With the provider", by=officer
    )
    clock = main(adults)

    assert (first.due_on, clock.due_on) == (date(2026, 2, 20), date(2026, 3, 20))
    assert (clock.target_on, clock.ceiling_on) == (date(2026, 6, 22), date(2026, 6, 22))
    assert stage.deadlines.get(limit__key="draft").due_on == date(2026, 3, 17)
    assert [plan.from_due_on for plan in stage.plans.all()] == [
        date(2026, 6, 22),
        date(2026, 2, 20),
    ]


def test_more_than_six_months_may_be_agreed_before_they_end(adults, officer):
    timing.agree_plan(
        adults.stages.get(), on=date(2026, 6, 22), due_on=date(2026, 7, 31), by=officer
    )

    clock = main(adults)
    assert (clock.due_on, clock.ceiling_on) == (date(2026, 7, 31), date(2026, 7, 31))
    assert tasks(adults, Task.Kind.LONG_STOP).get().shown_from == date(2026, 8, 1)


@pytest.mark.parametrize(
    ("on", "by_agreement", "sentence"),
    [
        (date(2026, 6, 23), True, "The time ended on 22 June 2026"),
        (date(2026, 6, 1), False, "The council alone can set a date up to 22 June 2026"),
    ],
)
def test_a_date_beyond_six_months_is_refused_otherwise(adults, officer, on, by_agreement, sentence):
    with pytest.raises(NotPossible, match=sentence):
        timing.agree_plan(
            adults.stages.get(),
            on=on,
            due_on=date(2026, 7, 31),
            by_agreement=by_agreement,
            told_on=on,
            by=officer,
        )


def test_a_date_the_council_sets_after_the_agreed_one_passed_does_not_count(adults, officer):
    stage = adults.stages.get()
    timing.agree_plan(stage, on=date(2026, 1, 5), due_on=date(2026, 2, 20), by=officer)
    timing.agree_plan(
        stage,
        on=date(2026, 2, 23),
        due_on=date(2026, 3, 20),
        by_agreement=False,
        told_on=date(2026, 2, 23),
        by=officer,
    )

    assert main(adults).due_on == date(2026, 2, 20)


def test_a_date_the_council_sets_by_itself_is_told(adults, officer):
    with pytest.raises(ValidationError, match="is told to the complainant"):
        timing.agree_plan(
            adults.stages.get(),
            on=date(2026, 1, 5),
            due_on=date(2026, 2, 20),
            by_agreement=False,
            by=officer,
        )


def test_a_plan_is_not_due_before_it_is_made(adults, officer):
    with pytest.raises(ValidationError, match="cannot be due before it was made"):
        timing.agree_plan(
            adults.stages.get(), on=date(2026, 1, 5), due_on=date(2026, 1, 4), by=officer
        )


def test_a_missed_long_stop_is_to_be_explained(adults, officer):
    task = tasks(adults, Task.Kind.LONG_STOP).get()

    assert (task.shown_from, task.due_on) == (date(2026, 6, 23), date(2026, 6, 23))
    answer(adults, officer, date(2026, 6, 22))
    assert not tasks(adults, Task.Kind.LONG_STOP).open().exists()


def test_more_time_under_the_2009_regulations_is_agreed_and_not_taken(adults, officer):
    with pytest.raises(NotPossible, match="More time is agreed"):
        extend(adults, officer, to=date(2026, 6, 30), told_on=date(2026, 1, 5))


# Holds, in a version that has a pause


def test_a_pause_stops_what_is_due_and_moves_it_when_it_ends(officer):
    version = factories.procedure()
    version.pauses_move_deadlines = True
    version.save()
    case = taken_in(officer, date(2006, 9, 4))
    stage = case.stages.get()
    stage.definition.procedure = version
    timing.hold(stage, on=date(2006, 9, 11), reason="Their advocate is away", by=officer)

    running = stage.deadlines.running().values_list("limit__key", flat=True)
    assert set(running) == {"acknowledgement"}

    timing.resume(stage, on=date(2006, 9, 15), by=officer)

    assert main(case).due_on == date(2006, 9, 25)
    assert main(case).live


# Answers


def test_an_answer_given_by_talking_starts_the_window_that_day(case, officer):
    answer(
        case,
        officer,
        date(2006, 9, 14),
        way="spoken",
        with_whom="Juniper Vale",
        agreed="The deposit is paid",
        right_given_on=date(2006, 9, 15),
    )

    window = case.stages.get().deadlines.get(limit__key="window")
    assert (window.starts_on, window.due_on) == (date(2006, 9, 15), date(2006, 10, 13))
    terms = tasks(case, Task.Kind.TERMS).get()
    assert (terms.what, terms.due_on) == ("Confirm in writing what was agreed", date(2006, 9, 21))
    assert terms.outlives_the_case


@pytest.mark.parametrize("missing", ["with_whom", "agreed", "right_given_on"])
def test_an_answer_given_by_talking_is_recorded_in_full(case, officer, missing):
    told = {
        "with_whom": "Juniper Vale",
        "agreed": "The deposit is paid",
        "right_given_on": date(2006, 9, 14),
    }
    del told[missing]

    with pytest.raises(ValidationError, match="the right to go on"):
        answer(case, officer, date(2006, 9, 14), way="spoken", **told)


def test_the_window_ends_on_the_day_that_the_complainant_was_told(case, officer):
    answer(case, officer, date(2006, 9, 14), window_ends_on=date(2006, 10, 20))

    assert case.stages.get().deadlines.get(limit__key="window").due_on == date(2006, 10, 20)


def test_where_no_terms_are_confirmed_in_writing_none_are_asked_for(officer):
    case = taken_in(officer, date(2026, 9, 1), "corporate")
    answer(
        case,
        officer,
        date(2026, 9, 3),
        way="spoken",
        with_whom="Juniper Vale",
        agreed="The bin is replaced",
        right_given_on=date(2026, 9, 3),
    )

    assert not tasks(case, Task.Kind.TERMS).exists()


# Who answers


def test_a_responding_manager_has_the_draft_on_their_desk_until_the_answer(case, officer):
    responder = User.objects.create_user("r@example.org", "Rolf Answer", [Role.RESPONDER])
    timing.allocate(
        case.stages.get(),
        to=responder,
        capacity="responder",
        on=date(2006, 9, 5),
        draft_due_on=date(2006, 9, 13),
        told="Their head of service",
        by=officer,
    )

    task = tasks(case, Task.Kind.DRAFT).get()
    assert (task.owner, task.due_on) == (responder, date(2006, 9, 13))
    assert case.assignments.get().told == "Their head of service"
    answer(case, officer, date(2006, 9, 14))
    assert not tasks(case, Task.Kind.DRAFT).open().exists()


# Why


def told_by_the_command(case):
    out = StringIO()
    call_command("deadline", case=case.reference, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (
            {"decided_on": date(2006, 9, 13), "told_on": date(2006, 9, 14)},
            "Extended from 18 September 2006 to 2 October 2006, decided on 13 September 2006, told "
            "on 14 September 2006: Two files",
        ),
        (
            {"decided_on": date(2006, 9, 13)},
            "Extended from 18 September 2006 to 2 October 2006, decided on 13 September 2006: Two "
            "files. The complainant has not been told, so 18 September 2006 is due until they are.",
        ),
        (
            {"decided_on": date(2006, 9, 13), "told_on": date(2006, 9, 20)},
            "It was told after 18 September 2006 had passed, so that is the date that counts.",
        ),
        (
            {"decided_on": date(2006, 9, 19), "told_on": date(2006, 9, 20)},
            "It was decided after 18 September 2006 had passed, so that is the date that counts.",
        ),
    ],
    ids=["told", "untold", "told late", "decided late"],
)
def test_the_reasons_tell_what_an_extension_did(case, officer, days, sentence):
    extend(case, officer, **days)

    assert sentence in told_by_the_command(case)


def test_the_reasons_tell_every_plan(adults, officer):
    stage = adults.stages.get()
    timing.agree_plan(stage, on=date(2026, 1, 5), due_on=date(2026, 2, 20), by=officer)
    timing.agree_plan(
        stage,
        on=date(2026, 2, 23),
        due_on=date(2026, 3, 20),
        by_agreement=False,
        told_on=date(2026, 2, 23),
        by=officer,
    )

    words = told_by_the_command(adults)
    assert (
        "Agreed with the complainant on 5 January 2026, in place of 22 June 2026: due on 20 "
        "February 2026."
    ) in words
    assert "20 February 2026 had passed by then, so it stays the date that counts." in words


def test_of_a_case_that_does_not_exist_there_is_nothing_to_tell():
    with pytest.raises(CommandError, match="No case 2026-99999 has such a time limit"):
        call_command("deadline", case="2026-99999")
