"""What the tabs of a case file say, and why a date is on its day."""

from datetime import date

import pytest

from cases.actions import casework as cases
from stages.actions import casework as stages
from stages.actions import timing
from stages.models import Outcome
from tests.complaints_site.case_file.makers import (
    acknowledge,
    answer_stage,
    words_of,
)

pytestmark = pytest.mark.django_db


def test_what_happened_stands_newest_first_with_notes_between_the_dates(case, officer, page_of):
    acknowledge(case, 1, on=date(2006, 9, 5), by=officer)
    cases.add_note(case, text="She would rather be called.", on=date(2006, 9, 8), by=officer)
    findings = [Outcome.UPHELD, Outcome.NOT_UPHELD]
    answer_stage(case, 1, on=date(2006, 9, 18), by=officer, findings=findings)

    answer = page_of(case, officer, on=date(2006, 9, 20))

    assert [(one.on.day, one.title, one.by, one.text) for one in answer.context["happenings"]] == [
        (18, "Stage 1: response", "", "Partially upheld, 1 of 2 points upheld"),
        (8, "Note", "Anna Fielding", "She would rather be called."),
        (5, "Stage 1: acknowledged", "", ""),
        (4, "Complaint received", "", "By telephone"),
    ]


def test_the_timeline_can_show_notes_alone(case, officer, page_of):
    cases.add_note(case, text="She would rather be called.", on=date(2006, 9, 8), by=officer)

    answer = page_of(case, officer, "?show=notes")
    assert [one.title for one in answer.context["happenings"]] == ["Note"]


def test_a_stage_shows_its_clock_on_its_day(case, officer, page_of):
    words = words_of(page_of(case, officer, on=date(2006, 9, 11)))

    assert "Day 5 of 10" in words
    assert "5 working days left" in words


def test_a_point_shows_what_each_level_found(case, officer, page_of):
    findings = [Outcome.UPHELD, Outcome.NOT_UPHELD]
    answer_stage(case, 1, on=date(2006, 9, 18), by=officer, findings=findings)
    stages.request_stage(case, 2, on=date(2006, 9, 25), by=officer)
    second = stages.begin_stage(case, 2, on=date(2006, 9, 25), by=officer)
    for level, finding in [("investigator", "upheld"), ("adjudication", "partially_upheld")]:
        second.findings.create(point=case.points.first(), level=level, finding=finding)

    answer = page_of(case, officer, "points/", on=date(2006, 11, 1))

    first, other = answer.context["points"]
    assert [(found.where, found.words) for found in first.found] == [
        ("Stage 1, response", "Upheld"),
        ("Stage 2, investigator", "Upheld"),
        ("Stage 2, adjudication", "Partially upheld"),
    ]
    assert [(found.where, found.words) for found in other.found] == [
        ("Stage 1, response", "Not upheld")
    ]


def test_a_milestone_without_a_date_is_a_gap_that_says_which(case, officer, page_of):
    findings = [Outcome.UPHELD, Outcome.NOT_UPHELD]
    answer_stage(case, 1, on=date(2006, 9, 18), by=officer, findings=findings)
    stages.begin_stage(case, 2, on=date(2006, 9, 25), by=officer)

    first, second = page_of(case, officer, "stages/").context["sheets"]

    assert [(one.name, one.on or one.gap) for one in first.milestones] == [
        ("Complaint received", date(2006, 9, 4)),
        ("Begun", date(2006, 9, 4)),
        ("Acknowledged", "Not recorded"),
        ("Response", date(2006, 9, 18)),
    ]
    assert ("Statement of complaint agreed", "Not yet") in [
        (one.name, one.gap) for one in second.milestones
    ]


def test_an_extension_shows_the_date_before_and_after_and_why(case, officer, page_of):
    timing.extend(
        case.stages.get(),
        to=date(2006, 9, 29),
        reason="Two records had to be found",
        told_on=date(2006, 9, 15),
        by=officer,
    )

    words = words_of(page_of(case, officer, "stages/"))
    assert "From 18 September 2006 to 29 September 2006: Two records had to be found" in words
    assert "complainant told 15 September 2006" in words


