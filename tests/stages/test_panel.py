"""A review panel: three clocks, three independent people, and the answer with the fourth."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from stages.actions import outsiders
from stages.actions import panel as panels
from stages.actions.panel import Came, Consulted, Seat
from stages.findings import Found
from stages.models import Appointment, Outcome, PanelAttendance, Recommendation
from stages.not_possible import NotPossible
from tests.stages.investigated import an_officer, at_stage_2, complaint, escalated, somebody

pytestmark = pytest.mark.django_db

REQUESTED_3, APPOINTED, MET = date(2026, 9, 1), date(2026, 9, 8), date(2026, 10, 6)
REPORT = date(2026, 10, 12)
Part = PanelAttendance.Part


@pytest.fixture
def officer():
    return an_officer()


@pytest.fixture
def independent(officer):
    return somebody("Ivo Apart", officer)


@pytest.fixture
def stage(officer, independent):
    second = at_stage_2(officer)
    role = Appointment.Role.INDEPENDENT_PERSON
    outsiders.appoint(second, independent, role=role, on=date(2026, 7, 7), by=officer)
    return at_stage_3(second.case, officer)


def at_stage_3(case, officer):
    return escalated(case, 3, officer, requested=REQUESTED_3, answered=date(2026, 8, 7))


def people(officer, *names):
    names = names or ("Petra First", "Quentin Second", "Rosa Third")
    return [somebody(name, officer) for name in names]


def seats(members, on=APPOINTED):
    return [Seat(member, on, chairs=member == members[0]) for member in members]


def sit(stage, officer, **facts):
    return panels.appoint_panel(stage, seats(people(officer), **facts), by=officer)


def reported(stage, officer, *recommendations):
    sit(stage, officer)
    panels.hold_panel(stage, on=MET, came=[], by=officer)
    points = stage.case.points.at_stage(3)
    found = {point: Found(Outcome.UPHELD, "The file says so") for point in points}
    panels.report_panel(
        stage, on=REPORT, findings=found, recommendations=list(recommendations), by=officer
    )


def test_a_panel_is_three_people_one_of_whom_chairs(stage, officer):
    panel = sit(stage, officer)

    rows = panel.members.order_by("pk").values_list("investigator__name", "chairs", "appointed_on")
    assert list(rows) == [
        ("Petra First", True, APPOINTED),
        ("Quentin Second", False, APPOINTED),
        ("Rosa Third", False, APPOINTED),
    ]


def test_two_people_are_no_panel_and_one_must_chair(stage, officer):
    petra, quentin, rosa = people(officer)

    with pytest.raises(NotPossible, match="three different people"):
        panels.appoint_panel(stage, seats([petra, quentin, petra]), by=officer)
    with pytest.raises(NotPossible, match="The chair is one of the three"):
        panels.appoint_panel(
            stage, [Seat(one, APPOINTED) for one in (petra, quentin, rosa)], by=officer
        )
    assert not hasattr(stage, "panel")


def test_the_independent_person_of_stage_2_never_sits_on_it(stage, officer, independent):
    petra, quentin, _ = people(officer)

    with pytest.raises(NotPossible, match=r"may not sit on the panel \(regulation 19\(3\)\)"):
        panels.appoint_panel(stage, seats([petra, quentin, independent]), by=officer)


def test_all_three_are_independent_of_the_council_since_2006(stage, officer):
    petra, quentin, _ = people(officer)
    inside = somebody("Ida Inside", officer, employed_by_council=True)

    with pytest.raises(NotPossible, match="Ida Inside works for the council: 3 of the panel"):
        panels.appoint_panel(stage, seats([petra, quentin, inside]), by=officer)


def test_one_was_enough_under_the_rules_of_1991(officer):
    case = complaint(officer, received_on=date(2006, 8, 1))
    escalated(case, 2, officer, requested=date(2006, 8, 21), answered=date(2006, 8, 10))
    stage = escalated(case, 3, officer, requested=date(2006, 9, 25), answered=date(2006, 9, 11))
    petra = somebody("Petra First", officer)
    inside = [somebody(name, officer, employed_by_council=True) for name in ("Ida", "Ike")]

    with pytest.raises(NotPossible, match="1 of the panel must be independent"):
        panels.appoint_panel(
            stage,
            seats([*inside, somebody("Ina", officer, employed_by_council=True)]),
            by=officer,
        )
    panels.appoint_panel(stage, seats([petra, *inside], on=date(2006, 9, 28)), by=officer)
    assert stage.panel.members.count() == 3
    panels.hold_panel(stage, on=date(2006, 10, 20), came=[], by=officer)
    panels.report_panel(
        stage, on=date(2006, 10, 21), findings={}, recommendations=["Say sorry"], by=officer
    )
    answers = {stage.recommendations.get(): ("accepted", "")}
    panels.answer_panel(stage, on=date(2006, 11, 1), answers=answers, consulted=None, by=officer)
    assert stage.responded_on == date(2006, 11, 1)


def test_a_panellist_is_replaced_with_a_reason_the_chair_by_a_chair(stage, officer):
    chair = sit(stage, officer).members.get(chairs=True)

    member = panels.replace_panellist(
        stage, chair, somebody("Sam New", officer), on=date(2026, 9, 15), why="Ill", by=officer
    )

    assert member.chairs
    chair.refresh_from_db()
    assert (chair.ended_on, chair.ended_because) == (date(2026, 9, 15), "Ill")
    assert stage.panel.members.filter(ended_on=None).count() == 3


def test_who_replaces_a_panellist_is_held_to_the_same_rules(stage, officer, independent):
    leaving = sit(stage, officer).members.get(chairs=True)

    with pytest.raises(NotPossible, match="regulation 19"):
        panels.replace_panellist(
            stage, leaving, independent, on=date(2026, 9, 15), why="Ill", by=officer
        )


def test_the_three_clocks_run_each_from_its_own_event(stage, officer):
    due = lambda key: stage.deadlines.get(limit__key=key)  # noqa: E731
    assert due("panel").due_on == date(2026, 10, 13)  # 30 working days from the request
    assert due("panel-report").provisional

    panels.plan_panel(stage, on=date(2026, 10, 5), venue="Town hall", by=officer)
    panels.plan_panel(stage, on=MET, venue="Library", by=officer)
    panels.send_papers(stage, on=date(2026, 9, 22), by=officer)
    stage.refresh_from_db()
    assert due("panel").met_on is None  # planned is not held
    reported(stage, officer)

    assert (stage.panel.meets_on, stage.panel.venue) == (MET, "Library")
    assert (due("panel").met_on, due("panel-report").due_on) == (MET, date(2026, 10, 13))
    assert (due("response").starts_on, due("response").due_on) == (REPORT, date(2026, 11, 2))


def test_a_panel_does_not_meet_before_it_is_appointed(stage, officer):
    sit(stage, officer, on=date(2026, 10, 7))

    with pytest.raises(NotPossible, match="was appointed on 7 October 2026"):
        panels.hold_panel(stage, on=MET, came=[], by=officer)


def test_who_came_is_kept_and_who_spoke_for_the_complainant(stage, officer):
    sit(stage, officer)
    came = [
        Came("The complainant", Part.COMPLAINANT),
        Came("Ada Voice", Part.ADVOCATE, speaks=True),
        Came("Uncle Vale", Part.SUPPORTER),
    ]

    panels.hold_panel(stage, on=MET, came=came, by=officer)

    rows = stage.panel.attendances.values_list("name", "part", "speaks")
    assert list(rows) == [tuple(one) for one in came]


@pytest.mark.parametrize(
    ("came", "message"),
    [
        ([Came("A", Part.SUPPORTER), Came("B", Part.SUPPORTER)], "One supporter"),
        ([Came("A", Part.COUNCIL, speaks=True)], "Only who came with the complainant"),
    ],
)
def test_one_supporter_comes_and_only_their_own_speak(stage, officer, came, message):
    sit(stage, officer)

    with pytest.raises(ValidationError, match=message):
        panels.hold_panel(stage, on=MET, came=came, by=officer)


def test_the_panel_finds_on_each_point_and_recommends_one_by_one(stage, officer):
    reported(stage, officer, "Say sorry", "Meet the family")

    found = stage.findings.filter(level="panel").values_list("point__number", "finding", "reason")
    assert list(found) == [(1, "upheld", "The file says so"), (2, "upheld", "The file says so")]
    rows = stage.recommendations.values_list("number", "text", "answer")
    assert list(rows) == [(1, "Say sorry", ""), (2, "Meet the family", "")]


def test_the_council_answers_each_recommendation_with_the_independent_person(
    stage, officer, independent
):
    reported(stage, officer, "Say sorry", "Pay £500")
    first, second = stage.recommendations.all()

    panels.answer_panel(
        stage,
        on=date(2026, 10, 28),
        answers={first: ("accepted", ""), second: ("in_part", "£300 is usual")},
        consulted=Consulted(independent, date(2026, 10, 20), "By telephone"),
        by=officer,
    )

    stage.refresh_from_db()
    assert (stage.responded_on, stage.outcome) == (date(2026, 10, 28), "upheld")
    answers = stage.recommendations.values_list("answer", "reason")
    assert list(answers) == [("accepted", ""), ("in_part", "£300 is usual")]
    assert (stage.panel.consulted, stage.panel.consulted_how) == (independent, "By telephone")


def test_no_answer_without_the_independent_person(stage, officer):
    reported(stage, officer)

    with pytest.raises(NotPossible, match="how the independent person took part"):
        panels.answer_panel(stage, on=date(2026, 10, 28), answers={}, consulted=None, by=officer)


@pytest.mark.parametrize("answer", ["in_part", "not_accepted"])
def test_a_recommendation_is_departed_from_with_a_reason(stage, officer, answer):
    one = Recommendation(stage=stage, number=1, text="Say sorry", answer=answer)

    with pytest.raises(ValidationError, match="Say why a recommendation is not accepted in full"):
        one.full_clean()
    with pytest.raises(IntegrityError):
        one.save()
