"""Undoing the last step of a case while it is fresh. History keeps the step and its undoing."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from accounts.models import Event, User
from accounts.putting_back import CannotPutBack, put_back
from accounts.trail import action, record
from cases.acts import last_act, others_of
from cases.models import Case


@action
def undo_last(case: Case, *, context_id: UUID, now: datetime, by: User) -> str:
    """Put back every row that the act ``context_id`` changed; what was undone, as a sentence.

    Only the last act of a case is undone: whatever came after it was done in the knowledge of it.
    """
    act = last_act(case)
    if act is None or act.context_id != context_id:
        raise ValidationError("Something else was done on the case since. Look at its history.")
    if reason := act.why_not_undone(by, now):
        raise ValidationError(reason)
    _refuse_where_another_case_went_on(act, case)
    try:
        put_back(context_id)
    except CannotPutBack as refusal:
        raise ValidationError(f"{refusal} Take a step that corrects it.") from refusal
    record(f"undid: {act.sentence}"[:500], case, by=by)
    return act.sentence


def _refuse_where_another_case_went_on(act, case: Case) -> None:
    about = Event.objects.filter(about_model=case._meta.label_lower)
    for other in others_of(act, case):
        if about.filter(about_id=other).latest("pk").context_id != act.context_id:
            raise ValidationError("Something else was done since on a case that it touched too.")


@action
def undo_together(cases: Iterable[Case], *, context_id: UUID, now: datetime, by: User) -> None:
    """Put back what one act did to several cases, which are locked: to all of them, or to none."""
    acts = {case: last_act(case) for case in cases}
    for case, act in acts.items():
        if act is None or act.context_id != context_id:
            raise ValidationError(
                f"{case}: something else was done there since, so none of it is undone."
            )
        if reason := act.why_not_undone(by, now):
            raise ValidationError(reason)
    case, act = next(iter(acts.items()))
    if set(others_of(act, case)) - {each.pk for each in acts}:
        raise ValidationError("It touched a case that you may not see: ask who may see them all.")
    try:
        put_back(context_id)
    except CannotPutBack as refusal:
        raise ValidationError(f"{refusal} Nothing is undone.") from refusal
    for case, act in acts.items():
        record(f"undid: {act.sentence}"[:500], case, by=by)
