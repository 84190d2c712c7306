"""Before stage 1: a concern is settled, or becomes a complaint. Counted apart from stage 1."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from stages.actions import casework, endings
from stages.before_stage_1 import why_a_complaint
from stages.deadlines import count_clocks
from stages.models import Answer, Outcome, Plan, Stage
from stages.not_possible import NotPossible
from stages.working_calendar import in_words

SETTLED = "Settled before stage 1"


@action
def promise(stage: Stage, *, on: date, due_on: date, by: User, how: str = "") -> Plan:
    """Promise a day by which a concern is settled; one that has passed stays missed."""
    main = stage.deadlines.get(is_main=True)
    plan = Plan(
        stage=stage,
        agreed_on=on,
        from_due_on=main.due_on,
        due_on=due_on,
        how=how,
        by_agreement=False,
        told_on=on,
    )
    plan.full_clean()
    plan.save()
    count_clocks(stage)
    if not plan.counts:  # still the day that the complainant expects
        stage.deadlines.filter(is_main=True).update(told_on=due_on)
    record(f"promised to settle it by {in_words(due_on)}", stage.case, by=by, why=how)
    return plan


@action
def settle(stage: Stage, *, on: date, what: str, with_whom: str, by: User) -> None:
    """Settle a concern with a complainant who is content with it; the case ends."""
    if why := why_a_complaint(stage, on=on):
        raise NotPossible(why)
    stage.outcome = Outcome.RESOLVED
    _set_date(stage, responded_on=on)
    Answer.objects.create(stage=stage, way=Answer.Way.SETTLED, with_whom=with_whom, agreed=what)
    record("settled the concern", stage.case, by=by, why=what)
    endings.close(stage.case, on=on, reason=SETTLED, by=by)


@action
def become_complaint(case: Case, *, on: date, runs_from: date, by: User, why: str = "") -> Stage:
    """Begin stage 1 of what was a concern; ``runs_from`` is the day its clock runs from."""
    before = case.stages.get(number=0)
    case.kind = Case.Kind.COMPLAINT
    case.closed_on, case.close_reason = None, ""
    case.save(update_fields=["kind", "closed_on", "close_reason"])
    _set_date(before, escalated_on=on)
    before.deadlines.filter(met_on=None).update(live=False)
    record(f"made it a complaint from {in_words(runs_from)}", case, by=by, why=why)
    return casework.begin_stage(case, 1, on=on, received_on=runs_from, by=by)


def _set_date(stage: Stage, **dates: date) -> None:
    for name, day in dates.items():
        setattr(stage, name, day)
    stage.full_clean(validate_unique=False)
    stage.save()
    count_clocks(stage)
