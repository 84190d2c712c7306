"""Unacceptable behaviour of a person: decided by a complaints manager, never as a refusal."""

from accounts.permissions import Permission
from stages.situation import Situation
from stages.steps.step import ANY, Step


def somebody_is_named(situation: Situation) -> str:
    if situation.stage.has_someone_to_write_to:
        return ""
    return "Not until somebody is named who writes to us or calls."


STEPS = (
    Step(
        "restrict-contact",
        "Restrict contact with a person",
        ANY,
        (somebody_is_named,),
        permission=Permission.DECIDE,
        then="It stands on every case of theirs until its review. Tell them in writing why, on "
        "what terms, and how to appeal. They may still complain.",
    ),
)
