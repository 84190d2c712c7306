"""What moves or stops a clock: extensions, plans, and time in which the council waits."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.actions.casework import assign
from cases.models import Assignment
from stages.actions.tasks import ask_for_the_learning_form, finish_task, raise_task
from stages.deadlines import count_clocks
from stages.models import Deadline, Extension, Hold, How, Plan, Stage, Task
from stages.not_possible import NotPossible
from stages.working_calendar import in_words

TELL = "Tell the complainant of the new date, {}"


@action
def extend(
    stage: Stage,
    *,
    to: date,
    reason: str,
    by: User,
    decided_on: date | None = None,
    told_on: date | None = None,
    told_how: str = "",
    ombudsman_named: bool = False,
) -> Extension:
    """Move the due date of the response, within the ceiling, with a reason (domain.md 1.A).

    Until the complainant is told, the old date stays due. Without ``decided_on`` it was decided on
    the day they were told.
    """
    main = stage.deadlines.select_related("limit").get(is_main=True)
    if main.limit.by_agreement:
        raise NotPossible("More time is agreed with the complainant: record the plan.")
    if to > main.ceiling_on:
        raise NotPossible(f"{stage} can be extended to {in_words(main.ceiling_on)} at the latest.")
    extension = Extension(
        stage=stage,
        from_due_on=main.due_on,
        to_due_on=to,
        reason=reason,
        decided_on=decided_on or told_on,
        told_on=told_on,
        told_how=told_how,
        ombudsman_named=ombudsman_named,
    )
    extension.full_clean()
    extension.save()
    record(f"extended {stage} to {in_words(to)}", stage.case, by=by, why=reason)
    if told_on is None:
        what = TELL.format(in_words(to))
        raise_task(
            stage.case,
            kind=Task.Kind.NEW_DATE,
            what=what,
            due_on=main.due_on,
            stage=stage,
            by=by,
        )
    count_clocks(stage)
    _keep_date_told(extension)
    return extension


@action
def tell_of_extension(
    stage: Stage, *, on: date, how: str, by: User, ombudsman_named: bool = False
) -> Extension:
    """Record that the complainant was told of the new date: from then on it is due."""
    extension = stage.extensions.untold().last()
    if extension is None:
        raise NotPossible(f"Of {stage} there is no new date that is still to be told.")
    extension.told_on, extension.told_how = on, how
    extension.ombudsman_named = ombudsman_named
    extension.full_clean()
    extension.save()
    to = in_words(extension.to_due_on)
    said = f"told the complainant that {stage} is due on {to}"
    record(said, stage.case, by=by)
    for task in stage.tasks.open().filter(kind=Task.Kind.NEW_DATE):
        finish_task(task, on=on, evidence=How(how).label if how else "", by=by)
    count_clocks(stage)
    _keep_date_told(extension)
    return extension


def _keep_date_told(extension: Extension) -> None:
    """A new date that came too late to count is still the one that the complainant expects."""
    if extension.told_on and not extension.counts:
        main = extension.stage.deadlines.filter(is_main=True)
        main.update(told_on=extension.to_due_on)


@action
def agree_plan(
    stage: Stage,
    *,
    on: date,
    due_on: date,
    by: User,
    how: str = "",
    by_agreement: bool = True,
    told_on: date | None = None,
) -> Plan:
    """Set by when a stage is answered, as agreed; the plan before it is kept (domain.md 1.E)."""
    main = stage.deadlines.select_related("limit").get(is_main=True)
    if main.limit.by_agreement:
        _refuse_beyond_the_long_stop(stage, main, on, due_on, by_agreement)
    plan = Plan(
        stage=stage,
        agreed_on=on,
        from_due_on=main.due_on,
        due_on=due_on,
        how=how,
        by_agreement=by_agreement,
        told_on=told_on,
    )
    plan.full_clean()
    plan.save()
    count_clocks(stage)
    verb = "agreed with the complainant" if by_agreement else "set, and told the complainant,"
    record(f"{verb} that {stage} is due on {in_words(due_on)}", stage.case, by=by, why=how)
    return plan


def _refuse_beyond_the_long_stop(
    stage: Stage, main: Deadline, on: date, due_on: date, by_agreement: bool
) -> None:
    """A longer time may be agreed, by both, before the long stop ends (2009 regs, reg 14)."""
    if due_on <= main.ceiling_on:
        return
    ends = in_words(main.ceiling_on)
    if not by_agreement:
        raise NotPossible(
            f"The council alone can set a date up to {ends}. A later one is agreed with the "
            "complainant."
        )
    if on > main.ceiling_on:
        raise NotPossible(
            f"The time ended on {ends}: a later date could be agreed only before. Write to explain "
            "why, and answer as soon as you can."
        )


@action
def allocate(
    stage: Stage,
    *,
    to: User,
    capacity: str,
    on: date,
    by: User,
    draft_due_on: date | None = None,
    told: str = "",
) -> Assignment:
    """Put the case to someone; for whoever answers, their draft stands on their desk by its day,
    and with it the learning form."""
    assignment = assign(stage.case, to=to, capacity=capacity, on=on, told=told, by=by)
    if capacity == Assignment.Capacity.RESPONDER and draft_due_on:
        due = {"due_on": draft_due_on, "owner": to, "stage": stage, "by": by}
        what = f"Send the draft answer to {stage}"
        raise_task(stage.case, kind=Task.Kind.DRAFT, what=what, **due)
        ask_for_the_learning_form(stage, on=on, due_on=draft_due_on, owner=to, by=by)
    return assignment


@action
def hold(stage: Stage, *, on: date, reason: str, by: User, told_on: date | None = None) -> Hold:
    """Record that the council waits. Only a version that says so moves the due date by it."""
    waiting = Hold(stage=stage, from_on=on, reason=reason, told_on=told_on)
    waiting.full_clean()
    waiting.save()
    if stage.definition.procedure.pauses_move_deadlines:
        _what_a_pause_stops(stage).update(live=False)
    record(f"put {stage} on hold", stage.case, by=by, why=reason)
    return waiting


@action
def resume(stage: Stage, *, on: date, by: User) -> None:
    """End the wait; ``on`` is its last day."""
    waiting = stage.holds.filter(to_on=None).first()
    if waiting is None:
        raise NotPossible(f"{stage} is not on hold.")
    waiting.to_on = on
    waiting.full_clean()
    waiting.save(update_fields=["to_on"])
    if stage.definition.procedure.pauses_move_deadlines:
        _what_a_pause_stops(stage).update(live=True)
    count_clocks(stage)
    record(f"took {stage} off hold", stage.case, by=by)


def _what_a_pause_stops(stage: Stage):
    """The clock of the answer, and the milestones that count back from it."""
    limits = stage.definition.limits
    main = limits.filter(is_main=True).values("key")
    stopped = limits.filter(is_main=True) | limits.filter(counts_back_from__in=main)
    return stage.deadlines.filter(met_on=None, limit__in=stopped)
