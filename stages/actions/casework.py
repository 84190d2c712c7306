"""The steps of a case: its route, its stages, their dates, extensions, findings and ends.

Each step re-counts the stage's clocks with :mod:`stages.clocks`, so a deadline is never typed in.
"""

from collections.abc import Iterable
from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case, Decision, Point
from stages import waiting
from stages.actions.advocacy import ask_for_offer
from stages.actions.tasks import raise_task
from stages.calendars import load_calendar
from stages.deadlines import count_clocks
from stages.models import (
    Finding,
    Outcome,
    Procedure,
    Route,
    Stage,
    StageDefinition,
    StageEvent,
    Task,
)
from stages.models.saving import save_or_say_why
from stages.not_possible import NotPossible
from stages.outcomes import derive
from stages.situation import awaits_late_request, is_late_request, is_set_aside, with_facts
from stages.working_days import add_working_days


@action
def choose_route(case: Case, *, code: str, on: date, by: User, provisional=False, why="") -> Route:
    """Fix the procedure, in the version of the day the complaint was made (domain.md 1, rule 1)."""
    day = case.chooses_version_on
    procedure = Procedure.objects.version_for(code, day)
    if procedure is None:
        raise NotPossible(f"No version of the procedure “{code}” was in force on {day:%-d %B %Y}.")
    facts = {"chosen_on": on, "chosen_because": why, "provisional": provisional}
    route = Route(case=case, procedure=procedure, **facts)
    Route.objects.bulk_create(  # one statement, whether the case had a route or not
        [route],
        update_conflicts=True,
        unique_fields=["case"],
        update_fields=["procedure", *facts],
    )
    case.route = route  # whoever holds the case asks it for its route next
    how = "provisionally " if provisional else ""
    record(f"put the case {how}on the route “{procedure}”", case, by=by, why=why)
    ask_for_offer(case, by=by)
    return route


@action
def triage(
    case: Case,
    *,
    code: str,
    why: str,
    on: date,
    by: User,
    proposed: str = "",
    answers: Iterable[tuple[str, str]] = (),
) -> Route:
    """Decide the procedure. Stages not yet answered go over to it; their old clocks no longer run.

    The decision is kept each time it is taken, with the answers that were given to the questions
    and what they proposed (domain.md 1.G).
    """
    route = choose_route(case, code=code, on=on, why=why, by=by)
    case.decisions.create(
        kind=Decision.Kind.PROCEDURE,
        decided_on=on,
        decided_by=by,
        decision=str(route.procedure),
        reason=why,
        proposed=proposed,
        answers=[list(pair) for pair in answers],
    )
    asking = case.tasks.filter(kind=Task.Kind.DECISION, decision_kind=Decision.Kind.PROCEDURE)
    asking.finish_all(on=on, evidence=f"Decided: {route.procedure}")
    _go_over(case)
    return route


@action
def follow_usual_procedure(case: Case, *, on: date, by: User) -> Route:
    """Until triage: the dates of the usual procedure of its service area, which was changed."""
    area = case.service_area
    why = f"The usual procedure of {area}"
    route = choose_route(case, code=area.usual_procedure, on=on, by=by, provisional=True, why=why)
    _go_over(case)
    return route


def _go_over(case: Case) -> None:
    """Stages not yet answered go over to the route of the case."""
    for stage in case.stages.filter(responded_on=None):
        stage.definition = _definition(case, stage.number)
        stage.save(update_fields=["definition"])
        stage.deadlines.exclude(limit__stage=stage.definition).update(live=False, is_main=False)
        _take_up_clocks(stage)
        count_clocks(stage)


@action
def request_stage(case: Case, number: int, *, on: date, by: User, why: str = "") -> Stage:
    """Record that the complainant asks for a stage. It is begun when the council begins it.

    Where the stage before was not answered, ``why`` says why it is not waited for; nothing falls
    due by it any more.

    A request after the time for it goes to a decision, never to a refusal by itself
    (domain.md 11.12). One that follows a request that was not accepted takes its place.
    """
    again = case.stages.filter(number=number, begun_on=None).first()
    again = again if again and is_set_aside(_known(again)) else None
    if again:
        waiting.take_up(again)
        _set_dates(again, requested_on=on)
        again.deadlines.filter(limit__stage=again.definition_id).update(live=True)
    stage = again or _new_stage(case, number, requested_on=on)
    before = case.stages.filter(number=number - 1).first()
    if before:
        _set_dates(before, escalated_on=on)
        if before.gave_way:
            before.deadlines.filter(met_on=None).update(live=False)
    record(f"recorded the request for {stage}", case, by=by, why=why)
    if is_late_request(_known(stage)):
        _ask_whether_it_goes_on(stage, on=on, by=by)
    return stage


