"""What moves or stops a clock: extensions, and time in which the council waits."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from stages.actions.casework import NotPossible
from stages.deadlines import count_clocks
from stages.models import Extension, Hold, Stage


@action
def extend(stage: Stage, *, to: date, reason: str, told_on: date, by: User) -> Extension:
    """Move the due date of the response, within the ceiling, with a reason (domain.md 1.A)."""
    main = stage.deadlines.get(is_main=True)
    if to > main.ceiling_on:
        raise NotPossible(f"{stage} can be extended to {main.ceiling_on:%-d %B %Y} at the latest.")
    extension = Extension(
        stage=stage, from_due_on=main.due_on, to_due_on=to, reason=reason, told_on=told_on
    )
    extension.full_clean()
    extension.save()
    count_clocks(stage)
    record(f"extended {stage} to {to:%-d %B %Y}", stage.case, by=by, why=reason)
    return extension


@action
def hold(stage: Stage, *, on: date, reason: str, by: User, told_on: date | None = None) -> Hold:
    """Record that the council waits. Only a version that says so moves the due date by it."""
    waiting = Hold(stage=stage, from_on=on, reason=reason, told_on=told_on)
    waiting.full_clean()
    waiting.save()
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
    count_clocks(stage)
    record(f"took {stage} off hold", stage.case, by=by)
