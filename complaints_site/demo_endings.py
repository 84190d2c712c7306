"""How the demonstration's stories end otherwise than by a letter: by talking, settled, refused, or
left out of the count.
"""

from datetime import date

from accounts.models import User
from cases.models import CasePerson, CloseReason, DecisionReason
from complaints_site.demo_later_life import DECIDES
from stages.actions import before, decisions, endings, telling
from stages.models import Answer, Outcome, Stage


def settle(stage: Stage, what: str, with_whom: str, *, on: date, by: User) -> None:
    before.settle(stage, what=what, with_whom=with_whom, on=on, by=by)


def talk(
    stage: Stage, findings: list[str], with_whom: str, agreed: str, *, on: date, by: User
) -> None:
    """Answered on the telephone; the right to go on was given in the same talk."""
    points = stage.case.points.at_stage(stage.number)
    telling.answer(
        stage,
        findings=dict(zip(points, map(Outcome, findings), strict=True)),
        way=Answer.Way.SPOKEN,
        with_whom=with_whom,
        agreed=agreed,
        right_given_on=on,
        on=on,
        by=by,
    )


def refuse(stage: Stage, because: str, why: str, *, on: date, by: User) -> None:
    decisions.refuse(
        stage.case,
        listed_reason=DecisionReason.objects.get(kind="refused", name=because),
        reason=why,
        told_on=on,
        on=on,
        by=User.objects.get(email=DECIDES),
    )


def close_as(stage: Stage, because: str, of: str = "", *, on: date, by: User) -> None:
    """Closed for a reason of the list; ``of`` is who complained in the case that it repeats."""
    parts = CasePerson.objects.filter(person__name=of).exclude(case=stage.case)
    first = parts.select_related("case").first()
    endings.close(
        stage.case,
        because=CloseReason.objects.get(name=because),
        duplicate_of=first and first.case,
        on=on,
        by=by,
    )


STEPS = {"settle": settle, "talk": talk, "refuse": refuse, "close_as": close_as}