@action
def begin_stage(
    case: Case, number: int, *, on: date, by: User, received_on: date | None = None
) -> Stage:
    """Begin a stage, asked for or (at stage 1) on receipt; its clocks stand from then on.

    ``received_on`` is the day from which a complaint runs that was a concern before.
    """
    stage = case.stages.filter(number=number).first()
    if stage is None:
        received_on = received_on or case.received_on
        stage = _new_stage(case, number, begun_on=on, received_on=received_on)
    elif why_not := _why_not_begun(stage):
        raise NotPossible(why_not)
    else:
        _set_dates(stage, begun_on=on)
        case.mediations.filter(stage_avoided=number).update(stage_avoided=None)  # it was not
    record(f"began {stage}", case, by=by)
    return stage


@action
def record_date(stage: Stage, event: StageEvent, *, on: date, by: User) -> None:
    """Record a dated event of a stage: acknowledged, statement agreed, panel met, …"""
    _set_dates(stage, **{StageEvent(event).value: on})
    record(f"recorded for {stage}: {StageEvent(event).label}", stage.case, by=by)


@action
def respond(stage: Stage, *, on: date, findings: dict[Point, Outcome], by: User) -> None:
    """Answer a stage: the council's finding on each point, and from them the outcome."""
    for point, finding in findings.items():
        Finding.objects.update_or_create(
            stage=stage,
            point=point,
            level=Finding.Level.ADJUDICATION,
            defaults={"finding": finding},
        )
    stage.outcome = derive(findings.values())
    _set_dates(stage, responded_on=on)
    record(f"answered {stage}: {stage.get_outcome_display().lower()}", stage.case, by=by)


@action
def override_outcome(stage: Stage, *, outcome: Outcome, why: str, by: User) -> None:
    """Set an outcome that does not follow from the points: a decision, with its reason."""
    if not why.strip():
        raise NotPossible("Say why the outcome differs from the findings.")
    stage.outcome, stage.outcome_overridden_because = outcome, why
    stage.save(update_fields=["outcome", "outcome_overridden_because"])
    record(
        f"set the outcome of {stage} to {stage.get_outcome_display().lower()}",
        stage.case,
        by=by,
        why=why,
    )


def _take_up_clocks(stage: Stage) -> None:
    """The clocks of a procedure that the case comes back to run again."""
    for deadline in stage.deadlines.filter(live=False, limit__stage=stage.definition):
        deadline.live, deadline.is_main = True, deadline.limit.is_main
        deadline.save(update_fields=["live", "is_main"])


def _known(stage: Stage) -> Stage:
    """The stage with what guards ask of it."""
    return with_facts(Stage.objects.filter(pk=stage.pk))[0]


def _why_not_begun(stage: Stage) -> str:
    if stage.number <= 1 or stage.requested_on is None:
        return ""
    known = _known(stage)
    if awaits_late_request(known):
        return "It was asked for late: a complaints manager decides first whether it goes on."
    return "It was decided that this stage is not begun." if is_set_aside(known) else ""


@action
def ask_where_late(stage: Stage, *, on: date, by: User) -> None:
    """After a date was put right: a late request waits for its decision, any other no longer."""
    known = _known(stage)
    if stage.begun_on or is_set_aside(known) or known.about_its_request:
        return
    asked = stage.tasks.open().filter(decision_kind=Decision.Kind.LATE_REQUEST)
    if not is_late_request(known):
        asked.give_up(on=on, why="The request was not late")
    elif not asked.exists():
        _ask_whether_it_goes_on(stage, on=on, by=by)


def _ask_whether_it_goes_on(stage: Stage, *, on: date, by: User) -> None:
    raise_task(
        stage.case,
        kind=Task.Kind.DECISION,
        decision_kind=Decision.Kind.LATE_REQUEST,
        stage=stage,
        what=f"Decide whether the late request for {stage} is accepted"[:300],
        due_on=add_working_days(on, 1, load_calendar()),
        counted_from=on,
        by=by,
    )


def _new_stage(case: Case, number: int, **dates) -> Stage:
    stage = Stage(
        case=case,
        definition=_definition(case, number),
        number=number,
        **({"received_on": case.received_on} | dates),
    )
    save_or_say_why(stage)
    count_clocks(stage, is_new=True)
    return stage


def _definition(case: Case, number: int) -> StageDefinition:
    definition = case.route.procedure.stages.filter(number=number).first()
    if definition is None:
        raise NotPossible(f"{case.route.procedure} has no stage {number}.")
    return definition


def _set_dates(stage: Stage, **dates: date) -> None:
    for name, day in dates.items():
        setattr(stage, name, day)
    save_or_say_why(stage)
    count_clocks(stage)
