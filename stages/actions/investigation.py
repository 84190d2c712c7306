"""An investigation: its people replaced, its reports in, and the adjudication on each point."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Point
from stages.actions.casework import record_date, respond
from stages.adjudicators import answered_before, complained_about_in
from stages.findings import Found, put_findings, put_recommendations
from stages.models import Appointment, Finding, Investigator, Stage, StageEvent
from stages.not_possible import NotPossible
from stages.pool import refuse_the_barred, sharing


@action
def replace(
    stage: Stage,
    new: Investigator,
    *,
    role: str,
    on: date,
    why: str,
    by: User,
    asked_on: date | None = None,
    accepted_on: date | None = None,
) -> Appointment:
    """Let somebody else take over from the one appointed, whose appointment ends with a reason.

    The date on which the role was first filled stays: it is one of those a clock may run from.
    """
    stages = sharing(stage)
    refuse_the_barred(stages, [new], role, on=on)
    for each in stages:
        old = each.appointments.filter(role=role, ended_on=None).first()
        if old is None:
            raise NotPossible("Nobody is appointed whom somebody else could replace.")
        old.ended_on, old.ended_because = on, why
        old.full_clean()
        old.save(update_fields=["ended_on", "ended_because"])
        appointment = Appointment(
            stage=each,
            investigator=new,
            role=role,
            asked_on=asked_on,
            accepted_on=accepted_on,
            appointed_on=on,
        )
        appointment.full_clean()
        appointment.save()
        sentence = f"replaced the {old.get_role_display().lower()}"
        record(sentence, each.case, by=by, why=why)
    return stage.appointments.get(role=role, ended_on=None)


@action
def receive_report(
    stage: Stage,
    *,
    on: date,
    findings: dict[Point, Found],
    recommendations: dict[Point, str],
    by: User,
) -> None:
    """Record the investigating officer's report: its day stands on each case that shares the
    investigation, its findings on the points of this one."""
    for each in sharing(stage):
        if not each.investigation_report_on or each == stage:
            record_date(each, StageEvent.INVESTIGATION_REPORT, on=on, by=by)
    put_findings(stage, findings, Finding.Level.INVESTIGATOR)
    texts = [(text, point) for point, text in recommendations.items() if text.strip()]
    put_recommendations(stage, texts)
    record(f"recorded what the investigating officer found at {stage}", stage.case, by=by)


@action
def receive_independent_report(stage: Stage, *, on: date, by: User) -> None:
    """Record the independent person's own report: was it fair, is the other one accurate."""
    for each in sharing(stage):
        record_date(each, StageEvent.INDEPENDENT_PERSON_REPORT, on=on, by=by)


@action
def adjudicate(
    stage: Stage,
    *,
    adjudicated_on: date,
    on: date,
    decisions: dict[Point, Found],
    adjudicator: User,
    by: User,
) -> None:
    """Decide on each point, on the investigation's reports; ``on`` is the day the letter went.

    It answers the stage. Where it differs from the investigator's finding, it says why.
    """
    _refuse_a_wrong_adjudicator(stage, adjudicator)
    _refuse_a_silent_difference(stage, decisions)
    stage.adjudicated_by, stage.adjudication_on = adjudicator, adjudicated_on
    respond(
        stage, on=on, findings={point: found.finding for point, found in decisions.items()}, by=by
    )
    put_findings(stage, decisions, Finding.Level.ADJUDICATION)
    record(f"recorded the adjudication by {adjudicator} at {stage}", stage.case, by=by)


def _refuse_a_wrong_adjudicator(stage: Stage, adjudicator: User) -> None:
    if complained_about_in(stage).filter(pk=adjudicator.pk).exists():
        raise NotPossible(f"{adjudicator} is complained about, so cannot adjudicate.")
    if answered_before(stage).filter(pk=adjudicator.pk).exists():
        raise NotPossible(f"{adjudicator} answered the stage before, so cannot adjudicate.")


def _refuse_a_silent_difference(stage: Stage, decisions: dict[Point, Found]) -> None:
    investigators = stage.findings.filter(level=Finding.Level.INVESTIGATOR)
    for finding in investigators.select_related("point"):
        decided = decisions.get(finding.point)
        if decided and decided.finding != finding.finding and not decided.reason.strip():
            raise NotPossible(
                f"Point {finding.point.number}: the investigating officer found "
                f"“{finding.get_finding_display().lower()}”. Say why the decision differs."
            )
