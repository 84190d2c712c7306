"""What was recorded wrongly and is past undoing: put right, with the reason.

What stood before stays in the history of the case.
"""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case, ServiceArea
from stages.actions.casework import ask_where_late, follow_usual_procedure
from stages.corrections import corrected, name_of
from stages.deadlines import count_clocks
from stages.models import Procedure, Stage, StageEvent
from stages.models.saving import save_or_say_why
from stages.not_possible import NotPossible
from stages.working_calendar import in_words


@action
def correct_date(stage: Stage, event: StageEvent, *, to: date, why: str, on: date, by: User):
    """Put a date of a stage right, and what was recorded as the same event beside it.

    The clocks are counted anew, on an ended case too: whether a time limit was met is reported.
    """
    before, case = getattr(stage, event.value), stage.case
    if before is None:
        raise NotPossible(f"{name_of(stage, event)} is not recorded.")
    changes = corrected(stage, event, to)
    if event == StageEvent.RECEIVED:
        _put_receipt_right(case, to)
    for changed, dates in changes:
        if changed.case_id == case.pk:
            changed.case = case  # with the date of receipt that was put right
        for name, day in dates.items():
            setattr(changed, name, day)
        save_or_say_why(changed)
        count_clocks(changed)
    said = f"{name_of(stage, event)}: {in_words(before)} put right to {in_words(to)}"
    for one in {changed.case for changed, _ in changes}:
        record(said[:500], one, by=by, why=why)
    for changed, _ in changes:
        ask_where_late(changed, on=on, by=by)


def _put_receipt_right(case: Case, to: date) -> None:
    """The version of the procedure is fixed by the day it was made, for the whole case."""
    procedure = case.route.procedure
    version = Procedure.objects.version_for(procedure.code, case.made_on or to)
    if version != procedure:
        raise NotPossible(
            f"On {in_words(to)} another version of the procedure was in force. Close the case as "
            "logged in error, and log it again with that date."
        )
    case.received_on = to
    save_or_say_why(case)


@action
def change_service_area(case: Case, *, to: ServiceArea, why: str, on: date, by: User) -> None:
    """Move a case to the service that it is about; until triage, to its usual procedure too."""
    before = case.service_area
    if to == before:
        raise NotPossible(f"It is with {to} already.")
    case.service_area = to
    save_or_say_why(case)
    record(f"moved the case from {before} to {to}"[:500], case, by=by, why=why)
    if case.route.provisional and case.route.procedure.code != to.usual_procedure:
        follow_usual_procedure(case, on=on, by=by)
