"""Advocacy of a case: asked for until it was offered, and until an advocate is appointed.

Children and young people who complain are told of it, offered it and asked what they want
(Children Act 1989, s.26A; domain.md 7).
"""

from datetime import date

from django.conf import settings

from accounts.models import User
from accounts.trail import action, record
from cases.actions import advocacy
from cases.models import AdvocacyOffer, AdvocacyReferral, Case
from stages.actions.tasks import raise_task
from stages.calendars import load_calendar
from stages.models import Task
from stages.models.saving import save_or_say_why
from stages.working_days import add_working_days

CHILDREN = "children"  # the procedure whose complainants have a right to an advocate
NO_RIGHT = "The procedure is no longer the children's"
Wants = AdvocacyOffer.Wants


@action
def ask_for_offer(case: Case, *, by: User) -> None:
    """Where a child or young person complains, it is asked for until it was offered."""
    asked = case.tasks.filter(kind=Task.Kind.ADVOCACY)
    young = case.complainant_type and case.complainant_type.is_young_person
    if not young or case.part_of_id:
        return
    if case.route.procedure.code != CHILDREN:
        asked.give_up(on=case.route.chosen_on, why=NO_RIGHT)
        return
    if asked.open().exists():
        return
    if _offer_of(case).is_complete:
        return
    raise_task(
        case,
        kind=Task.Kind.ADVOCACY,
        what="Tell the young person of advocacy, offer it, and ask what they want",
        due_on=_after(case.received_on, settings.ADVOCACY_OFFER_DAYS),
        counted_from=case.received_on,
        by=by,
    )


@action
def record_offer(case: Case, *, by: User, today: date, **told) -> AdvocacyOffer:
    """Record when they were told, offered and asked, and what they want; ``told`` are its fields.

    What they say they want may change: the last answer counts, and the history has them all.
    """
    offer = _offer_of(case)
    for name, value in told.items():
        setattr(offer, name, value)
    save_or_say_why(offer)
    if offer.is_complete:
        done = offer.get_wants_display()
        case.tasks.filter(kind=Task.Kind.ADVOCACY).finish_all(on=today, evidence=done)
    _ask_for_referral(offer, by)
    record(f"recorded the offer of advocacy: {offer}", case, by=by, why=offer.said)
    return offer


@action
def offered_with_acknowledgement(case: Case, *, on: date, by: User) -> None:
    """It was offered as the complaint was acknowledged; what they want is still to be asked."""
    if _offer_of(case).pk is None and case.tasks.filter(kind=Task.Kind.ADVOCACY).open().exists():
        record_offer(case, today=on, told_on=on, offered_on=on, by=by)


@action
def refer(case: Case, *, on: date, provider: str, by: User, **facts) -> AdvocacyReferral:
    """Refer them to a provider, who is asked until an advocate is appointed."""
    referral = advocacy.log_referral(
        case=case,
        service_area=case.service_area,
        referred_on=on,
        provider=provider,
        by=by,
        **facts,
    )
    _finish(case, Task.Kind.ADVOCACY_REFERRAL, on, f"Referred to {provider}")
    raise_task(
        case,
        kind=Task.Kind.ADVOCATE,
        what=f"Ask whom {provider} has appointed as advocate"[:300],
        due_on=_after(on, settings.ADVOCATE_DAYS),
        counted_from=on,
        by=by,
    )
    return referral


@action
def appoint(referral: AdvocacyReferral, *, on: date, by: User, **told) -> None:
    """The provider has appointed an advocate; ``told`` says who, and that they are independent."""
    advocacy.appoint_advocate(referral, on=on, by=by, **told)
    _finish(referral.case, Task.Kind.ADVOCATE, on, "Appointed")


@action
def end(referral: AdvocacyReferral, *, on: date, outcome: str, by: User) -> None:
    advocacy.end_advocacy(referral, on=on, outcome=outcome, by=by)
    _finish(referral.case, Task.Kind.ADVOCATE, on, "The advocacy ended")


def _offer_of(case: Case) -> AdvocacyOffer:
    return AdvocacyOffer.objects.filter(case=case).first() or AdvocacyOffer(case=case)


def _ask_for_referral(offer: AdvocacyOffer, by: User) -> None:
    """Who wants an advocate is referred; who no longer does is not."""
    case, kind = offer.case, Task.Kind.ADVOCACY_REFERRAL
    asked = case.tasks.filter(kind=kind).open()
    if offer.wants != Wants.WANTED:
        if offer.asked_on:
            asked.give_up(on=offer.asked_on, why=offer.get_wants_display())
        return
    if asked.exists() or case.advocacy_referrals.open().exists():
        return
    raise_task(
        case,
        kind=kind,
        what="Refer the young person to advocacy",
        due_on=_after(offer.asked_on, settings.ADVOCACY_OFFER_DAYS),
        counted_from=offer.asked_on,
        by=by,
    )


def _finish(case: Case, kind: str, on: date, evidence: str) -> None:
    case.tasks.filter(kind=kind).finish_all(on=on, evidence=evidence)


def _after(on: date, days: int) -> date:
    return add_working_days(on, days, load_calendar())
