"""What services were asked, counted: who answered in time, who had to be chased, how it came."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from accounts.models import User
from accounts.permissions import Role
from reporting.annual_report import sums_of
from reporting.behind import line, ready_to_show
from reporting.period import financial_year
from reporting.scope import Scope
from reporting.tables import BY_KEY
from stages.actions.service_requests import (
    answer_request,
    ask_service,
    chase_request,
    withdraw_request,
)
from stages.models import ServiceRequest
from tests import factories as make

pytestmark = pytest.mark.django_db
ASKED = date(2026, 9, 7)
DUE = date(2026, 9, 14)
IN_TIME, LATE = date(2026, 9, 10), date(2026, 9, 17)
NOW = datetime(2026, 9, 17, 11, tzinfo=ZoneInfo("Europe/London"))
TABLE = BY_KEY["service_requests"]


@pytest.fixture
def scope():
    return Scope(financial_year(2026))


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


@pytest.fixture
def asked(officer):
    """``asked("Leaving Care", answered=…)``: a question of 7 September, due a week later."""

    def asked(area, answered=None):
        of = make.case(date(2026, 9, 1), area)
        one = ask_service(
            of, question="Which visits?", on=ASKED, due_on=DUE, to_name="Visits team", by=officer
        )
        if answered:
            facts = {"answer": "Two.", "how": ServiceRequest.How.TOLD, "now": NOW}
            answer_request(one, on=answered, by=officer, **facts)
        return one

    return asked


@pytest.fixture
def a_year(asked, officer):
    asked("Leaving Care", IN_TIME)
    asked("Leaving Care", LATE)
    chase_request(asked("Leaving Care"), on=LATE, by=officer)
    withdraw_request(asked("Children in Need"), on=LATE, why="Found it", now=NOW, by=officer)


@pytest.mark.usefixtures("a_year")
def test_each_question_stands_under_what_became_of_it(scope):
    counts = TABLE.counts(scope)
    labels = {row.key: row.label for row in counts.rows}
    found = {
        (labels[row], column): number for (row, column), number in counts.numbers.items() if number
    }

    assert found == {
        ("Children in Need", "withdrawn"): 1,
        ("Children in Need", "total"): 1,
        ("Leaving Care", "in_time"): 1,
        ("Leaving Care", "late"): 1,
        ("Leaving Care", "waiting"): 1,
        ("Leaving Care", "total"): 3,
        ("Total", "in_time"): 1,
        ("Total", "late"): 1,
        ("Total", "waiting"): 1,
        ("Total", "withdrawn"): 1,
        ("Total", "total"): 4,
    }


@pytest.mark.usefixtures("a_year")
def test_a_number_opens_its_questions_and_their_cases(scope):
    rows = ready_to_show(TABLE.behind(scope, "total", "late"))
    shown = line(rows.get())

    assert shown["case"].service_area.name == "Leaving Care"
    assert dict(shown["cells"])["Asked of"] == "Visits team"
    assert dict(shown["cells"])["Answered"] == LATE


@pytest.mark.usefixtures("a_year")
def test_the_figures_say_how_many_how_fast_and_how_often_they_were_chased(scope):
    sums = sums_of(scope)

    assert {key: sums.value(f"requests.{key}") for key in FIGURES} == FIGURES


FIGURES = {
    "asked": 4,
    "answered": 2,
    "in_time": 1,
    "in_time_percent": 50,
    "days": Decimal("5.5"),  # 3 working days, and 8
    "chased": 1,
    "through_a_link": 0,
}


def test_a_question_of_another_year_is_not_counted(asked):
    asked("Leaving Care")

    assert TABLE.counts(Scope(financial_year(2025))).everything == 0
