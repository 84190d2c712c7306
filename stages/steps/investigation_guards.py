"""Why a step of an investigation or a panel cannot be taken."""

from stages.situation import Situation
from stages.steps.guards import about_its_subject


@about_its_subject
def investigated_with_an_independent_person(situation: Situation) -> str:
    # A panel's stage names an independent person too, who takes part in the response (reg 20)
    if situation.definition.independent_person and not situation.definition.panel:
        return ""
    return f"{situation.definition.name} has no independent investigation."


@about_its_subject
def goes_to_a_panel(situation: Situation) -> str:
    return "" if situation.definition.panel else f"{situation.definition.name} has no panel."


def answered_by_no_other_step(situation: Situation) -> str:
    """The plain answer is not for a stage that an adjudication or a panel's answer ends."""
    if goes_to_a_panel(situation) == "":
        return "It is answered by the council's response to the panel: use “Answer the panel”."
    if investigated_with_an_independent_person(situation) == "":
        return "It is answered by a decision on each point after the investigation: “Adjudicate”."
    return ""


def not_reported_yet(situation: Situation) -> str:
    day = situation.stage.investigation_report_on
    return f"The investigation reported on {day:%-d %B %Y}: its statement stands." if day else ""


def statement_waits(situation: Situation) -> str:
    if situation.stage.statement_waits:
        return ""
    return "Not until a version of the statement is proposed."


def reported_without_findings(situation: Situation) -> str:
    """Where cases share a report, each records what it found on its own points."""
    day = situation.stage.investigation_report_on
    if day and situation.stage.has_investigators_findings:
        return f"Received on {day:%-d %B %Y}."
    return ""


@about_its_subject
def somebody_is_appointed(situation: Situation) -> str:
    return "" if situation.stage.somebody_is_appointed else "Nobody is appointed yet."


@about_its_subject
def people_were_appointed(situation: Situation) -> str:
    if situation.stage.has_people_of_the_pool:
        return ""
    return "Nobody of the pool was appointed in this case."


def the_panel_is_appointed(situation: Situation) -> str:
    return "" if situation.stage.has_panellists else "Not until the panel is appointed."


def no_panel_is_appointed(situation: Situation) -> str:
    return "The panel is appointed: replace a panellist." if situation.stage.has_panellists else ""


def no_meeting_is_planned(situation: Situation) -> str:
    day = situation.stage.panel_meets_on
    return f"It is planned for {day:%-d %B %Y}: move it." if day else ""


def a_meeting_is_planned(situation: Situation) -> str:
    return "" if situation.stage.panel_meets_on else "Not until a meeting is planned."


def papers_are_not_sent(situation: Situation) -> str:
    day = situation.stage.panel_papers_sent_on
    return f"They went out on {day:%-d %B %Y}." if day else ""


def the_panel_has_reported(situation: Situation) -> str:
    return "" if situation.stage.panel_report_on else "Not until the panel has reported."


def investigates_alone(situation: Situation) -> str:
    stage = situation.stage
    if stage.joint_id:
        return "It shares an investigation with another case already."
    own = stage.somebody_is_appointed or stage.has_statements or stage.investigation_report_on
    return "Not once an investigation of its own has begun." if own else ""


@about_its_subject
def a_linked_case_is_investigated(situation: Situation) -> str:
    if situation.stage.could_join_a_linked_case:
        return ""
    return "No linked case has the same stage under way."


@about_its_subject
def shares_an_investigation(situation: Situation) -> str:
    return "" if situation.stage.joint_id else "It shares no investigation."


def points_are_not_those_of_a_statement(situation: Situation) -> str:
    if situation.stage.has_statement_in_force:
        return "Its points are those of the agreed statement: propose a new version of it."
    return ""
