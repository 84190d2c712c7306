"""What a step will do is told before it is taken, and is what then happens."""

from datetime import date

import pytest

from accounts.models import User
from accounts.permissions import Role
from accounts.putting_back import tracked_models
from cases.actions.casework import add_point, assign
from cases.models import Directorate, ServiceArea
from stages.actions import casework, endings, timing
from stages.actions.intake import take_in
from stages.foresight import foresee
from stages.forms.steps import FORM_OF
from stages.models import Deadline, Outcome, StageEvent
from stages.moves import Move
from stages.situation import Situation
from stages.steps import BY_KEY

pytestmark = pytest.mark.django_db

RECEIVED, TODAY = date(2006, 9, 4), date(2006, 9, 6)


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


def take_in_on(day, code, officer):
    directorate = Directorate.objects.get_or_create(name="Any")[0]
    area = ServiceArea.objects.get_or_create(name="Any", directorate=directorate)[0]
    return take_in(
        on=day,
        by=officer,
        received_on=day,
        service_area=area,
        code=code,
        points=["The deposit"],
    )


@pytest.fixture
def case(officer):
    return take_in_on(RECEIVED, "children", officer)


def seen_before(case, key, today=TODAY, **answers):
    return foresee(BY_KEY[key], Situation(case), answers, today)


def answered(case, officer, on=date(2006, 9, 18)):
    findings = dict.fromkeys(case.points.all(), Outcome.UPHELD)
    casework.respond(case.stages.last(), on=on, findings=findings, by=officer)


def told(foreseen) -> list[tuple]:
    return [(move.name, move.before, move.after, move.words, move.note) for move in foreseen.moves]


def test_an_extension_tells_the_old_and_the_new_date_of_all_that_moves(case):
    assert told(seen_before(case, "extend", to=date(2006, 9, 29), told_on=TODAY)) == [
        ("Response", date(2006, 9, 18), date(2006, 9, 29), "", ""),
        ("Draft response", date(2006, 9, 13), date(2006, 9, 26), "", ""),
        ("Sign-off of the response", date(2006, 9, 14), date(2006, 9, 27), "", ""),
    ]


def test_an_extension_that_nobody_was_told_of_moves_nothing_yet(case):
    moves = seen_before(case, "extend", to=date(2006, 9, 29)).moves

    assert {move.note for move in moves} == {"once the complainant is told, in time"}
    assert moves[0].after == date(2006, 9, 29)


def test_an_extension_that_is_decided_too_late_moves_nothing(case):
    day = date(2006, 9, 19)

    assert seen_before(case, "extend", day, to=date(2006, 9, 29), told_on=day).moves == []


def test_a_complaint_of_which_some_points_are_put_off_goes_on(case, officer):
    other = add_point(case, text="The move", by=officer)
    every = list(case.points.all())

    some = seen_before(case, "decline", points=[other])
    assert some.moves == []
    assert "The case is closed." not in some.sentences
    assert "The case is closed." in seen_before(case, "decline", points=every).sentences
    whole = seen_before(case, "suspend", points=every)
    assert whole.sentences[0] == "The stage is suspended."
    assert told(whole) == [
        ("Acknowledgement", date(2006, 9, 7), None, "stands still, due so far", ""),
        ("Response", date(2006, 9, 18), None, "stands still, due so far", ""),
    ]


def test_a_part_is_told_to_run_from_the_day_the_complaint_was_received(case):
    foreseen = seen_before(case, "split-part", code="corporate")

    assert told(foreseen)[0] == (
        "Response of the part",
        None,
        date(2006, 9, 18),
        "due",
        "",
    )
    assert all(move.name.endswith(" of the part") for move in foreseen.moves)
    assert seen_before(case, "split-part").moves == []


def test_an_answer_stops_the_clock_and_tells_until_when_the_next_stage_may_be_asked_for(case):
    foreseen = seen_before(case, "answer", on=date(2006, 9, 18))

    assert foreseen.sentences[0] == "The stage is answered."
    assert told(foreseen) == [
        ("Response", None, date(2006, 9, 18), "done on", "in time"),
        ("Time to ask for Stage 2", None, date(2006, 10, 18), "until", ""),
    ]


def test_an_answer_after_the_last_day_is_told_to_be_late(case):
    late = seen_before(case, "answer", on=date(2006, 9, 19)).moves[0]

    assert (late.day, late.note) == (date(2006, 9, 19), "late")


def test_a_clock_that_runs_from_the_acknowledgement_starts_with_it(officer):
    case = take_in_on(date(2026, 11, 2), "corporate", officer)

    foreseen = seen_before(case, "acknowledge", date(2026, 11, 4), on=date(2026, 11, 4))

    moved = {move.name: (move.before, move.after) for move in foreseen.moves}
    main = case.stages.get().deadlines.get(is_main=True)
    assert main.provisional
    assert moved[main.limit.name] == (main.due_on, date(2026, 11, 18))


