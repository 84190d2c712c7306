"""Mediation, instead of a stage: offered, answered, held, and the right to go on confirmed.

It is voluntary, it moves no clock, and it never removes the right to the next stage (domain.md
1.A and 7).
"""

from datetime import date

from django.conf import settings

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from stages.actions.tasks import raise_task
from stages.calendars import calendar_for
from stages.models import Investigator, Mediation, PoolRole, Task
from stages.models.saving import save_or_say_why
from stages.not_possible import NotPossible
from stages.pool import refuse_the_barred
from stages.situation import Phase, Situation
from stages.working_days import add_working_days


@action
def offer_mediation(case: Case, *, on: date, by: User) -> Mediation:
    """Offer mediation to both sides. Its answer is asked for until it comes."""
    if case.mediations.open().exists():
        raise NotPossible("Another mediation of this case is still open.")
    offer = _new(case, offered_on=on)
    save_or_say_why(offer)
    raise_task(
        case,
        kind=Task.Kind.MEDIATION_OFFER,
        what="Ask both sides whether they accept mediation",
        due_on=_after(case, on, settings.MEDIATION_ANSWER_DAYS),
        counted_from=on,
        by=by,
    )
    record("offered mediation", case, by=by)
    return offer


@action
def accept_mediation(
    offer: Mediation,
    *,
    on: date,
    accepted_by: str,
    by: User,
    mediator: str | Investigator = "",
    meets_on: date | None = None,
) -> None:
    """Both sides accept: it stands on the desk until it was held."""
    offer.accepted_on, offer.accepted_by = on, accepted_by
    offer.meets_on = meets_on
    _put_mediator(offer, mediator, on)
    save_or_say_why(offer)
    _finish(offer.case, on, "Accepted")
    raise_task(
        offer.case,
        kind=Task.Kind.MEDIATION,
        what="Hold the mediation, and record what came of it",
        due_on=meets_on or _after(offer.case, on, settings.MEDIATION_HOLD_DAYS),
        counted_from=None if meets_on else on,
        by=by,
    )
    record("recorded that mediation was accepted", offer.case, by=by)


@action
def refuse_mediation(offer: Mediation, *, on: date, refused_by: str, by: User, why="") -> None:
    """One side does not want it, or neither does. The complaint goes on as if it had not been."""
    offer.refused_on, offer.refused_by, offer.refused_because = on, refused_by, why
    save_or_say_why(offer)
    _finish(offer.case, on, "Refused")
    side = offer.get_refused_by_display().lower()
    record(f"recorded that mediation was refused by {side}", offer.case, by=by, why=why)


@action
def give_up_mediation(mediation: Mediation, *, on: date, why: str, by: User) -> None:
    """It was offered, perhaps accepted, and never held."""
    mediation.given_up_on, mediation.given_up_because = on, why
    save_or_say_why(mediation)
    _finish(mediation.case, on, f"Not held: {why}")
    record("recorded that no mediation was held", mediation.case, by=by, why=why)


@action
def hold_mediation(
    case: Case,
    *,
    on: date,
    outcome: str,
    by: User,
    terms: str = "",
    mediator: str | Investigator = "",
    right_confirmed_on: date | None = None,
) -> Mediation:
    """Record a mediation that was held: the one that was accepted, or one nobody announced.

    It avoided a stage only if that stage had been asked for by then.
    """
    held = case.mediations.open().first() or _new(case)
    settled = outcome == Mediation.Outcome.RESOLVED
    held.held_on, held.outcome, held.terms = on, outcome, terms
    _put_mediator(held, mediator or held.pool_mediator or held.mediator, on)
    held.stage_avoided = _asked_for(case, on) if settled else None
    held.right_confirmed_on = right_confirmed_on
    save_or_say_why(held)
    _finish(case, on, f"Held: {held.get_outcome_display().lower()}")
    if not right_confirmed_on:
        _ask_to_confirm(case, on, by)
    record(f"recorded a mediation: {held.get_outcome_display().lower()}", case, by=by)
    return held


@action
def confirm_right(case: Case, *, on: date, by: User) -> None:
    """The right to go on was confirmed in writing, after every mediation that was held."""
    for held in case.mediations.to_confirm():
        held.right_confirmed_on = on
        save_or_say_why(held)
    asked = case.tasks.filter(kind=Task.Kind.RIGHT_TO_GO_ON)
    asked.finish_all(on=on, evidence="Confirmed in writing")
    record("confirmed in writing the right to go on after mediation", case, by=by)


def _put_mediator(mediation: Mediation, mediator: str | Investigator, on: date) -> None:
    """Somebody of the pool may not be barred; who was to mediate already may hold it."""
    known = mediator if isinstance(mediator, Investigator) else None
    if known and known.pk != mediation.pool_mediator_id:
        latest = mediation.case.stages.order_by("number").last()
        refuse_the_barred([latest] if latest else [], [known], PoolRole.MEDIATOR, on=on)
    mediation.pool_mediator, mediation.mediator = known, str(mediator)


def _new(case: Case, **dates) -> Mediation:
    stage = case.stages.order_by("number").last()
    number = stage.number if stage else None
    return Mediation(case=case, service_area=case.service_area, stage_number=number, **dates)


def _asked_for(case: Case, on: date) -> int | None:
    """The stage that was asked for by then and not begun; stage 1 is no escalation."""
    situation = Situation(case)
    stage = situation.stage
    waits = situation.phase == Phase.REQUESTED and stage.number > 1
    return stage.number if waits and stage.requested_on <= on else None


def _ask_to_confirm(case: Case, on: date, by: User) -> None:
    raise_task(
        case,
        kind=Task.Kind.RIGHT_TO_GO_ON,
        what="Confirm in writing that they may still go on, after the mediation",
        due_on=_after(case, on, settings.MEDIATION_CONFIRM_DAYS),
        counted_from=on,
        outlives_the_case=True,
        by=by,
    )


def _finish(case: Case, on: date, evidence: str) -> None:
    kinds = [Task.Kind.MEDIATION_OFFER, Task.Kind.MEDIATION]
    case.tasks.filter(kind__in=kinds).finish_all(on=on, evidence=evidence)


def _after(case: Case, on: date, days: int) -> date:
    return add_working_days(on, days, calendar_for(case.route.procedure))
