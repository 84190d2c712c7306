"""A mixed complaint: parts with a procedure and a clock of their own, one lead (domain.md 1.G)."""

from stages.steps.guards import has_parts_to_join, is_not_a_part
from stages.steps.step import ASKED_OR_UNDER_WAY, Step

STEPS = (
    Step(
        "split-part",
        "Split off a part",
        ASKED_OR_UNDER_WAY,
        (is_not_a_part,),
        then="The part is a case of its own, with its own procedure, and its clock runs from the "
        "day the complaint was received. This case keeps the people and leads.",
    ),
    Step(
        "join-parts",
        "Join the parts again",
        ASKED_OR_UNDER_WAY,
        (is_not_a_part, has_parts_to_join),
        then="Their points come back with their numbers. What ran for them runs no more.",
    ),
)
