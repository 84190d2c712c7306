"""Stages 2 and 3 of the statutory procedures: the investigation, and the review panel."""

from stages.models import StageEvent
from stages.situation import Phase
from stages.steps.guards import has_points, not_yet, only_after
from stages.steps.investigation_guards import (
    a_linked_case_is_investigated,
    a_meeting_is_planned,
    goes_to_a_panel,
    investigated_with_an_independent_person,
    investigates_alone,
    no_meeting_is_planned,
    no_panel_is_appointed,
    not_reported_yet,
    papers_are_not_sent,
    people_were_appointed,
    reported_without_findings,
    shares_an_investigation,
    somebody_is_appointed,
    statement_waits,
    the_panel_has_reported,
    the_panel_is_appointed,
)
from stages.steps.step import ANY, ASKED_OR_UNDER_WAY, OPEN, UNDER_WAY, Step

INVESTIGATION = (
    Step(
        "appoint-investigator",
        "Appoint the investigating officer",
        ASKED_OR_UNDER_WAY,
        (
            investigated_with_an_independent_person,
            not_yet("investigator_appointed_on", "Appointed"),
        ),
        records=StageEvent.INVESTIGATOR_APPOINTED,
    ),
    Step(
        "appoint-independent-person",
        "Appoint the independent person",
        ASKED_OR_UNDER_WAY,
        (
            investigated_with_an_independent_person,
            not_yet("independent_person_appointed_on", "Appointed"),
        ),
        then="Never of the council, and never a member of the panel later (regs 2, 19(3)).",
        records=StageEvent.INDEPENDENT_PERSON_APPOINTED,
    ),
    Step(
        "replace-appointed",
        "Replace one of them",
        ASKED_OR_UNDER_WAY,
        (investigated_with_an_independent_person, somebody_is_appointed),
        then="The appointment before ends with its reason. The day of the first one stays.",
    ),
    Step(
        "record-dates",
        "Record the dates of an appointment",
        OPEN,
        (people_were_appointed,),
        then="When they were asked, accepted, and met the complainant.",
    ),
    Step(
        "record-costs",
        "Record fees and expenses",
        ANY,
        (people_were_appointed,),
        then="The reports and the table of the pool count them.",
    ),
    Step(
        "propose-statement",
        "Propose the statement of complaint",
        ASKED_OR_UNDER_WAY,
        (investigated_with_an_independent_person, not_reported_yet),
        then="The complainant and the council each agree to it, or say what is to be changed.",
    ),
    Step(
        "agree-statement",
        "Record the answer to the statement",
        ASKED_OR_UNDER_WAY,
        (investigated_with_an_independent_person, statement_waits),
        then="Agreed by both, its points are those that the stage decides on.",
    ),
    Step(
        "finalise-statement",
        "Finalise the statement without an answer",
        ASKED_OR_UNDER_WAY,
        (investigated_with_an_independent_person, statement_waits),
        then="Only after the complainant was asked again. The note says so in the file.",
    ),
    Step(
        "join-investigation",
        "Join the investigation of a linked case",
        ASKED_OR_UNDER_WAY,
        (
            investigated_with_an_independent_person,
            investigates_alone,
            a_linked_case_is_investigated,
        ),
        then="Statement, appointments and reports are recorded once for all. Findings are its own.",
    ),
    Step(
        "leave-investigation",
        "Leave the joint investigation",
        ASKED_OR_UNDER_WAY,
        (investigated_with_an_independent_person, shares_an_investigation),
        then="What was recorded stays. From now on each is recorded by itself.",
    ),
    Step(
        "receive-report",
        "Record the investigation report",
        UNDER_WAY,
        (
            investigated_with_an_independent_person,
            reported_without_findings,
            only_after("investigator_appointed_on", "Not until an investigator is appointed."),
            has_points,
        ),
        then="Next is the adjudication, with a decision on each point.",
        records=StageEvent.INVESTIGATION_REPORT,
    ),
    Step(
        "receive-independent-report",
        "Record the independent person's report",
        UNDER_WAY,
        (
            investigated_with_an_independent_person,
            not_yet("independent_person_report_on", "Received"),
            only_after(
                "independent_person_appointed_on", "Not until an independent person is appointed."
            ),
        ),
    ),
    Step(
        "adjudicate",
        "Adjudicate",
        UNDER_WAY,
        (
            investigated_with_an_independent_person,
            has_points,
            only_after("investigation_report_on", "Not until the investigation has reported."),
        ),
        to=Phase.ANSWERED,
        then="The clock stops, and the time to ask for the next stage begins.",
    ),
)
PANEL = (
    Step(
        "appoint-panel",
        "Appoint the panel",
        ASKED_OR_UNDER_WAY,
        (goes_to_a_panel, no_panel_is_appointed),
        then="Never the independent person of Stage 2 (reg 19(3)).",
    ),
    Step(
        "replace-panellist",
        "Replace a panellist",
        ASKED_OR_UNDER_WAY,
        (goes_to_a_panel, not_yet("panel_met_on", "It met"), the_panel_is_appointed),
    ),
    Step(
        "plan-panel",
        "Plan the panel's meeting",
        ASKED_OR_UNDER_WAY,
        (goes_to_a_panel, not_yet("panel_met_on", "It met"), no_meeting_is_planned),
        then="It is to meet within the time that runs from the request.",
    ),
    Step(
        "move-panel",
        "Move the panel's meeting",
        ASKED_OR_UNDER_WAY,
        (goes_to_a_panel, not_yet("panel_met_on", "It met"), a_meeting_is_planned),
    ),
    Step(
        "send-papers",
        "Record that the papers went out",
        ASKED_OR_UNDER_WAY,
        (goes_to_a_panel, not_yet("panel_met_on", "It met"), papers_are_not_sent),
    ),
    Step(
        "panel-met",
        "Record the panel's meeting",
        ASKED_OR_UNDER_WAY,
        (goes_to_a_panel, not_yet("panel_met_on", "It met"), the_panel_is_appointed),
        then="The time for the panel's report runs from there.",
        records=StageEvent.PANEL_MET,
    ),
    Step(
        "panel-reported",
        "Record the panel's report",
        ASKED_OR_UNDER_WAY,
        (
            goes_to_a_panel,
            not_yet("panel_report_on", "Received"),
            only_after("panel_met_on", "Not until the panel has met."),
        ),
        then="The time for the council's response runs from the day it is received.",
        records=StageEvent.PANEL_REPORT,
    ),
    Step(
        "answer-panel",
        "Answer the panel",
        UNDER_WAY,
        (goes_to_a_panel, the_panel_has_reported),
        to=Phase.ANSWERED,
        then="The clock stops. The letter says how to go to the Ombudsman.",
    ),
)
STEPS = INVESTIGATION + PANEL
