"""Referrals to advocacy: made, an advocate appointed, ended, and what the young person said.

A referral without a complaint has a history of its own; one of a case stands in the case's.
"""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.actions.people import add_people
from cases.models import AdvocacyReferral, Case, CasePerson

Outcome = AdvocacyReferral.Outcome


@action
def log_referral(*, by: User, case: Case | None = None, **facts) -> AdvocacyReferral:
    """Record a referral, of a case or of nobody's complaint."""
    referral = AdvocacyReferral(case=case, **facts)
    _save(referral)
    _record("recorded a referral to advocacy", referral, by=by, why=referral.provider)
    return referral


@action
def appoint_advocate(
    referral: AdvocacyReferral,
    *,
    on: date,
    advocate: str,
    by: User,
    independent: bool,
    contact: str = "",
) -> None:
    """The provider has appointed an advocate, who is from then on one of the case's people."""
    referral.appointed_on, referral.independent = on, independent
    referral.advocate, referral.advocate_contact = advocate, contact
    _save(referral)
    _record("recorded the advocate", referral, by=by, why=advocate)
    _put_on_the_case(referral, by)


@action
def end_advocacy(referral: AdvocacyReferral, *, on: date, outcome: str, by: User) -> None:
    """Advocacy has ended. What became a complaint stays counted so."""
    referral.ended_on = on
    if referral.outcome == Outcome.OPEN:
        referral.outcome = outcome
    _save(referral)
    said = referral.get_outcome_display().lower()
    _record(f"recorded that advocacy ended: {said}", referral, by=by)


@action
def become_complaint(referral: AdvocacyReferral, case: Case, *, by: User) -> None:
    """Join a referral and the complaint that came of it; the advocate stands on the case."""
    referral.case, referral.outcome = case, Outcome.COMPLAINT
    _save(referral)
    record(f"recorded the complaint that came of it: {case}", referral, by=by)
    record("joined a referral to advocacy", case, by=by, why=referral.provider)
    if referral.advocate:
        _put_on_the_case(referral, by)


@action
def keep_feedback(referral: AdvocacyReferral, *, said: str, agreed_on: date, by: User) -> None:
    """Keep what the young person said of it, as they agreed."""
    referral.feedback, referral.feedback_agreed_on = said, agreed_on
    _save(referral)
    _record("kept what the young person said of advocacy", referral, by=by)


def _put_on_the_case(referral: AdvocacyReferral, by: User) -> None:
    case = referral.case
    role = CasePerson.Role.ADVOCATE
    there = case and case.lead.people.filter(role=role, person__name=referral.advocate)
    if case is None or there.exists():
        return
    add_people(case.lead, [{"role": role, "name": referral.advocate}], by=by)


def _save(referral: AdvocacyReferral) -> None:
    referral.full_clean()
    referral.save()


def _record(sentence: str, referral: AdvocacyReferral, *, by: User, why: str = "") -> None:
    record(sentence, referral.case or referral, by=by, why=why)
