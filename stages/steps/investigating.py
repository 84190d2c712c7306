"""Stages 2 and 3 of the statutory procedures: the investigation, and the review panel."""

from stages.models import StageEvent
from stages.steps.guards import (
    goes_to_a_panel,
    investigated_with_an_independent_person,
    not_yet,
    only_after,
)
from stages.steps.step import ASKED_OR_UNDER_WAY, UNDER_WAY, Step

STEPS = (
    Step(
        "agree-statement",
        "Record the agreed statement",
        ASKED_OR_UNDER_WAY,
        (
            investigated_with_an_independent_person,
            not_yet("statement_agreed_on", "Agreed"),
        ),
        then="The clock from the agreed statement is shown beside the one in force.",
        records=StageEvent.STATEMENT_AGREED,
    ),
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
        "receive-report",
        "Record the investigation report",
        UNDER_WAY,
        (
            investigated_with_an_independent_person,
            not_yet("investigation_report_on", "Received"),
            only_after("investigator_appointed_on", "Not until an investigator is appointed."),
        ),
        then="Next is the adjudication, with a decision on each point.",
        records=StageEvent.INVESTIGATION_REPORT,
    ),
    Step(
        "panel-met",
        "Record the panel's meeting",
        ASKED_OR_UNDER_WAY,
        (goes_to_a_panel, not_yet("panel_met_on", "It met")),
        then="The panel's report is due 5 working days later.",
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
        then="The council's response is due 15 working days after it is received.",
        records=StageEvent.PANEL_REPORT,
    ),
)
