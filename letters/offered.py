"""The letter that takes a step as it goes: offered where the step is recorded without one."""

from dataclasses import dataclass

from accounts.models import User
from accounts.permissions import Permission
from letters.kinds import Kind, is_written_at, rules_of
from letters.models import Letter
from stages.situation import Situation

DONE_WITH = (Letter.State.SENT, Letter.State.DROPPED)


@dataclass(frozen=True)
class Offered:
    """``there``: the one that is under way, if any."""

    kind: Kind
    there: Letter | None


def letter_that_takes(step: str, situation: Situation, user: User) -> Offered | None:
    """None where no letter does, or where ``user`` writes none in this case."""
    case, code = situation.case, situation.procedure.code
    if not user.may(Permission.WRITE_LETTERS) or case.identity_withheld:
        return None
    kinds = (one for one in Kind if rules_of(one).step == step)
    kind = next((one for one in kinds if is_written_at(one, code, situation.definition)), None)
    if kind is None:
        return None
    begun = situation.stage.letters.filter(kind=kind).exclude(state__in=DONE_WITH)
    return Offered(kind, begun.visible_to(user).first())
