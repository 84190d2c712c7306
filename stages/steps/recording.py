"""What is added to the file at any time, or put right in it: points, who has it, notes, dates."""

from stages.steps.guards import has_points
from stages.steps.investigation_guards import points_are_not_those_of_a_statement
from stages.steps.step import ANY, ASKED_OR_UNDER_WAY, OPEN, Step

STEPS = (
    Step(
        "add-point",
        "Add a point of complaint",
        ASKED_OR_UNDER_WAY,
        (points_are_not_those_of_a_statement,),
    ),
    Step(
        "change-point",
        "Put a point more exactly",
        ASKED_OR_UNDER_WAY,
        (has_points, points_are_not_those_of_a_statement),
        then="The answer is asked for on the point as it is put now. The history keeps how it "
        "stood before.",
    ),
    Step(
        "allocate",
        "Put it to someone",
        OPEN,
        then="They may see the case from then on, also if it is restricted.",
    ),
    Step(
        "note",
        "Add a note",
        ANY,
        then="It stands as it is written. What is wrong in it is corrected by a later note.",
        only_adds=True,
    ),
    Step(
        "add-task",
        "Set a reminder",
        OPEN,
        then="It stands on the desk of whoever is to do it.",
        only_adds=True,
    ),
    Step(
        "correct-date",
        "Correct a date",
        ANY,
        then="The time limits are counted anew from the right day. The history keeps what stood "
        "before, and why. Where the complainant was told otherwise, tell them.",
    ),
    Step(
        "change-service-area",
        "Change the service area",
        ANY,
        then="It is counted there, and seen by its heads instead of those before. Whoever it was "
        "put to keeps it. Until triage, the usual procedure there gives the dates.",
    ),
)
