"""Cases for the tests of their pages, made by the same steps as in the office."""

from datetime import date

from django.core.management import call_command

from accounts.models import User
from accounts.permissions import Role
from cases.models import Case, Channel, Directorate, ServiceArea
from stages.actions import casework
from stages.actions.intake import take_in
from stages.models import Outcome, StageEvent

RECEIVED = date(2006, 9, 4)
TABS = ["", "points/", "stages/", "people/", "remedies/", "history/"]


def load_rules() -> None:
    call_command("load_calendar", verbosity=0)
    call_command("load_procedures", verbosity=0)


def someone(role: Role, name: str = "Anna Fielding") -> User:
    email = f"{name.split()[0].lower()}.{role.value.replace('_', '-')}@example.org"
    return User.objects.create_user(email, name, [role])


def children_in_need() -> ServiceArea:
    directorate, _ = Directorate.objects.get_or_create(name="Children's Services")
    area, _ = ServiceArea.objects.get_or_create(
        name="Children in Need",
        defaults={"directorate": directorate, "usual_procedure": "children"},
    )
    return area


def take_in_complaint(by: User, *, on: date = RECEIVED, **facts) -> Case:
    """A complaint of two points by one person for one child, on the children's procedure."""
    complainant = {"name": "Marlow Penfield", "relation": "mother"} | facts.pop("complainant", {})
    channel, _ = Channel.objects.get_or_create(name="Telephone")
    return take_in(
        on=on,
        by=by,
        code=facts.pop("code", "children"),
        received_on=on,
        service_area=children_in_need(),
        channel=channel,
        summary="The visits were cancelled twice and nobody called back.",
        complainant=complainant,
        children=["Rowan Penfield"],
        points=["Visits were cancelled", "Nobody called back"],
        **facts,
    )


def answer_stage(case: Case, number: int, *, on: date, by: User, findings: list[Outcome]) -> None:
    points = dict(zip(case.points.all(), findings, strict=True))
    casework.respond(case.stages.get(number=number), on=on, findings=points, by=by)


def acknowledge(case: Case, number: int, *, on: date, by: User) -> None:
    stage = case.stages.get(number=number)
    casework.record_date(stage, StageEvent.ACKNOWLEDGED, on=on, by=by)


def words_of(answer) -> str:
    """What a page says, on one line."""
    return " ".join(answer.content.decode().split())
