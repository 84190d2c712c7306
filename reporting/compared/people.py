"""What each person or team holds and has answered. A case counts for who holds it today."""

from dataclasses import replace
from datetime import date

from accounts.models import User
from reporting.any_table.asked import read
from reporting.any_table.page import shown
from reporting.charts.chart import about_of, chart_of
from reporting.openness import Openness
from reporting.period import Period, in_words
from reporting.scope import Scope

TABLES = (
    ("Complaints received", {"count": "complaints", "rows": "owner"}),
    (
        "Answers in time",
        {"count": "stages-answered", "rows": "owner", "columns": "in-time", "base": "row"},
    ),
    (
        "Working days to an answer, median",
        {"count": "stages-answered", "rows": "owner", "measure": "working-days-median"},
    ),
    (
        "Open at the end of the period",
        {"count": "complaints-open", "rows": "owner", "columns": "age"},
    ),
)


OPEN = {"count": "complaints-open", "rows": "owner", "columns": "age"}


def tables_of_people(scope: Scope, user: User, today: date) -> list[dict]:
    """What is open is counted on the last day of the period, or today where it is not over."""
    sections = [_section(n, *each, scope, user) for n, each in enumerate(TABLES)]
    last = max(min(scope.period.end, today), scope.period.start)
    until = replace(scope, period=Period(scope.period.start, last))
    return [*sections, _section(len(TABLES), f"Open on {in_words(last)}", OPEN, until, user)]


def _section(number: int, title: str, words: dict[str, str], scope: Scope, user: User) -> dict:
    asked = read({name: [value] for name, value in words.items()}, scope)
    table = shown(replace(asked, name=title, key=f"people-{number}"), scope, Openness(user, scope))
    return {"chart": chart_of(table["table"], about_of(scope)), "shown": table}
