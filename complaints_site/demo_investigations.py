"""The steps of an investigation in the demonstration's stories: statement and appointments."""

from datetime import date

from accounts.models import User
from stages.actions import outsiders, statement
from stages.models import Investigator, Proposer, Side, Stage
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
    known = Investigator.objects.filter(name=name).first()
    who = known or outsiders.add_investigator(name=name, by=by)
    outsiders.appoint(stage, who, role=role, on=on, by=by)


STEPS = {
    "propose_statement": propose,
    "agree_statement": agree,
    "want_changes": want_changes,
    "appoint": appoint,
}
