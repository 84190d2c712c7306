"""Court and other proceedings: a complaint declined or suspended for them, and what follows.

Regulation 8 (domain.md 1.A): decided, told in writing with reasons and how to resubmit, reviewed,
and considered again once the proceedings have ended.
"""

from collections.abc import Iterable
from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.actions.casework import assign, link, log_case
from cases.models import Assignment, Case, CasePerson, Decision, Point
from stages.actions.casework import begin_stage, choose_route
from stages.actions.endings import close
from stages.actions.tasks import finish_task, raise_task
from stages.calendars import calendar_for
from stages.deadlines import count_clocks
from stages.models import Outcome, Proceedings, Stage, Suspension, Task
from stages.not_possible import NotPossible
from stages.points_to_answer import points_to_answer
from stages.working_days import DayOne, Unit, due_on

SAME = ["kind", "channel", "passed_on_by", "service_area", "provider", "complainant_type", "nature"]


@action
def suspend(stage: Stage, *, points: Iterable[Point], by: User, **decided) -> Proceedings:
    """Stop considering all points of a stage, or some; ``decided`` are fields of the decision.

    Where no point is left to consider, the clocks of the stage stand until the proceedings end.
    """
    effect = Proceedings.Effect.SUSPENDED
    decision = _withhold(stage, effect, list(points), by, decided)
    _stand_still_where_nothing_is_left(decision)
    return decision


@action
def decline(stage: Stage, *, points: Iterable[Point], by: User, **decided) -> Proceedings:
    """Do not consider a complaint at all, which ends it as not accepted; or not some points."""
    effect = Proceedings.Effect.DECLINED
    decision = _withhold(stage, effect, list(points), by, decided)
    if decision.of_all:
        begun = stage.case.stages.filter(responded_on=None).exclude(begun_on=None)
        begun.update(outcome=Outcome.NOT_ACCEPTED)
        why = f"Declined: {decision.get_kind_display().lower()}"
        close(stage.case, on=decision.decided_on, reason=why, by=by)
    else:
        _stand_still_where_nothing_is_left(decision)
    return decision


@action
def review(proceedings: Proceedings, *, on: date, found: str, next_on: date, by: User) -> None:
    """The proceedings go on: what was found out, and when it is asked again."""
    _reviewed(proceedings, on, found, by)
    proceedings.review_on = next_on
    proceedings.review = _next_review(proceedings, by)
    proceedings.full_clean()
    proceedings.save(update_fields=["review_on", "review"])
    record("reviewed the proceedings: they go on", proceedings.case, by=by, why=found)


@action
def end(proceedings: Proceedings, *, on: date, by: User) -> None:
    """The proceedings have ended: what was suspended is considered again from this day."""
    procedure = proceedings.case.route.procedure
    months, calendar = procedure.resubmit_months, calendar_for(procedure)
    proceedings.ended_on = on
    proceedings.resubmit_until = due_on(on, months, Unit.MONTHS, calendar, DayOne.AFTER)
    proceedings.full_clean()
    proceedings.save(update_fields=["ended_on", "resubmit_until"])
    _reviewed(proceedings, on, "The proceedings have ended", by)
    if proceedings.is_suspension:
        _run_again(proceedings.stage, on)
    kind = proceedings.get_kind_display().lower()
    record(f"recorded the end of the proceedings ({kind})", proceedings.case, by=by)


