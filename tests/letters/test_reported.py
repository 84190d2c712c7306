"""What reports count of letters: how they were vetted, what came of it, how long it took."""

from datetime import date

import pytest

from letters.actions.sending import record_sent_outside, send
from letters.actions.vetting import approve, send_back
from letters.actions.writing import submit
from letters.checks import NEXT_STAGE
from reporting.period import Period
from reporting.scope import Scope
from reporting.tables import BY_KEY
from tests.complaints_site.case_file.makers import answer_stage
from tests.letters.conftest import TODAY, at


@pytest.fixture
def scope():
    return Scope(Period(date(2026, 4, 1), date(2027, 3, 31)), directorate=None)


def numbers(key, scope):
    found = BY_KEY[key].counts(scope).numbers
    return {cell: number for cell, number in found.items() if number and "total" not in cell}


def test_letters_are_counted_by_how_they_were_vetted(
    write, case, officer, manager, situation, scope
):
    for open_lines in [], ["Tone"], ["Tone", NEXT_STAGE]:
        letter = write()
        submit(letter, now=at(), by=officer)
        approve(letter, ticked=[], not_found=open_lines, why="Agreed", now=at(), by=manager)
        if not case.stages.get().responded_on:
            answer_stage(case, 1, on=TODAY, by=officer, findings=["upheld", "not_upheld"])
        send(letter, on=TODAY, how="letter", by=officer)
    facts = {"kind": "update", "stage": situation.stage, "on": TODAY, "how": "letter"}
    record_sent_outside(case, by=officer, **facts)

    assert numbers("letters_sent", scope) == {
        ("stage_1", "vetted"): 1,
        ("stage_1", "overridden"): 1,
        ("stage_1", "without"): 1,
        ("update", "outside"): 1,
    }


def test_vettings_are_counted_by_what_came_of_them_and_when(write, officer, manager, scope):
    letter = write()
    submit(letter, now=at(), by=officer)
    send_back(letter, reason="Name the visits", now=at(), by=manager)
    submit(letter, now=at(), by=officer)
    approve(letter, ticked=[], not_found=[], now=at(), by=manager)

    assert numbers("letters_vetted", scope) == {
        ("stage_1", "returned"): 1,
        ("stage_1", "approved"): 1,
    }
    assert numbers("time_in_vetting", scope) == {("stage_1", "same"): 2}
