"""Advocacy: offered to whoever complains as a child or young person; referred, appointed, ended."""

from stages.situation import Situation
from stages.steps.guards import about_its_subject, is_not_a_part
from stages.steps.step import ANY, OPEN, Step

REFERRED = "referred"


@about_its_subject
def is_childrens_procedure(situation: Situation) -> str:
    if situation.procedure.code == "children":
        return ""
    return "Only those who complain under the children's procedure have a right to it."


def nobody_is_referred(situation: Situation) -> str:
    return "They are referred already." if situation.stage.open_referral else ""


@about_its_subject
def an_advocate_is_awaited(situation: Situation) -> str:
    state = situation.stage.open_referral
    if state == REFERRED:
        return ""
    return "An advocate is appointed." if state else "Nobody was referred to advocacy."


@about_its_subject
def advocacy_goes_on(situation: Situation) -> str:
    return "" if situation.stage.open_referral else "No advocacy goes on."


@about_its_subject
def somebody_was_referred(situation: Situation) -> str:
    if situation.stage.has_silent_referral:
        return ""
    return "No advocacy is there of which nothing was said yet."


STEPS = (
    Step(
        "offer-advocacy",
        "Record the offer of advocacy",
        OPEN,
        (is_not_a_part, is_childrens_procedure),
        then="A child or young person who complains is told of it, offered it and asked what they "
        "want. It stays on the desk until they were.",
    ),
    Step(
        "refer-advocacy",
        "Refer to advocacy",
        OPEN,
        (is_not_a_part, nobody_is_referred),
        then="Whom the provider appoints is asked for on the desk until it is recorded.",
    ),
    Step(
        "appoint-advocate",
        "Record the advocate",
        OPEN,
        (an_advocate_is_awaited,),
        then="The advocate is one of the people of the case from then on.",
    ),
    Step(
        "end-advocacy",
        "Record that advocacy ended",
        ANY,
        (advocacy_goes_on,),
        then="It is counted by how it ended.",
    ),
    Step(
        "keep-feedback",
        "Keep what they said of advocacy",
        ANY,
        (somebody_was_referred,),
        then="Kept only because they agreed, and printed in the report without a name.",
    ),
)
