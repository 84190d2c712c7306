"""The steps that a case's page offers: the one that does what is next, the others, and why not."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from cases.models import Point
from complaints_site.case_page import CaseFile
from stages.models import Hold, OmbudsmanEnquiry, Stage, StageDefinition, StageEvent
from stages.situation import Phase, Situation
from stages.steps import Step, steps_of

# The step that records what stops a clock
STEP_OF = {
    StageEvent.ACKNOWLEDGED: "acknowledge",
    StageEvent.STATEMENT_AGREED: "agree-statement",
    StageEvent.INVESTIGATOR_APPOINTED: "appoint-investigator",
    StageEvent.INDEPENDENT_PERSON_APPOINTED: "appoint-independent-person",
    StageEvent.INVESTIGATION_REPORT: "receive-report",
    StageEvent.PANEL_MET: "panel-met",
    StageEvent.PANEL_REPORT: "panel-reported",
    StageEvent.RESPONSE: "answer",
}


@dataclass(frozen=True)
class Offer:
    label: str
    url: str
    why_not: str = ""


@dataclass(frozen=True)
class Offers:
    """``first`` is the green button, where there is one; ``not_now`` says why not.

    That a case has ended is said once, not again at each step that it bars.
    """

    first: Offer | None
    others: list[Offer]
    not_now: list[Offer]


def with_what_steps_ask(stages: QuerySet[Stage]) -> QuerySet[Stage]:
    """Stages that know what the steps want to know of them, in the same query."""
    following = StageDefinition.objects.filter(
        procedure=OuterRef("definition__procedure"), number=OuterRef("number") + 1
    )
    return stages.annotate(
        name_of_next=Subquery(following.values("name")[:1]),
        has_points=Exists(Point.objects.filter(case=OuterRef("case"))),
        is_on_hold=Exists(Hold.objects.filter(stage=OuterRef("pk"), to_on=None)),
        awaits_the_ombudsman=Exists(
            OmbudsmanEnquiry.objects.filter(case=OuterRef("case"), decision=None)
        ),
    )


def situation_of(file: CaseFile) -> Situation:
    """The situation of a case that was read already: nothing more is asked of the database."""
    situation, latest = Situation(file.case), file.stages[-1]
    situation.stages = file.stages
    situation.main_deadline = next((one for one in latest.deadlines.all() if one.is_main), None)
    situation.next_stage = (
        StageDefinition(number=latest.number + 1, name=latest.name_of_next)
        if latest.name_of_next
        else None
    )
    situation.has_points = latest.has_points
    situation.is_on_hold = latest.is_on_hold
    situation.awaits_the_ombudsman = latest.awaits_the_ombudsman
    return situation


def offers_for(file: CaseFile, user: User) -> Offers | None:
    """What ``user`` may do next; nothing for who takes no steps, or where no stage is there yet."""
    if not (user.may(Permission.RUN_CASE) and file.stages and file.procedure):
        return None
    situation = situation_of(file)
    all_steps = steps_of(situation, user)
    first = _first(file, situation, [step for step, why_not in all_steps if not why_not])
    offers = [(step, _offer(step, why_not, file)) for step, why_not in all_steps]
    return Offers(
        first=next((offer for step, offer in offers if step == first), None),
        others=[offer for step, offer in offers if step != first and not offer.why_not],
        not_now=[offer for _, offer in offers if offer.why_not and file.case.is_open],
    )


def _first(file: CaseFile, situation: Situation, possible: Iterable[Step]) -> Step | None:
    """The step that does what is next.

    A stage that was asked for is begun before it is answered. A draft has no step of its own: what
    the procedure still wants before the answer comes first, then the answer.
    """
    possible = {step.key: step for step in possible}
    next_ = file.next.standing
    if not next_:
        return None
    wanted = [STEP_OF.get(next_.limit.stopped_by, "")]
    if not next_.has_its_own_end:
        wanted = [key for event, key in STEP_OF.items() if event != StageEvent.ACKNOWLEDGED]
    if situation.phase == Phase.REQUESTED:
        wanted.append("begin")
    return next((possible[key] for key in wanted if key in possible), None)


def _offer(step: Step, why_not: str, file: CaseFile) -> Offer:
    return Offer(step.label, reverse("step", args=[file.case.reference, step.key]), why_not)
