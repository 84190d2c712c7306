"""A step: who may take it, when, and what it does; and the phases in which steps are taken."""

from dataclasses import dataclass

from accounts.models import User
from accounts.permissions import Permission
from stages.situation import Phase, Situation
from stages.steps.guards import Guard

OPEN = frozenset({Phase.REQUESTED, Phase.UNDER_WAY, Phase.SUSPENDED, Phase.ANSWERED})
ANY = frozenset(Phase)
UNDER_WAY = frozenset({Phase.UNDER_WAY})
ASKED_OR_UNDER_WAY = frozenset({Phase.REQUESTED, Phase.UNDER_WAY})
ENDED = frozenset({Phase.WITHDRAWN, Phase.CLOSED})


@dataclass(frozen=True)
class Step:
    """``needs`` are asked in their order; the first that objects is what the page says."""

    key: str
    label: str
    phases: frozenset[Phase]
    needs: tuple[Guard, ...] = ()
    permission: Permission = Permission.RUN_CASE
    to: Phase | None = None
    then: str = ""
    records: str = ""  # the date of the stage that it records (StageEvent)
    tells: str = ""  # who sees it or is told, as a sentence
    only_adds: bool = False  # nobody's typing can overwrite it, nor it another's

    def why_not(self, situation: Situation, user: User) -> str:
        """Say why ``user`` cannot take this step now; nothing where they can."""
        if not user.may(self.permission):
            return f"This is for those who may: {self.permission.label.lower()}."
        return self.objection(situation)

    def objection(self, situation: Situation) -> str:
        """Say why nobody can take it now, whoever asks."""
        if situation.phase not in self.phases:
            return f"Not while the case is {situation.phase}."
        return next((reason for need in self.needs if (reason := need(situation))), "")

    def arises(self, situation: Situation) -> bool:
        """Whether it is one of this state, and there is anything here that it is about; else nobody
        looks for it."""
        asked = [need for need in self.needs if hasattr(need, "about_its_subject")]
        return situation.phase in self.phases and not any(need(situation) for need in asked)
