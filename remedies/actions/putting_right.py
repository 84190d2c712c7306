"""Putting right: payments offered, approved, accepted, paid; remedies promised and done."""

from datetime import date
from decimal import Decimal

from django.conf import settings

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from remedies.models import Payment, Remedy
from stages.actions.tasks import drop_task, finish_task, raise_task
from stages.models import Task
from stages.not_possible import NotPossible


@action
def offer_payment(
    case: Case, *, amount: Decimal, on: date, by: User, replaces: Payment | None = None, **about
) -> Payment:
    """Offer a sum. One above the council's limit is proposed, and waits for a second person.

    A payment may belong to a stage that was asked for and never begun (domain.md 6).
    """
    if replaces:
        _leave_behind(replaces, on, by)
    number = about.get("stage_number")
    stage = case.stages.filter(number=number).first() if number else None
    payment = Payment(
        case=case,
        service_area=case.service_area,
        amount=amount,
        offered_by=by,
        replaces=replaces,
        stage_requested_only=bool(stage and stage.begun_on is None),
        **about,
    )
    waits = payment.is_above_the_limit
    payment.proposed_on, payment.offered_on = (on, None) if waits else (None, on)
    payment.full_clean()
    payment.save()
    if waits:
        what = f"Approve a payment of £{amount:,} that {by} proposed"
        payment.approval = raise_task(
            case, kind=Task.Kind.PAYMENT, what=what, due_on=on, for_deciders=True, by=by
        )
        payment.save(update_fields=["approval"])
    verb = "proposed" if waits else "offered"
    record(f"{verb} {_said(payment)}", case, by=by, why=payment.why)
    return payment


@action
def approve_payment(payment: Payment, *, on: date, by: User) -> None:
    """The second person's yes. Whoever proposed a payment cannot approve it."""
    _refuse_to_decide(payment, by)
    payment.approved_by, payment.approved_on = by, on
    _save(payment, "approved_by", "approved_on")
    record(f"approved {_said(payment)}", payment.case, by=by)
    _no_longer_asked(payment, "Approved", on, by)


@action
def refuse_approval(payment: Payment, *, on: date, why: str, by: User) -> None:
    """The second person's no, with the reason: the payment is not offered."""
    _refuse_to_decide(payment, by)
    payment.not_approved_on, payment.not_approved_because = on, why
    _save(payment, "not_approved_on", "not_approved_because")
    record(f"did not approve {_said(payment)}", payment.case, by=by, why=why)
    _no_longer_asked(payment, f"Not approved: {why}", on, by)


@action
def make_offer(payment: Payment, *, on: date, by: User) -> None:
    """Record that a payment which was approved was offered to the complainant."""
    if payment.waits_for_approval:
        raise NotPossible("This payment has to be approved first.")
    if payment.offered_on or payment.not_approved_on or payment.replaced:
        raise NotPossible("This payment is not one that is still to be offered.")
    payment.offered_on = on
    _save(payment, "offered_on")
    record(f"offered {_said(payment)}", payment.case, by=by)


@action
def answer_offer(payment: Payment, *, accepted: bool, on: date, by: User) -> None:
    """Record that the complainant accepted or refused an offer."""
    if payment.accepted_on or payment.refused_on:
        raise NotPossible("The complainant has answered this offer already.")
    if payment.waits_for_approval:
        raise NotPossible("This payment has to be approved first.")
    if payment.replaced or payment.not_approved_on:
        raise NotPossible("This offer does not stand any more.")
    if accepted:
        payment.accepted_on = on
    else:
        payment.refused_on = on
    _save(payment, "accepted_on", "refused_on")
    verb = "accepted" if accepted else "refused"
    record(f"recorded that the complainant {verb} {_said(payment)}", payment.case, by=by)


@action
def pay(payment: Payment, *, on: date, cost_code: str, by: User) -> None:
    """Record that a payment was made: accepted, and approved where it had to be."""
    if payment.waits_for_approval:
        limit = f"£{settings.PAYMENT_APPROVAL_LIMIT:,}"
        raise NotPossible(f"A payment above {limit} is approved by a second person first.")
    if payment.refused_on or payment.not_approved_on or payment.replaced:
        raise NotPossible("This offer does not stand any more.")
    if not payment.accepted_on:
        raise NotPossible("Record first that the complainant accepted it.")
    if payment.paid_on:
        raise NotPossible("It was paid already.")
    payment.paid_on, payment.cost_code = on, cost_code
    _save(payment, "paid_on", "cost_code")
    record(f"recorded that {_said(payment)} was paid", payment.case, by=by)


@action
def promise_remedy(
    case: Case, *, text: str, on: date, due_on: date, by: User, owner: User | None = None, **about
) -> Remedy:
    """Promise something other than money: a task, which is done only with what shows it."""
    remedy = Remedy(case=case, text=text, promised_on=on, **about)
    task = raise_task(
        case,
        kind=Task.Kind.REMEDY,
        what=f"{remedy.get_kind_display()}: {text}"[:300],
        due_on=due_on,
        owner=owner,
        outlives_the_case=True,
        needs_evidence=True,
        by=by,
    )
    remedy.task = task
    remedy.full_clean()
    remedy.save()
    record(f"promised the {remedy.get_kind_display().lower()}", case, by=by, why=text)
    return remedy


def _refuse_to_decide(payment: Payment, by: User) -> None:
    if payment.offered_by_id == by.pk:
        raise NotPossible("Somebody else than who offered it approves a payment.")
    if not payment.waits_for_approval or payment.replaced:
        raise NotPossible("This payment does not wait for approval.")


def _no_longer_asked(payment: Payment, evidence: str, on: date, by: User) -> None:
    if payment.approval and payment.approval.is_open:
        finish_task(payment.approval, on=on, evidence=evidence, by=by)


def _leave_behind(payment: Payment, on: date, by: User) -> None:
    """Another offer takes its place: nobody is asked to approve the first any more."""
    if payment.paid_on:
        raise NotPossible("It was paid already: offer another payment beside it.")
    if payment.approval and payment.approval.is_open:
        drop_task(payment.approval, on=on, why="Another offer takes its place", by=by)


def _said(payment: Payment) -> str:
    return f"{payment.get_kind_display().lower()} of £{payment.amount:,}"


def _save(payment: Payment, *fields: str) -> None:
    payment.full_clean()
    payment.save(update_fields=fields)
