"""A complaint at Stage 2 or 3, made by the steps of the office, for the tests of both."""

from datetime import date

from accounts.models import User
from accounts.permissions import Role
from cases.models import Case, Directorate, ServiceArea
from stages.actions.casework import begin_stage, request_stage, respond
from stages.actions.intake import take_in
from stages.actions.outsiders import add_investigator
from stages.models import Outcome, Stage

RECEIVED, ANSWERED, REQUESTED = date(2026, 6, 1), date(2026, 6, 12), date(2026, 7, 3)


def an_officer(name="Anna Fielding", role=Role.OFFICER) -> User:
    email = f"{name.split()[0].lower()}@example.org"
    return User.objects.create_user(email, name, [role])


def complaint(by: User, *, code="children", received_on=RECEIVED, points=("The move", "Not told")):
    directorate, _ = Directorate.objects.get_or_create(name="Children's Services")
    area, _ = ServiceArea.objects.get_or_create(
        name="Leaving Care", defaults={"directorate": directorate, "usual_procedure": code}
    )
    return take_in(
        on=received_on,
        by=by,
        code=code,
        received_on=received_on,
        service_area=area,
        points=list(points),
    )


def at_stage_2(by: User, **facts) -> Stage:
    """Answered at Stage 1, and Stage 2 begun on the day it was asked for."""
    return escalated(complaint(by, **facts), 2, by)


def escalated(
    case: Case, number: int, by: User, *, requested=REQUESTED, answered=ANSWERED
) -> Stage:
    before = case.stages.get(number=number - 1)
    points = case.points.at_stage(number - 1)
    if not before.responded_on:
        found = dict.fromkeys(points, Outcome.NOT_UPHELD)
        respond(before, on=answered, findings=found, by=by)
    request_stage(case, number, on=requested, by=by)
    return begin_stage(case, number, on=requested, by=by)


def somebody(name: str, by: User, **facts):
    return add_investigator(name=name, by=by, **facts)
