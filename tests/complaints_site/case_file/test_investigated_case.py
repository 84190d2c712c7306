"""What the pages of a case at Stage 2 or 3 show: start dates, statement, points, shared cases."""

from datetime import date

import pytest
import time_machine

from accounts.permissions import Role
from cases.actions.casework import assign, link
from cases.models import Assignment, Case
from stages.actions import casework as stages
from stages.actions import endings, investigation, joint, outsiders
from stages.actions import panel as panels
from stages.actions import statement as statements
from stages.findings import Found
from stages.models import Appointment, Outcome, Side, StageEvent
from stages.statements import Line
from tests.complaints_site.case_file.makers import (
    answer_stage,
    someone,
    take_in_complaint,
    words_of,
)

pytestmark = pytest.mark.django_db

REQUESTED, SENT, LATER = date(2006, 9, 25), date(2006, 10, 2), date(2006, 10, 12)
BOTH = (Side.COMPLAINANT, Side.COUNCIL)
IO, IP = Appointment.Role.INVESTIGATING_OFFICER, Appointment.Role.INDEPENDENT_PERSON


@pytest.fixture
def stage(case, officer):
    return at_stage_2(case, officer)


def at_stage_2(case, officer):
    findings = [Outcome.NOT_UPHELD, Outcome.NOT_UPHELD]
    answer_stage(case, 1, on=date(2006, 9, 18), by=officer, findings=findings)
    stages.request_stage(case, 2, on=REQUESTED, by=officer)
    return stages.begin_stage(case, 2, on=REQUESTED, by=officer)


def propose(stage, officer, *lines, on=SENT):
    lines = [Line(*line) for line in lines or [("Visits were cancelled",)]]
    statements.propose_statement(stage, lines, proposed_by="investigator", on=on, by=officer)


def agreed(stage, officer, *lines, on=SENT):
    propose(stage, officer, *lines, on=on)
    statements.agree_statement(stage, sides=BOTH, on=on, by=officer)


def reported(stage, officer):
    """The investigation has reported: upheld on every point."""
    pool = outsiders.add_investigator
    ines, ivo = pool(name="Ines Outside", by=officer), pool(name="Ivo Apart", by=officer)
    outsiders.appoint(stage, ines, role=IO, on=SENT, by=officer)
    outsiders.appoint(stage, ivo, role=IP, on=LATER, by=officer)
    points = stage.case.points.at_stage(2)
    investigation.receive_report(
        stage,
        on=LATER,
        findings={point: Found(Outcome.UPHELD, "The diary says so") for point in points},
        recommendations={points[0]: "Say sorry"},
        by=officer,
    )


def take(client, reader, case, key, **typed):
    with time_machine.travel(f"{LATER} 11:00 +0000", tick=False):
        client.force_login(reader)
        address = f"/case/{case.reference}/step/{key}/"
        return client.post(address, typed) if typed else client.get(address)


@pytest.mark.parametrize("tab", ["", "points/", "stages/"])
def test_the_days_since_the_request_are_in_sight_while_stage_2_is_open(
    case, stage, officer, page_of, tab
):
    assert "13 working days since the request" in words_of(page_of(case, officer, tab, on=LATER))


def test_once_it_is_closed_the_days_are_counted_no_further(case, stage, officer, page_of):
    endings.close(case, on=LATER, reason="Resolved", by=officer)

    assert "since the request" not in words_of(page_of(case, officer, on=LATER))


def test_at_stage_1_there_is_no_request_to_count_from(case, officer, page_of):
    assert "since the request" not in words_of(page_of(case, officer))


