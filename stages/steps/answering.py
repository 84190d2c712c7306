"""Answering a stage: acknowledged, begun, answered, and on to the next one."""

from stages.models import StageEvent
from stages.situation import Phase
from stages.steps.guards import (
    a_point_was_upheld,
    has_points,
    is_answered_or_stage_1,
    joint_reply_is_complete,
    late_request_is_accepted,
    not_before_stage_1,
    not_yet,
    there_is_a_next_stage,
)
from stages.steps.investigation_guards import answered_by_no_other_step
from stages.steps.step import ANY, ASKED_OR_UNDER_WAY, UNDER_WAY, Step

STEPS = (
    Step(
        "acknowledge",
        "Acknowledge",
        ASKED_OR_UNDER_WAY,
        (not_yet("acknowledged_on", "Acknowledged"),),
        then="The complainant knows that it was received. A clock that runs from there starts.",
        records=StageEvent.ACKNOWLEDGED,
    ),
    Step(
        "begin",
        "Begin the stage",
        frozenset({Phase.REQUESTED}),
        (late_request_is_accepted,),
        to=Phase.UNDER_WAY,
        then="The stage counts as an escalation from now on.",
        records=StageEvent.BEGUN,
    ),
    Step(
        "answer",
        "Answer",
        UNDER_WAY,
        (not_before_stage_1, answered_by_no_other_step, has_points, joint_reply_is_complete),
        to=Phase.ANSWERED,
        then="The clock stops, and the time to ask for the next stage begins.",
        records=StageEvent.RESPONSE,
        tells="The complainant has the answer, with a finding on each point.",
    ),
    Step(
        "consider-remedies",
        "Say whether a remedy was considered",
        ANY,
        (a_point_was_upheld,),
        then="It is asked of every point upheld in whole or in part, before the case closes.",
    ),
    Step(
        "ask-for-next",
        "Record the request for the next stage",
        frozenset({Phase.UNDER_WAY, Phase.ANSWERED}),
        (not_before_stage_1, there_is_a_next_stage, is_answered_or_stage_1),
        to=Phase.REQUESTED,
        then="Its clock runs from the request. A late request is a decision, not a refusal.",
    ),
)
