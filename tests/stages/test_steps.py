"""What can happen next: every stage of every procedure, in every phase, for every role."""

from datetime import date

import pytest

from accounts.models import User
from accounts.permissions import Role
from cases.models import Case, Directorate, ServiceArea
from stages.actions.proceedings import suspend
from stages.deadlines import count_clocks
from stages.forms.steps import FORM_OF
from stages.models import Route, Stage, StageDefinition
from stages.situation import Phase, Situation
from stages.steps import STEPS, steps_of

pytestmark = pytest.mark.django_db

RECEIVED, LATER = date(2026, 9, 1), date(2026, 9, 8)

# What an officer may do at any stage, phase by phase. (A point of complaint is on every case here.)
PUT_RIGHT = {"correct-date", "change-service-area"}
AT_ANY_TIME = {"note", "ombudsman-asks", "raise-safeguarding"} | PUT_RIGHT
WHILE_OPEN = AT_ANY_TIME | {
    "add-person",
    "add-task",
    "allocate",
    "ask-for-decision",
    "ask-service",
    "close",
    "mediate",
    "offer-mediation",
    "refer-advocacy",
    "withdraw",
    "withhold-identity",
}
ELIGIBILITY = {"triage", "sufficient-interest", "representative", "time-limit"}
BEFORE_THE_ANSWER = {
    "acknowledge",
    "add-point",
    "change-point",
    "put-to-provider",
    "record-update",
    "set-up-joint-work",
    "split-part",
}
ALWAYS = {
    Phase.REQUESTED: WHILE_OPEN | ELIGIBILITY | BEFORE_THE_ANSWER | {"begin"},
    Phase.UNDER_WAY: WHILE_OPEN | ELIGIBILITY | BEFORE_THE_ANSWER | {"hold", "answer"},
    Phase.ANSWERED: WHILE_OPEN,
    Phase.SUSPENDED: WHILE_OPEN | {"review-proceedings", "end-proceedings"},
    Phase.WITHDRAWN: AT_ANY_TIME,
    Phase.CLOSED: AT_ANY_TIME,
}
OPEN = {Phase.REQUESTED, Phase.UNDER_WAY, Phase.SUSPENDED, Phase.ANSWERED}
# What a manager may do beside that
DECISIONS = {
    Phase.REQUESTED: {"refuse", "restrict", "suspend", "decline"},
    Phase.UNDER_WAY: {"refuse", "restrict", "suspend", "decline"},
    Phase.SUSPENDED: {"restrict"},
    Phase.ANSWERED: {"restrict", "override-outcome"},
    Phase.WITHDRAWN: {"reopen"},
    Phase.CLOSED: {"reopen"},
}
SETTLING = {"settle", "become-complaint", "promise"}
BEFORE_STAGE_1 = (set(), SETTLING, set())
INVESTIGATION = {"propose-statement", "appoint-investigator", "appoint-independent-person"}
PANEL = {"appoint-panel", "plan-panel", "send-papers"}
# Stage by stage: what its own rules add to the above, in the three phases of an open case
OWN = {
    ("children", "1991", 0): BEFORE_STAGE_1,
    ("children", "2006", 0): BEFORE_STAGE_1,
    ("corporate", "2006", 0): BEFORE_STAGE_1,
    ("corporate", "2024", 0): BEFORE_STAGE_1,
    ("adults", "2006", 0): BEFORE_STAGE_1,
    ("adults", "2009", 0): BEFORE_STAGE_1,
    ("public-health", "2013", 0): BEFORE_STAGE_1,
    ("housing", "2024", 0): BEFORE_STAGE_1,
    ("data-protection", "2026", 0): BEFORE_STAGE_1,
    ("children", "1991", 1): (set(), {"extend", "ask-for-next"}, {"ask-for-next"}),
    ("children", "1991", 2): (INVESTIGATION, INVESTIGATION, {"ask-for-next"}),
    ("children", "1991", 3): (PANEL, PANEL, set()),
    ("children", "2006", 1): (set(), {"extend", "ask-for-next"}, {"ask-for-next"}),
    ("children", "2006", 2): (INVESTIGATION, INVESTIGATION | {"extend"}, {"ask-for-next"}),
    ("children", "2006", 3): (PANEL, PANEL, set()),
    ("corporate", "2006", 1): (set(), {"extend", "ask-for-next"}, {"ask-for-next"}),
    ("corporate", "2006", 2): (set(), set(), {"ask-for-next"}),
    ("corporate", "2006", 3): (set(), set(), set()),
    ("corporate", "2024", 1): (set(), {"extend", "ask-for-next"}, {"ask-for-next"}),
    ("corporate", "2024", 2): (set(), {"extend"}, set()),
    ("adults", "2006", 1): (set(), {"extend", "ask-for-next"}, {"ask-for-next"}),
    ("adults", "2006", 2): (INVESTIGATION, INVESTIGATION | {"extend"}, {"ask-for-next"}),
    ("adults", "2006", 3): (PANEL, PANEL, set()),
    ("adults", "2009", 1): (set(), {"agree-plan"}, set()),
    ("public-health", "2013", 1): (set(), {"agree-plan"}, set()),
    ("housing", "2024", 1): (set(), {"extend", "ask-for-next"}, {"ask-for-next"}),
    ("housing", "2024", 2): (set(), {"extend"}, set()),
    ("data-protection", "2026", 1): (set(), set(), set()),
}
OPEN_PHASES = [Phase.REQUESTED, Phase.UNDER_WAY, Phase.ANSWERED]
# Answered by the adjudication, or by the response to the panel: no plain answer there
ANSWERED_OTHERWISE = {
    stage
    for stage in OWN
    if stage[2] > 1
    and stage[:2] in (("children", "1991"), ("children", "2006"), ("adults", "2006"))
}
WITH_A_PANEL = {stage for stage in ANSWERED_OTHERWISE if stage[2] == 3}


