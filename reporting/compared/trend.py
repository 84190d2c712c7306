"""How complaints came in, quarter by quarter or half by half, for a year until the period's end."""

from dataclasses import replace

from accounts.models import User
from reporting.any_table.asked import read
from reporting.any_table.page import shown
from reporting.charts.chart import about_of, chart_of
from reporting.compared.parts import months_of
from reporting.openness import Openness
from reporting.period import Period
from reporting.scope import Scope

HALF = 6  # months


def trend(scope: Scope, user: User) -> dict:
    """From the same quarter or half of last year to this one."""
    unit = "half" if months_of(scope.period) == HALF else "quarter"
    whole = replace(scope, period=Period(scope.period.previous().start, scope.period.end))
    asked = read({"count": ["complaints"], "columns": [unit]}, whole)
    named = replace(asked, name=f"Complaints received, {unit} by {unit}", key="trend")
    table = shown(named, whole, Openness(user, whole))
    return {"chart": chart_of(table["table"], about_of(whole)), "shown": table}
