"""What happens instead of a stage, or beyond the last one."""

from stages.steps.guards import ombudsman_has_asked
from stages.steps.step import ANY, OPEN, Step

STEPS = (
    Step(
        "mediate",
        "Record a mediation",
        OPEN,
        then="It never removes the right to the next stage: confirm that in writing.",
    ),
    Step(
        "ombudsman-asks",
        "Record an Ombudsman enquiry",
        ANY,
        then="Anyone may go to the Ombudsman at any time.",
    ),
    Step("ombudsman-decides", "Record the Ombudsman's decision", ANY, (ombudsman_has_asked,)),
)
