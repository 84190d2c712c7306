"""Tasks of a case: raised by a person or by a step, done, or no longer needed."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from stages.models import Task


@action
def raise_task(
    case: Case, *, what: str, due_on: date, by: User | None, kind=Task.Kind.REMINDER, **more
) -> Task:
    """Put a task on a case; ``more`` are fields of :class:`~stages.models.Task`."""
    task = Task(case=case, kind=kind, what=what, due_on=due_on, **more)
    task.full_clean()
    task.save()
    record(f"set a task for {due_on:%-d %B %Y}: {what}"[:500], case, by=by)
    return task


@action
def finish_task(task: Task, *, on: date, by: User, evidence: str = "") -> None:
    task.done_on, task.evidence = on, evidence
    task.full_clean()
    task.save(update_fields=["done_on", "evidence"])
    record(f"did the task: {task}"[:500], task.case, by=by, why=evidence)


@action
def drop_task(task: Task, *, on: date, why: str, by: User | None) -> None:
    task.dropped_on, task.dropped_because = on, why
    task.full_clean()
    task.save(update_fields=["dropped_on", "dropped_because"])
    record(f"dropped the task: {task}"[:500], task.case, by=by, why=why)
