"""What moves a clock, or stops it for a while."""

from stages.steps.guards import can_be_extended, is_not_on_hold, is_on_hold
from stages.steps.step import UNDER_WAY, Step

STEPS = (
    Step(
        "extend",
        "Extend the time",
        UNDER_WAY,
        (can_be_extended,),
        then="The due date and the milestones before it move. The complainant is told why.",
    ),
    Step(
        "hold",
        "Record that we wait",
        UNDER_WAY,
        (is_not_on_hold,),
        then="Days held are counted apart. The due date moves only where the procedure allows it.",
    ),
    Step("resume", "End the wait", UNDER_WAY, (is_on_hold,)),
)
