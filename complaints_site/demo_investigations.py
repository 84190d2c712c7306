"""The steps of an investigation in the demonstration's stories: statement, appointments, reports,
adjudication, and a brother's or sister's case that shares them.
"""

from datetime import date, timedelta

from accounts.models import User
from accounts.permissions import Role
from cases.actions.casework import link
from cases.models import CasePerson
from complaints_site.demo_people import email_of
from stages.actions import investigation, joint, outsiders, statement
from stages.findings import Found
from stages.models import Investigator, Outcome, Proposer, Side, Stage
from stages.statements import Line


def propose(stage: Stage, texts: list[str], *, on: date, by: User) -> None:
    """A version whose first points take those of the stage before further, one by one."""
    earlier = list(stage.case.points.at_stage(stage.number - 1))
    earlier += [None] * len(texts)
    lines = [Line(text, from_point=point) for text, point in zip(texts, earlier, strict=False)]
    statement.propose_statement(stage, lines, proposed_by=Proposer.INVESTIGATOR, on=on, by=by)


def agree(stage: Stage, *, on: date, by: User) -> None:
    statement.agree_statement(stage, sides=Side, on=on, by=by)


def want_changes(stage: Stage, changes: str, *, on: date, by: User) -> None:
    statement.want_changes(stage, side=Side.COMPLAINANT, changes=changes, on=on, by=by)


def appoint(stage: Stage, role: str, name: str, *, on: date, by: User) -> None:
    asked_on, accepted_on = on - timedelta(days=6), on - timedelta(days=1)
    outsiders.appoint(
        stage,
        outsider(name, by=by),
        role=role,
        on=on,
        asked_on=asked_on,
        accepted_on=accepted_on,
        by=by,
    )


def outsider(name: str, *, by: User) -> Investigator:
    known = Investigator.objects.filter(name=name).first()
    return known or outsiders.add_investigator(name=name, by=by)


def report(
    stage: Stage, findings: list[str], recommended: list[str], *, on: date, by: User
) -> None:
    points = list(stage.case.points.at_stage(stage.number))
    investigation.receive_report(
        stage,
        findings=found(points, findings, "As the report sets out"),
        recommendations=dict(zip(points, recommended, strict=True)),
        on=on,
        by=by,
    )


def report_independently(stage: Stage, *, on: date, by: User) -> None:
    investigation.receive_independent_report(stage, on=on, by=by)


def adjudicate(stage: Stage, findings: list[str], why: str, *, on: date, by: User) -> None:
    points = list(stage.case.points.at_stage(stage.number))
    investigation.adjudicate(
        stage,
        adjudicated_on=on,
        decisions=found(points, findings, why),
        adjudicator=User.objects.get(email=email_of(Role.ADJUDICATOR)),
        on=on,
        by=by,
    )


def found(points, findings: list[str], why: str) -> dict:
    return {point: Found(Outcome(one), why) for point, one in zip(points, findings, strict=True)}


def join(stage: Stage, child: str, why: str, *, on: date, by: User) -> None:
    """Link the case to that of another child, and share its investigation."""
    other = CasePerson.objects.get(person__name=child, role=CasePerson.Role.SERVICE_USER).case
    link(stage.case, other, why=why, by=by)
    joint.join_investigation(stage, other.stages.get(number=stage.number), on=on, by=by)


STEPS = {
    "propose_statement": propose,
    "agree_statement": agree,
    "want_changes": want_changes,
    "appoint": appoint,
    "report": report,
    "report_independently": report_independently,
    "adjudicate": adjudicate,
    "join": join,
}
