"""Which dates each step moves, by what is answered in its form so far."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from stages.clocks import Window
from stages.deadlines import dates_of
from stages.models import (
    Answer,
    Extension,
    Plan,
    Procedure,
    Stage,
    StageEvent,
    Statement,
)
from stages.models.statement import Side
from stages.moved import extension_in_force, what_moved
from stages.moves import (
    Move,
    all_of_the_case,
    dated,
    ends,
    moved_by,
    of,
    of_a_new_stage,
)
from stages.moves_again import (
    Foresee,
    after_proceedings,
    considered_again,
    paused,
    put_off,
    resumed,
    runs_again,
    runs_on,
)
from stages.moves_corrected import date_corrected, moved_to_another_service
from stages.parts_under_way import situations_of_parts
from stages.situation import Phase, Situation
from stages.steps import Step

PART, NEW = "the part", "the new complaint"


def moves_of(step: Step, situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    if foreseen := BY_STEP.get(step.key):
        return foreseen(situation, answers, today)
    if step.to in (Phase.WITHDRAWN, Phase.CLOSED):
        return ends(all_of_the_case(situation))
    if step.records:
        return dated(situation.stage, {str(step.records): answers.get("on") or today})
    return ()


def phase_after(step: Step, situation: Situation, answers: Mapping) -> Phase | None:
    """Where the case stands after a step; nothing where it stays where it is."""
    if step.key in PROCEEDINGS:
        return after_proceedings(step.key, situation.stage, answers.get("points") or [])
    return step.to if step.to != situation.phase else None


# What an answer, an acknowledgement or a withdrawal does to the parts that it speaks for


def _acknowledged(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    dates = {StageEvent.ACKNOWLEDGED.value: answers.get("on") or today}
    yield from dated(situation.stage, dates)
    for stage in answers.get("parts") or ():
        yield from of(stage.case, dated(stage, dates))


def _answered(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    on = answers.get("on") or today
    yield from _with_answer(situation.stage, on, answers, answers.get("window_ends_on"))
    if not any(answers[name] == "with" for name in answers if name.startswith("reply_")):
        return
    for part in situations_of_parts(situation.case):
        if answers.get(f"reply_{part.case.pk}") == "with":
            yield from of(part.case, _with_answer(part.stage, on, answers))


def _with_answer(stage: Stage, on: date, answers: Mapping, window_ends_on=None) -> Iterable[Move]:
    """An answer that was given by talking lets the complainant's time begin at once."""
    spoken_on = None
    if answers.get("way") == Answer.Way.SPOKEN:
        spoken_on = max(on, answers.get("right_given_on") or on)
    dates = dates_of(stage) | {StageEvent.RESPONSE.value: on}
    return moved_by(
        stage, replace(what_moved(stage), window=Window(spoken_on, window_ends_on)), dates
    )