def test_days_are_told_with_and_without_those_of_a_hold(case, officer, page_of):
    case.stages.get().holds.create(
        from_on=date(2006, 9, 11), to_on=date(2006, 9, 13), reason="Waiting for an advocate"
    )

    (sheet,) = page_of(case, officer, "stages/", on=date(2006, 9, 18)).context["sheets"]

    response = next(clock for clock in sheet.clocks if clock.limit.is_main)
    assert (response.used, response.held, response.net) == (10, 3, 7)


def test_a_clock_whose_start_nobody_recorded_is_marked_provisional(case, officer, page_of):
    stages.request_stage(case, 3, on=date(2007, 1, 15), by=officer)

    answer = page_of(case, officer, "stages/", on=date(2007, 1, 16))

    panel = answer.context["sheets"][-1]
    assert {clock.limit.key for clock in panel.clocks if clock.deadline.provisional} == {
        "panel-report",
        "response",
        "draft",
        "sign-off",
    }
    assert "provisional</strong>" in words_of(answer)


def test_a_date_that_was_told_otherwise_is_shown_beside_the_right_one(case, officer, page_of):
    case.stages.get().deadlines.filter(is_main=True).update(told_on=date(2006, 9, 19))

    assert "told at the time: 19 Sep 2006" in words_of(page_of(case, officer, "stages/"))


@pytest.mark.parametrize(
    ("answered", "how"),
    [
        (date(2006, 9, 18), "in time"),
        (date(2006, 9, 20), "2 working days late"),
    ],
)
def test_an_answer_was_in_time_or_so_many_days_late(case, officer, page_of, answered, how):
    findings = [Outcome.UPHELD, Outcome.UPHELD]
    answer_stage(case, 1, on=answered, by=officer, findings=findings)

    (sheet,) = page_of(case, officer, "stages/", on=date(2006, 10, 2)).context["sheets"]

    response = next(clock for clock in sheet.clocks if clock.limit.is_main)
    assert response.result == how


def test_a_draft_is_not_called_late_when_only_the_response_is_recorded(case, officer, page_of):
    findings = [Outcome.UPHELD, Outcome.UPHELD]
    answer_stage(case, 1, on=date(2006, 9, 18), by=officer, findings=findings)

    (sheet,) = page_of(case, officer, "stages/", on=date(2006, 10, 2)).context["sheets"]

    said = {clock.limit.key: clock.result for clock in sheet.clocks}
    assert (said["draft"], said["sign-off"]) == ("", "")


def test_an_acknowledgement_nobody_recorded_is_not_late_for_ever(case, officer, page_of):
    findings = [Outcome.UPHELD, Outcome.UPHELD]
    answer_stage(case, 1, on=date(2006, 9, 18), by=officer, findings=findings)

    answer = page_of(case, officer, "stages/", on=date(2006, 10, 2))

    (sheet,) = answer.context["sheets"]
    assert {clock.limit.key: clock.result for clock in sheet.clocks}["acknowledgement"] == (
        "not recorded"
    )
    assert [tag["text"] for tag in answer.context["file"].tags] == ["Children 2006", "Stage 1"]


def test_a_day_beyond_the_known_bank_holidays_is_not_counted_and_not_guessed(
    case, officer, page_of
):
    answer = page_of(case, officer, on=date(2050, 1, 3))

    next_ = answer.context["file"].next
    assert (next_.standing.late_words, next_.standing.used) == ("late", None)


def test_a_due_date_is_explained_day_by_day(case, officer, page_of):
    response = case.stages.get().deadlines.get(is_main=True)

    words = words_of(page_of(case, officer, f"deadline/{response.pk}/"))

    assert f"<title>{case.reference} Why 18 September 2006" in words
    assert "Response: 10 working days from 4 September 2006 (complaint received)." in words
    assert '<time datetime="2006-09-09">Sat 9 Sep 2006</time></td>' in words
    assert "<strong>day 10: due</strong>" in words


def test_the_reasons_of_a_date_take_at_most_15_queries(
    case, officer, client, django_assert_max_num_queries
):
    response = case.stages.get().deadlines.get(limit__key="draft")
    client.force_login(officer)

    with django_assert_max_num_queries(15):
        client.get(f"/case/{case.reference}/deadline/{response.pk}/")
