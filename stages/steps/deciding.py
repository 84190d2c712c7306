"""What is decided about a case beside its answer: the procedure, a refusal, who may see it."""

from accounts.permissions import Permission
from stages.situation import Phase
from stages.steps.eligibility import is_no_panel
from stages.steps.guards import is_not_a_part, no_safeguarding_is_open
from stages.steps.step import ASKED_OR_UNDER_WAY, OPEN, Step

STEPS = (
    Step(
        "triage",
        "Decide the procedure",
        ASKED_OR_UNDER_WAY,
        then="The version in force when the complaint was made applies to the whole case.",
    ),
    Step(
        "refuse",
        "Refuse",
        ASKED_OR_UNDER_WAY,
        (no_safeguarding_is_open, is_no_panel),
        permission=Permission.DECIDE,
        to=Phase.CLOSED,
        then="The refusal is counted by its reason, and the case closes.",
        tells="The complainant is told what was weighed.",
    ),
    Step(
        "restrict",
        "Restrict the case",
        OPEN,
        (is_not_a_part,),
        permission=Permission.DECIDE,
        then="Only complaints managers and those it was put to see it.",
    ),
    Step(
        "override-outcome",
        "Override the outcome",
        frozenset({Phase.ANSWERED}),
        permission=Permission.DECIDE,
        then="The outcome no longer follows from the points. The reason stands beside it.",
    ),
)
