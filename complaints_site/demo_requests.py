"""What services are asked in the cases of the demonstration."""

from datetime import date

from django.utils.timezone import now

from accounts.models import User
from stages.actions import service_requests as actions
from stages.calendars import load_calendar
from stages.models import ServiceRequest, Stage
from stages.working_days import add_working_days

DAYS = 5


def ask(stage: Stage, to: str, question: str, *, on: date, by: User) -> None:
    """Ask somebody who signs in, by their address, or a team by its name."""
    user = User.objects.filter(email=to).first()
    asked = {"to_user": user} if user else {"to_name": to}
    due_on = add_working_days(on, DAYS, load_calendar())
    actions.ask_service(stage.case, question=question, on=on, due_on=due_on, by=by, **asked)


def chase(stage: Stage, *, on: date, by: User) -> None:
    actions.chase_request(_last(stage), on=on, by=by, how="By telephone")


def answered(stage: Stage, answer: str, *, on: date, by: User) -> None:
    how = ServiceRequest.How.TOLD
    actions.answer_request(_last(stage), answer=answer, on=on, how=how, now=now(), by=by)


def _last(stage: Stage) -> ServiceRequest:
    return stage.case.service_requests.latest("pk")


STEPS = {"ask_service": ask, "chase_service": chase, "service_answered": answered}