def test_every_start_date_is_kept_and_the_one_that_counts_is_marked(case, stage, officer, page_of):
    stages.record_date(stage, StageEvent.ACKNOWLEDGED, on=date(2006, 9, 27), by=officer)
    agreed(stage, officer)
    outsiders.appoint(
        stage, outsiders.add_investigator(name="Ines", by=officer), role=IO, on=SENT, by=officer
    )

    [_, sheet] = page_of(case, officer, "stages/", on=LATER).context["sheets"]

    assert [
        (one.name, one.on, one.due_on, one.latest_on, one.counts) for one in sheet.start_dates
    ] == [
        ("Requested", REQUESTED, date(2006, 10, 30), date(2006, 12, 27), True),
        ("Acknowledged", date(2006, 9, 27), date(2006, 11, 1), date(2006, 12, 29), False),
        ("Statement agreed", SENT, date(2006, 11, 6), date(2007, 1, 4), False),
        ("Team appointed", None, None, None, False),
    ]


def test_the_team_is_appointed_when_both_of_them_are(case, stage, officer, page_of):
    reported(stage, officer)

    [_, sheet] = page_of(case, officer, "stages/", on=LATER).context["sheets"]
    assert sheet.start_dates[-1].on == LATER


def test_a_version_that_counts_from_the_statement_marks_that(case, stage, officer, page_of):
    stage.definition.limits.filter(is_main=True).update(runs_from="statement_agreed_on")

    [first, sheet] = page_of(case, officer, "stages/", on=LATER).context["sheets"]
    assert [one.name for one in sheet.start_dates if one.counts] == ["Statement agreed"]
    assert first.start_dates == []


def test_the_versions_of_a_statement_stand_side_by_side(case, stage, officer, page_of):
    propose(stage, officer, ("Visits were late", "An apology"), ("Nobody called",))
    statements.want_changes(
        stage, side="complainant", changes="They were cancelled", on=SENT, by=officer
    )
    agreed(stage, officer, ("Visits were cancelled", "An apology"), on=LATER)

    words = words_of(page_of(case, officer, "statement/2/", on=LATER))
    assert "Visits were <del>late</del> <ins>cancelled</ins>" in words
    assert "<del>Nobody called</del>" in words
    assert "Version 2 is in force since 12 October 2006" in words
    assert "They were cancelled" in words
    assert "Anna Fielding" in words


def test_a_stage_without_a_statement_has_no_such_page(case, stage, officer, page_of):
    assert page_of(case, officer, "statement/2/", on=LATER).status_code == 404


def test_who_may_not_see_the_case_does_not_see_its_statement(case, stage, officer, page_of):
    propose(stage, officer)
    Case.objects.filter(pk=case.pk).update(restricted=True)

    assert page_of(case, officer, "statement/2/", on=LATER).status_code == 404


def test_the_points_stand_by_stage_each_with_where_it_comes_from(case, stage, officer, page_of):
    first = case.points.at_stage(1)[0]
    agreed(stage, officer, ("Visits were cancelled twice", "", first), ("The school",))

    words = words_of(page_of(case, officer, "points/", on=LATER))
    assert "Points of Stage 1" in words
    assert "Stage 1, point 1" in words
    assert "New at Stage 2" in words
    overview = page_of(case, officer, on=LATER).context["points"]
    assert [(p.text, p.last.where if p.last else "") for p in overview] == [
        ("Visits were cancelled twice", "Stage 1, response"),
        ("The school", ""),
    ]


def test_the_green_button_goes_through_the_investigation_in_order(case, stage, officer, page_of):
    stages.record_date(stage, StageEvent.ACKNOWLEDGED, on=REQUESTED, by=officer)

    def green():
        return page_of(case, officer, on=LATER).context["offers"].first.label

    assert green() == "Appoint the investigating officer"
    pool = outsiders.add_investigator
    outsiders.appoint(stage, pool(name="Ines", by=officer), role=IO, on=SENT, by=officer)
    assert green() == "Appoint the independent person"
    outsiders.appoint(stage, pool(name="Ivo", by=officer), role=IP, on=SENT, by=officer)
    assert green() == "Propose the statement of complaint"
    propose(stage, officer)
    assert green() == "Record the answer to the statement"
    statements.agree_statement(stage, sides=BOTH, on=LATER, by=officer)
    assert green() == "Record the investigation report"
    late = page_of(case, officer, on=date(2006, 11, 20))
    assert late.context["file"].next.is_late
    assert late.context["offers"].first.label == "Record the investigation report"


