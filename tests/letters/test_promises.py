"""What was promised in a case, as its letters say it and are held against it."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from letters.checks import checks_of
from letters.promises import Promise, Sum, promised_in
from letters.record import Record
from remedies.models import ActionPoint, Lesson, Payment
from stages.actions.tasks import raise_task
from stages.models import Task
from stages.situation import Situation
from tests.letters.conftest import TODAY

DUE = date(2026, 12, 18)


@pytest.fixture
def lesson(case):
    return Lesson.objects.create(
        case=case,
        service_area=case.service_area,
        raised_on=TODAY,
        text="Ring before a visit is put off",
        accepted="yes",
    )


def pay(case, amount, **dates):
    facts = {"case": case, "service_area": case.service_area, "kind": "distress"}
    return Payment.objects.create(**facts, amount=amount, proposed_on=TODAY, **dates)


def test_payments_and_actions_are_read_with_what_they_lack(case, lesson, at_most_queries):
    pay(case, "250.00")
    pay(case, "900.00")
    pay(case, "950.00", approved_on=TODAY)
    pay(case, "70.00", offered_on=TODAY, refused_on=TODAY)
    ActionPoint.objects.create(lesson=lesson, text="Write the rule", lead="Jo Vale", due_on=DUE)
    ActionPoint.objects.create(lesson=lesson)
    refused = Lesson.objects.create(
        case=case,
        service_area=case.service_area,
        raised_on=TODAY,
        text="Not ours",
        accepted="no",
        accepted_why="It is the school's",
    )
    ActionPoint.objects.create(lesson=refused, text="Not to be done", lead="Jo Vale", due_on=DUE)

    with at_most_queries(1):
        promises = promised_in(case)

    assert promises.sums == [
        Sum(Decimal("250.00"), "Compensation for distress", authorised=True),
        Sum(Decimal("900.00"), "Compensation for distress", authorised=False),
        Sum(Decimal("950.00"), "Compensation for distress", authorised=True),
    ]
    assert promises.actions == [
        Promise("Write the rule", "Jo Vale", DUE),
        Promise("Ring before a visit is put off", "", None),
    ]


def test_what_is_put_right_is_an_action_and_an_apology_is_none(case, officer):
    for kind, text in ("corrective_action", "Correct the plan"), ("apology", "Say sorry"):
        task = raise_task(
            case, kind=Task.Kind.REMEDY, what=text, due_on=DUE, owner=officer, by=officer
        )
        case.remedies.create(kind=kind, text=text, promised_on=TODAY, task=task)

    assert promised_in(case).actions == [Promise("Correct the plan", "Anna Fielding", DUE)]


def test_a_response_is_drafted_with_its_actions_and_what_is_offered(write, case, lesson):
    pay(case, "1250.50", approved_on=TODAY)
    ActionPoint.objects.create(lesson=lesson, text="Write the rule.", lead="Jo Vale", due_on=DUE)

    letter = write()

    text = letter.drafts.get().text
    assert "## What we will do\n\n- Write the rule (Jo Vale, by 18 December 2026)" in text
    assert "- Compensation for distress: **£1,250.50**" in text
    checks = checks_of(text, Record(letter, Situation(case), TODAY))
    assert [one.key for one in checks if not one.good] == []


def test_an_action_without_a_lead_and_a_sum_without_approval_stop_it(write, case, lesson):
    pay(case, "900.00")
    ActionPoint.objects.create(lesson=lesson, text="Write the rule", due_on=DUE)

    with pytest.raises(ValidationError) as refusal:
        write()

    assert refusal.value.messages == [
        "The case has no action with its lead and date for each that was promised, which the "
        "letter needs.",
        "The case has no payment that was agreed to, which the letter needs.",
    ]
