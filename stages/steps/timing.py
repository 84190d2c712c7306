"""What moves a clock, or stops it for a while; and what the complainant is told meanwhile."""

from stages.steps.guards import (
    can_be_extended,
    clock_does_not_stop,
    clock_may_stop,
    date_is_agreed,
    is_not_on_hold,
    is_on_hold,
    last_new_date_was_told,
    new_date_is_to_be_told,
)
from stages.steps.step import ASKED_OR_UNDER_WAY, UNDER_WAY, Step

STEPS = (
    Step(
        "record-update",
        "Record an update",
        ASKED_OR_UNDER_WAY,
        then="The next update is counted from the day of this one.",
    ),
    Step(
        "agree-plan",
        "Agree the plan",
        UNDER_WAY,
        (date_is_agreed,),
        then="Its date is the one by which the case is due. An earlier plan is kept.",
    ),
    Step(
        "extend",
        "Extend the time",
        UNDER_WAY,
        (can_be_extended, last_new_date_was_told),
        then="The old date stays due until the complainant has been told of the new one, and why.",
    ),
    Step(
        "tell-new-date",
        "Record that they were told",
        UNDER_WAY,
        (new_date_is_to_be_told,),
        then="From then on the new date is due, if the old one has not passed.",
    ),
    Step(
        "hold",
        "Record that we wait",
        UNDER_WAY,
        (clock_does_not_stop, is_not_on_hold),
        then="The due date does not move: this procedure has no pause. The days are counted apart.",
    ),
    Step(
        "pause",
        "Stop the clock",
        UNDER_WAY,
        (clock_may_stop, is_not_on_hold),
        then="Nothing falls due until the wait ends; then the due date moves by the days held.",
    ),
    Step("resume", "End the wait", UNDER_WAY, (is_on_hold,)),
)
