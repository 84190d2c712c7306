"""The Ombudsman: what was asked, drafted, decided and agreed, also when the case has long ended."""

from stages.situation import Situation
from stages.steps.guards import Guard, about_its_subject
from stages.steps.step import ANY, Step


def only_where(fact: str, waits: str) -> Guard:
    """A guard on one of the facts of the case."""

    @about_its_subject
    def guard(situation: Situation) -> str:
        return "" if getattr(situation.stage, fact) else waits

    guard.words = fact.replace("_", " ").replace("ombudsman", "Ombudsman")
    return guard


has_asked = only_where("awaits_the_ombudsman", "The Ombudsman has not asked about this case.")
went_there = only_where("went_to_the_ombudsman", "Nobody went to the Ombudsman about this case.")

STEPS = (
    Step(
        "ombudsman-asks",
        "Record an Ombudsman enquiry",
        ANY,
        then="Anyone may go to the Ombudsman at any time. What must be answered stands on the "
        "desk with its day.",
    ),
    Step(
        "ombudsman-answer",
        "Answer the Ombudsman",
        ANY,
        (only_where("owes_the_ombudsman_an_answer", "No request of theirs is unanswered."),),
    ),
    Step(
        "ombudsman-draft",
        "Record a draft decision",
        ANY,
        (has_asked,),
        then="Comments are due by the day that the Ombudsman names. It stands on the desk.",
    ),
    Step(
        "ombudsman-comment",
        "Comment on the draft decision",
        ANY,
        (only_where("has_a_draft_decision", "No draft decision waits for comments."),),
    ),
    Step(
        "ombudsman-decides",
        "Record the Ombudsman's decision",
        ANY,
        (has_asked,),
        then="It is counted in the year in which it was made. What was sent back is taken up "
        "again at once.",
    ),
    Step(
        "ombudsman-remedy",
        "Record an agreed remedy",
        ANY,
        (went_there,),
        then="Its owner is asked to take it on. It stays due when the case is closed, and is done "
        "only once what shows it has been sent to the Ombudsman.",
    ),
    Step(
        "ombudsman-report",
        "Record a public report",
        ANY,
        (went_there,),
        then="Cabinet or full council considers it, and the formal response is due within three "
        "months of the day the report came (section 31(2), Local Government Act 1974).",
    ),
    Step(
        "ombudsman-report-considered",
        "Record who considered the report",
        ANY,
        (only_where("has_a_report_to_consider", "No public report is to be considered."),),
        then="Next is the council's formal response to the Ombudsman.",
    ),
    Step(
        "ombudsman-report-answered",
        "Record the response to the report",
        ANY,
        (only_where("has_a_report_to_answer", "Not until members have considered a report."),),
    ),
)