def case_in(phase: Phase, definition: StageDefinition) -> Case:
    directorate = Directorate.objects.get_or_create(name="Any")[0]
    area = ServiceArea.objects.get_or_create(name="Any", directorate=directorate)[0]
    ended = {Phase.WITHDRAWN: {"withdrawn_on": LATER}, Phase.CLOSED: {"closed_on": LATER}}
    case = Case.objects.create(
        reference=f"{definition.pk}-{phase.name}",
        received_on=RECEIVED,
        service_area=area,
        **ended.get(phase, {}),
    )
    case.points.create(number=1, text="One thing", is_primary=True)
    Route.objects.create(case=case, procedure=definition.procedure, chosen_on=RECEIVED)
    stage = Stage.objects.create(
        case=case,
        definition=definition,
        number=definition.number,
        received_on=RECEIVED,
        requested_on=RECEIVED,
        begun_on=None if phase == Phase.REQUESTED else RECEIVED,
        responded_on=LATER if phase == Phase.ANSWERED else None,
    )
    count_clocks(stage)
    if phase == Phase.SUSPENDED:
        suspend_all_of(stage)
    return case


def suspend_all_of(stage: Stage) -> None:
    suspend(
        stage,
        points=stage.case.points.all(),
        kind="police",
        reasons="Witnesses may be called",
        decided_on=LATER,
        told_on=LATER,
        how_to_resubmit="Write to us",
        review_on=date(2026, 10, 8),
        by=None,
    )


def permitted(case: Case, role: Role) -> set[str]:
    user = User(email="someone@example.org", full_name="Someone", roles=[role])
    return {step.key for step, reason in steps_of(Situation(case), user) if not reason}


def expected(stage: tuple, phase: Phase) -> set[str]:
    own = OWN[stage][OPEN_PHASES.index(phase)] if phase in OPEN_PHASES else set()
    # Before stage 1 it is settled or made a complaint, never answered
    waits = {"answer"} if stage in ANSWERED_OTHERWISE or stage[-1] == 0 else set()
    # Who complains under the children's procedure has a right to advocacy
    right = {"offer-advocacy"} if stage[0] == "children" and phase in OPEN else set()
    return (ALWAYS[phase] | own | right) - waits


def decisions(stage: tuple, phase: Phase) -> set[str]:
    """What only a manager decides. A panel is never refused; early referral is instead of it."""
    code, _, number = stage
    early = code == "children" and (number, phase) in {(2, Phase.ANSWERED), (3, Phase.REQUESTED)}
    never = {"refuse"} if stage in WITH_A_PANEL else set()
    return DECISIONS[phase] - never | ({"refer-early"} if early else set())


@pytest.mark.parametrize("stage", OWN, ids=lambda stage: "-".join(map(str, stage)))
def test_exactly_the_permitted_steps_can_be_taken(stage):
    code, version, number = stage
    definition = StageDefinition.objects.get(
        procedure__code=code, procedure__version=version, number=number
    )
    for phase in Phase:
        case = case_in(phase, definition)
        steps = expected(stage, phase)

        assert permitted(case, Role.OFFICER) == steps, phase
        assert permitted(case, Role.MANAGER) == steps | decisions(stage, phase), phase
        for role in set(Role) - {Role.OFFICER, Role.MANAGER}:
            assert permitted(case, role) == set(), (phase, role)


def test_no_stage_of_a_procedure_is_left_out_of_the_table():
    stages = StageDefinition.objects.values_list("procedure__code", "procedure__version", "number")

    assert set(stages) == set(OWN)


def test_every_step_asks_for_something():
    assert {step.key for step in STEPS} == set(FORM_OF)


def test_a_step_that_cannot_be_taken_says_why():
    definition = StageDefinition.objects.get(
        procedure__code="children", procedure__version="2006", number=3
    )
    situation = Situation(case_in(Phase.UNDER_WAY, definition))
    officer = User(email="someone@example.org", full_name="Someone", roles=[Role.OFFICER])
    reasons = {step.key: reason for step, reason in steps_of(situation, officer)}

    assert reasons["answer"] == (
        "It is answered by the council's response to the panel: use “Answer the panel”."
    )
    assert reasons["answer-panel"] == "Not until the panel has reported."
    assert reasons["panel-met"] == "Not until the panel is appointed."
    assert reasons["move-panel"] == "Not until a meeting is planned."
    assert reasons["panel-reported"] == "Not until the panel has met."
    assert reasons["ask-for-next"].startswith("Stage 3: review panel is the last. Next is the")
    assert reasons["late-request"].startswith("This is for those who may: refuse")
    assert reasons["refer-safeguarding"] == "No safeguarding concern is open."
    assert reasons["agree-statement"] == ("Stage 3: review panel has no independent investigation.")
    assert reasons["refuse"].startswith("This is for those who may: refuse")


def test_who_complains_is_withheld_by_an_officer_and_told_by_a_manager():
    definition = StageDefinition.objects.get(
        procedure__code="children", procedure__version="2006", number=1
    )
    case = case_in(Phase.UNDER_WAY, definition)
    case.identity_withheld = True

    assert "withhold-identity" not in permitted(case, Role.OFFICER)
    assert "tell-identity" not in permitted(case, Role.OFFICER)
    assert "tell-identity" in permitted(case, Role.MANAGER)
