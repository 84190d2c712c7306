"""Where a case stands: what the steps, and their reasons why not, look at."""

from enum import StrEnum
from functools import cached_property

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from cases.models import Case, CasePerson, Decision, Point, SafeguardingConcern
from stages.models import (
    Appointment,
    Deadline,
    DraftDecision,
    Extension,
    Finding,
    Hold,
    JointWork,
    OmbudsmanEnquiry,
    OmbudsmanRequest,
    PanelMember,
    Procedure,
    Proceedings,
    ProviderRequest,
    PublicReport,
    Stage,
    StageDefinition,
    Statement,
    Suspension,
    TimeLimit,
)


class Phase(StrEnum):
    """Where a case stands within its latest stage."""

    REQUESTED = "requested"
    UNDER_WAY = "under way"
    SUSPENDED = "suspended"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


def of_its_case(rows: QuerySet) -> Exists:
    """Whether the case of a stage has any of ``rows``."""
    return Exists(rows.filter(case=OuterRef("case")))


def of_the_stage(rows: QuerySet) -> Exists:
    return Exists(rows.filter(stage=OuterRef("pk")))


NEXT_STAGE = StageDefinition.objects.filter(
    procedure=OuterRef("definition__procedure"), number=OuterRef("number") + 1
)
# The end of the time in which a stage could be asked for: a window of the stage before
WINDOW_BEFORE = Deadline.objects.filter(
    stage__case=OuterRef("case"),
    stage__number=OuterRef("number") - 1,
    limit__stage=F("stage__definition"),
    limit__kind=TimeLimit.Kind.WINDOW,
)
# Whether a stage that was asked for goes on. A decision of before the request was about another
# request; one from a case log does not say which stage it is about.
ABOUT_ITS_REQUEST = Decision.objects.filter(
    Q(stage_number=OuterRef("number")) | Q(stage_number=None),
    case=OuterRef("case"),
    kind__in=[Decision.Kind.LATE_REQUEST, Decision.Kind.EARLY_REFERRAL],
    decided_on__gte=OuterRef("requested_on"),
).order_by("-id")

LINKED = Q(case__links__other=OuterRef("case")) | Q(case__linked_from__case=OuterRef("case"))
SAME_STAGE = {
    "number": OuterRef("number"),
    "definition__procedure__code": OuterRef("definition__procedure__code"),
}

PARTS = Case.objects.parts().filter(part_of=OuterRef("case")).order_by("pk")
ANSWERED = Stage.objects.filter(case=OuterRef("pk"), responded_on__isnull=False)
JOINT_WORK = JointWork.objects.filter(case=OuterRef("case")).order_by("due_on", "pk")
SUSPENSIONS = Suspension.objects.filter(stage=OuterRef("pk"), to_on=None)

