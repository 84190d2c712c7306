"""Who looks at a complaint from outside: investigators, independent persons, panels."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from stages.actions.casework import NotPossible, record_date
from stages.models import Appointment, Investigator, Panel, Stage, StageEvent

EVENT_OF = {
    Appointment.Role.INVESTIGATING_OFFICER: StageEvent.INVESTIGATOR_APPOINTED,
    Appointment.Role.INDEPENDENT_PERSON: StageEvent.INDEPENDENT_PERSON_APPOINTED,
}
PANELLISTS = 3


@action
def appoint(stage: Stage, investigator: Investigator, *, role: str, on: date, by: User):
    """Appoint someone to a stage. An independent person is never of the council (reg 2)."""
    if role == Appointment.Role.INDEPENDENT_PERSON and investigator.employed_by_council:
        raise NotPossible(f"{investigator} works for the council, so cannot be independent.")
    other = stage.appointments.filter(investigator=investigator, ended_on=None).first()
    if other:
        raise NotPossible(f"{investigator} is the {other.get_role_display().lower()} already.")
    appointment = stage.appointments.create(investigator=investigator, role=role, appointed_on=on)
    record_date(stage, EVENT_OF[role], on=on, by=by)
    return appointment


@action
def convene(stage: Stage, members: list[Investigator], *, chair: Investigator, on: date, by: User):
    """Record a panel and the day it met: three independent persons, one of whom chairs.

    The independent person of Stage 2 may not be a member (reg 19(2), (3)).
    """
    _refuse_a_wrong_panel(stage, members, chair)
    panel, _ = Panel.objects.get_or_create(stage=stage)
    for member in members:
        panel.members.create(investigator=member, chairs=member == chair)
    record_date(stage, StageEvent.PANEL_MET, on=on, by=by)
    return panel


def _refuse_a_wrong_panel(stage, members, chair) -> None:
    if len(set(members)) != PANELLISTS:
        raise NotPossible("A panel is three different people.")
    if chair not in members:
        raise NotPossible("The chair is one of the three.")
    for member in members:
        if member.employed_by_council:
            raise NotPossible(f"{member} works for the council, so cannot sit on the panel.")
    before = Appointment.objects.filter(
        stage__case=stage.case, role=Appointment.Role.INDEPENDENT_PERSON, investigator__in=members
    )
    if barred := before.select_related("investigator").first():
        raise NotPossible(
            f"{barred.investigator} was the independent person of Stage 2 "
            "and may not sit on the panel (regulation 19(3))."
        )


@action
def add_investigator(*, name: str, by: User, agency="", employed_by_council=False) -> Investigator:
    """Take someone into the pool of investigators, independent persons and panellists."""
    investigator = Investigator.objects.create(
        name=name, agency=agency, employed_by_council=employed_by_council
    )
    record("added someone to the pool", investigator, by=by)
    return investigator
