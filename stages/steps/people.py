"""Who is on the case, and who may know of whom."""

from accounts.permissions import Permission
from stages.situation import Situation
from stages.steps.guards import about_its_subject, is_not_a_part
from stages.steps.step import OPEN, Step


def is_not_withheld(situation: Situation) -> str:
    return "Who complains is withheld already." if situation.case.identity_withheld else ""


@about_its_subject
def is_withheld(situation: Situation) -> str:
    return "" if situation.case.identity_withheld else "Who complains is not withheld."


STEPS = (
    Step("add-person", "Add a person", OPEN, (is_not_a_part,)),
    Step(
        "withhold-identity",
        "Withhold who complains from the service",
        OPEN,
        (is_not_a_part, is_not_withheld),
        then="Only those who run complaints see the complainant and who acts for them.",
    ),
    Step(
        "tell-identity",
        "Let the service know who complains",
        OPEN,
        (is_not_a_part, is_withheld),
        permission=Permission.DECIDE,
        then="Everybody who may see the case sees the complainant from then on.",
    ),
)
