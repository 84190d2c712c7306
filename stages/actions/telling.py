"""What the complainant is told: acknowledged, kept up to date, answered."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Point
from stages import waiting
from stages.actions import advocacy, casework
from stages.actions.tasks import finish_task, raise_task
from stages.calendars import calendar_for
from stages.deadlines import count_clocks
from stages.models import Acknowledgement, Answer, How, Outcome, Stage, StageEvent, Task
from stages.working_days import add_working_days


@action
def acknowledge(stage: Stage, *, on: date, how: str, by: User, **sent: bool) -> Acknowledgement:
    """Acknowledge a stage; ``sent`` is what went with it (fields of an acknowledgement)."""
    casework.record_date(stage, StageEvent.ACKNOWLEDGED, on=on, by=by)
    acknowledgement = Acknowledgement(stage=stage, how=how, **sent)
    acknowledgement.full_clean()
    acknowledgement.save()
    if acknowledgement.advocacy_offered:
        advocacy.offered_with_acknowledgement(stage.case, on=on, by=by)
    return acknowledgement


@action
def record_update(stage: Stage, *, on: date, how: str, said: str, by: User) -> Task:
    """Record that the complainant was told how far it is; the next update follows from it."""
    owed = waiting.owed_in(stage, calendar_for(stage.definition.procedure))
    update = waiting.count_missed(owed, on=on) or waiting.next_update(owed, after=on)
    finish_task(update, on=on, evidence=f"{How(how).label}: {said}", by=by)
    return waiting.next_update(owed, after=on)


@action
def answer(
    stage: Stage,
    *,
    on: date,
    findings: dict[Point, Outcome],
    by: User,
    way: str = Answer.Way.WRITTEN,
    **told,
) -> Answer:
    """Answer a stage in writing or by talking; ``told`` are fields of an answer.

    What was agreed by talking is then confirmed in writing where the procedure asks for it (reg 15
    of the children's regulations).
    """
    casework.respond(stage, on=on, findings=findings, by=by)
    given = Answer(stage=stage, way=way, **told)
    given.full_clean()
    given.save()
    count_clocks(stage)
    days = stage.definition.terms_in_writing_days
    if way == Answer.Way.SPOKEN:
        said = f"answered by talking with {given.with_whom}"
        record(said, stage.case, by=by, why=given.agreed)
        if days:
            _ask_for_terms_in_writing(stage, on=on, days=days, by=by)
    return given


def _ask_for_terms_in_writing(stage: Stage, *, on: date, days: int, by: User) -> None:
    calendar = calendar_for(stage.definition.procedure)
    raise_task(
        stage.case,
        kind=Task.Kind.TERMS,
        what="Confirm in writing what was agreed",
        due_on=add_working_days(on, days, calendar),
        counted_from=on,
        stage=stage,
        outlives_the_case=True,
        by=by,
    )
