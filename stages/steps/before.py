"""Before stage 1: a concern, an early resolution, a request for service."""

from stages.situation import Phase
from stages.steps.guards import before_stage_1, open_or_settled
from stages.steps.step import UNDER_WAY, Step

STEPS = (
    Step(
        "settle",
        "Settle it",
        UNDER_WAY,
        (before_stage_1,),
        to=Phase.CLOSED,
        then="It is counted as settled before stage 1, and the case closes.",
    ),
    Step(
        "become-complaint",
        "Make it a complaint",
        frozenset({Phase.UNDER_WAY, Phase.CLOSED}),
        (before_stage_1, open_or_settled),
        then="Stage 1 begins. The attempt to settle it is counted apart.",
    ),
    Step(
        "promise",
        "Promise another date",
        UNDER_WAY,
        (before_stage_1,),
        then="It is due by that date. A date that has passed already stays missed.",
    ),
)
