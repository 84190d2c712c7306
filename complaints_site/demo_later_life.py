"""What the demonstration's stories go through beside and after their stages: waiting, remedies,
lessons, the Ombudsman, restrictions of contact, safeguarding, mediation, advocacy.

What falls due later is so many working days after the step, so that each day's demonstration has
the same work before it.
"""

from datetime import date
from decimal import Decimal

from accounts.models import User
from cases.actions.advocacy import keep_feedback as keep_their_words
from cases.models import Case, CasePerson, SafeguardingConcern
from remedies.actions import lessons, putting_right
from remedies.models import Payment
from stages.actions import (
    advocacy,
    mediation,
    ombudsman,
    ombudsman_outcome,
    remedies,
    restrictions,
    safeguarding,
    timing,
)
from stages.calendars import load_calendar
from stages.models import Finding, OmbudsmanDecision, OmbudsmanEnquiry, Stage
from stages.working_days import add_working_days

DECIDES = "manager@example.org"


def hold(stage: Stage, reason: str, *, on: date, by: User) -> None:
    timing.hold(stage, on=on, reason=reason, told_on=on, by=by)


def consider_remedies(stage: Stage, why: str, *, on: date, by: User) -> None:
    asked = Finding.objects.asking_for_a_remedy().filter(stage__case=stage.case)
    remedies.consider_remedies(stage.case, dict.fromkeys(asked, (True, why)), by=by)


def offer(stage: Stage, amount: str, kind: str, why: str, *, on: date, by: User) -> None:
    putting_right.offer_payment(
        stage.case,
        amount=Decimal(amount),
        kind=kind,
        why=why,
        legal_power=Payment.Power.SECTION_92,
        ombudsman_test=Payment.OmbudsmanTest.BOTH,
        stage_number=stage.number,
        on=on,
        by=by,
    )


def accept(stage: Stage, *, on: date, by: User) -> None:
    payment = stage.case.payments.get()
    putting_right.answer_offer(payment, accepted=True, on=on, by=by)


def promise(stage: Stage, kind: str, text: str, due_in: int, *, on: date, by: User) -> None:
    putting_right.promise_remedy(
        stage.case, kind=kind, text=text, due_on=_after(on, due_in), owner=by, on=on, by=by
    )


def learn(stage: Stage, text: str, action: str, lead: str, due_in: int, *, on: date, by: User):
    lesson = lessons.raise_lesson(stage.case, text=text, source="complaint", on=on, by=by)
    lessons.answer_lesson(lesson, accepted="yes", why="", by=by)
    lessons.add_action(lesson, text=action, lead=lead, due_on=_after(on, due_in), by=by)


def asked_by_ombudsman(
    stage: Stage, reference: str, asks: str, due_in: int, *, on: date, by: User
) -> None:
    enquiry = ombudsman.receive_enquiry(stage.case, reference=reference, on=on, by=by)
    ombudsman.ask(enquiry, asks=asks, answer_due_on=_after(on, due_in), on=on, by=by)


def answer_ombudsman(stage: Stage, sent: str, *, on: date, by: User) -> None:
    ombudsman.answer(_enquiry(stage.case).requests.get(), sent=sent, on=on, by=by)


def drafted_by_ombudsman(stage: Stage, due_in: int, *, on: date, by: User) -> None:
    due_on = _after(on, due_in)
    ombudsman.receive_draft(_enquiry(stage.case), comments_due_on=due_on, on=on, by=by)


def comment_on_draft(stage: Stage, comments: str, *, on: date, by: User) -> None:
    ombudsman.comment(_enquiry(stage.case).drafts.get(), comments=comments, on=on, by=by)


def decided_by_ombudsman(stage: Stage, decision: str, *, on: date, by: User) -> None:
    said = OmbudsmanDecision.objects.in_use_on(on).get(name=decision)
    ombudsman.decide(_enquiry(stage.case), decision=said, on=on, by=by)


def agree_remedy(stage: Stage, kind: str, what: str, due_in: int, *, on: date, by: User) -> None:
    ombudsman_outcome.agree_remedy(
        _enquiry(stage.case), kind=kind, what=what, due_on=_after(on, due_in), owner=by, by=by
    )


