"""Which dates move where something recorded wrongly is put right."""

from collections.abc import Iterable, Mapping
from datetime import date

from stages.clocks import Clock
from stages.corrections import corrected
from stages.deadlines import clocks_with, dates_of
from stages.models import Deadline, Procedure, Stage, StageEvent
from stages.moved import what_moved
from stages.moves import INNER, Move, note_on, of, of_a_new_stage
from stages.situation import Situation


def date_corrected(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    known, to = answers.get("date"), answers.get("to")
    if not (known and to):
        return
    for stage, dates in corrected(*known, to):
        moves = _compared(stage, dates)
        yield from moves if stage.case_id == situation.case.pk else of(stage.case, moves)


def _compared(stage: Stage, dates: Mapping[str, date]) -> Iterable[Move]:
    before = {deadline.limit_id: deadline for deadline in stage.deadlines.select_related("limit")}
    for clock in clocks_with(stage, dates_of(stage) | dates, what_moved(stage)):
        if stood := before.get(clock.limit.pk):
            yield from _differs(clock, stood)


def _differs(clock: Clock, stood: Deadline) -> Iterable[Move]:
    if clock.due_on != stood.due_on:
        yield Move(clock.limit.name, stood.due_on, clock.due_on, note=note_on(clock))
    follows_the_answer = clock.limit.kind == INNER and clock.limit.stopped_by == StageEvent.RESPONSE
    if clock.met_on and clock.met_on != stood.met_on and not follows_the_answer:
        late = "late" if clock.met_on > clock.due_on else "in time"
        yield Move(clock.limit.name, None, clock.met_on, "done on", note_on(clock, late))


def moved_to_another_service(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    """Until triage the usual procedure of its service area gives the dates."""
    area, case = answers.get("service_area"), situation.case
    if not area or not case.route.provisional:
        return
    if area.usual_procedure == situation.procedure.code:
        return
    procedure = Procedure.objects.version_for(area.usual_procedure, case.chooses_version_on)
    stage, main = situation.stage, situation.main_deadline
    definition = procedure and procedure.stages.filter(number=stage.number).first()
    if not definition or stage.responded_on:
        return
    answer = {limit.name for limit in definition.limits.all() if limit.is_main}
    for move in of_a_new_stage(stage, definition, dates_of(stage)):
        if move.name in answer:
            before = main.due_on if main else None
            yield Move(f"Answer by {procedure.name}", before, move.after, "" if before else "due")
