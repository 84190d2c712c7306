"""What happens instead of a stage: mediation."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from stages.models import Mediation


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
