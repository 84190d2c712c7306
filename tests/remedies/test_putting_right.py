"""Putting right: what is offered, who approves it, what is paid, and what was promised."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.permissions import Role
from remedies.actions.putting_right import (
    answer_offer,
    approve_payment,
    make_offer,
    offer_payment,
    pay,
    promise_remedy,
    refuse_approval,
)
from remedies.models import Payment
from stages.actions.casework import request_stage, respond
from stages.actions.intake import take_in
from stages.models import Finding, Outcome, Task
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 10)


def person(name, role) -> User:
    return User.objects.create_user(f"{role}@example.org", name, [role])


@pytest.fixture
def officer():
    return person("Anna Fielding", Role.OFFICER)


@pytest.fixture
def manager():
    return person("Bela Manners", Role.MANAGER)


@pytest.fixture
def case(officer):
    return take_in(
        on=date(2026, 9, 1),
        by=officer,
        received_on=date(2026, 9, 1),
        service_area=factories.service_area("Leaving Care"),
        complainant={"name": "Juniper Vale"},
        points=["The deposit", "The calls"],
    )


def offered(case, by, amount="250.00", **about) -> Payment:
    about = {"kind": "distress", "why": "Months of worry", "stage_number": 1} | about
    return offer_payment(case, amount=Decimal(amount), on=date(2026, 9, 8), by=by, **about)


def test_a_small_offer_is_accepted_and_paid_to_the_penny(case, officer):
    payment = offered(case, officer, "250.55")

    answer_offer(payment, accepted=True, on=TODAY, by=officer)
    assert list(Payment.objects.to_be_paid()) == [payment]
    pay(payment, on=TODAY, cost_code="CS-1204", by=officer)

    payment.refresh_from_db()
    assert (payment.amount, payment.paid_on, payment.cost_code) == (
        Decimal("250.55"),
        TODAY,
        "CS-1204",
    )
    assert not Payment.objects.to_be_paid().exists()


def test_an_offer_above_the_limit_waits_for_a_second_person(case, officer, manager, settings):
    settings.PAYMENT_APPROVAL_LIMIT = Decimal("500")
    within, above = offered(case, officer, "500.00"), offered(case, officer, "500.01")

    assert (within.waits_for_approval, above.waits_for_approval) == (False, True)
    task = Task.objects.get(kind=Task.Kind.PAYMENT)
    assert task.what == "Approve a payment of £500.01 that Anna Fielding proposed"
    assert (within.offered_on, above.offered_on) == (date(2026, 9, 8), None)
    assert above.proposed_on == date(2026, 9, 8)
    with pytest.raises(ValidationError, match="has to be approved first"):
        answer_offer(above, accepted=True, on=TODAY, by=officer)
    with pytest.raises(ValidationError, match="Somebody else than who offered it"):
        approve_payment(above, on=TODAY, by=officer)

    with pytest.raises(ValidationError, match="has to be approved first"):
        make_offer(above, on=TODAY, by=officer)

    approve_payment(above, on=TODAY, by=manager)
    with pytest.raises(ValidationError, match="Record first that it was offered"):
        answer_offer(above, accepted=True, on=TODAY, by=officer)
    above.refresh_from_db()
    make_offer(above, on=TODAY, by=officer)
    answer_offer(above, accepted=True, on=TODAY, by=officer)

    task.refresh_from_db()
    assert task.done_on == TODAY
    assert list(Payment.objects.to_be_paid()) == [above]


def test_what_is_not_approved_says_why_and_is_not_offered(case, officer, manager):
    payment = offered(case, officer, "900.00")
    with pytest.raises(ValidationError, match="Say why it is not approved"):
        refuse_approval(payment, on=TODAY, why="", by=manager)
    payment.refresh_from_db()
    refuse_approval(payment, on=TODAY, why="Twice what others had", by=manager)

    task = Task.objects.get(kind=Task.Kind.PAYMENT)
    assert (task.done_on, task.evidence) == (TODAY, "Not approved: Twice what others had")
    with pytest.raises(ValidationError, match="not one that is still to be offered"):
        make_offer(payment, on=TODAY, by=officer)
    with pytest.raises(ValidationError, match="does not wait for approval"):
        approve_payment(payment, on=TODAY, by=manager)
    assert not case.payments.standing().exists()


def test_nobody_is_asked_to_approve_what_another_offer_took_the_place_of(case, officer, manager):
    first = offered(case, officer, "900.00")
    offered(case, officer, "400.00", replaces=first)

    task = Task.objects.get(kind=Task.Kind.PAYMENT)
    assert (task.dropped_on, task.dropped_because) == (
        date(2026, 9, 8),
        "Another offer takes its place",
    )
    first.refresh_from_db()
    with pytest.raises(ValidationError, match="does not wait for approval"):
        approve_payment(first, on=TODAY, by=manager)


def test_what_was_paid_is_not_replaced(case, officer):
    first = offered(case, officer)
    answer_offer(first, accepted=True, on=TODAY, by=officer)
    pay(first, on=TODAY, cost_code="CS-1", by=officer)

    with pytest.raises(ValidationError, match="It was paid already"):
        offered(case, officer, "300.00", replaces=first)


def test_the_database_keeps_approver_and_offerer_apart(case, officer):
    payment = offered(case, officer)
    payment.approved_by, payment.approved_on = officer, TODAY

    with pytest.raises(ValidationError, match="Somebody else than who offered it"):
        payment.full_clean()


def test_a_refused_offer_stays_and_the_next_says_which_it_replaces(case, officer):
    first = offered(case, officer, "100.00")
    answer_offer(first, accepted=False, on=TODAY, by=officer)
    second = offered(case, officer, "200.00", replaces=first)

    with pytest.raises(ValidationError, match="does not stand any more"):
        pay(first, on=TODAY, cost_code="CS-1", by=officer)
    with pytest.raises(ValidationError, match="answered this offer already"):
        answer_offer(first, accepted=True, on=TODAY, by=officer)
    assert list(case.payments.standing()) == [second]
    assert case.payments.count() == 2


def test_nothing_is_paid_that_was_not_accepted_nor_twice(case, officer):
    payment = offered(case, officer)
    with pytest.raises(ValidationError, match="Record first that the complainant accepted it"):
        pay(payment, on=TODAY, cost_code="CS-1", by=officer)
    answer_offer(payment, accepted=True, on=TODAY, by=officer)
    pay(payment, on=TODAY, cost_code="CS-1", by=officer)

    with pytest.raises(ValidationError, match="It was paid already"):
        pay(payment, on=TODAY, cost_code="CS-1", by=officer)


def test_a_payment_may_belong_to_a_stage_that_was_asked_for_and_never_begun(case, officer):
    point = case.points.first()
    respond(case.stages.get(), on=TODAY, findings={point: Outcome.UPHELD}, by=officer)
    request_stage(case, 2, on=TODAY, by=officer)

    at_1 = offered(case, officer, stage_number=1)
    at_2 = offered(case, officer, stage_number=2)

    assert (at_1.stage_requested_only, at_2.stage_requested_only) == (False, True)


def test_a_promise_stands_on_the_desk_until_there_is_evidence(case, officer):
    remedy = promise_remedy(
        case,
        kind="apology",
        text="A letter from the director",
        on=TODAY,
        due_on=date(2026, 9, 24),
        by=officer,
    )

    assert str(remedy.task) == "Apology: A letter from the director"
    assert (remedy.task.needs_evidence, remedy.task.outlives_the_case) == (True, True)


def typed(**changed):
    return {
        "kind": "distress",
        "amount": "250",
        "why": "Months of worry",
        "stage_number": "1",
        "legal_power": "section_92",
        "ombudsman_test": "both",
        "on": "8 9 2026",
    } | changed


@pytest.fixture
def page(client, officer, case):
    client.force_login(officer)
    with time_machine.travel(TODAY, tick=False):
        yield (
            lambda path, **data: (
                client.post(f"/case/{case.reference}/{path}", data)
                if data
                else client.get(f"/case/{case.reference}/{path}")
            )
        )


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"amount": "-5"}, "Enter an amount of more than nothing"),
        ({"amount": "0"}, "Enter an amount of more than nothing"),
        ({"amount": "1e9"}, "Enter an amount of at most £999,999.99"),
        ({"amount": "ten"}, "Enter the amount in pounds and pence, for example 250.00"),
        ({"amount": "1.005"}, "Enter the amount in pounds and pence, for example 250.00"),
        ({"on": "11 9 2026"}, "Enter a date that is today or in the past"),
        ({"on": "31 8 2026"}, "The complaint was received on 1 September 2026: not before"),
        ({"why": ""}, "Enter what it makes up for"),
    ],
)
def test_a_wrong_sum_is_told_and_what_was_typed_stays(page, case, changed, sentence):
    told = page("remedies/offer/", **typed(**changed)).content.decode()

    assert sentence in told
    assert changed.get("why") == "" or "Months of worry" in told
    assert not case.payments.exists()


def test_an_officer_offers_and_finance_pays_without_seeing_the_case(page, client, case):
    page("remedies/offer/", **typed())
    payment = case.payments.get()
    page(f"remedies/{payment.pk}/answered/", answer="accepted", on="9 9 2026")
    client.force_login(person("Frank Penny", Role.FINANCE))

    shown = client.get("/payments/").content.decode()
    assert "Juniper Vale" in shown
    assert "The deposit" not in shown
    assert client.get(f"/case/{case.reference}/").status_code == 403
    client.post(f"/payments/{payment.pk}/paid/", {"on": "10 9 2026", "cost_code": "CS-1204"})

    payment.refresh_from_db()
    assert payment.paid_on == TODAY
    assert "CS-1204" in client.get("/payments/").content.decode()
    assert client.get(f"/payments/{payment.pk}/paid/").status_code == 404


def test_only_who_decides_opens_the_page_of_approval(page, client, case, manager):
    page("remedies/offer/", **typed(amount="900"))
    payment = case.payments.get()

    assert page(f"remedies/{payment.pk}/approve/").status_code == 403
    assert "Waits for approval by a second person" in page("remedies/").content.decode()
    client.force_login(manager)
    asked = page(f"remedies/{payment.pk}/approve/", on="10 9 2026", why="Too much").content.decode()
    assert "Say whether you approve it" in asked
    assert "Too much" in asked
    asked = page(f"remedies/{payment.pk}/approve/", on="10 9 2026", approve="no", why="")
    assert "Say why you do not approve it" in asked.content.decode()
    asked = page(f"remedies/{payment.pk}/approve/", on="7 9 2026", approve="yes")
    assert "It was proposed on 8 September 2026: not before" in asked.content.decode()
    page(f"remedies/{payment.pk}/approve/", on="10 9 2026", approve="yes")
    payment.refresh_from_db()
    assert payment.approved_by == manager
    page(f"remedies/{payment.pk}/offered/", on="10 9 2026")
    payment.refresh_from_db()
    assert payment.offered_on == TODAY


def test_whoever_proposed_it_is_not_shown_the_page_of_approval(page, client, case, manager):
    client.force_login(manager)
    page("remedies/offer/", **typed(amount="900"))

    shown = page("remedies/").content.decode()

    assert "Waits for approval by a second person" in shown
    assert "Approve it or not" not in shown


def test_a_sum_is_read_as_people_write_it(page, case):
    page("remedies/offer/", **typed(amount="£1,250.50"))

    assert case.payments.get().amount == Decimal("1250.50")


def test_a_case_is_not_closed_before_it_is_said_whether_a_remedy_was_considered(page, case):
    deposit, calls = case.points.all()
    found = {deposit: Outcome.PARTIALLY_UPHELD, calls: Outcome.NOT_UPHELD}
    respond(case.stages.get(), on=TODAY, findings=found, by=None)
    finding = Finding.objects.get(point=deposit)

    refused = page("step/close/")
    assert refused.status_code == 409
    assert "said of every upheld point whether a remedy was considered" in refused.content.decode()
    step = "step/consider-remedies/"
    asked = page(step).content.decode()
    assert "1. The deposit" in asked
    assert "2. The calls" not in asked
    without = page(step, **{f"considered_{finding.pk}": "no", f"why_{finding.pk}": ""})
    assert "Enter what was weighed for point 1" in without.content.decode()
    page(step, **{f"considered_{finding.pk}": "no", f"why_{finding.pk}": "Repaid at once"})

    finding.refresh_from_db()
    assert (finding.remedy_considered, finding.remedy_why) == (False, "Repaid at once")
    assert page("step/close/").status_code == 200


def test_a_remedies_tab_takes_the_same_queries_for_one_payment_and_for_ten(
    page, case, officer, at_most_queries
):
    for _ in range(10):
        offered(case, officer)

    with at_most_queries(15):
        page("remedies/")