@action
def resubmit(proceedings: Proceedings, *, on: date, by: User) -> Case:
    """Log what was resubmitted: a complaint of that day, with the people and points of before."""
    until = proceedings.resubmit_until
    if on > until:
        raise NotPossible(
            f"The last day to resubmit it was {until:%-d %B %Y}. Log a new complaint, and decide "
            "whether it is out of time."
        )
    before = proceedings.case
    facts = {name: getattr(before, name) for name in SAME}
    again = log_case(on=on, by=by, received_on=on, summary=before.summary, **facts)
    for person in before.lead.people.all():
        CasePerson.objects.create(
            case=again,
            person=person.person,
            role=person.role,
            relation=person.relation,
            authority_evidence=person.authority_evidence,
            position=person.position,
        )
    _copy_points(proceedings, again)
    link(again, before, why="Resubmitted after proceedings ended", by=by)
    choose_route(again, code=before.route.procedure.code, on=on, by=by)
    begin_stage(again, 1, on=on, by=by)
    holder = before.assignments.filter(capacity=Assignment.Capacity.OWNER, until=None).first()
    if holder and holder.user:
        assign(again, to=holder.user, capacity=Assignment.Capacity.OWNER, on=on, by=by)
    proceedings.resubmitted_on, proceedings.resubmitted_as = on, again
    proceedings.save(update_fields=["resubmitted_on", "resubmitted_as"])
    record(f"recorded that it was resubmitted, as {again}", before, by=by)
    return again


def _withhold(stage, effect, points, by, decided) -> Proceedings:
    case = stage.case
    of_all = _is_of_all(stage, effect, points)
    decision = Proceedings(
        case=case, stage=stage, effect=effect, of_all=of_all, decided_by=by, **decided
    )
    decision.full_clean()
    decision.review = _next_review(decision, by)
    decision.save()
    decision.points.set(points)
    what = "all of it" if of_all else ", ".join(f"point {point.number}" for point in points)
    kind = decision.get_kind_display().lower()
    case.decisions.create(
        kind=Decision.Kind.PROCEEDINGS,
        decided_on=decision.decided_on,
        decided_by=by,
        decision=f"{decision.get_effect_display()} for {kind}: {what}"[:300],
        reason=decision.reasons,
    )
    sentence = f"{decision.get_effect_display().lower()} {what} for {kind}"
    record(sentence[:500], case, by=by, why=decision.reasons)
    return decision


def _is_of_all(stage: Stage, effect: str, points: list[Point]) -> bool:
    """Whether nothing of the complaint is left to answer, now or later."""
    if effect == Proceedings.Effect.SUSPENDED:
        return set(points) == set(stage.case.points.at_stage(stage.number))
    waits = Proceedings.objects.withholding().filter(
        case=stage.case, effect=Proceedings.Effect.SUSPENDED
    )
    return set(points) >= set(points_to_answer(stage)) and not waits.exists()


def _next_review(decision: Proceedings, by: User) -> Task:
    return raise_task(
        decision.case,
        kind=Task.Kind.PROCEEDINGS,
        what=f"Ask whether the proceedings have ended: {decision.get_kind_display().lower()}",
        due_on=decision.review_on,
        outlives_the_case=decision.effect == Proceedings.Effect.DECLINED,
        by=by,
    )


def _reviewed(proceedings: Proceedings, on: date, found: str, by: User) -> None:
    if proceedings.review and proceedings.review.is_open:
        finish_task(proceedings.review, on=on, evidence=found, by=by)


def _stand_still_where_nothing_is_left(decision: Proceedings) -> None:
    if points_to_answer(decision.stage).exists():
        return
    Suspension.objects.create(
        stage=decision.stage, from_on=decision.decided_on, reason=decision.get_kind_display()
    )
    count_clocks(decision.stage)


def _run_again(stage: Stage, on: date) -> None:
    """Once a point may be considered again, the clocks run from there."""
    open_ = stage.suspensions.filter(to_on=None).first()
    running = Proceedings.objects.running().filter(case=stage.case, of_all=True)
    still = running.filter(effect=Proceedings.Effect.SUSPENDED).exists()
    if open_ is None or still or not _something_is_left(stage):
        return
    open_.to_on = on
    open_.full_clean()
    open_.save(update_fields=["to_on"])
    count_clocks(stage)


def _something_is_left(stage: Stage) -> bool:
    return points_to_answer(stage).exists() or not stage.case.points.exists()


def _copy_points(proceedings: Proceedings, to: Case) -> None:
    """Its points as they were, counted anew."""
    points = proceedings.points.order_by("number")
    for number, point in enumerate(points, start=1):
        to.points.create(
            number=number,
            text=point.text,
            desired_outcome=point.desired_outcome,
            nature=point.nature,
            is_primary=number == 1,
        )
