"""What a step will do, told before it is taken: the new state, who is told, which dates move.

Nothing is written. The dates are counted as the step itself will count them, by
:func:`stages.deadlines.clocks_with`; so what was announced is what happens.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings

from stages.moves import Move
from stages.moves_by_step import moves_of, phase_after
from stages.situation import Phase, Situation
from stages.steps import Step
from stages.working_days import BeyondHorizon

STATES = {
    Phase.REQUESTED: "The next stage stands as requested.",
    Phase.UNDER_WAY: "The stage is under way.",
    Phase.SUSPENDED: "The stage is suspended.",
    Phase.ANSWERED: "The stage is answered.",
    Phase.WITHDRAWN: "The case ends as withdrawn.",
    Phase.CLOSED: "The case is closed.",
}


@dataclass(frozen=True)
class Foreseen:
    """``sentences``, then the dates that move, then ``closing``: whom it reaches."""

    sentences: list[str]
    closing: list[str]
    moves: list[Move] = field(default_factory=list)


def foresee(step: Step, situation: Situation, answers: Mapping, today: date) -> Foreseen:
    """What ``step`` does to the case with what is answered so far."""
    try:
        moves = list(moves_of(step, situation, answers, today))
    except BeyondHorizon as unknown:
        return Foreseen([*_sentences(step, situation, answers), str(unknown)], [_trail()])
    closing = [*_whose_desk(situation, moves), _trail()]
    return Foreseen(list(_sentences(step, situation, answers)), closing, moves)


def _sentences(step: Step, situation: Situation, answers: Mapping) -> Iterable[str]:
    if phase := phase_after(step, situation, answers):
        yield STATES[phase]
    if step.then:
        yield step.then
    if step.tells:
        yield step.tells


def _trail() -> str:
    number = settings.UNDO_MINUTES
    minutes = f"{number} minute{'' if number == 1 else 's'}"
    return f"It stands in the history with your name, and can be undone for {minutes}."


def _whose_desk(situation: Situation, moves: list[Move]) -> Iterable[str]:
    if not moves:
        return
    running = situation.case.assignments.filter(until=None).select_related("user")
    names = sorted({assignment.user.full_name for assignment in running})
    if names:
        yield f"The dates change on the desk of {', '.join(names)}."
