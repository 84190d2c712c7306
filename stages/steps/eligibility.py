"""Whether a complaint, its person or a request is taken up: decisions of their own, never a
silence (domain.md 1.A)."""

from accounts.permissions import Permission
from cases.models import Decision
from stages.situation import Phase, Situation, awaits_late_request
from stages.steps.guards import about_its_subject
from stages.steps.step import ASKED_OR_UNDER_WAY, OPEN, Step

# The step that takes a decision of each kind
STEP_OF_DECISION = {
    Decision.Kind.REFUSED: "refuse",
    Decision.Kind.LATE_REQUEST: "late-request",
    Decision.Kind.SUFFICIENT_INTEREST: "sufficient-interest",
    Decision.Kind.REPRESENTATIVE: "representative",
    Decision.Kind.TIME_LIMIT: "time-limit",
    Decision.Kind.EARLY_REFERRAL: "refer-early",
    Decision.Kind.PROCEDURE: "triage",
}
LATE = Decision.Kind.LATE_REQUEST


def is_no_panel(situation: Situation) -> str:
    """A panel that was asked for is not refused (domain.md 11.11)."""
    if not situation.definition.panel:
        return ""
    return "A panel is not refused. Early referral to the Ombudsman has its own conditions."


@about_its_subject
def a_late_request_waits(situation: Situation) -> str:
    """For a decision; or was not accepted, which can be thought over again."""
    set_aside = situation.set_aside
    if set_aside and set_aside.about_its_request["kind"] == LATE:
        return ""
    return "" if awaits_late_request(situation.stage) else "No request waits that came late."


@about_its_subject
def childrens_stage_2_is_answered(situation: Situation) -> str:
    if situation.procedure.code != "children":
        return "Only of the children's procedure, instead of its panel."
    if situation.set_aside:
        return "It was decided already that there is no stage 3."
    number, answered = situation.stage.number, situation.phase == Phase.ANSWERED
    if (number == 2 and answered) or (number == 3 and situation.phase == Phase.REQUESTED):
        return ""
    return "Only after the answer at Stage 2, and before a panel has begun."


STEPS = (
    Step(
        "late-request",
        "Decide the late request",
        frozenset({Phase.REQUESTED, Phase.ANSWERED}),
        (a_late_request_waits,),
        permission=Permission.DECIDE,
        then="Accepted, the stage can begin. Not accepted, the person may go to the Ombudsman.",
    ),
    Step(
        "sufficient-interest",
        "Decide sufficient interest",
        ASKED_OR_UNDER_WAY,
        then="As soon as possible. Where it is no, the person is told that nothing more is done.",
    ),
    Step(
        "representative",
        "Decide on the representative",
        ASKED_OR_UNDER_WAY,
        then="Whether they may speak for the person. Who complains in their own right needs none.",
    ),
    Step(
        "time-limit",
        "Decide on the one-year limit",
        ASKED_OR_UNDER_WAY,
        then="The limit is not applied rigidly: weigh whether it can still be considered fairly.",
    ),
    Step(
        "refer-early",
        "Refer early to the Ombudsman",
        frozenset({Phase.REQUESTED, Phase.ANSWERED}),
        (childrens_stage_2_is_answered,),
        permission=Permission.DECIDE,
        then="Instead of a panel, and only where every condition is met. It stays on record.",
    ),
    Step(
        "ask-for-decision",
        "Ask for a decision",
        OPEN,
        then="It stands on the desk of whoever decides, until it is made.",
    ),
)
