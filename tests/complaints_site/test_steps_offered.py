"""Which steps stand in sight on the page of a case, and which is the green button."""

from datetime import date

import pytest
import time_machine

from stages.steps import BY_KEY
from tests.complaints_site.every_step import (
    ANSWER,
    EXTEND,
    PUT_TO_PROVIDER,
    REMEDY,
    SENT_LATER,
    SUSPEND,
    TAKEN,
    a_manager,
    an_officer,
    case_for,
    take_all,
    today_of,
)

pytestmark = pytest.mark.django_db

AFTER_THE_WINDOW = date(2007, 3, 1)


def offered(client, start: str, before: list, *, on: date | None = None):
    """What the page of a case offers a manager after these steps."""
    manager = a_manager()
    with time_machine.travel(today_of(start), tick=False):
        client.force_login(manager)
        case = case_for(start, an_officer())
        take_all(client, case, before)
    with time_machine.travel(on or today_of(start), tick=False):
        client.force_login(manager)
        return client.get(f"/case/{case.reference}/").context["offers"]


def labels(offers) -> list[str]:
    return [offer.label for offer in ([offers.first] if offers.first else []) + offers.likely]


@pytest.mark.parametrize(
    ("start", "before", "steps"),
    [
        ("settle", [], ["settle", "become-complaint"]),
        (
            "settle",
            [("settle", {"on": "20 12 2006", "what": "A key", "content": "yes"})],
            ["become-complaint"],
        ),
        ("agree-plan", [], ["agree-plan"]),
        ("answer", [("extend", EXTEND)], ["tell-new-date"]),
        ("answer", [PUT_TO_PROVIDER], ["provider-answered"]),
        ("answer", [SUSPEND], ["end-proceedings", "review-proceedings"]),
        ("answer", [ANSWER], ["consider-remedies", "ask-for-next"]),
        ("answer", [ANSWER, REMEDY], ["ask-for-next", "close"]),
    ],
)
def test_what_people_do_most_in_a_case_like_this_is_in_sight(client, start, before, steps):
    in_sight = labels(offered(client, start, before))

    assert {BY_KEY[key].label for key in steps} <= set(in_sight)


def test_a_stage_that_has_run_its_course_asks_of_a_remedy_before_it_is_closed(client):
    first = offered(client, "answer", [ANSWER], on=AFTER_THE_WINDOW).first

    assert first.label == "Say whether a remedy was considered"


def test_once_a_remedy_was_considered_the_case_is_closed(client):
    first = offered(client, "answer", [ANSWER, REMEDY], on=AFTER_THE_WINDOW).first

    assert first.label == "Close the case"


ACKNOWLEDGED = ("acknowledge", SENT_LATER)
PLANNED = ("agree-plan", TAKEN["agree-plan"][1])


@pytest.mark.parametrize(
    ("before", "label"),
    [
        ([], "Acknowledge"),
        ([ACKNOWLEDGED], "Agree the plan"),
        ([ACKNOWLEDGED, PLANNED], "Answer"),
    ],
)
def test_with_who_complains_about_care_of_adults_a_plan_is_agreed_first(client, before, label):
    assert offered(client, "agree-plan", before).first.label == label
