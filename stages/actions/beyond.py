"""What happens instead of a stage or beyond the last one: mediation, and the Ombudsman."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from stages.actions.casework import NotPossible
from stages.models import Mediation, OmbudsmanDecision, OmbudsmanEnquiry


@action
def hold_mediation(
    case: Case, *, on: date, outcome: str, by: User, terms: str = "", mediator: str = ""
) -> Mediation:
    """Record a mediation that was held. It avoided a stage only if that stage had been asked for.

    It never removes the right to the next stage (domain.md 7).
    """
    asked_for = case.stages.filter(begun_on=None).order_by("number").first()
    settled = outcome == Mediation.Outcome.RESOLVED
    mediation = case.mediations.create(
        service_area=case.service_area,
        held_on=on,
        outcome=outcome,
        terms=terms,
        mediator=mediator,
        stage_avoided=asked_for.number if asked_for and settled else None,
    )
    record(f"recorded a mediation: {mediation.get_outcome_display().lower()}", case, by=by)
    return mediation


@action
def receive_enquiry(case: Case, *, on: date, by: User, reference: str = "") -> OmbudsmanEnquiry:
    """Record that the Ombudsman asks about a case; possible at any time, also after it closed."""
    enquiry = case.ombudsman_enquiries.create(
        service_area=case.service_area, received_on=on, ombudsman_reference=reference
    )
    record("recorded an enquiry of the Ombudsman", case, by=by)
    return enquiry


@action
def decide_enquiry(
    case: Case, *, on: date, decision: OmbudsmanDecision, by: User
) -> OmbudsmanEnquiry:
    """Record the Ombudsman's decision. It belongs to the year in which it was made."""
    enquiry = case.ombudsman_enquiries.filter(decision=None).order_by("received_on").first()
    if enquiry is None:
        raise NotPossible("No enquiry of the Ombudsman is waiting for a decision.")
    enquiry.decision, enquiry.decided_on = decision, on
    enquiry.full_clean()
    enquiry.save(update_fields=["decision", "decided_on"])
    record(f"recorded the Ombudsman's decision: {decision}", case, by=by)
    return enquiry
