"""What can happen next, as one table: each step with who may take it, when, and what it does.

The table drives the buttons of the case page, the checks before a step, and the drawn list of
``manage.py steps``. A step that cannot be taken says why, in the user's words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from accounts.models import User
from accounts.permissions import Permission
from cases.models import Case
from stages.models import Deadline, Procedure, Stage, StageDefinition


class Phase(StrEnum):
    """Where a case stands within its latest stage."""

    REQUESTED = "requested"
    UNDER_WAY = "under way"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


class Situation:
    """A case as the steps see it: its route, its latest stage, and what that has been through."""

    def __init__(self, case: Case):
        self.case = case

    @cached_property
    def stages(self) -> list[Stage]:
        return list(self.case.stages.select_related("definition__procedure").order_by("number"))

    @property
    def stage(self) -> Stage:
        return self.stages[-1]

    @property
    def definition(self) -> StageDefinition:
        return self.stage.definition

    @property
    def procedure(self) -> Procedure:
        return self.case.route.procedure

    @property
    def phase(self) -> Phase:
        if self.case.withdrawn_on:
            return Phase.WITHDRAWN
        if self.case.closed_on:
            return Phase.CLOSED
        if self.stage.responded_on:
            return Phase.ANSWERED
        return Phase.UNDER_WAY if self.stage.begun_on else Phase.REQUESTED

    @cached_property
    def main_deadline(self) -> Deadline | None:
        return self.stage.deadlines.filter(is_main=True).select_related("limit").first()

    @cached_property
    def next_stage(self) -> StageDefinition | None:
        return self.procedure.stages.filter(number=self.stage.number + 1).first()

    @cached_property
    def has_points(self) -> bool:
        return self.case.points.exists()

    @cached_property
    def awaits_the_ombudsman(self) -> bool:
        return self.case.ombudsman_enquiries.filter(decision=None).exists()

    @cached_property
    def is_on_hold(self) -> bool:
        return self.stage.holds.filter(to_on=None).exists()


Guard = Callable[[Situation], str]  # empty where the step may be taken, else why not


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


def not_yet(field: str, done: str) -> Guard:
    def guard(situation: Situation) -> str:
        day = getattr(situation.stage, field)
        return f"{done} on {day:%-d %B %Y}." if day else ""

    return guard


def only_after(field: str, waits: str) -> Guard:
    def guard(situation: Situation) -> str:
        return "" if getattr(situation.stage, field) else waits

    return guard


def investigated_with_an_independent_person(situation: Situation) -> str:
    # A panel's stage names an independent person too, who takes part in the response (reg 20)
    if situation.definition.independent_person and not situation.definition.panel:
        return ""
    return f"{situation.definition.name} has no independent investigation."


def goes_to_a_panel(situation: Situation) -> str:
    return "" if situation.definition.panel else f"{situation.definition.name} has no panel."


def can_be_extended(situation: Situation) -> str:
    main = situation.main_deadline
    if main is None or main.limit.extends_to is None:
        return f"{situation.definition.name} has no extension."
    if main.due_on >= main.ceiling_on:
        return f"It runs to its longest already, {main.ceiling_on:%-d %B %Y}."
    return ""


def has_points(situation: Situation) -> str:
    return "" if situation.has_points else "Not until there is a point of complaint to answer."


def panel_has_reported(situation: Situation) -> str:
    if situation.definition.panel and not situation.stage.panel_report_on:
        return "Not until the panel has reported."
    return ""


def there_is_a_next_stage(situation: Situation) -> str:
    if situation.next_stage:
        return ""
    return f"{situation.definition.name} is the last. Next is the {situation.procedure.next_body}."


def is_on_hold(situation: Situation) -> str:
    return "" if situation.is_on_hold else "The stage is not on hold."


def is_not_on_hold(situation: Situation) -> str:
    return "The stage is on hold already." if situation.is_on_hold else ""


def ombudsman_has_asked(situation: Situation) -> str:
    return "" if situation.awaits_the_ombudsman else "The Ombudsman has not asked about this case."


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