def test_the_next_stage_tells_every_clock_that_its_request_starts(case, officer):
    answered(case, officer)

    foreseen = seen_before(case, "ask-for-next", date(2006, 9, 25), on=date(2006, 9, 25))

    assert "The next stage stands as requested." in foreseen.sentences
    moves = {move.name: move for move in foreseen.moves}
    assert moves["Time to ask for Stage 2"].note == "in time"
    assert moves["Response with the adjudication"].after == date(2006, 10, 30)


def test_what_ends_the_case_tells_what_no_longer_falls_due(case):
    for key in ("withdraw", "refuse"):
        assert told(seen_before(case, key)) == [
            ("Acknowledgement", date(2006, 9, 7), None, "no longer falls due", ""),
            ("Response", date(2006, 9, 18), None, "no longer falls due", ""),
        ]


def test_reopening_tells_what_runs_again_and_what_is_late_by_now(case, officer):
    endings.withdraw(case, on=TODAY, by=officer)

    foreseen = seen_before(case, "reopen", date(2006, 9, 12))

    assert told(foreseen) == [
        ("Acknowledgement", date(2006, 9, 7), None, "due", "late"),
        ("Response", date(2006, 9, 18), None, "due", ""),
    ]


def test_a_wait_moves_a_date_only_where_the_version_says_so(case, officer):
    timing.hold(case.stages.get(), on=TODAY, reason="A report", by=officer)

    assert seen_before(case, "resume", date(2006, 9, 8), on=date(2006, 9, 8)).moves == []


def test_triage_tells_when_the_answer_would_be_due_by_each_other_procedure(case):
    moves = {move.name: (move.before, move.after) for move in seen_before(case, "triage").moves}

    corporate = moves["Answer by Corporate procedure 2006"]
    assert corporate[0] == date(2006, 9, 18)
    assert all(name.startswith("Answer by ") for name in moves)


def test_who_has_the_case_is_named_where_dates_change(case, officer):
    assign(case, to=officer, capacity="owner", on=TODAY, by=officer)

    assert (
        "The dates change on the desk of Anna Fielding."
        in seen_before(case, "extend", to=date(2006, 9, 29), told_on=TODAY).closing
    )
    assert "Anna Fielding" not in " ".join(seen_before(case, "note").closing)


def test_it_says_for_how_long_it_can_be_undone(case, settings):
    settings.UNDO_MINUTES = 1

    assert seen_before(case, "note").closing == [
        "It stands in the history with your name, and can be undone for 1 minute."
    ]


def test_beyond_the_calendar_it_says_so_and_the_page_is_drawn(officer, case):
    foreseen = seen_before(case, "answer", on=date(2999, 1, 1))

    assert foreseen.moves == []
    assert "2999" in foreseen.sentences[-1] or "calendar" in foreseen.sentences[-1]


@pytest.mark.parametrize(
    ("key", "day", "typed"),
    [
        ("acknowledge", date(2006, 9, 5), {"on": "5 9 2006"}),
        ("answer", date(2006, 9, 18), {"on": "18 9 2006", "point_1": "upheld"}),
        (
            "extend",
            date(2006, 9, 18),
            {"to": "29 9 2006", "reason": "Two files", "told_on": "18 9 2006"},
        ),
        ("withdraw", date(2006, 9, 18), {"on": "18 9 2006"}),
    ],
)
def test_what_was_announced_is_what_happens(case, officer, key, day, typed):
    situation = Situation(case)
    form = FORM_OF[key](typed, situation=situation, today=day)
    before = rows()
    foreseen = foresee(BY_KEY[key], situation, form.answers(), day)
    assert rows() == before  # nothing is written

    form.take(by=officer)

    stands = {one.limit.name: one for one in Deadline.objects.filter(stage__case=case)}
    assert foreseen.moves
    for move in foreseen.moves:
        assert_is_so(move, stands[move.name])


def rows():
    return {model: list(model._base_manager.order_by("pk").values()) for model in tracked_models()}


def assert_is_so(move: Move, deadline: Deadline) -> None:
    if move.words == "done on":
        assert deadline.met_on == move.after
    elif move.words == "no longer falls due":
        assert not deadline.live
    else:
        assert deadline.due_on == move.after


def test_a_form_knows_its_answers_before_and_after_they_are_sent(case):
    form = FORM_OF["acknowledge"](None, situation=Situation(case), today=TODAY)
    assert form.answers() == {
        "on": TODAY,
        "how": "letter",
        "leaflet_sent": False,
        "advocacy_offered": False,
    }

    sent = FORM_OF["acknowledge"]({"on": "5 9 2006"}, situation=Situation(case), today=TODAY)
    assert sent.answers()["on"] == date(2006, 9, 5)

    wrong = FORM_OF["acknowledge"]({"on": "soon"}, situation=Situation(case), today=TODAY)
    assert "on" not in wrong.answers()


def test_a_step_records_the_date_that_its_form_does():
    for key, form in FORM_OF.items():
        event = getattr(form, "event", None)
        if isinstance(event, StageEvent):
            assert BY_KEY[key].records == event, key
