"""After closing: three questions to the complainant, in their own channel."""

from stages.situation import Phase, Situation
from stages.steps.guards import about_its_subject
from stages.steps.step import ANY, Step


def counts_as_a_complaint(situation: Situation) -> str:
    if situation.case.left_out_as:
        return "It is left out of the count: nobody is asked about it."
    return ""


def somebody_can_be_asked(situation: Situation) -> str:
    if situation.case.part_of_id:
        return "The complainant is asked in the lead case."
    if situation.case.anonymous:
        return "The complainant is anonymous: there is nobody to ask."
    if not situation.stage.has_someone_to_write_to:
        return "There is nobody to ask: nobody is named in the case."
    return ""


def is_not_asked_yet(situation: Situation) -> str:
    return "They have been asked already." if situation.stage.was_asked_afterwards else ""


@about_its_subject
def awaits_their_words(situation: Situation) -> str:
    if situation.stage.awaits_words_afterwards:
        return ""
    return "Nobody was asked after closing who has not answered."


STEPS = (
    Step(
        "ask-afterwards",
        "Record that they were asked afterwards",
        frozenset({Phase.CLOSED}),
        (counts_as_a_complaint, somebody_can_be_asked, is_not_asked_yet),
        then="What they answer is recorded once it comes, and counted by stage and outcome.",
    ),
    Step(
        "record-words-afterwards",
        "Record what they said afterwards",
        ANY,
        (awaits_their_words,),
        then="The report counts it, and lists the case behind each number.",
    ),
)