def test_a_statement_without_a_point_is_told_and_what_was_typed_stays(case, stage, officer, client):
    answer = take(
        client,
        officer,
        case,
        "propose-statement",
        proposed_by="council",
        on="12 10 2006",
        text_1="",
        outcome_3="An apology",
    )

    words = words_of(answer)
    assert "Enter at least one point" in words
    assert "Enter point 3, or clear what is wanted" in words
    assert "An apology</textarea>" in words
    assert not stage.statements.exists()


def test_the_statement_begins_as_the_points_of_the_stage_before(case, stage, officer, client):
    take(
        client,
        officer,
        case,
        "propose-statement",
        proposed_by="investigator",
        on="12 10 2006",
        text_1="Visits were cancelled",
        from_1="1",
        text_2="The school was not asked",
    )

    points = stage.statements.get().points.values_list("text", "from_point__number")
    assert list(points) == [("Visits were cancelled", 1), ("The school was not asked", None)]


def test_the_adjudication_shows_what_the_investigator_found_and_asks_why_it_differs(
    case, stage, officer, client
):
    reported(stage, officer)
    judge = someone(Role.ADJUDICATOR, "Adele Judge")
    typed = {"adjudicator": judge.pk, "adjudicated_on": "12 10 2006", "on": "12 10 2006"}
    assert "Investigating officer: upheld, because: The diary says so. Recommended: Say sorry" in (
        words_of(take(client, officer, case, "adjudicate"))
    )

    answer = take(
        client,
        officer,
        case,
        "adjudicate",
        **typed,
        point_1="upheld",
        point_2="not_upheld",
        reason_1="As found",
    )

    words = words_of(answer)
    assert "Say why the decision on point 2 differs from the investigating officer" in words
    assert "As found</textarea>" in words
    stage.refresh_from_db()
    assert stage.responded_on is None

    done = take(
        client,
        officer,
        case,
        "adjudicate",
        **typed,
        point_1="upheld",
        point_2="not_upheld",
        reason_2="A letter went",
    )
    assert done.status_code == 302
    stage.refresh_from_db()
    assert (stage.outcome, stage.adjudicated_by) == ("partially_upheld", judge)


def test_who_answered_stage_1_is_not_offered_as_adjudicator(case, officer, client):
    judge = someone(Role.ADJUDICATOR, "Adele Judge")
    answers = Assignment.Capacity.RESPONDER
    assign(case, to=judge, capacity=answers, on=date(2006, 9, 5), by=officer)
    reported(at_stage_2(case, officer), officer)

    form = take(client, officer, case, "adjudicate").context["form"]
    assert judge not in form.fields["adjudicator"].queryset
    assert "Adele Judge" not in str(form["adjudicator"])


def test_the_plain_answer_says_why_not_there(case, stage, officer, client):
    answer = take(client, officer, case, "answer")

    assert answer.status_code == 409
    assert "after the investigation: “Adjudicate”" in words_of(answer)


@pytest.fixture
def sibling(case, stage, officer):
    other = take_in_complaint(officer)
    second = at_stage_2(other, officer)
    link(other, case, why="Brother", by=officer)
    joint.join_investigation(second, stage, on=SENT, by=officer)
    return other


def test_each_page_says_with_which_cases_the_investigation_is_shared(
    case, sibling, officer, page_of, client
):
    link_to = f'<a class="govuk-link govuk-link--no-visited-state" href="/case/{sibling}/">'
    said = f"Investigated together with {link_to}"
    for tab in ("", "points/", "stages/"):
        assert said in words_of(page_of(case, officer, tab, on=LATER))
    assert said in words_of(take(client, officer, case, "propose-statement"))
    propose(case.stages.get(number=2), officer)
    assert said in words_of(page_of(case, officer, "statement/2/", on=LATER))


