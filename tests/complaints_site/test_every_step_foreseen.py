"""What the page of a step says of the dates is what happens, and nothing else happens to them."""

from datetime import date

import pytest
import time_machine
from django.http import QueryDict
from django.utils.timezone import localdate

from cases.models import Case
from stages.foresight import foresee
from stages.forms.steps import FORM_OF
from stages.models import Deadline, Stage, TimeLimit
from stages.moves import Move
from stages.situation import Situation
from stages.steps import BY_KEY
from tests import factories
from tests.complaints_site.every_step import (
    ANSWER,
    ASK,
    AT_STAGE_2,
    EXTEND,
    OF_THE_PROCEEDINGS,
    PROPOSE,
    SENT,
    SPLIT,
    TAKEN,
    WITHHELD,
    a_manager,
    an_officer,
    case_for,
    last,
    take,
    take_all,
    today_of,
    typed_into,
)

pytestmark = pytest.mark.django_db

# It tells of each procedure that could be chosen, so most of it does not come about
ONE_OF_SEVERAL = {"triage"}


def stands() -> dict[int, tuple]:
    """Every date that people are told, and whether it falls due."""
    told = Deadline.objects.filter(limit__in_force=True).exclude(limit__kind=TimeLimit.Kind.INNER)
    running = set(told.running().values_list("pk", flat=True))
    rows = told.values_list("pk", "due_on", "met_on")
    return {pk: (due_on, met_on, pk in running) for pk, due_on, met_on in rows}


def name_of(deadline: Deadline, case) -> str:
    other = "" if deadline.stage.case_id == case.pk else f" of {deadline.stage.case}"
    return f"{deadline.limit.name}{other}"


@pytest.mark.parametrize("key", sorted(set(TAKEN) - ONE_OF_SEVERAL))
def test_what_was_announced_is_what_happens_and_nothing_else(client, key):
    before, typed = TAKEN[key]
    with time_machine.travel(today_of(key), tick=False):
        announced_and_taken(client, key, case_for(key, an_officer()), before, typed)


TWO = {"points": ["The deposit", "The move"]}
BOTH_SIDES_OF_A_WAIT = WITHHELD | {"on": "18 12 2006", "told_on": "18 12 2006"}


def answered_with_its_part(case) -> dict:
    part = case.parts.get()
    findings = {f"point_{point.number}": "upheld" for point in part.points.all()}
    return ANSWER[1] | findings | {f"reply_{part.pk}": "with", "way": "written"}


def nothing_new(case) -> int:
    return factories.decision_reason("late_request", "No reason given and nothing new").pk


# The same steps with other answers: from where, what comes before, what is typed
OTHERWISE = {
    "a new date that is told later": ("extend", "extend", {}, [], EXTEND),
    "a wait that ends in a version with pauses": (
        "resume",
        "pause",
        {},
        [("pause", SENT | {"on": "18 12 2006", "reason": "A report is awaited"})],
        SENT,
    ),
    "a next stage asked for while the first answer is late": (
        "ask-for-next",
        "ask-for-next",
        {},
        [],
        SENT | {"why": "The answer is late, and he will not wait longer"},
    ),
    "one of two points suspended": ("suspend", "suspend", TWO, [], WITHHELD),
    "one of two points declined": ("decline", "decline", TWO, [], WITHHELD),
    "proceedings that ended two days later": (
        "end-proceedings",
        "suspend",
        {},
        [("suspend", BOTH_SIDES_OF_A_WAIT)],
        OF_THE_PROCEEDINGS,
    ),
    "a statement that one side agrees to": (
        "agree-statement",
        "agree-statement",
        {},
        [*AT_STAGE_2, PROPOSE],
        SENT | {"who": ["council"], "answer": "agreed"},
    ),
    "a late request that is not accepted": (
        "late-request",
        "late-request",
        {},
        TAKEN["late-request"][0],
        TAKEN["late-request"][1] | {"listed_reason": nothing_new},
    ),
    "a referral once the panel was asked for": (
        "refer-early",
        "refer-early",
        {},
        [*TAKEN["refer-early"][0], ASK],
        TAKEN["refer-early"][1],
    ),
    "a request for service that becomes a complaint": (
        "become-complaint",
        "become-complaint",
        {"code": "corporate"},
        [],
        SENT | {"runs_from": "now"},
    ),
    "a part that is answered with its lead": (
        "answer",
        "answer",
        {},
        [SPLIT],
        answered_with_its_part,
    ),
    "a part that is acknowledged with its lead": (
        "acknowledge",
        "acknowledge",
        {},
        [SPLIT],
        SENT | {"parts": last(Stage)},
    ),
    "a part that is withdrawn with its lead": (
        "withdraw",
        "withdraw",
        {},
        [SPLIT],
        SENT | {"parts": last(Case)},
    ),
}


@pytest.mark.parametrize("of", OTHERWISE)
def test_it_is_told_by_what_is_answered(client, of):
    key, start, facts, before, typed = OTHERWISE[of]
    with time_machine.travel(today_of(start), tick=False):
        case = case_for(start, an_officer(), **facts)
        announced_and_taken(client, key, case, before, typed)


def announced_and_taken(client, key, case, before, typed) -> None:
    manager = a_manager()
    client.force_login(manager)
    take_all(client, case, before)
    case = Case.objects.get(pk=case.pk)
    typed = typed_into(case, typed)
    situation = Situation(case)
    form = FORM_OF[key](as_posted(typed), situation=situation, today=localdate(), user=manager)
    moves = foresee(BY_KEY[key], situation, form.answers(), localdate()).moves
    stood = stands()

    take(client, case, key, typed)

    for pk, after in changed(stood, stands()).items():
        assert_is_told(Deadline.objects.get(pk=pk), case, moves, after)
    for move in moves:
        if "once the complainant is told" not in move.note:
            assert_comes_about(move)


def assert_is_told(deadline: Deadline, case, moves: list[Move], after: tuple) -> None:
    of_another = {
        f"{deadline.limit.name} of {which}" for which in ("the part", "the new complaint")
    }
    names = {name_of(deadline, case), *of_another}
    assert [move for move in moves if move.name in names and is_so(move, *after)], (names, after)


def assert_comes_about(move: Move) -> None:
    name = move.name.partition(" of the part")[0].partition(" of the new complaint")[0]
    rows = [one for one in Deadline.objects.all() if name.startswith(one.limit.name)]
    running = set(Deadline.objects.running().values_list("pk", flat=True))
    assert any(is_so(move, one.due_on, one.met_on, one.pk in running) for one in rows), move


def as_posted(typed: dict):
    posted = QueryDict(mutable=True)
    for name, value in typed.items():
        posted.setlist(name, value if isinstance(value, list) else [value])
    return posted


def changed(before: dict, after: dict) -> dict:
    return {pk: state for pk, state in after.items() if state != before.get(pk)}


def is_so(move: Move, due_on: date, met_on: date | None, runs: bool) -> bool:
    if move.words == "done on":
        return met_on == move.after
    if move.words in ("no longer falls due", "stands still, due so far"):
        return (due_on, runs) == (move.before, False)
    return (due_on, met_on, runs) == (move.day, None, True)
