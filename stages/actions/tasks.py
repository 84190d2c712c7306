"""Tasks of a case: raised by a person or by a step, done, or no longer needed."""

from datetime import date

from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from stages.models import Stage, Task
from stages.not_possible import NotPossible
from stages.task_message import tell_owner


@action
def raise_task(
    case: Case, *, what: str, due_on: date, by: User | None, kind=Task.Kind.REMINDER, **more
) -> Task:
    """Put a task on a case; ``more`` are fields of :class:`~stages.models.Task`."""
    task = Task(case=case, kind=kind, what=what, due_on=due_on, **more)
    task.full_clean()
    task.save()
    _record(f"set a task for {due_on:%-d %B %Y}: {what}", task, by=by)
    return task


@action
def remind_by_task(case: Case, *, what: str, due_on: date, by: User, **more) -> Task:
    """Put a task on a case, and tell its owner of it by e-mail with all that is saved."""
    task = raise_task(case, what=what, due_on=due_on, by=by, **more)
    tell_owner(task, by=by)
    return task


@action
def finish_task(
    task: Task, *, on: date, by: User, evidence: str = "", sent_on: date | None = None
) -> None:
    """End a task as done; ``sent_on`` is when what shows it went to whom it goes to.

    Where somebody was to be told of a decision, they have been.
    """
    _refuse_where_a_step_ends_it(task)
    task.done_on, task.evidence, task.evidence_sent_on = on, evidence, sent_on
    task.full_clean()
    task.save(update_fields=["done_on", "evidence", "evidence_sent_on"])
    if task.decision and task.decision.told_on is None:
        task.decision.told_on = on
        task.decision.full_clean()
        task.decision.save(update_fields=["told_on"])
    _record(f"did the task: {task}", task, by=by, why=evidence)


@action
def confirm_task(task: Task, *, on: date, by: User) -> None:
    """Record that the owner of a task has taken it on."""
    if task.owner != by:
        raise NotPossible(f"It is for {task.owner or 'whoever holds the case'} to take on.")
    task.confirmed_on = on
    task.full_clean()
    task.save(update_fields=["confirmed_on"])
    record(f"took on the task: {task}"[:500], task.case, by=by)


@action
def drop_task(task: Task, *, on: date, why: str, by: User | None) -> None:
    _refuse_where_a_step_ends_it(task)
    task.dropped_on, task.dropped_because = on, why
    task.full_clean()
    task.save(update_fields=["dropped_on", "dropped_because"])
    _record(f"dropped the task: {task}", task, by=by, why=why)


@action
def ask_for_the_learning_form(
    stage: Stage, *, on: date, due_on: date, owner: User | None, by: User
) -> None:
    """It is due with the draft of an answer, once for a stage: where somebody else answers now, it
    is theirs."""
    asked = Task.objects.filter(stage=stage, kind=Task.Kind.LEARNING)
    if asked.exclude(done_on=None).exists():
        return
    for task in asked.open():
        drop_task(task, on=on, why="Somebody else answers", by=by)
    raise_task(
        stage.case,
        stage=stage,
        kind=Task.Kind.LEARNING,
        what=f"Fill in the learning form of {stage}",
        due_on=due_on,
        owner=owner,
        outlives_the_case=True,
        by=by,
    )


def _refuse_where_a_step_ends_it(task: Task) -> None:
    if task.ends_with_its_step:
        raise ValidationError("It ends when what it asks for is recorded, and not before.")


def _record(sentence: str, task: Task, *, by: User | None, why: str = "") -> None:
    """In the case's history; what only complaints managers may know, in the task's own."""
    record(sentence[:500], task if task.for_deciders else task.case, by=by, why=why)
