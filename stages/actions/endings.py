"""How a case ends, and how it comes back: withdrawn, refused, closed, reopened."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case, Decision
from stages.models import Deadline, Outcome


@action
def withdraw(case: Case, *, on: date, by: User, why="") -> None:
    """End a case at the complainant's wish; what was running no longer falls due."""
    case.withdrawn_on = on
    case.full_clean(validate_unique=False)
    case.save(update_fields=["withdrawn_on"])
    case.stages.filter(responded_on=None).update(outcome=Outcome.WITHDRAWN)
    _nothing_more_is_due(case, on)
    record("recorded that the complaint was withdrawn", case, by=by, why=why)


@action
def close(case: Case, *, on: date, reason: str, by: User) -> None:
    """Close a case: what was still running no longer falls due."""
    case.closed_on, case.close_reason = on, reason
    case.full_clean(validate_unique=False)
    case.save(update_fields=["closed_on", "close_reason"])
    _nothing_more_is_due(case, on)
    record(f"closed the case: {reason}", case, by=by)


@action
def refuse(case: Case, *, on: date, decision: str, reason: str, by: User) -> Decision:
    """Refuse a complaint: a decision of its own that reports count, never a deletion."""
    refusal = case.decisions.create(
        kind=Decision.Kind.REFUSED,
        decided_on=on,
        decided_by=by,
        decision=decision,
        reason=reason,
    )
    begun = case.stages.filter(responded_on=None).exclude(begun_on=None)
    begun.update(outcome=Outcome.NOT_ACCEPTED)
    close(case, on=on, reason=f"Refused: {decision}", by=by)
    return refusal


@action
def reopen(case: Case, *, why: str, by: User) -> None:
    """Open an ended case again; what was running runs again, by its own dates."""
    was_withdrawn = case.withdrawn_on is not None
    case.closed_on, case.withdrawn_on, case.close_reason = None, None, ""
    case.save(update_fields=["closed_on", "withdrawn_on", "close_reason"])
    if was_withdrawn:
        case.stages.filter(outcome=Outcome.WITHDRAWN, responded_on=None).update(outcome="")
    unanswered = case.stages.filter(outcome=Outcome.NOT_ACCEPTED, responded_on=None)
    unanswered.update(outcome="")
    Deadline.objects.filter(stage__case=case, met_on=None).update(live=True)
    case.tasks.take_up_again()
    record("reopened the case", case, by=by, why=why)


def _nothing_more_is_due(case: Case, on: date) -> None:
    Deadline.objects.filter(stage__case=case, met_on=None).update(live=False)
    case.tasks.end_with_their_case(on=on)
