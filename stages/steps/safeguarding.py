"""Safeguarding, which comes before the complaint at any time, also when the case has ended."""

from accounts.permissions import Permission
from stages.steps.guards import safeguarding_is_open
from stages.steps.step import ANY, Step

STEPS = (
    Step(
        "raise-safeguarding",
        "Raise a safeguarding concern",
        ANY,
        then="A warning stands on every page of the case until a referral is recorded.",
    ),
    Step(
        "refer-safeguarding",
        "Record the safeguarding referral",
        ANY,
        (safeguarding_is_open,),
        then="The warning goes. The complaint goes on, or waits where it would get in the way.",
    ),
    Step(
        "settle-safeguarding",
        "Record why no referral is needed",
        ANY,
        (safeguarding_is_open,),
        permission=Permission.DECIDE,
        then="The warning goes. Your reason stays on the case.",
    ),
)