def test_a_case_that_the_reader_may_not_see_is_not_named(case, sibling, officer, page_of):
    Case.objects.filter(pk=sibling.pk).update(restricted=True)

    for tab in ("", "stages/", "history/"):
        words = words_of(page_of(case, officer, tab, on=LATER))
        assert "Investigated together" not in words
        assert sibling.reference not in words


def test_the_panel_is_told_in_full_within_15_queries(
    case, stage, officer, manager, client, page_of, at_most_queries
):
    propose(stage, officer)
    agreed(stage, officer)
    reported(stage, officer)
    points = case.points.at_stage(2)
    investigation.adjudicate(
        stage,
        adjudicated_on=LATER,
        on=LATER,
        decisions={point: Found(Outcome.UPHELD) for point in points},
        adjudicator=manager,
        by=officer,
    )
    stages.request_stage(case, 3, on=date(2006, 10, 16), by=officer)
    third = stages.begin_stage(case, 3, on=date(2006, 10, 16), by=officer)
    people = [
        outsiders.add_investigator(name=name, by=officer) for name in ("Petra", "Quin", "Rosa")
    ]
    seats = [panels.Seat(one, date(2006, 10, 20), one == people[0]) for one in people]
    panels.appoint_panel(third, seats, by=officer)
    panels.plan_panel(third, on=date(2006, 11, 1), venue="Library", by=officer)
    came = [panels.Came("Ada Voice", "advocate", speaks=True)]
    panels.hold_panel(third, on=date(2006, 11, 2), came=came, by=officer)
    panels.report_panel(
        third,
        on=date(2006, 11, 6),
        findings={point: Found(Outcome.UPHELD) for point in points},
        recommendations=["Say sorry", "Pay £500"],
        by=officer,
    )
    first, second = third.recommendations.all()
    panels.answer_panel(
        third,
        on=date(2006, 11, 13),
        answers={first: ("accepted", ""), second: ("not_accepted", "No loss was shown")},
        consulted=panels.Consulted(people[1], date(2006, 11, 10), "By telephone"),
        by=officer,
    )

    words = words_of(page_of(case, manager, "stages/", on=date(2006, 11, 20)))
    for said in (
        "Petra, chair",
        "Meeting planned for 1 November 2006, at Library",
        "Ada Voice, advocate",
        "spoke for the complainant",
        "Not accepted: No loss was shown",
        "Quin, 10 November 2006: By telephone",
        "Adjudicated by",
    ):
        assert said in words
    client.force_login(manager)
    for tab in ("", "points/", "stages/", "people/", "remedies/", "statement/2/"):
        with at_most_queries(15):
            assert client.get(f"/case/{case.reference}/{tab}").status_code == 200


def test_the_timeline_tells_each_version_and_who_was_replaced(case, stage, officer, page_of):
    propose(stage, officer)
    statements.want_changes(stage, side="council", changes="Too wide", on=SENT, by=officer)
    pool = outsiders.add_investigator
    outsiders.appoint(stage, pool(name="Ines", by=officer), role=IO, on=SENT, by=officer)
    investigation.replace(
        stage, pool(name="Ivan", by=officer), role=IO, on=LATER, why="Ill", by=officer
    )

    told = page_of(case, officer, on=LATER).context["happenings"]
    assert [(one.on, one.title, one.text) for one in told if one.on >= SENT] == [
        (LATER, "Investigating officer replaced", "Ill"),
        (SENT, "Stage 2: investigating officer appointed", ""),
        (SENT, "Statement of complaint proposed, version 1", ""),
        (SENT, "Changes wanted in version 1 of the statement", "Too wide"),
    ]
