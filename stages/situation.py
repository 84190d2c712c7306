"""Where a case stands: what the steps, and their reasons why not, look at."""

from enum import StrEnum
from functools import cached_property

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery

from cases.models import Case, CasePerson, Point
from stages.models import (
    Deadline,
    DraftDecision,
    Finding,
    Hold,
    OmbudsmanEnquiry,
    OmbudsmanRequest,
    Procedure,
    ProviderRequest,
    PublicReport,
    Stage,
    StageDefinition,
)


class Phase(StrEnum):
    """Where a case stands within its latest stage."""

    REQUESTED = "requested"
    UNDER_WAY = "under way"
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

# What guards ask about a stage beyond its own dates, by the name under which it has the answer
FACTS = {
    "name_of_next": Subquery(NEXT_STAGE.values("name")[:1]),
    "has_points": of_its_case(Point.objects.all()),
    "is_on_hold": of_the_stage(Hold.objects.filter(to_on=None)),
    "asks_for_a_remedy": Exists(
        Finding.objects.asking_for_a_remedy().filter(stage__case=OuterRef("case"))
    ),
    "awaits_the_provider": of_its_case(ProviderRequest.objects.filter(answered_on=None)),
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


class Situation:
    """A case as the steps see it: its route, its stages, and what the latest has been through.

    ``stages``, read :func:`with_facts`, where somebody has them already.
    """

    def __init__(self, case: Case, stages: list[Stage] | None = None):
        self.case = case
        self.stages = list(with_facts(case.stages.all())) if stages is None else stages

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
        return next((one for one in self.stage.deadlines.all() if one.is_main), None)
