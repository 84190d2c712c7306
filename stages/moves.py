"""One date that a step moves, starts or ends, and how the clocks before and after it are compared.

Nothing is written: the dates are counted as the step itself will count them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from stages.clocks import WINDOW, Clock
from stages.deadlines import clocks_with, dates_of
from stages.models import Deadline, Stage, StageDefinition, StageEvent, TimeLimit
from stages.moved import Moved, what_moved
from stages.situation import Situation

INNER = TimeLimit.Kind.INNER.value


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


def dated(stage: Stage, dates: dict[str, date]) -> Iterable[Move]:
    """What the clocks of a stage do when it has these dates too."""
    return compared(stage, clocks_with(stage, dates_of(stage) | dates, what_moved(stage)))


def moved_by(stage: Stage, moved: Moved, dates: dict | None = None) -> Iterable[Move]:
    """What they do when this is what moves them, by the dates that it has unless others are
    given."""
    return compared(stage, clocks_with(stage, dates or dates_of(stage), moved))


def compared(stage: Stage, after: list[Clock]) -> Iterable[Move]:
    """What differs from the deadlines that stand, in the order of the limits."""
    before = {deadline.limit_id: deadline for deadline in stage.deadlines.all()}
    for clock in after:
        stood = before.get(clock.limit.pk)
        if stood is None:
            yield starts(clock)
        elif clock.met_on and not stood.met_on:
            if clock.limit.kind != INNER or clock.limit.stopped_by != StageEvent.RESPONSE:
                late = "late" if clock.met_on > clock.due_on else "in time"
                yield Move(clock.limit.name, None, clock.met_on, "done on", note_on(clock, late))
        elif clock.due_on != stood.due_on:
            yield Move(clock.limit.name, stood.due_on, clock.due_on, note=note_on(clock))


def of_a_new_stage(stage: Stage, definition: StageDefinition, dates: dict) -> Iterable[Move]:
    """The clocks that a stage starts with, in the order of its limits."""
    for clock in clocks_with(stage, dates, Moved(), definition=definition):
        if not clock.met_on:
            yield starts(clock)


def starts(clock: Clock) -> Move:
    words = "until" if clock.limit.kind == WINDOW else "due"
    return Move(clock.limit.name, None, clock.due_on, words, note_on(clock))


def note_on(clock: Clock, *notes: str) -> str:
    provisional = "provisional" if clock.provisional and not clock.met_on else ""
    beside = "" if clock.limit.in_force else "shown beside the one in force"
    return ", ".join(filter(None, [*notes, provisional, beside]))


def ends(deadlines: Iterable[Deadline], words: str = "no longer falls due") -> Iterable[Move]:
    """What becomes of those of ``deadlines`` that were still running."""
    for deadline in deadlines:
        if deadline.live and deadline.met_on is None and is_told(deadline.limit):
            yield Move(deadline.limit.name, before=deadline.due_on, words=words)


def all_of_the_case(situation: Situation) -> Iterable[Deadline]:
    return (deadline for stage in situation.stages for deadline in stage.deadlines.all())


def is_told(limit: TimeLimit) -> bool:
    return limit.in_force and limit.kind != INNER


def of(name: object, moves: Iterable[Move]) -> Iterable[Move]:
    """The same moves, which say of which case they are."""
    return (replace(move, name=f"{move.name} of {name}") for move in moves)
