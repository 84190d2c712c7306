"""What may happen instead of a stage: mediation. It moves no clock and takes no right away."""

from stages.situation import Situation
from stages.steps.guards import about_its_subject
from stages.steps.step import ANY, OPEN, Step

OFFERED, ACCEPTED = "offered", "accepted"


def no_mediation_is_open(situation: Situation) -> str:
    state = situation.stage.open_mediation
    return f"One was {state} already: record what became of it." if state else ""


@about_its_subject
def the_offer_waits(situation: Situation) -> str:
    state = situation.stage.open_mediation
    if state == OFFERED:
        return ""
    return "The offer was accepted." if state else "No mediation was offered."


def the_offer_was_answered(situation: Situation) -> str:
    if situation.stage.open_mediation == OFFERED:
        return "Not until it is recorded who accepted the offer, or refused it."
    return ""


@about_its_subject
def a_mediation_is_open(situation: Situation) -> str:
    return "" if situation.stage.open_mediation else "No mediation was offered."


@about_its_subject
def a_right_is_to_be_confirmed(situation: Situation) -> str:
    if situation.stage.has_right_to_confirm:
        return ""
    return "No mediation was held after which it has to be confirmed."


STEPS = (
    Step(
        "offer-mediation",
        "Offer mediation",
        OPEN,
        (no_mediation_is_open,),
        then="It is voluntary for both sides, and the clock runs on. Its answer is asked for on "
        "the desk until it comes.",
    ),
    Step(
        "answer-mediation",
        "Record the answer to the offer",
        OPEN,
        (the_offer_waits,),
        then="Accepted, the meeting stands on the desk. Refused, the complaint goes on as before.",
    ),
    Step(
        "mediate",
        "Record a mediation",
        OPEN,
        (the_offer_was_answered,),
        then="It never removes the right to the next stage: confirm that in writing.",
    ),
    Step(
        "give-up-mediation",
        "Record that none was held",
        OPEN,
        (a_mediation_is_open,),
        then="The complaint goes on, and the offer is counted with its reason.",
    ),
    Step(
        "confirm-right",
        "Confirm the right to go on",
        ANY,
        (a_right_is_to_be_confirmed,),
        tells="The complainant has it in writing that they may still go on after the mediation.",
    ),
)
