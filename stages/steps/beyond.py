"""What happens instead of a stage."""

from stages.steps.step import OPEN, Step

STEPS = (
    Step(
        "mediate",
        "Record a mediation",
        OPEN,
        then="It never removes the right to the next stage: confirm that in writing.",
    ),
)
