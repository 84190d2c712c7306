"""Who looks at a complaint from outside: people of the pool, appointed, met, paid."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from stages.actions.casework import record_date
from stages.models import Appointment, Investigator, PanelMember, Stage, StageEvent
from stages.pool import refuse_the_barred, sharing

EVENT_OF = {
    Appointment.Role.INVESTIGATING_OFFICER: StageEvent.INVESTIGATOR_APPOINTED,
    Appointment.Role.INDEPENDENT_PERSON: StageEvent.INDEPENDENT_PERSON_APPOINTED,
}


class Costs(NamedTuple):
    """What somebody asked for: None where it is not known yet."""

    fee: Decimal | None
    expenses: Decimal | None


@action
def appoint(
    stage: Stage,
    investigator: Investigator,
    *,
    role: str,
    on: date,
    by: User,
    asked_on: date | None = None,
    accepted_on: date | None = None,
) -> Appointment:
    """Appoint someone to a stage, and to those that share its investigation."""
    stages = sharing(stage)
    refuse_the_barred(stages, [investigator], role, on=on)
    for each in stages:
        appointment = Appointment(
            stage=each,
            investigator=investigator,
            role=role,
            asked_on=asked_on,
            accepted_on=accepted_on,
            appointed_on=on,
        )
        appointment.full_clean()
        appointment.save()
        record_date(each, EVENT_OF[role], on=on, by=by)
    return appointment


@action
def record_dates(
    engaged: Appointment | PanelMember, case: Case, *, by: User, **days: date | None
) -> None:
    """Record when somebody was asked, accepted, met the complainant; a date not given stays.

    It stands on every case that shares the investigation.
    """
    given = {name: day for name, day in days.items() if day}
    rows = [engaged]
    if isinstance(engaged, Appointment):
        rows = Appointment.objects.filter(
            stage__in=sharing(engaged.stage),
            investigator=engaged.investigator,
            role=engaged.role,
            ended_on=engaged.ended_on,
        )
    for row in rows:
        for name, day in given.items():
            setattr(row, name, day)
        row.full_clean()
        row.save(update_fields=list(given))
    record(f"recorded dates of the appointment of {engaged.investigator}", case, by=by)


@action
def record_costs(case: Case, costs: dict[Appointment | PanelMember, Costs], *, by: User) -> None:
    """Record the fee and the expenses of those who were appointed."""
    for engaged, cost in costs.items():
        if (engaged.fee, engaged.expenses) == cost:
            continue
        engaged.fee, engaged.expenses = cost
        engaged.full_clean()
        engaged.save(update_fields=["fee", "expenses"])
        record(f"recorded the fee and expenses of {engaged.investigator}", case, by=by)


@action
def add_investigator(*, name: str, by: User, **facts) -> Investigator:
    """Take someone into the pool of investigators, independent persons, panellists, mediators."""
    investigator = Investigator(name=name, **facts)
    investigator.full_clean()
    investigator.save()
    record("added someone to the pool", investigator, by=by)
    return investigator