def public_report(stage: Stage, *, on: date, by: User) -> None:
    ombudsman_outcome.receive_report(_enquiry(stage.case), on=on, by=by)


def restrict_contact(
    stage: Stage, reason: str, terms: list[str], review_in: int, appeal_in: int, *, on, by: User
) -> None:
    """Decided by the complaints manager, and told on the same day."""
    manager = User.objects.get(email=DECIDES)
    restriction = restrictions.restrict_contact(
        stage.case,
        stage.case.people.get(role=CasePerson.Role.COMPLAINANT).person,
        reason=reason,
        terms=terms,
        review_on=_after(on, review_in),
        on=on,
        by=manager,
    )
    restrictions.tell(restriction, on=on, appeal_by=_after(on, appeal_in), by=manager)


def appeal(stage: Stage, *, on: date, by: User) -> None:
    restrictions.receive_appeal(stage.case.restrictions.get(), on=on, by=by)


def raise_concern(stage: Stage, concern: str, *, on: date, by: User) -> None:
    safeguarding.raise_concern(stage.case, concern=concern, on=on, by=by)


def refer_concern(stage: Stage, to: str, reference: str, *, on: date, by: User) -> None:
    concern = SafeguardingConcern.objects.open().get(case=stage.case)
    safeguarding.refer_concern(
        concern, to=to, referred_by=str(by), reference=reference, on=on, by=by
    )


def offer_mediation(stage: Stage, *, on: date, by: User) -> None:
    mediation.offer_mediation(stage.case, on=on, by=by)


def accept_mediation(
    stage: Stage, accepted_by: str, mediator: str, held_in: int, *, on: date, by: User
) -> None:
    offer = stage.case.mediations.open().get()
    planned = {"mediator": mediator, "meets_on": _after(on, held_in)}
    mediation.accept_mediation(offer, on=on, accepted_by=accepted_by, by=by, **planned)


def hold_mediation(stage: Stage, outcome: str, terms: str, *, on: date, by: User) -> None:
    mediation.hold_mediation(stage.case, on=on, outcome=outcome, terms=terms, by=by)


def offer_advocacy(stage: Stage, wants: str, said: str, *, on: date, by: User) -> None:
    """Told, offered and asked in one call."""
    days = {"told_on": on, "offered_on": on, "asked_on": on}
    advocacy.record_offer(stage.case, today=on, wants=wants, said=said, by=by, **days)


def refer_advocacy(stage: Stage, provider: str, *, on: date, by: User) -> None:
    advocacy.refer(stage.case, on=on, provider=provider, by=by)


def appoint_advocate(stage: Stage, name: str, contact: str, *, on: date, by: User) -> None:
    referral = stage.case.advocacy_referrals.get()
    advocacy.appoint(referral, on=on, advocate=name, contact=contact, independent=True, by=by)


def keep_feedback(stage: Stage, said: str, *, on: date, by: User) -> None:
    keep_their_words(stage.case.advocacy_referrals.get(), said=said, agreed_on=on, by=by)


def _enquiry(case: Case) -> OmbudsmanEnquiry:
    return case.ombudsman_enquiries.get()


def _after(on: date, days: int) -> date:
    return add_working_days(on, days, load_calendar())


STEPS = {
    "hold": hold,
    "consider_remedies": consider_remedies,
    "offer": offer,
    "accept": accept,
    "promise": promise,
    "learn": learn,
    "asked_by_ombudsman": asked_by_ombudsman,
    "answer_ombudsman": answer_ombudsman,
    "drafted_by_ombudsman": drafted_by_ombudsman,
    "comment_on_draft": comment_on_draft,
    "decided_by_ombudsman": decided_by_ombudsman,
    "agree_remedy": agree_remedy,
    "public_report": public_report,
    "restrict_contact": restrict_contact,
    "appeal": appeal,
    "raise_concern": raise_concern,
    "refer_concern": refer_concern,
    "offer_mediation": offer_mediation,
    "accept_mediation": accept_mediation,
    "hold_mediation": hold_mediation,
    "offer_advocacy": offer_advocacy,
    "refer_advocacy": refer_advocacy,
    "appoint_advocate": appoint_advocate,
    "keep_feedback": keep_feedback,
}
