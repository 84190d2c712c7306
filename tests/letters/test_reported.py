"""What reports count of letters: how they were vetted, what came of it, how long it took."""

from datetime import date

import pytest

from accounts.permissions import Role
from letters.actions.sending import record_sent_outside, send
from letters.actions.vetting import approve, send_back
from letters.actions.writing import save_draft, submit
from letters.checks import NEXT_STAGE
from letters.models import ReturnReason
from reporting.period import Period
from reporting.scope import Scope
from reporting.tables import BY_KEY
from tests.complaints_site.case_file.makers import answer_stage, someone
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
    facts |= {"kind": "stage_1", "text": "Dear Marlow Penfield\n\nWe upheld point 1."}
    record_sent_outside(case, by=officer, **facts)

    assert numbers("letters_sent", scope) == {
        ("stage_1", "vetted"): 1,
        ("stage_1", "overridden"): 1,
        ("stage_1", "without"): 2,  # one let go by its vetter, one sent outside
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


def test_letters_are_counted_by_team_with_why_they_were_returned_and_as_whom_vetted(
    client, write, case, officer, manager, scope
):
    reason = ReturnReason.objects.create(name="A finding has no reason")
    area = str(case.service_area_id)
    letter = write()
    submit(letter, now=at(), by=officer)
    send_back(letter, reason="Say why", because=[reason], now=at(), by=manager)
    save_draft(letter, "The only vetter wrote in it", by=manager)
    submit(letter, now=at(), by=officer)
    head = someone(Role.HEAD_OF_SERVICE, "Harriet Lowe")
    case.service_area.heads.add(head)
    approve(letter, ticked=[], not_found=["Tone"], why="Agreed", now=at(), by=head)

    assert numbers("letters_vetted_by_team", scope) == {
        (area, "returned"): 1,
        (area, "overridden"): 1,
    }
    assert numbers("time_in_vetting_by_team", scope) == {(area, "same"): 2}
    assert numbers("vetted_as", scope) == {(area, "own"): 1, (area, "head_of_service"): 1}
    assert numbers("letters_returned", scope) == {(str(reason.pk), area): 1}
    assert numbers("letters_sent_by_team", scope) == {}
    (listed,) = BY_KEY["letters_returned"].lists(scope, str(reason.pk), area)
    assert [row.vetting.letter for row in listed.rows] == [letter]
