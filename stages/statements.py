"""The statement of complaint: a point of it before it is a row, and how long silence is borne."""

from datetime import date
from typing import NamedTuple

from cases.models import Point
from stages.calendars import calendar_for
from stages.models import Stage, Statement
from stages.working_days import add_working_days


class Line(NamedTuple):
    """``from_point`` is the point of the earlier stage that it takes further; None: it is new."""

    text: str
    desired_outcome: str = ""
    from_point: Point | None = None


def may_be_finalised_on(statement: Statement, stage: Stage) -> date:
    """The day of the last chase; the day it was proposed where the version knows no chase."""
    days = max(stage.definition.chase_statement_after, default=0)
    return add_working_days(statement.proposed_on, days, calendar_for(stage.definition.procedure))
