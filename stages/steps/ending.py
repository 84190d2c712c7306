"""How a case ends, and how it comes back."""

from accounts.permissions import Permission
from stages.situation import Phase
from stages.steps.guards import (
    every_remedy_was_considered,
    is_not_joined_again,
    no_safeguarding_is_open,
    parts_have_ended,
)
from stages.steps.step import ENDED, OPEN, Step

STEPS = (
    Step(
        "withdraw",
        "Record a withdrawal",
        OPEN,
        to=Phase.WITHDRAWN,
        then="What was running no longer falls due. The council confirms it in writing.",
    ),
    Step(
        "close",
        "Close the case",
        OPEN,
        (no_safeguarding_is_open, parts_have_ended, every_remedy_was_considered),
        to=Phase.CLOSED,
        then="A duplicate, and what was logged in error, are counted apart: not as complaints.",
    ),
    Step(
        "reopen",
        "Reopen",
        ENDED,
        (is_not_joined_again,),
        permission=Permission.DECIDE,
        then="What was running runs again, by its own dates.",
    ),
)
