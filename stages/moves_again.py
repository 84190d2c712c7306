"""Clocks that stand still, end with a decision, or run again: what a step does to them.

Each function says which dates a step moves, by what is answered in its form so far.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from stages.models import Deadline, Proceedings, Stage
from stages.moved import what_moved
from stages.moves import Move, all_of_the_case, ends, is_told, moved_by
from stages.points_to_answer import points_to_answer
from stages.situation import Phase, Situation, is_set_aside

STANDS_STILL = "stands still, due so far"
Foresee = Callable[[Situation, Mapping, date], Iterable[Move]]


def paused(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    """The clock of the answer stands still, with the milestones that count back from it."""
    main = situation.main_deadline
    return ends([main], STANDS_STILL) if main else ()


def resumed(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    stage, on = situation.stage, answers.get("on") or today
    waits = stage.holds.filter(to_on=None).values_list("from_on", flat=True)
    moved = what_moved(stage)
    spans = [*moved.holds, *((start, on) for start in waits if start <= on)]
    stood = [each for each in stage.deadlines.all() if not each.live]
    return _run_again(stood, moved_by(stage, replace(moved, holds=spans)))


def _run_again(stood: Iterable[Deadline], moves: Iterable[Move]) -> Iterable[Move]:
    """What moves; and of what stood still, that which runs again to the day it had."""
    moves = list(moves)
    yield from moves
    moved = {move.name for move in moves}
    for deadline in stood:
        name = deadline.limit.name
        if deadline.met_on is None and is_told(deadline.limit) and name not in moved:
            yield Move(name, before=deadline.due_on, words="runs again, due")


def put_off(key: str) -> Foresee:
    def moves(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
        after = after_proceedings(key, situation.stage, answers.get("points") or [])
        if after == Phase.CLOSED:
            return ends(all_of_the_case(situation))
        return ends(situation.stage.deadlines.all(), STANDS_STILL) if after else ()

    return moves


def after_proceedings(key: str, stage: Stage, points: Iterable) -> Phase | None:
    """Declined as a whole it ends; where no point is left to consider its clocks stand still."""
    left = set(points_to_answer(stage)) - set(points)
    if left:
        return None
    waits = Proceedings.objects.withholding().filter(case=stage.case, effect="suspended")
    return Phase.CLOSED if key == "decline" and not waits.exists() else Phase.SUSPENDED


def considered_again(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    """The clocks run again once a point may be considered again, and nothing suspends it all."""
    ended = answers.get("proceedings")
    if not (ended and ended.is_suspension):
        return ()
    stage, on = ended.stage, answers.get("on") or today
    waiting = stage.suspensions.filter(to_on=None).first()
    others = Proceedings.objects.running().filter(case=stage.case, effect="suspended")
    others = others.exclude(pk=ended.pk)
    back = ended.points.exclude(proceedings__in=others)
    left = back.exists() or points_to_answer(stage).exists() or not stage.case.points.exists()
    if waiting is None or on < waiting.from_on or others.filter(of_all=True).exists() or not left:
        return ()
    moved = what_moved(stage)
    spans = [*moved.suspended, (waiting.from_on, on)]
    stood = [each for each in stage.deadlines.all() if each.live]
    return _run_again(stood, moved_by(stage, replace(moved, suspended=spans)))


def runs_again(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    for stage in situation.stages:
        if not (stage.gave_way or is_set_aside(stage)):
            yield from runs_on(stage, today)


def runs_on(stage: Stage, today: date) -> Iterable[Move]:
    """What had stopped falls due again, by the rules under which the stage stands."""
    for deadline in stage.deadlines.all():
        stopped = deadline.met_on is None and not deadline.live
        own = deadline.limit.stage_id == stage.definition_id
        if stopped and own and is_told(deadline.limit):
            late = "late" if deadline.due_on < today else ""
            yield Move(deadline.limit.name, before=deadline.due_on, words="due", note=late)
