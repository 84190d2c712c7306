"""The steps that a case's page offers: the one that does what is next, the others, and why not."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from complaints_site.case_page import CaseFile
from complaints_site.standing import Standing
from stages.models import StageEvent, Task
from stages.situation import Phase, Situation
from stages.steps import GROUPS, Step

# The steps that lead to what stops a clock, in the order of the procedure
STEPS_TO = {
    StageEvent.ACKNOWLEDGED: ("acknowledge",),
    StageEvent.INVESTIGATOR_APPOINTED: ("appoint-investigator",),
    StageEvent.INDEPENDENT_PERSON_APPOINTED: ("appoint-independent-person",),
    StageEvent.STATEMENT_AGREED: ("agree-statement", "propose-statement"),
    StageEvent.INVESTIGATION_REPORT: ("receive-report",),
    StageEvent.INDEPENDENT_PERSON_REPORT: ("receive-independent-report",),
    StageEvent.PANEL_MET: ("appoint-panel", "plan-panel", "send-papers", "panel-met"),
    StageEvent.PANEL_REPORT: ("panel-reported",),
    StageEvent.RESPONSE: ("answer", "adjudicate", "answer-panel"),
}
# What people do most, beside what is next: in sight, where all other steps are a click away
LIKELY = {
    Phase.REQUESTED: ("late-request", "begin", "acknowledge", "allocate", "note", "add-task"),
    Phase.UNDER_WAY: (
        "settle",
        "become-complaint",
        "answer",
        "adjudicate",
        "answer-panel",
        "agree-plan",
        "extend",
        "tell-new-date",
        "resume",
        "provider-answered",
        "allocate",
        "note",
        "add-task",
    ),
    Phase.SUSPENDED: ("end-proceedings", "review-proceedings", "note", "add-task"),
    Phase.ANSWERED: ("consider-remedies", "ask-for-next", "close", "note", "add-task"),
    Phase.WITHDRAWN: ("reopen", "note"),
    Phase.CLOSED: ("become-complaint", "resubmit", "reopen", "note"),
}

# The step that does a task, where there is one: what it asks for, the task's own page does not
STEP_OF_TASK = {
    Task.Kind.UPDATE: "record-update",
    Task.Kind.NEW_DATE: "tell-new-date",
    Task.Kind.MEDIATION_OFFER: "answer-mediation",
    Task.Kind.MEDIATION: "mediate",
    Task.Kind.RIGHT_TO_GO_ON: "confirm-right",
    Task.Kind.ADVOCACY: "offer-advocacy",
    Task.Kind.ADVOCACY_REFERRAL: "refer-advocacy",
    Task.Kind.ADVOCATE: "appoint-advocate",
}
SETTLES = "settle"  # what answers a stage before stage 1
# What ends a case that has run its course: of what was upheld, a remedy is considered first
CLOSES = ("consider-remedies", "close")
# What is next while the clock stands
OF_PROCEEDINGS = ["end-proceedings"]


@dataclass(frozen=True)
class Offer:
    label: str
    url: str
    why_not: str = ""


@dataclass(frozen=True)
class Offers:
    """``first`` is the green button, where there is one; ``likely`` are the few that are taken
    most; ``groups`` are all other steps, under the heads of the table of steps; ``not_now`` are
    those that arise and must wait, and says why; ``table`` is where every step is explained.

    That a case has ended is said once, not again at each step that it bars.
    """

    first: Offer | None
    likely: list[Offer]
    groups: list[tuple[str, list[Offer]]]
    not_now: list[Offer]
    table: str

    @property
    def number_of_others(self) -> int:
        return sum(len(offers) for _, offers in self.groups)


def offers_for(file: CaseFile, user: User) -> Offers | None:
    """What ``user`` may do next; nothing for who takes no steps, or where no stage is there yet."""
    if not (user.may(Permission.RUN_CASE) and file.stages and file.procedure):
        return None
    situation = Situation(file.case, file.stages)
    heads = [(group.label, _weighed(group.steps, situation, user)) for group in GROUPS]
    possible = {step.key: step for _, pairs in heads for step, why_not in pairs if not why_not}
    first = _first(file, situation, possible)
    likely = [possible[key] for key in LIKELY[situation.phase] if key in possible]
    likely = [step for step in likely if step != first]
    waiting = [pair for _, pairs in heads for pair in pairs if pair[1] and file.case.is_open]
    not_now = [(step, why_not) for step, why_not in waiting if step.arises(situation)]
    return Offers(
        first=_offer(first, "", file) if first else _open_the_part(file),
        likely=[_offer(step, "", file) for step in likely],
        groups=[
            (label, offers)
            for label, pairs in heads
            if (offers := [_offer(*pair, file) for pair in pairs if _other(pair, first, likely)])
        ],
        not_now=[_offer(*pair, file) for pair in _by_reason(not_now)],
        table=f"{reverse('steps-table')}?{urlencode({'procedure': situation.procedure.code})}",
    )


def _by_reason(pairs: list[tuple[Step, str]]) -> list[tuple[Step, str]]:
    """Steps that wait for the same thing stand together, where its reason first comes."""
    reasons = list(dict.fromkeys(why_not for _, why_not in pairs))
    return sorted(pairs, key=lambda pair: reasons.index(pair[1]))


def _weighed(steps: Iterable[Step], situation: Situation, user: User) -> list[tuple[Step, str]]:
    return [(step, step.why_not(situation, user)) for step in steps]


def _other(pair: tuple[Step, str], first: Step | None, likely: list[Step]) -> bool:
    step, why_not = pair
    return not why_not and step != first and step not in likely


def _first(file: CaseFile, situation: Situation, possible: dict[str, Step]) -> Step | None:
    """The step that does what is next.

    A late request is decided before anything else, and a stage that was asked for is begun before
    it is answered. What the procedure still wants before a report or an answer comes first; a draft
    has no step of its own; there is no answer without a point; and who is to be answered by an
    agreed day is asked for it before anything is written.
    """
    next_ = file.next.standing
    if file.next.of:
        return None
    if situation.phase == Phase.SUSPENDED:
        return next((possible[key] for key in OF_PROCEEDINGS if key in possible), None)
    if not next_:
        closes = [possible[key] for key in CLOSES if key in possible]
        return closes[0] if closes and file.next.may_close else None
    wanted = [key for event in _events_until(next_) for key in _steps_to(event, situation)]
    if situation.definition.number == 0 and next_.limit.stopped_by == StageEvent.RESPONSE:
        wanted = [SETTLES]
    if wanted != ["acknowledge"] and _awaits_its_plan(situation):
        wanted.insert(0, "agree-plan")
    if situation.phase == Phase.REQUESTED:
        begins = [] if wanted == ["acknowledge"] else ["begin"]
        wanted = ["late-request", *begins, *wanted, "begin"]
    if not situation.stage.has_points:
        wanted.append("add-point")
    return next((possible[key] for key in wanted if key in possible), None)


def _awaits_its_plan(situation: Situation) -> bool:
    """How long it takes is to be discussed with who complains (2009 regs, reg 13)."""
    main = situation.main_deadline
    return bool(main and main.limit.by_agreement and not situation.stage.has_a_plan)


def _events_until(next_: Standing) -> list[StageEvent]:
    """What has to happen before the clock ``next_`` is stopped, and that. An acknowledgement
    waits for nothing, and nothing for it."""
    end = StageEvent(next_.limit.stopped_by)
    if end == StageEvent.ACKNOWLEDGED:
        return [end]
    events = [event for event in STEPS_TO if event != StageEvent.ACKNOWLEDGED]
    return events[: events.index(end) + 1] if end in events else []


def _steps_to(event: StageEvent, situation: Situation) -> tuple[str, ...]:
    """The steps to an event of the stage; none once it has happened."""
    return () if getattr(situation.stage, event.value) else STEPS_TO[event]


def _open_the_part(file: CaseFile) -> Offer | None:
    """What is next in a part is done there."""
    of = file.next.of
    return Offer(f"Open {of}", reverse("case-file", args=[of])) if of else None


def _offer(step: Step, why_not: str, file: CaseFile) -> Offer:
    return Offer(step.label, reverse("step", args=[file.case.reference, step.key]), why_not)
