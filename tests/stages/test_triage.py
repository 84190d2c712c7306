"""The guided test: each path through the questions, and what it proposes."""

import pytest

from stages.triage import (
    DECIDE_INTEREST,
    FIND_OUT,
    IN_ORDER,
    OVER_A_YEAR,
    SAFEGUARDING,
    SPLIT,
    SPLIT_DATA,
    WITH_THE_NHS,
    answered,
    next_question,
    propose,
)

BEFORE = {"harm": "no", "request": "no", "only_data": "no"}
CHILDRENS = BEFORE | {"childrens": "yes"}
NOT_CHILDRENS = BEFORE | {"childrens": "no"}


def test_the_questions_stand_in_the_order_of_the_field():
    assert [question.key for question in IN_ORDER] == [
        "harm",
        "request",
        "only_data",
        "childrens",
        "function",
        "eligible",
        "interest",
        "adults",
        "public_health",
        "landlord",
        "mixed",
        "nhs",
        "data_too",
        "other_service",
        "old",
    ]


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"harm": "no", "request": "no", "only_data": "yes"}, "data-protection"),
        (CHILDRENS | {"function": "yes", "eligible": "yes"}, "children"),
        (CHILDRENS | {"function": "yes", "eligible": "no", "interest": "yes"}, "children"),
        (CHILDRENS | {"function": "yes", "eligible": "no", "interest": "no"}, "corporate"),
        (CHILDRENS | {"function": "yes", "eligible": "no", "interest": "unknown"}, "children"),
        (CHILDRENS | {"function": "unknown", "eligible": "yes"}, "children"),
        (CHILDRENS | {"function": "no"}, "corporate"),
        (NOT_CHILDRENS | {"adults": "yes"}, "adults"),
        (NOT_CHILDRENS | {"adults": "no", "public_health": "yes"}, "public-health"),
        (NOT_CHILDRENS | {"adults": "no", "public_health": "no", "landlord": "yes"}, "housing"),
        (NOT_CHILDRENS | {"adults": "no", "public_health": "no", "landlord": "no"}, "corporate"),
    ],
)
def test_the_answers_propose_a_procedure_and_say_why(answers, code):
    proposal = propose(answers)

    assert proposal.code == code
    assert proposal.why.endswith(".")


def test_a_request_is_no_complaint_and_stops_the_questions():
    answers = {"harm": "no", "request": "yes"}

    assert next_question(answers) is None
    assert (propose(answers).no_complaint, propose(answers).code) == (True, "")


def test_stopped_early_nothing_is_proposed():
    assert propose(BEFORE).code == ""
    assert propose(CHILDRENS | {"function": "yes"}).code == ""


def test_a_question_follows_from_the_answers_before_it():
    assert next_question(CHILDRENS).key == "function"
    assert next_question(CHILDRENS | {"function": "no"}).key == "mixed"
    assert next_question(NOT_CHILDRENS | {"adults": "yes"}).key == "mixed"


def test_an_answer_that_the_way_no_longer_leads_to_is_left_out():
    stale = NOT_CHILDRENS | {"function": "yes", "eligible": "yes", "adults": "yes"}

    assert [question.key for question, _ in answered(stale)] == [
        "harm",
        "request",
        "only_data",
        "childrens",
        "adults",
    ]


def test_only_what_is_mixed_is_asked_of_what_its_parts_are():
    adults = NOT_CHILDRENS | {"adults": "yes"}

    assert next_question(adults | {"mixed": "no"}).key == "old"
    assert next_question(adults | {"mixed": "unknown"}).key == "old"
    assert next_question(adults | {"mixed": "yes"}).key == "nhs"
    assert next_question(adults | {"mixed": "yes", "nhs": "no", "data_too": "no"}).key == (
        "other_service"
    )


def test_what_is_about_data_alone_is_asked_no_more():
    assert next_question({"harm": "no", "request": "no", "only_data": "yes"}) is None


def test_what_else_is_to_be_done_stands_beside_the_proposal():
    of_a_neighbour = CHILDRENS | {"function": "yes", "eligible": "no", "interest": "unknown"}
    mixed = {"mixed": "yes", "nhs": "yes", "data_too": "yes", "other_service": "yes"}

    assert propose(of_a_neighbour | mixed | {"old": "yes"}).notes == (
        DECIDE_INTEREST,
        WITH_THE_NHS,
        SPLIT_DATA,
        SPLIT,
        OVER_A_YEAR,
    )
    assert propose(of_a_neighbour | mixed | {"nhs": "no", "other_service": "no"}).notes == (
        DECIDE_INTEREST,
        SPLIT_DATA,
    )
    assert propose({"harm": "yes", "request": "yes"}).notes == (SAFEGUARDING,)
    assert propose({"harm": "unknown"}).notes == (FIND_OUT,)
