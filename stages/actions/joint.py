"""Linked cases of siblings that share one investigation, statement and report."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from stages.actions.casework import record_date
from stages.actions.statement import copy_statements
from stages.models import JointInvestigation, Stage, StageEvent
from stages.not_possible import NotPossible

SHARED = (
    StageEvent.INVESTIGATOR_APPOINTED,
    StageEvent.INDEPENDENT_PERSON_APPOINTED,
    StageEvent.INVESTIGATION_REPORT,
    StageEvent.INDEPENDENT_PERSON_REPORT,
)


@action
def join_investigation(stage: Stage, other: Stage, *, on: date, by: User) -> None:
    """Let ``stage`` share the investigation of ``other``: what stands there stands here too."""
    _refuse_a_wrong_match(stage, other)
    joint = other.joint or JointInvestigation.objects.create(since=on)
    for each in (stage, other):
        each.joint = joint
        each.save(update_fields=["joint"])
    for appointment in other.appointments.all():
        appointment.pk, appointment.stage = None, stage
        appointment._state.adding = True
        appointment.fee = appointment.expenses = None  # paid once, on the case it came from
        appointment.save()
    for event in SHARED:
        if day := getattr(other, event.value):
            record_date(stage, event, on=day, by=by)
    copy_statements(other, stage, by=by)
    # Neither sentence names the other case: not everybody who reads it may know of that
    record("joined the investigation of another case", stage.case, by=by)
    record("let another case join the investigation", other.case, by=by)


@action
def leave_investigation(stage: Stage, *, why: str, by: User) -> None:
    """Go on alone. What was recorded stays; what is recorded from now on is its own."""
    fellows = list(stage.joint.stages.exclude(pk=stage.pk).select_related("case"))
    leaving = [stage, *fellows] if len(fellows) == 1 else [stage]
    for each in leaving:
        each.joint = None
        each.save(update_fields=["joint"])
    record("left the joint investigation", stage.case, by=by, why=why)
    for each in fellows:
        record("recorded that another case left the joint investigation", each.case, by=by)


def _refuse_a_wrong_match(stage: Stage, other: Stage) -> None:
    if not Stage.objects.to_join(stage).filter(pk=other.pk).exists():
        raise NotPossible(
            f"{other.case} is no linked case with the same stage of the same procedure under way."
        )
    if stage.joint_id or stage.appointments.exists() or stage.statements.exists():
        raise NotPossible("An investigation of its own has begun.")
