"""Wherever an outcome stands, how many points were upheld stands beside it."""

import csv
import io
from datetime import date

import pytest
import time_machine

from cases.models import Case
from stages.actions.casework import respond
from stages.models import Outcome
from tests.stages.investigated import an_officer, complaint

pytestmark = pytest.mark.django_db
SAID = "1 of 3 points upheld, 1 in part"


@pytest.fixture
def case(client) -> Case:
    with time_machine.travel("2026-11-02 11:00 +0000", tick=False):
        officer = an_officer()
        client.force_login(officer)
        made = complaint(officer, points=("The move", "Not told", "Rude"))
        found = [Outcome.UPHELD, Outcome.PARTIALLY_UPHELD, Outcome.NOT_UPHELD]
        points = dict(zip(made.points.order_by("number"), found, strict=True))
        respond(made.stages.get(number=1), on=date(2026, 6, 12), findings=points, by=officer)
        yield made


@pytest.mark.parametrize("tab", ["", "stages/"])
def test_on_the_case(client, case, tab):
    assert SAID in client.get(f"/case/{case.reference}/{tab}").content.decode()


def test_on_the_list_behind_a_number(client, case):
    address = "/reports/table/behind/?count=stages-answered&row=all&column=all"
    answer = client.get(f"{address}&start=2026-04-01&end=2027-03-31")

    (line,) = answer.context["lines"]
    assert dict(line["cells"])["Outcome"] == f"Partially upheld, {SAID}"


def test_in_a_file_of_cases(client, case):
    answer = client.post("/cases/export/", {"format": "csv"})
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode()[1:])))

    assert f"Partially upheld, {SAID}" in rows[-1]
