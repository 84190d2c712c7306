"""Who looks at a complaint from outside: investigators and independent persons."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from stages.actions.casework import record_date
from stages.models import Appointment, Investigator, Stage, StageEvent

EVENT_OF = {
    Appointment.Role.INVESTIGATING_OFFICER: StageEvent.INVESTIGATOR_APPOINTED,
    Appointment.Role.INDEPENDENT_PERSON: StageEvent.INDEPENDENT_PERSON_APPOINTED,
}


@action
def appoint(stage: Stage, investigator: Investigator, *, role: str, on: date, by: User):
    """Appoint someone to a stage, and to those that share its investigation."""
    for each in [stage, *Stage.objects.investigated_with(stage).exclude(pk=stage.pk)]:
        appointment = Appointment(stage=each, investigator=investigator, role=role, appointed_on=on)
        appointment.full_clean()
        appointment.save()
        record_date(each, EVENT_OF[role], on=on, by=by)
    return appointment


@action
def add_investigator(*, name: str, by: User, agency="", employed_by_council=False) -> Investigator:
    """Take someone into the pool of investigators, independent persons and panellists."""
    investigator = Investigator.objects.create(
        name=name, agency=agency, employed_by_council=employed_by_council
    )
    record("added someone to the pool", investigator, by=by)
    return investigator
