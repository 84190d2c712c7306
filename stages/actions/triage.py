"""What the guided test says is to be done beside deciding the procedure."""

from datetime import date

from accounts.models import User
from accounts.trail import action
from cases.models import Case, Decision
from stages.actions.decisions import ask_for_decision
from stages.actions.safeguarding import raise_concern
from stages.actions.tasks import raise_task
from stages.models import Task
from stages.triage import DECIDE_INTEREST, FIND_OUT, OVER_A_YEAR, SAFEGUARDING, Proposal

TO_DECIDE = {
    DECIDE_INTEREST: Decision.Kind.SUFFICIENT_INTEREST,
    OVER_A_YEAR: Decision.Kind.TIME_LIMIT,
}


@action
def follow_up(case: Case, *, proposal: Proposal, on: date, by: User) -> None:
    """Put what has not been done yet on the desk, due at once; a test taken again adds nothing."""
    for note in proposal.notes:
        if note == SAFEGUARDING and not case.safeguarding:
            raise_concern(case, concern="Answered in the guided test: at risk now", on=on, by=by)
        elif note == FIND_OUT and not case.tasks.filter(what=FIND_OUT.text).exists():
            raise_task(case, what=FIND_OUT.text, due_on=on, by=by)
        elif kind := TO_DECIDE.get(note):
            _ask_once(case, kind, on, by)


def _ask_once(case: Case, kind: Decision.Kind, on: date, by: User) -> None:
    decided = case.decisions.filter(kind=kind)
    asked = case.tasks.filter(kind=Task.Kind.DECISION, decision_kind=kind)
    if not decided.exists() and not asked.exists():
        ask_for_decision(case, kind=kind, on=on, due_on=on, by=by)
