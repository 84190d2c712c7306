"""The head of a case file: what it is, what to take care of, what is due next."""

from datetime import date

import pytest

from accounts.permissions import Role
from cases.actions import casework as cases
from cases.models import Case
from stages.actions import casework as stages
from stages.actions import endings, timing
from stages.models import Outcome, StageEvent
from tests.complaints_site.case_file.makers import (
    RECEIVED,
    TABS,
    acknowledge,
    answer_stage,
    someone,
    take_in_complaint,
    words_of,
)

pytestmark = pytest.mark.django_db


def test_the_title_begins_with_the_reference_and_says_what_it_is_about(case, officer, page_of):
    words = words_of(page_of(case, officer))

    assert f"<title>{case.reference} The visits were cancelled twice and nobody" in words


def test_its_tags_say_procedure_stage_and_what_to_take_care_of(officer, page_of, manager):
    case = take_in_complaint(officer, restricted=True, safeguarding=True)

    file = page_of(case, manager).context["file"]

    said = [tag["text"] for tag in file.tags]
    assert said == ["Children 2006", "Stage 1", "Restricted", "Safeguarding"]


def test_a_procedure_that_triage_has_not_confirmed_says_so(officer, page_of):
    case = take_in_complaint(officer, code="")

    file = page_of(case, officer).context["file"]
    assert file.tags[0]["text"] == "Children 2006, until triage"


@pytest.mark.parametrize("tab", TABS)
def test_how_the_complainant_may_be_reached_stands_on_every_tab(officer, page_of, tab):
    complainant = {"contact_rule": "Only by text after 4pm.", "no_post": True, "language": "Polish"}
    case = take_in_complaint(officer, complainant=complainant)

    words = words_of(page_of(case, officer, tab))
    assert "Before you write to or call Marlow Penfield</strong> (complainant): " in words
    assert "Only by text after 4pm. No post." in words
    assert "Marlow Penfield needs:</strong> Language: Polish." in words


def test_next_is_the_first_milestone_with_its_date_and_what_follows(case, officer, page_of):
    next_ = page_of(case, officer).context["file"].next

    assert next_.what == "Stage 1: acknowledgement"
    assert next_.standing.due_on == date(2006, 9, 7)
    assert (next_.standing.day_words, next_.standing.left_words) == (
        "day 2 of 3",
        "1 working day left",
    )
    assert next_.then == "Then: draft response, due 13 September 2006."


def test_a_milestone_that_has_passed_says_how_late_it_is(case, officer, page_of):
    answer = page_of(case, officer, on=date(2006, 9, 12))

    assert answer.context["file"].tags[-1] == {"text": "3 working days late", "colour": "red"}
    assert "3 working days late</strong>" in words_of(answer)


def test_at_the_weekend_after_the_last_day_no_working_day_is_lost_yet(case, officer, page_of):
    acknowledge(case, 1, on=date(2006, 9, 5), by=officer)
    timing.extend(
        case.stages.get(),
        to=date(2006, 9, 22),
        reason="Two records had to be found",
        told_on=date(2006, 9, 15),
        by=officer,
    )

    standing = page_of(case, officer, on=date(2006, 9, 23)).context["file"].next.standing
    assert (standing.is_late, standing.late_words) == (True, "late")


def test_an_answered_stage_leaves_the_next_move_to_the_complainant(case, officer, page_of):
    findings = [Outcome.UPHELD, Outcome.NOT_UPHELD]
    answer_stage(case, 1, on=date(2006, 9, 18), by=officer, findings=findings)

    next_ = page_of(case, officer, on=date(2006, 9, 20)).context["file"].next
    assert next_.what == "Waiting for the complainant"
    assert next_.then == (
        "Time to ask for Stage 2: until 18 October 2006. If nothing comes by then, close the case."
    )


def test_a_closed_case_has_nothing_to_do(case, officer, page_of):
    endings.close(case, on=date(2006, 9, 20), reason="Resolved by telephone", by=officer)

    file = page_of(case, officer, on=date(2006, 10, 20)).context["file"]
    assert (file.next.what, file.next.then) == (
        "Closed on 20 September 2006",
        "Resolved by telephone",
    )
    assert [tag["text"] for tag in file.tags] == ["Children 2006", "Closed"]


