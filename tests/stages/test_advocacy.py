"""Advocacy: a young person who complains is offered it; a referral, an advocate, an end."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accounts.models import User
from accounts.permissions import Role
from cases.actions.advocacy import keep_feedback, log_referral
from cases.models import AdvocacyOffer, AdvocacyReferral, ComplainantType
from stages.actions import advocacy
from stages.actions.casework import triage
from stages.actions.intake import take_in
from stages.actions.telling import acknowledge
from stages.models import Task
from stages.situation import Situation
from stages.steps import steps_of
from tests import factories

pytestmark = pytest.mark.django_db
RECEIVED = date(2006, 10, 2)
TOLD = date(2006, 10, 3)


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


@pytest.fixture
def complaint(officer):
    def complaint(*, young: bool = True, **facts):
        kind, _ = ComplainantType.objects.get_or_create(
            name="A child" if young else "A parent", is_young_person=young
        )
        return take_in(
            on=RECEIVED,
            by=officer,
            received_on=RECEIVED,
            service_area=factories.service_area("Leaving Care"),
            complainant_type=kind,
            points=["The deposit"],
            **facts,
        )

    return complaint


@pytest.fixture
def case(complaint):
    return complaint()


def asked(case):
    """What is to be done of advocacy; the update that a waiting complainant is owed apart."""
    tasks = case.tasks.open().exclude(kind=Task.Kind.UPDATE).order_by("pk")
    return [(task.kind, task.due_on) for task in tasks]


def test_a_young_person_who_complains_is_to_be_offered_advocacy(case):
    assert asked(case) == [(Task.Kind.ADVOCACY, date(2006, 10, 5))]


def test_a_parent_has_no_right_to_it_and_nobody_is_asked(complaint):
    assert asked(complaint(young=False)) == []


def test_under_another_procedure_nobody_is_asked(complaint):
    assert asked(complaint(code="corporate")) == []


def test_a_case_that_leaves_the_childrens_procedure_is_asked_no_longer(case, officer):
    triage(case, code="corporate", why="About a parking fine", on=TOLD, by=officer)
    assert asked(case) == []

    triage(case, code="children", why="About her care after all", on=TOLD, by=officer)
    assert asked(case) == [(Task.Kind.ADVOCACY, date(2006, 10, 5))]


def test_it_is_asked_for_until_they_were_told_offered_and_asked(case, officer):
    advocacy.record_offer(case, today=TOLD, told_on=TOLD, by=officer)
    advocacy.record_offer(case, today=TOLD, offered_on=TOLD, by=officer)
    undecided = {"asked_on": TOLD, "wants": "undecided"}
    advocacy.record_offer(case, today=TOLD, by=officer, **undecided)
    assert asked(case) == [(Task.Kind.ADVOCACY, date(2006, 10, 5))]

    advocacy.record_offer(case, today=TOLD, wants="declined", by=officer)

    assert asked(case) == []


def test_who_wants_an_advocate_is_to_be_referred_and_who_no_longer_does_is_not(case, officer):
    days = {"told_on": TOLD, "offered_on": TOLD, "asked_on": TOLD}
    advocacy.record_offer(case, today=TOLD, wants="wanted", by=officer, **days)
    assert asked(case) == [(Task.Kind.ADVOCACY_REFERRAL, date(2006, 10, 6))]

    advocacy.record_offer(case, today=TOLD, wants="declined", by=officer)

    assert asked(case) == []


def test_an_acknowledgement_that_offered_it_leaves_only_the_question(case, officer):
    acknowledge(case.stages.get(), on=TOLD, how="letter", advocacy_offered=True, by=officer)

    offer = AdvocacyOffer.objects.get(case=case)
    assert (offer.told_on, offer.offered_on, offer.asked_on) == (TOLD, TOLD, None)
    assert asked(case) == [(Task.Kind.ADVOCACY, date(2006, 10, 5))]


def test_the_advocate_is_asked_for_and_stands_among_the_people_once_appointed(case, officer):
    referral = advocacy.refer(case, on=TOLD, provider="Sample Voices", by=officer)
    assert asked(case)[-1] == (Task.Kind.ADVOCATE, date(2006, 10, 17))

    advocacy.appoint(
        referral, on=date(2006, 10, 9), advocate="Elspeth Marrow", independent=True, by=officer
    )

    assert case.people.get(role="advocate").person.name == "Elspeth Marrow"
    assert [kind for kind, _ in asked(case)] == [Task.Kind.ADVOCACY]


def test_an_advocate_who_manages_the_service_is_not_appointed(case, officer):
    referral = advocacy.refer(case, on=TOLD, provider="Sample Voices", by=officer)

    with pytest.raises(ValidationError, match="neither is, nor manages"):
        advocacy.appoint(
            referral, on=TOLD, advocate="The team manager", independent=False, by=officer
        )


def test_advocacy_that_ended_is_counted_by_how(case, officer):
    referral = advocacy.refer(case, on=TOLD, provider="Sample Voices", by=officer)

    advocacy.end(referral, on=date(2006, 11, 1), outcome="not_provided", by=officer)

    assert not case.advocacy_referrals.open().exists()
    assert [kind for kind, _ in asked(case)] == [Task.Kind.ADVOCACY]
    assert referral.get_outcome_display() == "The provider could not help"


def test_what_they_said_is_kept_only_with_the_day_they_agreed(case, officer):
    referral = advocacy.refer(case, on=TOLD, provider="Sample Voices", by=officer)

    with pytest.raises(ValidationError, match="enter the day they did"):
        keep_feedback(referral, said="She listened", agreed_on=None, by=officer)

    keep_feedback(referral, said="She listened", agreed_on=TOLD, by=officer)
    assert list(case.advocacy_referrals.heard()) == [referral]


def test_steps_of_advocacy_say_why_not(case, officer):
    reasons = {step.key: reason for step, reason in steps_of(Situation(case), officer)}

    assert reasons["appoint-advocate"] == "Nobody was referred to advocacy."
    assert reasons["end-advocacy"] == "No advocacy goes on."
    assert reasons["keep-feedback"] == "No advocacy is there of which nothing was said yet."


def test_referrals_without_a_complaint_are_seen_by_those_who_log_them_alone(officer):
    area = factories.service_area("Leaving Care")
    log_referral(service_area=area, referred_on=TOLD, by=officer)
    responder = User.objects.create_user("r@example.org", "Robin Hale", [Role.RESPONDER])

    assert AdvocacyReferral.objects.visible_to(officer).count() == 1
    assert AdvocacyReferral.objects.visible_to(responder).count() == 0


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"offered_on": RECEIVED}, "offered_once_told"),
        ({"asked_on": TOLD, "wants": "wanted"}, "asked_once_offered"),
        ({"offered_on": TOLD, "asked_on": TOLD}, "asked_with_an_answer"),
        ({"wants": "wanted"}, "asked_with_an_answer"),
    ],
)
def test_the_database_refuses_an_offer_out_of_order(case, fields, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        AdvocacyOffer.objects.create(case=case, told_on=TOLD, **fields)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        (
            {"appointed_on": RECEIVED, "advocate": "Elspeth Marrow", "independent": True},
            "advocate_appointed_after_the_referral",
        ),
        ({"appointed_on": TOLD, "independent": True}, "advocate_appointed_by_name"),
        ({"appointed_on": TOLD, "advocate": "Elspeth Marrow"}, "advocate_is_independent"),
        ({"ended_on": RECEIVED, "outcome": "resolved"}, "ended_after_the_referral"),
        ({"ended_on": TOLD}, "ended_with_an_outcome"),
        ({"feedback": "She listened"}, "kept_with_consent"),
        ({"feedback_agreed_on": TOLD}, "kept_with_consent"),
    ],
)
def test_the_database_refuses_a_referral_that_cannot_have_been(fields, constraint):
    area = factories.service_area("Leaving Care")

    with pytest.raises(IntegrityError, match=constraint):
        AdvocacyReferral.objects.create(service_area=area, referred_on=TOLD, **fields)
