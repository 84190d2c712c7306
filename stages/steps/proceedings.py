"""Court, police, LADO and disciplinary proceedings: regulation 8 (domain.md 1.A)."""

from accounts.permissions import Permission
from stages.situation import Phase
from stages.steps.guards import awaits_proceedings, may_be_resubmitted
from stages.steps.step import ANY, ASKED_OR_UNDER_WAY, Step

STEPS = (
    Step(
        "suspend",
        "Suspend it for proceedings",
        ASKED_OR_UNDER_WAY,
        permission=Permission.DECIDE,
        to=Phase.SUSPENDED,
        then="Where every point is suspended nothing falls due but the review, until the "
        "proceedings end. Where only some are, the others keep their clock.",
    ),
    Step(
        "decline",
        "Decline it for proceedings",
        ASKED_OR_UNDER_WAY,
        permission=Permission.DECIDE,
        to=Phase.CLOSED,
        then="Where every point is declined the case ends as not accepted. It may be resubmitted "
        "once the proceedings have ended.",
    ),
    Step(
        "review-proceedings",
        "Review the proceedings",
        ANY,
        (awaits_proceedings,),
        then="They go on: it is asked again on the day of the next review.",
    ),
    Step(
        "end-proceedings",
        "Record that the proceedings ended",
        ANY,
        (awaits_proceedings,),
        then="What was suspended is considered again, and its clock runs from that day. Tell the "
        "complainant by when they may resubmit what was declined.",
    ),
    Step(
        "resubmit",
        "Record that it was resubmitted",
        ANY - {Phase.WITHDRAWN},
        (may_be_resubmitted,),
        then="It is logged as a complaint of that day, with the same people and points, linked to "
        "this case.",
    ),
)
