"""How a case ends, and how it comes back: withdrawn, closed, reopened."""

from datetime import date, timedelta

from django.conf import settings
from django.db.models import F, Q

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case, CloseReason
from stages.actions.tasks import raise_task
from stages.asking_afterwards import ways_open
from stages.models import AskedAfterwards, Deadline, Outcome, Task
from stages.not_possible import NotPossible
from stages.situation import is_set_aside, with_facts

SAFEGUARDING_FIRST = (
    "A safeguarding concern is open: record the referral, or why none is needed, first."
)
WHY_CLOSED = ["close_reason", "closed_because", "left_out_as", "duplicate_of"]


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
def close(
    case: Case,
    *,
    on: date,
    by: User,
    reason: str = "",
    because: CloseReason | None = None,
    duplicate_of: Case | None = None,
) -> None:
    """Close a case: what was still running no longer falls due.

    ``because`` is of the council's list, ``reason`` words of one's own. A duplicate, or what was
    logged in error, is left out of the count from then on.
    """
    if case.safeguarding_concerns.open().exists():
        raise NotPossible(SAFEGUARDING_FIRST)
    case.closed_on, case.closed_because = on, because
    case.close_reason = (reason or str(because or ""))[:200]
    left_out = because and because.means in Case.LeftOut.values
    case.left_out_as = because.means if left_out else ""
    case.duplicate_of = duplicate_of
    case.full_clean(validate_unique=False)
    case.save(update_fields=["closed_on", *WHY_CLOSED])
    _nothing_more_is_due(case, on)
    record(f"closed the case: {case.close_reason}", case, by=by)
    if because and because.means == CloseReason.Means.RAN_ITS_COURSE:
        _ask_afterwards(case, on, by)


@action
def reopen(case: Case, *, why: str, by: User) -> None:
    """Open an ended case again; what was running runs again, by its own dates."""
    was_withdrawn = case.withdrawn_on is not None
    case.closed_on, case.withdrawn_on, case.close_reason = None, None, ""
    case.closed_because, case.left_out_as, case.duplicate_of = None, "", None
    case.save(update_fields=["closed_on", "withdrawn_on", *WHY_CLOSED])
    if was_withdrawn:
        case.stages.filter(outcome=Outcome.WITHDRAWN, responded_on=None).update(outcome="")
    case.stages.filter(outcome=Outcome.NOT_ACCEPTED, responded_on=None).update(outcome="")
    going_on = [stage for stage in with_facts(case.stages.all()) if not is_set_aside(stage)]
    unanswered = Q(stage__number=0) | Q(stage__responded_on=None)
    gave_way = unanswered & Q(stage__escalated_on__isnull=False)
    unmet = Deadline.objects.filter(
        stage__in=going_on, limit__stage=F("stage__definition"), met_on=None
    )
    unmet.exclude(gave_way).update(live=True)
    case.tasks.take_up_again()
    record("reopened the case", case, by=by, why=why)


def _ask_afterwards(case: Case, on: date, by: User) -> None:
    """A task to ask the complainant, where the council does and their contact rules let it."""
    if not settings.ASK_AFTERWARDS_DAYS or case.part_of_id:
        return
    person = case.letters_go_to()
    waits = case.tasks.open().filter(kind=Task.Kind.ASK_AFTERWARDS).exists()
    asked = AskedAfterwards.objects.filter(case=case).exists()
    if person is None or waits or asked or not ways_open(person.person):
        return
    raise_task(
        case,
        what="Ask the complainant how it went",
        due_on=on + timedelta(days=settings.ASK_AFTERWARDS_DAYS),
        kind=Task.Kind.ASK_AFTERWARDS,
        outlives_the_case=True,
        by=by,
    )


def _nothing_more_is_due(case: Case, on: date) -> None:
    Deadline.objects.filter(stage__case=case, met_on=None).update(live=False)
    case.tasks.end_with_their_case(on=on)