# What guards ask about a stage beyond its own dates, by the name under which it has the answer
FACTS = {
    "name_of_next": Subquery(NEXT_STAGE.values("name")[:1]),
    "has_points": of_its_case(Point.objects.all()),
    "has_untold_extension": of_the_stage(Extension.objects.untold()),
    "has_statements": of_the_stage(Statement.objects.all()),
    "has_statement_in_force": of_the_stage(Statement.objects.in_force()),
    "statement_waits": of_the_stage(Statement.objects.waiting()),
    "has_investigators_findings": of_the_stage(
        Finding.objects.filter(level=Finding.Level.INVESTIGATOR)
    ),
    "somebody_is_appointed": of_the_stage(Appointment.objects.filter(ended_on=None)),
    "could_join_a_linked_case": Exists(Stage.objects.under_way().filter(LINKED, **SAME_STAGE)),
    "has_panellists": Exists(
        PanelMember.objects.filter(panel__stage=OuterRef("pk"), ended_on=None)
    ),
    "panel_meets_on": F("panel__meets_on"),
    "panel_papers_sent_on": F("panel__papers_sent_on"),
    "is_on_hold": of_the_stage(Hold.objects.filter(to_on=None)),
    "asks_for_a_remedy": Exists(
        Finding.objects.asking_for_a_remedy().filter(stage__case=OuterRef("case"))
    ),
    "awaits_the_provider": of_its_case(ProviderRequest.objects.filter(answered_on=None)),
    "safeguarding_is_open": of_its_case(SafeguardingConcern.objects.open()),
    "window_before_ended_on": Subquery(WINDOW_BEFORE.order_by("-due_on").values("due_on")[:1]),
    "about_its_request": Subquery(
        ABOUT_ITS_REQUEST.values(
            said=JSONObject(kind="kind", accepted="accepted", decided_on="decided_on")
        )[:1]
    ),
    "awaits_the_ombudsman": of_its_case(OmbudsmanEnquiry.objects.filter(decision=None)),
    "went_to_the_ombudsman": of_its_case(OmbudsmanEnquiry.objects.all()),
    "owes_the_ombudsman_an_answer": of_its_case(OmbudsmanRequest.objects.unanswered()),
    "has_a_draft_decision": of_its_case(DraftDecision.objects.uncommented()),
    "has_a_report_to_consider": of_its_case(PublicReport.objects.filter(considered_on=None)),
    "has_a_report_to_answer": of_its_case(
        PublicReport.objects.filter(considered_on__isnull=False, responded_on=None)
    ),
    "has_someone_to_write_to": of_its_case(
        CasePerson.objects.exclude(role=CasePerson.Role.COMPLAINED_ABOUT)
    ),
    "has_parts": Exists(PARTS),
    "part_still_open": Subquery(PARTS.open().values("reference")[:1]),
    "has_parts_to_join": Exists(PARTS.open().exclude(Exists(ANSWERED))),
    "awaits_consent": of_its_case(JointWork.objects.filter(consent=JointWork.Consent.ASKED)),
    "body_awaited": Subquery(JOINT_WORK.awaited().values("body")[:1]),
    "suspended_since": Subquery(SUSPENSIONS.values("from_on")[:1]),
    "awaits_proceedings": of_its_case(Proceedings.objects.running()),
    "may_be_resubmitted": of_its_case(Proceedings.objects.to_resubmit()),
}


def with_facts(stages: QuerySet[Stage]) -> QuerySet[Stage]:
    """Stages that have the answer to every one of ``FACTS``, in the same query."""
    deadlines = Prefetch("deadlines", Deadline.objects.select_related("limit"))
    return (
        stages.annotate(**FACTS)
        .select_related("definition__procedure")
        .prefetch_related(deadlines)
        .order_by("number")
    )


def is_late_request(stage: Stage) -> bool:
    """Whether a stage was asked for after the time for it had ended."""
    ended_on = stage.window_before_ended_on
    return bool(ended_on and stage.requested_on and stage.requested_on > ended_on)


def awaits_late_request(stage: Stage) -> bool:
    """A late request is a decision, never a refusal by itself (domain.md 1.A, 11.12)."""
    return stage.begun_on is None and is_late_request(stage) and not stage.about_its_request


def is_set_aside(stage: Stage) -> bool:
    """Whether it was decided that a stage is not begun: its late request was not accepted, or
    the case goes to the Ombudsman instead."""
    decided = stage.about_its_request
    if stage.begun_on or not decided:
        return False
    instead = decided["kind"] == Decision.Kind.EARLY_REFERRAL
    return instead or decided["accepted"] is False


class Situation:
    """A case as the steps see it: its route, its stages, and what the latest has been through.

    ``stages``, read :func:`with_facts`, where somebody has them already.
    """

    def __init__(self, case: Case, stages: list[Stage] | None = None):
        self.case = case
        self.stages = list(with_facts(case.stages.all())) if stages is None else stages

    @property
    def stage(self) -> Stage:
        """The latest stage that goes on: one whose request was not accepted leaves the one before
        as the last."""
        return self.stages[-2] if self.set_aside else self.stages[-1]

    @property
    def set_aside(self) -> Stage | None:
        """The stage that was asked for last, where it was decided that it is not begun."""
        latest = self.stages[-1]
        return latest if len(self.stages) > 1 and is_set_aside(latest) else None

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
        if self.stage.suspended_since:
            return Phase.SUSPENDED
        if self.stage.responded_on:
            return Phase.ANSWERED
        return Phase.UNDER_WAY if self.stage.begun_on else Phase.REQUESTED

    @cached_property
    def main_deadline(self) -> Deadline | None:
        return next((one for one in self.stage.deadlines.all() if one.is_main), None)
