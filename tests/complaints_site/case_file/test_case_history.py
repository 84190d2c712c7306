"""Who did what on a case, who looked; and what the tabs cost in queries."""

from datetime import date

import pytest
from django.db import connection

from accounts.permissions import Role
from cases.actions import casework as cases
from stages.actions import casework as stages
from stages.actions import timing
from stages.models import Outcome, StageEvent
from tests.complaints_site.case_file.makers import (
    TABS,
    acknowledge,
    answer_stage,
    someone,
    take_in_complaint,
)

pytestmark = pytest.mark.django_db


def test_the_history_says_who_did_what_and_why(case, officer, page_of):
    timing.extend(
        case.stages.get(),
        to=date(2006, 9, 29),
        reason="Two records had to be found",
        told_on=date(2006, 9, 15),
        by=officer,
    )

    latest = page_of(case, officer, "history/").context["entries"][0]

    assert (latest.by, latest.sentence, latest.why) == (
        "Anna Fielding",
        "extended Stage 1: local resolution to 29 September 2006",
        "Two records had to be found",
    )
    assert latest.changes == []


def test_who_reads_the_trail_sees_the_fields_before_and_after(case, officer, page_of, manager):
    stages.record_date(case.stages.get(), StageEvent.ACKNOWLEDGED, on=date(2006, 9, 5), by=officer)

    latest = page_of(case, manager, "history/").context["entries"][0]

    said = [(change.what, change.before, change.after) for change in latest.changes]
    assert ("Stage, acknowledged", "nothing", "5 September 2006") in said
    assert ("Deadline, met on", "nothing", "5 September 2006") in said


def test_a_change_that_no_step_made_does_not_hide(case, page_of, manager):
    with connection.cursor() as cursor:  # as from psql: this test's transaction knows a context
        cursor.execute("SELECT set_config('pghistory.context_id', '', true)")
        cursor.execute("UPDATE cases_case SET joint_body = 'Anytown Hospital'")

    entries = page_of(case, manager, "history/").context["entries"]

    (alone,) = [one for one in entries if one.sentence == "was changed outside the steps"]
    assert [(change.what, change.before, change.after) for change in alone.changes] == [
        ("Case, NHS body of a joint complaint", "nothing", "Anytown Hospital")
    ]


def test_who_looked_is_told_to_complaints_managers_alone(case, officer, page_of, manager):
    page_of(case, officer)
    page_of(case, officer, "points/")

    looked = page_of(case, manager, "history/").context["looked"]
    names = {one["user__full_name"]: one["times"] for one in looked}

    assert names == {"Anna Fielding": 2, "Martin Oakes": 1}
    assert page_of(case, officer, "history/").context["looked"] == []


def a_long_story(case, officer, *, notes):
    """Three stages, and as many notes, each with an event of its own."""
    acknowledge(case, 1, on=date(2006, 9, 5), by=officer)
    findings = [Outcome.UPHELD, Outcome.NOT_UPHELD]
    answer_stage(case, 1, on=date(2006, 9, 18), by=officer, findings=findings)
    stages.request_stage(case, 2, on=date(2006, 9, 25), by=officer)
    stages.begin_stage(case, 2, on=date(2006, 9, 25), by=officer)
    answer_stage(case, 2, on=date(2006, 10, 25), by=officer, findings=findings)
    stages.request_stage(case, 3, on=date(2006, 11, 6), by=officer)
    for number in range(notes):
        cases.add_note(case, text=f"Call {number}", on=date(2006, 11, 7), by=officer)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER])
def test_a_tab_takes_at_most_15_queries_however_long_the_story(
    officer, client, at_most_queries, role
):
    short, long = take_in_complaint(officer), take_in_complaint(officer)
    a_long_story(short, officer, notes=3)
    a_long_story(long, officer, notes=30)
    client.force_login(someone(role, "Reader Reading"))
    client.get(f"/case/{short.reference}/")  # the calendar is read once in a process

    for tab in TABS:
        with at_most_queries(15) as of_short:
            assert client.get(f"/case/{short.reference}/{tab}").status_code == 200
        with at_most_queries(15) as of_long:
            assert client.get(f"/case/{long.reference}/{tab}").status_code == 200
        assert len(of_long) == len(of_short)
