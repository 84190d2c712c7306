"""The statement of complaint: proposed in versions, agreed by both sides or to be changed.

Where cases share an investigation, each has the same versions, and its own points from them.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import ProtectedError

from accounts.models import User
from accounts.trail import action, record
from cases.models import Point
from stages.actions.casework import record_date
from stages.actions.tasks import drop_task, raise_task
from stages.calendars import calendar_for
from stages.models import Proposer, Side, Stage, StageEvent, Statement, Task
from stages.not_possible import NotPossible
from stages.statements import Line, may_be_finalised_on
from stages.working_calendar import in_words
from stages.working_days import add_working_days


@action
def propose_statement(
    stage: Stage, lines: Sequence[Line], *, proposed_by: Proposer, on: date, by: User
) -> Statement:
    """Put a version to the complainant and the council. Silence is chased (``chase_after``)."""
    if not lines:
        raise NotPossible("A statement has at least one point.")
    for each in _sharing(stage):
        if each.investigation_report_on:
            raise NotPossible("The investigation has reported: its statement stands.")
        _drop_chases(each, "A new version was proposed", on=on, by=by)
        statement = _new_version(each, _lines_of(each, stage, lines), proposed_by, on)
        if proposed_by not in (Proposer.COMPLAINANT, Proposer.ADVOCATE):
            _chase(statement, each, by=by)
        record(
            f"proposed the statement of complaint, version {statement.version}", each.case, by=by
        )
    return stage.statements.last()


@action
def agree_statement(stage: Stage, *, sides: Iterable[Side], on: date, by: User) -> None:
    """Record who agreed to the version that waits; agreed by both sides, it is in force."""
    sides = set(sides)
    for each in _sharing(stage):
        statement = _waiting(each)
        if Side.COMPLAINANT in sides:
            statement.complainant_agreed_on = on
            _drop_chases(each, "The complainant agreed", on=on, by=by)
        if Side.COUNCIL in sides:
            statement.council_agreed_on, statement.council_agreed_by = on, by
        agreed = statement.complainant_agreed_on, statement.council_agreed_on
        if all(agreed):
            statement.in_force_on = max(agreed)
        _save(statement)
        names = " and ".join(Side(side).label.lower() for side in sorted(sides))
        record(f"recorded that {names} agreed to {statement} of the statement", each.case, by=by)
        if statement.in_force_on:
            _take_up(statement, each, by=by)


@action
def want_changes(stage: Stage, *, side: Side, changes: str, on: date, by: User) -> None:
    """Record that somebody wants the version that waits changed: next is a new version."""
    for each in _sharing(stage):
        statement = _waiting(each)
        statement.changes_wanted_by, statement.changes_wanted_on = side, on
        statement.changes_wanted = changes
        _save(statement)
        _drop_chases(each, "Changes were asked for", on=on, by=by)
        who = Side(side).label.lower()
        record(f"recorded what {who} wants changed in {statement}", each.case, by=by, why=changes)


@action
def finalise_statement(stage: Stage, *, why: str, on: date, by: User) -> None:
    """Put the version that waits into force though the complainant is silent, with a note.

    No rule of law: chase, then finalise with a note (domain.md 1.A).
    """
    for each in _sharing(stage):
        statement = _waiting(each)
        earliest = may_be_finalised_on(statement, each)
        if on < earliest:
            raise NotPossible(
                f"The complainant has until {in_words(earliest)} to answer: not before."
            )
        statement.finalised_because, statement.in_force_on = why, on
        if not statement.council_agreed_on:
            statement.council_agreed_on, statement.council_agreed_by = on, by
        _save(statement)
        _drop_chases(each, "The statement was finalised", on=on, by=by)
        sentence = f"finalised {statement} of the statement without the complainant's answer"
        record(sentence, each.case, by=by, why=why)
        _take_up(statement, each, by=by)


@action
def copy_statements(of: Stage, to: Stage, *, by: User) -> None:
    """Give ``to`` the versions of ``of``, as it joins its investigation."""
    for statement in of.statements.prefetch_related("points"):
        lines = [Line(point.text, point.desired_outcome) for point in statement.points.all()]
        copy = _new_version(
            to, _lines_of(to, of, lines), statement.proposed_by, statement.proposed_on
        )
        for field in Statement._meta.concrete_fields:
            if field.name not in ("id", "stage", "version"):
                setattr(copy, field.name, getattr(statement, field.name))
        _save(copy)
    if in_force := to.statements.in_force().first():
        _take_up(in_force, to, by=by)


def _sharing(stage: Stage) -> list[Stage]:
    return [stage, *Stage.objects.investigated_with(stage).exclude(pk=stage.pk)]


def _lines_of(each: Stage, stage: Stage, lines: Sequence[Line]) -> list[Line]:
    """The lines as they stand on ``each``: another case maps them to its own points by their
    words."""
    if each == stage and any(line.from_point for line in lines):
        return list(lines)
    own = each.case.points.at_stage(each.number - 1)
    by_words = {point.text.strip().lower(): point for point in own}
    return [line._replace(from_point=by_words.get(line.text.strip().lower())) for line in lines]


def _new_version(stage: Stage, lines: list[Line], proposed_by: str, on: date) -> Statement:
    statement = stage.statements.create(
        version=stage.statements.count() + 1, proposed_by=proposed_by, proposed_on=on
    )
    for number, line in enumerate(lines, start=1):
        statement.points.create(number=number, **line._asdict())
    return statement


def _waiting(stage: Stage) -> Statement:
    statement = stage.statements.waiting().first()
    if statement is None:
        raise NotPossible("No version of the statement waits for an answer.")
    return statement


def _save(statement: Statement) -> None:
    statement.full_clean(validate_unique=False)
    statement.save()


def _chase(statement: Statement, stage: Stage, *, by: User) -> None:
    calendar = calendar_for(stage.definition.procedure)
    for days in stage.definition.chase_statement_after:
        raise_task(
            stage.case,
            stage=stage,
            kind=Task.Kind.CHASE_STATEMENT,
            what=f"Ask the complainant again about the statement, version {statement.version}",
            due_on=add_working_days(statement.proposed_on, days, calendar),
            counted_from=statement.proposed_on,
            by=by,
        )


def _drop_chases(stage: Stage, why: str, *, on: date, by: User) -> None:
    for task in stage.tasks.open().filter(kind=Task.Kind.CHASE_STATEMENT):
        drop_task(task, on=on, why=why, by=by)


def _take_up(statement: Statement, stage: Stage, *, by: User) -> None:
    """Make the points of the stage out of the version in force, and start its clock."""
    record_date(stage, StageEvent.STATEMENT_AGREED, on=statement.in_force_on, by=by)
    lines = list(statement.points.select_related("from_point"))
    primary = next(
        (line for line in lines if line.from_point and line.from_point.is_primary), lines[0]
    )
    own = stage.case.points.filter(stage_number=stage.number)
    own.update(is_primary=False)  # never two primary points
    known = {point.number: point for point in own}
    for line in lines:
        point = known.pop(line.number, None) or Point(
            case=stage.case, stage_number=stage.number, number=line.number
        )
        point.text, point.desired_outcome = line.text, line.desired_outcome
        point.from_point, point.is_primary = line.from_point, line == primary
        point.nature = point.nature or (line.from_point.nature if line.from_point else None)
        point.save()
    _remove(known.values())


def _remove(points: Iterable[Point]) -> None:
    for point in points:
        try:
            point.delete()
        except ProtectedError:
            raise NotPossible(
                f"Point {point.number} is in use already, so the statement must keep it."
            ) from None
