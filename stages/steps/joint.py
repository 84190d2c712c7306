"""Joint work with a body of the NHS (domain.md 1.E and 7)."""

from stages.steps.guards import awaits_consent, awaits_the_other_body
from stages.steps.step import ASKED_OR_UNDER_WAY, OPEN, Step

STEPS = (
    Step(
        "set-up-joint-work",
        "Set up joint work with the NHS",
        ASKED_OR_UNDER_WAY,
        then="The bodies co-operate and give one reply. Their part is a task, due on the day that "
        "was agreed with them.",
    ),
    Step(
        "record-consent",
        "Record the consent to share",
        OPEN,
        (awaits_consent,),
        then="Without consent each body answers apart.",
    ),
    Step(
        "receive-joint-part",
        "Record their part of the reply",
        OPEN,
        (awaits_the_other_body,),
        then="The one reply can go.",
    ),
    Step(
        "answer-apart",
        "Answer apart from the NHS body",
        OPEN,
        (awaits_the_other_body,),
        then="The complainant is told to expect two replies, and why.",
    ),
)
