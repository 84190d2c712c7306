"""What the guided test says is to be done beside deciding the procedure."""

from datetime import date

from accounts.models import User
from accounts.trail import action
from cases.models import Case, Decision
from stages.actions.decisions import ask_for_decision
from stages.actions.safeguarding import raise_concern
from stages.actions.tasks import raise_task
from stages.models import Task
from stages.triage import (
    DATA_PROTECTION,
    DECIDE_INTEREST,
    FIND_OUT,
    OVER_A_YEAR,
    SAFEGUARDING,
    SPLIT,
    SPLIT_DATA,
    WITH_THE_NHS,
    Note,
    Proposal,
)

TO_DECIDE = {
    DECIDE_INTEREST: Decision.Kind.SUFFICIENT_INTEREST,
    OVER_A_YEAR: Decision.Kind.TIME_LIMIT,
}
TO_DO = {
    FIND_OUT: Task.Kind.REMINDER,
    SPLIT: Task.Kind.SPLIT,
    SPLIT_DATA: Task.Kind.SPLIT,
    WITH_THE_NHS: Task.Kind.JOINT,
}


@action
def follow_up(case: Case, *, proposal: Proposal, on: date, by: User) -> None:
    """Put what has not been done yet on the desk, due at once; a test taken again adds nothing."""
    for note in proposal.notes:
        if note == SAFEGUARDING and not case.safeguarding:
            raise_concern(case, concern="Answered in the guided test: at risk now", on=on, by=by)
        elif note in TO_DECIDE:
            _ask_once(case, TO_DECIDE[note], on, by)
        elif note in TO_DO and not _is_seen_to(case, note):
            raise_task(case, kind=TO_DO[note], what=note.text, due_on=on, by=by)


def _is_seen_to(case: Case, note: Note) -> bool:
    """Whether it was done, or stands on the desk since an earlier test."""
    if case.tasks.filter(what=note.text).exists():
        return True
    if note == WITH_THE_NHS:
        return case.joint_work.exists()
    if note == SPLIT_DATA:
        about_data = case.route.procedure.code == DATA_PROTECTION
        return about_data or case.parts.filter(route__procedure__code=DATA_PROTECTION).exists()
    return note == SPLIT and (case.part_of_id is not None or case.parts.exists())


def _ask_once(case: Case, kind: Decision.Kind, on: date, by: User) -> None:
    decided = case.decisions.filter(kind=kind)
    asked = case.tasks.filter(kind=Task.Kind.DECISION, decision_kind=kind)
    if not decided.exists() and not asked.exists():
        ask_for_decision(case, kind=kind, on=on, due_on=on, by=by)
