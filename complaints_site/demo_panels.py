"""The review panels of the demonstration, from the appointment to the council's answer."""

from datetime import date

from accounts.models import User
from complaints_site.demo_investigations import found, outsider
from stages.actions import panel as panels
from stages.actions.panel import Came, Consulted, Seat
from stages.calendars import load_calendar
from stages.models import Appointment, PanelAttendance, Stage
from stages.working_days import add_working_days


def appoint_panel(stage: Stage, names: list[str], *, on: date, by: User) -> None:
    """The first of the names chairs."""
    seats = [Seat(outsider(name, by=by), on, chairs=name == names[0]) for name in names]
    panels.appoint_panel(stage, seats, by=by)


def plan_panel(stage: Stage, in_days: int, venue: str, *, on: date, by: User) -> None:
    meets_on = add_working_days(on, in_days, load_calendar())
    panels.plan_panel(stage, on=meets_on, venue=venue, by=by)


def send_papers(stage: Stage, *, on: date, by: User) -> None:
    panels.send_papers(stage, on=on, by=by)


def hold_panel(stage: Stage, name: str, *, on: date, by: User) -> None:
    came = [Came(name, PanelAttendance.Part.COMPLAINANT, speaks=True)]
    panels.hold_panel(stage, on=on, came=came, by=by)


def report_panel(
    stage: Stage, findings: list[str], recommended: list[str], *, on: date, by: User
) -> None:
    points = list(stage.case.points.at_stage(2))
    panels.report_panel(
        stage,
        findings=found(points, findings, "As the panel sets out"),
        recommendations=recommended,
        on=on,
        by=by,
    )


def answer_panel(stage: Stage, answers: list[list[str]], how: str, *, on: date, by: User) -> None:
    """``answers`` say of each recommendation whether it is accepted, and why not; ``how`` is how
    the independent person of Stage 2 took part."""
    independent = Appointment.objects.get(
        stage__case=stage.case, role=Appointment.Role.INDEPENDENT_PERSON
    )
    panels.answer_panel(
        stage,
        answers=dict(zip(stage.recommendations.all(), map(tuple, answers), strict=True)),
        consulted=Consulted(independent.investigator, on, how),
        on=on,
        by=by,
    )


STEPS = {
    "appoint_panel": appoint_panel,
    "plan_panel": plan_panel,
    "send_papers": send_papers,
    "hold_panel": hold_panel,
    "report_panel": report_panel,
    "answer_panel": answer_panel,
}