def _withdrawn(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    yield from ends(all_of_the_case(situation))
    yield from _ended_with_it(answers)


def _joined(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    return _ended_with_it(answers)


def _ended_with_it(answers: Mapping) -> Iterable[Move]:
    for part in answers.get("parts") or ():
        yield from of(part, ends(all_of_the_case(Situation(part))))


# Before stage 1


def _settled(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    return _ended_by(situation.stage, StageEvent.RESPONSE, answers.get("on") or today)


def _made_a_complaint(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    on = answers.get("on") or today
    yield from _ended_by(situation.stage, StageEvent.ESCALATED, on)
    definition = situation.procedure.stages.filter(number=1).first()
    if definition:
        runs_from = on if answers.get("runs_from") == "now" else situation.case.received_on
        dates = {StageEvent.RECEIVED.value: runs_from, StageEvent.BEGUN.value: on}
        yield from of_a_new_stage(situation.stage, definition, dates)


def _ended_by(stage: Stage, event: StageEvent, on: date) -> Iterable[Move]:
    """An event stops what it stops; what was running beside it no longer falls due."""
    done = [move for move in dated(stage, {event.value: on}) if move.words == "done on"]
    names = {move.name for move in done}
    yield from done
    yield from ends(each for each in stage.deadlines.all() if each.limit.name not in names)


# Dates that are agreed, promised or told


def _extended(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    """The old date stays due until the complainant knows the new one (domain.md 1.A)."""
    main, to, told_on = situation.main_deadline, answers.get("to"), answers.get("told_on")
    if not (main and to):
        return ()
    decided_on = answers.get("decided_on") or told_on or today
    extension = Extension(
        from_due_on=main.due_on,
        to_due_on=to,
        decided_on=decided_on,
        told_on=told_on or decided_on,
    )
    moves = _with_extension(situation.stage, extension)
    if told_on:
        return moves
    return (replace(move, note="once the complainant is told, in time") for move in moves)


def _told_of_the_new_date(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    extension = situation.stage.extensions.untold().last()
    if extension is None:
        return ()
    extension.told_on = answers.get("on") or today
    return _with_extension(situation.stage, extension)


def _with_extension(stage: Stage, extension: Extension) -> Iterable[Move]:
    before = extension_in_force(stage)
    if not extension.counts or (before and before.in_force_on >= extension.in_force_on):
        return ()
    moved = what_moved(stage)
    return moved_by(stage, replace(moved, extension=extension, extended_to=extension.in_force_on))


def _planned(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    """A date that is promised has no ``way``: the council sets it, and tells it on that day."""
    stage, main = situation.stage, situation.main_deadline
    if not (main and answers.get("due_on")):
        return ()
    plan = Plan(
        agreed_on=answers.get("on") or today,
        from_due_on=main.due_on,
        due_on=answers["due_on"],
        by_agreement=answers.get("way") == "agreed",
    )
    later = [each for each in stage.plans.all() if each.counts and each.agreed_on > plan.agreed_on]
    if later or not plan.counts:
        return ()
    return moved_by(stage, replace(what_moved(stage), agreed_to=plan.due_on))


# Investigations and their statement


def _statement_answered(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    """Agreed by both sides, the statement is in force, and the clock runs from there."""
    statement = situation.stage.statements.waiting().first()
    if statement is None or answers.get("answer") != "agreed":
        return ()
    on = answers.get("on") or today
    said = {
        Side.COMPLAINANT: statement.complainant_agreed_on,
        Side.COUNCIL: statement.council_agreed_on,
    } | dict.fromkeys(map(Side, answers.get("who") or ()), on)
    if not all(said.values()):
        return ()
    return dated(situation.stage, {StageEvent.STATEMENT_AGREED.value: max(said.values())})


def _statement_finalised(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    return dated(situation.stage, {StageEvent.STATEMENT_AGREED.value: answers.get("on") or today})


def _independent_reported(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    on = answers.get("on") or today
    return dated(situation.stage, {StageEvent.INDEPENDENT_PERSON_REPORT.value: on})


def _shared(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    """What stands at the other case stands here too, from the same days."""
    other = answers.get("other")
    if other is None:
        return ()
    events = (
        StageEvent.INVESTIGATOR_APPOINTED,
        StageEvent.INDEPENDENT_PERSON_APPOINTED,
        StageEvent.INVESTIGATION_REPORT,
        StageEvent.INDEPENDENT_PERSON_REPORT,
    )
    dates = {event.value: day for event in events if (day := getattr(other, event.value))}
    in_force: Statement | None = other.statements.in_force().first()
    if in_force:
        dates[StageEvent.STATEMENT_AGREED.value] = in_force.in_force_on
    return dated(situation.stage, dates)


# The next stage, another procedure, another case, and what comes back


def _next_asked_for(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    """The window of the answered stage ends, or all that ran in one that goes unanswered; the
    clocks of the next start."""
    stage, on = situation.stage, answers.get("on") or today
    if stage.responded_on:
        yield from dated(stage, {StageEvent.ESCALATED.value: on})
    else:
        yield from _ended_by(stage, StageEvent.ESCALATED, on)
    definition = situation.procedure.stages.filter(number=stage.number + 1).first()
    if definition:
        dates = {
            StageEvent.RECEIVED.value: situation.case.received_on,
            StageEvent.REQUESTED.value: on,
        }
        yield from of_a_new_stage(stage, definition, dates)


def _late_request_decided(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    reason, late = answers.get("listed_reason"), situation.set_aside or situation.stage
    if reason is None:
        return ()
    return runs_on(late, today) if reason.accepts else ends(late.deadlines.all())


def _referred_early(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    latest = situation.stages[-1]
    asked_for = latest.number == 3 and latest.begun_on is None
    return ends(latest.deadlines.all()) if asked_for else ()


def _by_procedure(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    """When the answer is due by each procedure that could be chosen instead."""
    stage, main = situation.stage, situation.main_deadline
    for procedure in Procedure.objects.in_force_on(situation.case.chooses_version_on):
        definition = procedure.stages.filter(number=stage.number).first()
        if definition is None or definition == stage.definition:
            continue
        is_main = {limit.name for limit in definition.limits.all() if limit.is_main}
        for move in of_a_new_stage(stage, definition, dates_of(stage)):
            if move.name in is_main:
                before = main.due_on if main else None
                words = "" if before else "due"
                yield Move(f"Answer by {procedure.name}", before, move.after, words)


def _split_off(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    """The part's clock runs from the same receipt; one letter acknowledged both."""
    case = situation.case
    first = next((stage for stage in situation.stages if stage.number == 1), situation.stage)
    dates = {
        StageEvent.RECEIVED.value: case.received_on,
        StageEvent.BEGUN.value: case.received_on,
        StageEvent.ACKNOWLEDGED.value: first.acknowledged_on,
    }
    definition = _stage_1(answers.get("code"), case.chooses_version_on)
    moves = of_a_new_stage(first, definition, dates) if definition else ()
    return of(PART, moves)


def _resubmitted(situation: Situation, answers: Mapping, today: date) -> Iterable[Move]:
    """It is a complaint of the day on which it comes again."""
    on = answers.get("on") or today
    definition = _stage_1(situation.procedure.code, on)
    dates = {StageEvent.RECEIVED.value: on, StageEvent.BEGUN.value: on}
    moves = of_a_new_stage(situation.stage, definition, dates) if definition else ()
    return of(NEW, moves)


def _stage_1(code: str | None, on: date):
    procedure = Procedure.objects.version_for(code, on) if code else None
    return procedure.stages.filter(number=1).first() if procedure else None


PROCEEDINGS = ("suspend", "decline")
BY_STEP: dict[str, Foresee] = {
    "settle": _settled,
    "become-complaint": _made_a_complaint,
    "promise": _planned,
    "acknowledge": _acknowledged,
    "answer": _answered,
    "adjudicate": _answered,
    "answer-panel": _answered,
    "ask-for-next": _next_asked_for,
    "agree-plan": _planned,
    "extend": _extended,
    "tell-new-date": _told_of_the_new_date,
    "pause": paused,
    "resume": resumed,
    "agree-statement": _statement_answered,
    "finalise-statement": _statement_finalised,
    "receive-independent-report": _independent_reported,
    "join-investigation": _shared,
    "triage": _by_procedure,
    "late-request": _late_request_decided,
    "refer-early": _referred_early,
    "split-part": _split_off,
    "join-parts": _joined,
    "suspend": put_off("suspend"),
    "decline": put_off("decline"),
    "end-proceedings": considered_again,
    "resubmit": _resubmitted,
    "withdraw": _withdrawn,
    "reopen": runs_again,
    "correct-date": date_corrected,
    "change-service-area": moved_to_another_service,
}
