"""Safeguarding comes first: a concern is raised, and stays open until it is referred or settled."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case, SafeguardingConcern
from stages.actions.tasks import raise_task
from stages.models import Task

WHAT_TO_DO = "Safeguarding: refer it now, or record why no referral is needed"


@action
def raise_concern(case: Case, *, concern: str, on: date, by: User) -> SafeguardingConcern:
    """Say that somebody may be at risk. It stands on every page of the case until it is settled."""
    raised = SafeguardingConcern(case=case, concern=concern, raised_on=on, raised_by=by)
    raised.full_clean()
    raised.save()
    case.safeguarding = True
    case.save(update_fields=["safeguarding"])
    raise_task(
        case,
        kind=Task.Kind.SAFEGUARDING,
        what=WHAT_TO_DO,
        due_on=on,
        outlives_the_case=True,
        by=by,
    )
    record("raised a safeguarding concern", case, by=by, why=concern)
    return raised


@action
def refer_concern(
    concern: SafeguardingConcern,
    *,
    to: str,
    on: date,
    referred_by: str,
    by: User,
    reference: str = "",
) -> None:
    """Record that a concern was referred: where, when, by whom."""
    concern.referred_to, concern.referred_on = to, on
    concern.referred_by, concern.reference = referred_by, reference
    concern.full_clean()
    concern.save()
    _settle(concern, on, f"Referred to {to}. {reference}".strip())
    record(f"recorded a safeguarding referral to {to}", concern.case, by=by, why=reference)


@action
def settle_concern(concern: SafeguardingConcern, *, because: str, on: date, by: User) -> None:
    """Record why a concern needs no referral: for a complaints manager alone."""
    concern.not_needed_on, concern.not_needed_by = on, by
    concern.not_needed_because = because
    concern.full_clean()
    concern.save()
    _settle(concern, on, f"No referral needed: {because}")
    record("decided that no safeguarding referral is needed", concern.case, by=by, why=because)


def _settle(concern: SafeguardingConcern, on: date, evidence: str) -> None:
    """The tasks end with the last open concern of the case."""
    case = concern.case
    if not case.safeguarding_concerns.open().exists():
        case.tasks.filter(kind=Task.Kind.SAFEGUARDING).finish_all(on=on, evidence=evidence)
