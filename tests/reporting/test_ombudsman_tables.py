"""The tables of the Ombudsman: remedies by whether they were done, requests by when answered."""

from datetime import date

import pytest
import time_machine

from accounts.models import User
from accounts.permissions import Role
from cases.actions.casework import restrict
from reporting.annual_report import assemble, sums_of
from reporting.period import Period
from reporting.scope import Scope
from stages.actions.intake import take_in
from stages.actions.ombudsman import answer, ask, decide, receive_enquiry
from stages.actions.ombudsman_outcome import agree_remedy
from stages.actions.tasks import drop_task, finish_task
from stages.models import OmbudsmanDecision
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 10)
YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))
ADDRESS = "/reports/2026-04-01/2027-03-31/"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def officer(client):
    user = User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])
    client.force_login(user)
    return user


@pytest.fixture
def case(officer):
    return take_in(
        on=date(2026, 5, 1),
        by=officer,
        received_on=date(2026, 5, 1),
        service_area=factories.service_area("Leaving Care"),
    )


@pytest.fixture
def enquiry(case, officer):
    return receive_enquiry(case, on=date(2026, 6, 1), by=officer)


def remedy(enquiry, officer, due_on, *, sent_on=None, dropped=False, kind="apology"):
    agreed = agree_remedy(
        enquiry, kind=kind, what="Write", due_on=due_on, owner=officer, by=officer
    )
    if sent_on:
        finish_task(agreed.task, on=sent_on, evidence="Letter", sent_on=sent_on, by=officer)
    if dropped:
        drop_task(agreed.task, on=TODAY, why="The Ombudsman agreed", by=officer)


def numbers(key):
    table = next(table for name, table in assemble(Scope(YEAR)).tables.items() if name == key)
    columns = [column.key for column in table.columns]
    return {
        row.key: dict(zip(columns, [cell.value for cell in row.cells], strict=True))
        for row in table.rows
    }


def test_remedies_are_counted_by_when_they_fell_due_and_what_became_of_them(
    client, case, enquiry, officer
):
    remedy(enquiry, officer, date(2026, 7, 1), sent_on=date(2026, 7, 1))
    remedy(enquiry, officer, date(2026, 7, 1), sent_on=date(2026, 7, 2))
    remedy(enquiry, officer, date(2026, 9, 9), kind="symbolic")
    remedy(enquiry, officer, TODAY)
    remedy(enquiry, officer, date(2026, 8, 1), dropped=True)
    remedy(enquiry, officer, date(2027, 4, 1))

    counted = numbers("ombudsman_remedies")

    assert counted["total"] == {
        "total": 5,
        "dropped": 1,
        "on-time": 1,
        "done-late": 1,
        "late": 1,
        "to-do": 1,
    }
    assert counted["symbolic"]["late"] == 1
    behind = client.get(f"{ADDRESS}behind/ombudsman_remedies/symbolic/late/")
    assert case.reference in behind.content.decode()


def test_requests_are_counted_by_whether_they_were_answered_in_time(client, case, enquiry, officer):
    for due_on, answered_on in [
        (date(2026, 7, 1), date(2026, 7, 1)),
        (date(2026, 7, 1), date(2026, 7, 11)),
        (date(2026, 9, 9), None),
        (TODAY, None),
    ]:
        asked = ask(enquiry, asks="A file", on=date(2026, 6, 21), answer_due_on=due_on, by=officer)
        if answered_on:
            answer(asked, on=answered_on, sent="A file", by=officer)

    assert numbers("ombudsman_answers")["total"] == {
        "total": 4,
        "in-time": 1,
        "late": 1,
        "decided": 0,
        "overdue": 1,
        "open": 1,
    }
    assert sums_of(Scope(YEAR)).figure("ombudsman.days_to_answer").value == 15  # 10 and 20
    behind = client.get(f"{ADDRESS}behind/ombudsman_answers/total/overdue/")
    assert case.reference in behind.content.decode()


def test_a_restricted_case_is_counted_and_not_listed(client, case, enquiry, officer):
    remedy(enquiry, officer, date(2026, 7, 1))
    restrict(case, why="Staff", by=officer)

    assert numbers("ombudsman_remedies")["total"]["late"] == 1
    behind = client.get(f"{ADDRESS}behind/ombudsman_remedies/apology/late/").content.decode()
    assert case.reference not in behind


def test_the_share_upheld_is_of_those_considered(enquiry, officer):
    for name, means in [
        ("Upheld", "upheld"),
        ("Not upheld", "not_upheld"),
        ("Advice", "premature"),
    ]:
        word = OmbudsmanDecision.objects.create(name=name, means=means)
        decided = receive_enquiry(None, on=TODAY, service_area=enquiry.service_area, by=officer)
        decide(decided, on=TODAY, decision=word, by=officer)

    sums = sums_of(Scope(YEAR))

    assert (sums.figure("ombudsman.upheld").value, sums.figure("ombudsman.considered").value) == (
        1,
        2,
    )
    assert sums.figure("ombudsman.upheld_percent").value == 50