def test_a_case_without_any_stage_says_how_deadlines_come(officer, page_of):
    channel = take_in_complaint(officer).channel
    case = cases.log_case(
        on=RECEIVED,
        by=officer,
        received_on=RECEIVED,
        service_area=Case.objects.first().service_area,
        channel=channel,
    )

    answers = [page_of(case, officer, tab) for tab in TABS]
    assert {answer.status_code for answer in answers} == {200}
    assert answers[0].context["file"].next.then == (
        "No stage has begun. Deadlines stand here once one has."
    )


# Steps


def test_the_green_button_does_what_is_next(case, officer, page_of):
    answer = page_of(case, officer)

    offers = answer.context["offers"]
    assert (offers.first.label, offers.first.url) == (
        "Acknowledge",
        f"/case/{case.reference}/step/acknowledge/",
    )
    assert [offer.label for offer in offers.likely] == [
        "Answer",
        "Extend the time",
        "Put it to someone",
        "Add a note",
        "Set a reminder",
    ]
    groups = {head: [offer.label for offer in group] for head, group in offers.groups}
    assert groups["Time"] == ["Record an update", "Record that we wait"]
    assert groups["The file"] == [
        "Add a point of complaint",
        "Put a point more exactly",
        "Correct a date",
        "Change the service area",
    ]
    assert groups["People"][0] == "Add a person"


def test_a_step_that_must_wait_says_what_for(case, officer, page_of):
    case.points.all().delete()

    offers = page_of(case, officer).context["offers"]
    why_not = {offer.label: offer.why_not for offer in offers.not_now}

    assert why_not["Answer"] == "Not until there is a point of complaint to answer."


def test_steps_that_there_is_nothing_to_act_on_for_are_left_to_the_table_of_steps(
    case, officer, page_of
):
    offers = page_of(case, officer).context["offers"]
    shown = {offer.label for offer in offers.not_now}

    assert "Refuse" in shown
    assert not shown & {"Settle it", "Appoint the panel", "End the wait", "Answer the Ombudsman"}
    assert "Begin the stage" not in shown
    assert offers.table == "/procedures/steps/?procedure=children"


def test_without_a_point_there_is_one_to_add_before_the_answer(case, officer, page_of):
    case.points.all().delete()
    acknowledge(case, 1, on=date(2006, 9, 5), by=officer)

    assert page_of(case, officer).context["offers"].first.label == "Add a point of complaint"


def test_a_stage_that_was_asked_for_is_acknowledged_then_begun(case, officer, page_of):
    findings = [Outcome.UPHELD, Outcome.NOT_UPHELD]
    answer_stage(case, 1, on=date(2006, 9, 18), by=officer, findings=findings)
    stages.request_stage(case, 2, on=date(2006, 9, 25), by=officer)
    acknowledge(case, 2, on=date(2006, 9, 26), by=officer)

    answer = page_of(case, officer, on=date(2006, 9, 27))
    assert answer.context["offers"].first.label == "Begin the stage"


def test_who_takes_no_steps_is_offered_none(case, officer, page_of):
    responder = someone(Role.RESPONDER, "Ruth Barlow")
    cases.assign(case, to=responder, capacity="responder", on=RECEIVED, by=officer)

    assert page_of(case, responder).context["offers"] is None


def test_while_a_draft_is_due_the_button_records_what_the_answer_waits_for(case, officer, page_of):
    findings = [Outcome.UPHELD, Outcome.NOT_UPHELD]
    answer_stage(case, 1, on=date(2006, 9, 18), by=officer, findings=findings)
    stages.begin_stage(case, 2, on=date(2006, 9, 25), by=officer)
    stages.record_date(
        case.stages.get(number=2), StageEvent.REQUESTED, on=date(2006, 9, 25), by=officer
    )
    acknowledge(case, 2, on=date(2006, 9, 26), by=officer)

    answer = page_of(case, officer, on=date(2006, 10, 20))

    assert answer.context["file"].next.what == "Stage 2: draft adjudication letter"
    assert answer.context["offers"].first.label == "Appoint the investigating officer"
