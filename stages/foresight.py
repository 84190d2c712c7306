"""What a step will do, told before it is taken: the new state, who is told, which dates move.

Nothing is written. The dates are counted as the step itself will count them, by
:func:`stages.deadlines.clocks_with`; so what was announced is what happens.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.conf import settings

from stages.clocks import WINDOW, Clock
from stages.deadlines import clocks_with, dates_of
from stages.models import Procedure, Stage, StageEvent, TimeLimit
from stages.moved import Moved, what_moved
from stages.situation import Phase, Situation
from stages.steps import Step
from stages.working_days import BeyondHorizon

INNER = TimeLimit.Kind.INNER.value
STATES = {
    Phase.REQUESTED: "The next stage stands as requested.",
    Phase.UNDER_WAY: "The stage is under way.",
    Phase.SUSPENDED: "The stage is suspended.",
    Phase.ANSWERED: "The stage is answered.",
    Phase.WITHDRAWN: "The case ends as withdrawn.",
    Phase.CLOSED: "The case is closed.",
}


@dataclass(frozen=True)
class Move:
    """One date: it moves from ``before`` to ``after``, or ``words`` say what becomes of it."""

    name: str
    before: date | None = None
    after: date | None = None
    words: str = ""
    note: str = ""

    @property
    def day(self) -> date | None:
        return self.after or self.before


@dataclass(frozen=True)
class Foreseen:
    """``sentences``, then the dates that move, then ``closing``: whom it reaches."""

    sentences: list[str]
    closing: list[str]
    moves: list[Move] = field(default_factory=list)


def foresee(step: Step, situation: Situation, answers: Mapping, today: date) -> Foreseen:
    """What ``step`` does to the case with what is answered so far."""
    try:
        moves = list(_moves(step, situation, answers, today))
    except BeyondHorizon as unknown:
        return Foreseen([*_sentences(step, situation), str(unknown)], [_trail()])
    closing = [*_whose_desk(situation, moves), _trail()]
    return Foreseen(list(_sentences(step, situation)), closing, moves)


def _sentences(step: Step, situation: Situation) -> Iterable[str]:
    if step.to and step.to != situation.phase:
        yield STATES[step.to]
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


def _moves(step: Step, situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    if foreseen := BY_STEP.get(step.key):
        return foreseen(situation, answers, today)
    if step.to in (Phase.WITHDRAWN, Phase.CLOSED):
        return _nothing_more_is_due(situation)
    if step.records:
        return _dated(situation, {str(step.records): answers.get("on") or today})
    return ()


def _dated(situation: Situation, dates: dict[str, date]) -> Iterable[Move]:
    """What the clocks of the stage do when it has these dates too."""
    stage = situation.stage
    after = clocks_with(stage, dates_of(stage) | dates, what_moved(stage))
    return _compared(stage, after)


def _extended(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    stage = situation.stage
    moved = what_moved(stage)
    until = max(filter(None, [moved.extended_to, answers.get("to")]), default=None)
    after = clocks_with(stage, dates_of(stage), replace(moved, extended_to=until))
    return _compared(stage, after)


def _resumed(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    stage, on = situation.stage, answers.get("on") or today
    waits = stage.holds.filter(to_on=None).values_list("from_on", flat=True)
    moved = what_moved(stage)
    spans = [*moved.holds, *((start, on) for start in waits if start <= on)]
    after = clocks_with(stage, dates_of(stage), replace(moved, holds=spans))
    return _compared(stage, after)


def _next_asked_for(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    """The window of the answered stage ends; the clocks of the next start."""
    stage, on = situation.stage, answers.get("on") or today
    yield from _dated(situation, {StageEvent.ESCALATED.value: on})
    definition = situation.procedure.stages.filter(number=stage.number + 1).first()
    if definition:
        dates = {
            StageEvent.RECEIVED.value: situation.case.received_on,
            StageEvent.REQUESTED.value: on,
        }
        for clock in clocks_with(stage, dates, Moved(), definition=definition):
            yield _starts(clock)


def _nothing_more_is_due(situation: Situation) -> Iterable[Move]:
    for stage in situation.stages:
        for deadline in stage.deadlines.all():
            if deadline.live and deadline.met_on is None and _is_told(deadline.limit):
                yield Move(deadline.limit.name, before=deadline.due_on, words="no longer falls due")


def _runs_again(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    for stage in situation.stages:
        for deadline in stage.deadlines.all():
            if deadline.met_on is None and not deadline.live and _is_told(deadline.limit):
                late = "late" if deadline.due_on < today else ""
                yield Move(deadline.limit.name, before=deadline.due_on, words="due", note=late)


def _by_procedure(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    """When the answer is due by each procedure that could be chosen instead."""
    stage, main = situation.stage, situation.main_deadline
    for procedure in Procedure.objects.in_force_on(situation.case.chooses_version_on):
        definition = procedure.stages.filter(number=stage.number).first()
        if definition is None or definition == stage.definition:
            continue
        for clock in clocks_with(stage, dates_of(stage), Moved(), definition=definition):
            if clock.limit.is_main:
                before = main.due_on if main else None
                words = "" if before else "due"
                yield Move(f"Answer by {procedure.name}", before, clock.due_on, words)


def _compared(stage: Stage, after: list[Clock]) -> Iterable[Move]:
    """What differs from the deadlines that stand, in the order of the limits."""
    before = {deadline.limit_id: deadline for deadline in stage.deadlines.all()}
    for clock in after:
        stood = before.get(clock.limit.pk)
        if stood is None:
            yield _starts(clock)
        elif clock.met_on and not stood.met_on:
            if clock.limit.kind != INNER or clock.limit.stopped_by != StageEvent.RESPONSE:
                late = "late" if clock.met_on > clock.due_on else "in time"
                yield Move(clock.limit.name, None, clock.met_on, "done on", _note(clock, late))
        elif clock.due_on != stood.due_on:
            yield Move(clock.limit.name, stood.due_on, clock.due_on, note=_note(clock))


def _starts(clock: Clock) -> Move:
    words = "until" if clock.limit.kind == WINDOW else "due"
    return Move(clock.limit.name, None, clock.due_on, words, _note(clock))


def _note(clock: Clock, *notes: str) -> str:
    provisional = "provisional" if clock.provisional and not clock.met_on else ""
    beside = "" if clock.limit.in_force else "shown beside the one in force"
    return ", ".join(filter(None, [*notes, provisional, beside]))


def _is_told(limit: TimeLimit) -> bool:
    return limit.in_force and limit.kind != INNER


Foresee = Callable[[Situation, Mapping, date], Iterable[Move]]
BY_STEP: dict[str, Foresee] = {
    "extend": _extended,
    "resume": _resumed,
    "ask-for-next": _next_asked_for,
    "reopen": _runs_again,
    "triage": _by_procedure,
}
