"""What can happen next, as one table: each step with who may take it, when, and what it does.

The table drives the buttons of the case page and the checks before a step. A step that cannot be
taken says why, in the user's words.
"""

from dataclasses import dataclass

from accounts.models import User
from accounts.permissions import Permission
from stages.situation import Phase, Situation
from stages.step_guards import (
    Guard,
    can_be_extended,
    goes_to_a_panel,
    has_points,
    investigated_with_an_independent_person,
    is_not_on_hold,
    is_on_hold,
    not_yet,
    ombudsman_has_asked,
    only_after,
    panel_has_reported,
    there_is_a_next_stage,
)


@dataclass(frozen=True)
class Step:
    """``needs`` are asked in their order; the first that objects is what the page says."""

    key: str
    label: str
    phases: frozenset[Phase]
    needs: tuple[Guard, ...] = ()
    permission: Permission = Permission.RUN_CASE
    to: Phase | None = None
    then: str = ""

    def why_not(self, situation: Situation, user: User) -> str:
        """Say why ``user`` cannot take this step now; nothing where they can."""
        if not user.may(self.permission):
            return f"This is for those who may: {self.permission.label.lower()}."
        if situation.phase not in self.phases:
            return f"Not while the case is {situation.phase}."
        return next((reason for need in self.needs if (reason := need(situation))), "")


OPEN = frozenset({Phase.REQUESTED, Phase.UNDER_WAY, Phase.ANSWERED})
ANY = frozenset(Phase)
UNDER_WAY = frozenset({Phase.UNDER_WAY})
ASKED_OR_UNDER_WAY = frozenset({Phase.REQUESTED, Phase.UNDER_WAY})
ENDED = frozenset({Phase.WITHDRAWN, Phase.CLOSED})

STEPS = (
    Step(
        "acknowledge",
        "Acknowledge",
        ASKED_OR_UNDER_WAY,
        (not_yet("acknowledged_on", "Acknowledged"),),
        then="The complainant knows that it was received. A clock that runs from there starts.",
    ),
    Step(
        "begin",
        "Begin the stage",
        frozenset({Phase.REQUESTED}),
        to=Phase.UNDER_WAY,
        then="The stage counts as an escalation from now on.",
    ),
    Step(
        "agree-statement",
        "Record the agreed statement",
        ASKED_OR_UNDER_WAY,
        (
            investigated_with_an_independent_person,
            not_yet("statement_agreed_on", "Agreed"),
        ),
        then="The clock from the agreed statement is shown beside the one in force.",
    ),
    Step(
        "appoint-investigator",
        "Appoint the investigating officer",
        ASKED_OR_UNDER_WAY,
        (
            investigated_with_an_independent_person,
            not_yet("investigator_appointed_on", "Appointed"),
        ),
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
    ),
    Step(
        "panel-met",
        "Record the panel's meeting",
        ASKED_OR_UNDER_WAY,
        (goes_to_a_panel, not_yet("panel_met_on", "It met")),
        then="The panel's report is due 5 working days later.",
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
    ),
    Step(
        "extend",
        "Extend the time",
        UNDER_WAY,
        (can_be_extended,),
        then="The due date and the milestones before it move. The complainant is told why.",
    ),
    Step(
        "hold",
        "Record that we wait",
        UNDER_WAY,
        (is_not_on_hold,),
        then="Days held are counted apart. The due date moves only where the procedure allows it.",
    ),
    Step("resume", "End the wait", UNDER_WAY, (is_on_hold,)),
    Step(
        "answer",
        "Answer",
        UNDER_WAY,
        (has_points, panel_has_reported),
        to=Phase.ANSWERED,
        then="The clock stops, and the time to ask for the next stage begins.",
    ),
    Step(
        "ask-for-next",
        "Record the request for the next stage",
        frozenset({Phase.ANSWERED}),
        (there_is_a_next_stage,),
        to=Phase.REQUESTED,
        then="Its clock runs from the request. A late request is a decision, not a refusal.",
    ),
    Step(
        "triage",
        "Decide the procedure",
        ASKED_OR_UNDER_WAY,
        then="The version in force when the complaint was made applies to the whole case.",
    ),
    Step(
        "mediate",
        "Record a mediation",
        OPEN,
        then="It never removes the right to the next stage: confirm that in writing.",
    ),
    Step(
        "ombudsman-asks",
        "Record an Ombudsman enquiry",
        ANY,
        then="Anyone may go to the Ombudsman at any time.",
    ),
    Step("ombudsman-decides", "Record the Ombudsman's decision", ANY, (ombudsman_has_asked,)),
    Step("add-point", "Add a point of complaint", ASKED_OR_UNDER_WAY),
    Step("add-person", "Add a person", OPEN),
    Step(
        "allocate",
        "Put it to someone",
        OPEN,
        then="They may see the case from then on, also if it is restricted.",
    ),
    Step("note", "Add a note", ANY),
    Step(
        "refuse",
        "Refuse",
        ASKED_OR_UNDER_WAY,
        permission=Permission.DECIDE,
        to=Phase.CLOSED,
        then="The refusal is counted by its reason, and the case closes.",
    ),
    Step(
        "withdraw",
        "Record a withdrawal",
        OPEN,
        to=Phase.WITHDRAWN,
        then="What was running no longer falls due. The council confirms it in writing.",
    ),
    Step("close", "Close the case", frozenset({Phase.ANSWERED}), to=Phase.CLOSED),
    Step(
        "reopen",
        "Reopen",
        ENDED,
        permission=Permission.DECIDE,
        then="What was running runs again, by its own dates.",
    ),
    Step(
        "restrict",
        "Restrict the case",
        OPEN,
        permission=Permission.DECIDE,
        then="Only complaints managers and those it was put to see it.",
    ),
)
BY_KEY = {step.key: step for step in STEPS}


def steps_of(situation: Situation, user: User) -> list[tuple[Step, str]]:
    """Every step that could ever apply to this stage, with why it cannot be taken now ("" if it
    can)."""
    return [(step, step.why_not(situation, user)) for step in STEPS]
