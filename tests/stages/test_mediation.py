"""Mediation: offered, accepted or refused, held, and the right to go on confirmed in writing."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accounts.models import User
from accounts.permissions import Role
from cases.models import CasePerson, Person
from stages.actions.casework import begin_stage, request_stage, respond
from stages.actions.endings import close
from stages.actions.intake import take_in
from stages.actions.mediation import (
    accept_mediation,
    confirm_right,
    give_up_mediation,
    hold_mediation,
    offer_mediation,
    refuse_mediation,
)
from stages.actions.outsiders import add_investigator
from stages.actions.tasks import drop_task
from stages.models import Investigator, Mediation, Outcome, PoolRole, Task
from stages.pool import candidates
from stages.situation import Situation
from stages.steps import steps_of
from tests import factories

pytestmark = pytest.mark.django_db
RECEIVED, OFFERED = date(2006, 10, 2), date(2006, 10, 16)


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


@pytest.fixture
def case(officer):
    area = factories.service_area("Leaving Care")
    return take_in(
        on=RECEIVED, by=officer, received_on=RECEIVED, service_area=area, points=["The deposit"]
    )


@pytest.fixture
def offer(case, officer):
    return offer_mediation(case, on=OFFERED, by=officer)


def asked_at_stage_2(case, officer, on=date(2006, 10, 17)):
    stage = case.stages.get()
    findings = {case.points.get(): Outcome.NOT_UPHELD}
    respond(stage, on=date(2006, 10, 13), findings=findings, by=officer)
    return request_stage(case, 2, on=on, by=officer)


def open_tasks(case):
    return [(task.kind, task.due_on) for task in case.tasks.open() if "mediation" in task.what]


def why_not(case, officer):
    return {step.key: reason for step, reason in steps_of(Situation(case), officer)}


def test_an_offer_is_asked_for_until_it_is_answered(case, officer, offer):
    assert open_tasks(case) == [(Task.Kind.MEDIATION_OFFER, date(2006, 10, 30))]

    refuse_mediation(offer, on=date(2006, 10, 18), refused_by="service", why="No time", by=officer)

    assert open_tasks(case) == []
    assert offer.words == "Refused by the service"


def test_a_mediation_that_was_accepted_stands_on_the_desk_for_its_day(case, officer, offer):
    accept_mediation(
        offer,
        on=date(2006, 10, 18),
        accepted_by="Juniper Vale, and the team manager",
        mediator="Ruth Calder",
        meets_on=date(2006, 10, 27),
        by=officer,
    )

    assert open_tasks(case) == [(Task.Kind.MEDIATION, date(2006, 10, 27))]


def test_the_right_to_go_on_is_asked_for_until_it_is_confirmed_also_when_the_case_closed(
    case, officer, offer
):
    accept_mediation(offer, on=date(2006, 10, 18), accepted_by="Both", by=officer)
    held = hold_mediation(
        case, on=date(2006, 10, 24), outcome="partly", terms="A new worker", by=officer
    )
    close(case, on=date(2006, 10, 25), reason="Settled", by=officer)
    assert held.pk == offer.pk
    assert open_tasks(case) == [(Task.Kind.RIGHT_TO_GO_ON, date(2006, 10, 31))]
    with pytest.raises(ValidationError, match="when what it asks for is recorded"):
        drop_task(case.tasks.open().get(), on=date(2006, 10, 26), why="Enough", by=officer)

    confirm_right(case, on=date(2006, 10, 27), by=officer)

    assert open_tasks(case) == []
    assert case.mediations.get().right_confirmed_on == date(2006, 10, 27)


def test_no_second_offer_stands_beside_one_that_is_open(case, officer, offer):
    with pytest.raises(ValidationError, match="still open"):
        offer_mediation(case, on=date(2006, 10, 17), by=officer)

    assert why_not(case, officer)["offer-mediation"] == (
        "One was offered already: record what became of it."
    )
    assert why_not(case, officer)["mediate"].startswith("Not until it is recorded who accepted")


def test_an_offer_that_was_given_up_may_be_made_again(case, officer, offer):
    give_up_mediation(offer, on=date(2006, 10, 20), why="Nobody answered", by=officer)

    offer_mediation(case, on=date(2006, 10, 23), by=officer)

    assert [one.words for one in case.mediations.order_by("pk")] == [
        "Accepted, and not held",
        "Offered, no answer yet",
    ]


def test_a_stage_asked_for_after_the_mediation_was_not_avoided_by_it(case, officer):
    asked_at_stage_2(case, officer, on=date(2006, 10, 25))

    held = hold_mediation(case, on=date(2006, 10, 24), outcome="resolved", by=officer)

    assert held.stage_avoided is None


def test_a_stage_that_is_begun_all_the_same_was_not_avoided(case, officer):
    asked_at_stage_2(case, officer)
    held = hold_mediation(case, on=date(2006, 10, 24), outcome="resolved", by=officer)
    assert held.stage_avoided == 2

    begin_stage(case, 2, on=date(2006, 11, 1), by=officer)

    held.refresh_from_db()
    assert held.stage_avoided is None


def test_the_clock_runs_on_while_mediation_is_offered_and_held(case, officer):
    due = set(case.stages.get().deadlines.values_list("due_on", flat=True))

    offer = offer_mediation(case, on=OFFERED, by=officer)
    accept_mediation(offer, on=OFFERED, accepted_by="Both", by=officer)

    assert set(case.stages.get().deadlines.values_list("due_on", flat=True)) == due


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"held_on": date(2006, 10, 1), "offered_on": OFFERED}, "held_on_or_after_offered_on"),
        ({"outcome": "resolved"}, "outcome_of_one_that_was_held"),
        ({"offered_on": OFFERED, "refused_on": RECEIVED, "refused_by": "both"}, "answered_after"),
        (
            {"refused_on": OFFERED, "refused_by": "service", "held_on": OFFERED},
            "ends_once",
        ),
        (
            {"refused_on": OFFERED, "refused_by": "both", "accepted_on": OFFERED},
            "accepted_or_refused",
        ),
        ({"refused_on": OFFERED}, "refused_by_somebody"),
        ({"accepted_on": OFFERED, "held_on": RECEIVED}, "held_after_it_was_accepted"),
        ({"given_up_on": OFFERED}, "given_up_with_a_reason"),
        (
            {"held_on": OFFERED, "outcome": "partly", "stage_avoided": 2},
            "avoided_a_stage_by_settling",
        ),
        ({"held_on": OFFERED, "right_confirmed_on": RECEIVED}, "right_confirmed_after"),
    ],
)
def test_the_database_refuses_a_mediation_that_cannot_have_been(fields, constraint):
    area = factories.service_area("Leaving Care")

    with pytest.raises(IntegrityError, match=constraint):
        Mediation.objects.create(service_area=area, **fields)


# A mediator of the pool


def mediator(officer, name="Ruth Calder", **facts):
    return add_investigator(name=name, roles=[PoolRole.MEDIATOR], by=officer, **facts)


def answer(client, case, **typed):
    usual = {"on": "18 10 2006", "answer": "accepted", "accepted_by": "Both", "mediator": ""}
    with time_machine.travel("2006-10-18 11:00 +0000", tick=False):
        client.force_login(User.objects.get(email="officer@example.org"))
        address = f"/case/{case.reference}/step/answer-mediation/"
        return client.post(address, usual | typed)


def words(page):
    return " ".join(page.content.decode().split())


def test_somebody_of_the_pool_mediates(client, case, officer, offer):
    ruth = mediator(officer)

    answer(client, case, who=ruth.pk)

    offer.refresh_from_db()
    assert (offer.pool_mediator, offer.mediator) == (ruth, "Ruth Calder")
    held = hold_mediation(case, on=date(2006, 10, 24), outcome="partly", by=officer)
    assert held.pool_mediator == ruth


def test_a_mediator_who_is_new_is_in_the_pool_from_then_on(client, case, offer):
    answer(client, case, mediator="Ruth Calder")

    ruth = Investigator.objects.get(name="Ruth Calder")
    assert ruth.roles == [PoolRole.MEDIATOR]
    offer.refresh_from_db()
    assert offer.pool_mediator == ruth


def test_who_had_to_do_with_the_case_does_not_mediate_and_the_page_says_why(
    client, case, officer, offer
):
    ruth = mediator(officer)
    person = Person.objects.create(name="Ruth Calder")
    CasePerson.objects.create(case=case, person=person, role="complained_about")

    page = answer(client, case, who=ruth.pk)

    assert "Ruth Calder is complained about." in words(page)
    assert 'name="accepted_by" value="Both"' in words(page)
    offer.refresh_from_db()
    assert offer.accepted_on is None


def test_who_left_the_pool_is_barred(case, officer, offer):
    ruth = mediator(officer, in_pool_until=date(2006, 10, 1))

    with pytest.raises(ValidationError, match="left the pool on 1 October 2006"):
        accept_mediation(
            offer, on=date(2006, 10, 18), accepted_by="Both", mediator=ruth, by=officer
        )


def test_a_mediator_is_chosen_or_typed_and_not_both(client, case, officer, offer):
    ruth = mediator(officer)

    page = answer(client, case, who=ruth.pk, mediator="Nell Farrow")

    assert "Choose someone from the pool or enter someone new" in words(page)
    assert "Nell Farrow" in words(page)


def test_who_mediated_does_not_look_into_the_case_later(case, officer, offer):
    ruth = mediator(officer)
    accept_mediation(offer, on=date(2006, 10, 18), accepted_by="Both", mediator=ruth, by=officer)
    ruth.name = "Ruth Calder-Hale"
    ruth.save()

    stage = case.stages.get()
    among = Investigator.objects.all()
    found = candidates([stage], PoolRole.PANELLIST, on=date(2006, 10, 20), among=among)

    assert "Ruth Calder-Hale mediated in this case." in found[0].bars


def test_a_mediator_of_the_pool_is_named(officer, offer):
    ruth = mediator(officer)

    with pytest.raises(IntegrityError):
        Mediation.objects.filter(pk=offer.pk).update(pool_mediator=ruth, mediator="")
