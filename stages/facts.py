"""What the steps, and their reasons why not, ask about a stage beyond its own dates."""

import json

from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import JSONObject

from cases.compiled import Compiled
from cases.models import (
    AdvocacyReferral,
    Case,
    CaseLink,
    CasePerson,
    Decision,
    Point,
    SafeguardingConcern,
)
from stages.models import (
    Appointment,
    AskedAfterwards,
    Deadline,
    DraftDecision,
    Extension,
    Finding,
    Hold,
    JointWork,
    Mediation,
    OmbudsmanEnquiry,
    OmbudsmanRequest,
    PanelMember,
    Plan,
    Proceedings,
    ProviderRequest,
    PublicReport,
    Stage,
    StageDefinition,
    Statement,
    Suspension,
    TimeLimit,
)
from stages.points_upheld import points_upheld


def of_its_case(rows: QuerySet) -> Exists:
    """Whether the case of a stage has any of ``rows``."""
    return Exists(rows.filter(case=OuterRef("case")))


def of_the_stage(rows: QuerySet) -> Exists:
    return Exists(rows.filter(stage=OuterRef("pk")))


NEXT_STAGE = StageDefinition.objects.filter(
    procedure=OuterRef("definition__procedure"), number=OuterRef("number") + 1
).order_by()
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

# From the links of its case: by way of the stages, all that are under way would be read
LINKS = CaseLink.objects.order_by()
UNDER_WAY_TOO = Stage.objects.under_way().filter(
    number=OuterRef(OuterRef("number")),
    definition__procedure__code=OuterRef(OuterRef("definition__procedure__code")),
    # Offered because of a restricted case, the step would tell of it whoever may not see that one
    case__restricted__lte=OuterRef(OuterRef("case__restricted")),
)
LINKED = Exists(
    LINKS.filter(Exists(UNDER_WAY_TOO.filter(case=OuterRef("other"))), case=OuterRef("case"))
) | Exists(
    LINKS.filter(Exists(UNDER_WAY_TOO.filter(case=OuterRef("case"))), other=OuterRef("case"))
)

PARTS = Case.objects.parts().filter(part_of=OuterRef("case")).order_by("pk")
ANSWERED = Stage.objects.filter(case=OuterRef("pk"), responded_on__isnull=False)
JOINT_WORK = JointWork.objects.filter(case=OuterRef("case")).order_by("due_on", "pk")
SUSPENSIONS = Suspension.objects.filter(stage=OuterRef("pk"), to_on=None).order_by("from_on")

# What guards ask about a stage beyond its own dates, by the name under which it has the answer
FACTS = {
    "name_of_next": Subquery(NEXT_STAGE.values("name")[:1]),
    "points_upheld": points_upheld(),
    "has_points": of_its_case(Point.objects.all()),
    "has_a_plan": of_the_stage(Plan.objects.all()),
    "has_untold_extension": of_the_stage(Extension.objects.untold()),
    "has_statements": of_the_stage(Statement.objects.all()),
    "has_statement_in_force": of_the_stage(Statement.objects.in_force()),
    "statement_waits": of_the_stage(Statement.objects.waiting()),
    "has_investigators_findings": of_the_stage(
        Finding.objects.filter(level=Finding.Level.INVESTIGATOR)
    ),
    "somebody_is_appointed": of_the_stage(Appointment.objects.filter(ended_on=None)),
    "has_people_of_the_pool": ExpressionWrapper(
        Exists(Appointment.objects.filter(stage__case=OuterRef("case")))
        | Exists(PanelMember.objects.filter(panel__stage__case=OuterRef("case"))),
        BooleanField(),
    ),
    "could_join_a_linked_case": ExpressionWrapper(LINKED, BooleanField()),
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
    "open_mediation": Subquery(Mediation.objects.open().filter(case=OuterRef("case")).states()[:1]),
    "has_right_to_confirm": of_its_case(Mediation.objects.to_confirm()),
    "open_referral": Subquery(
        AdvocacyReferral.objects.open().filter(case=OuterRef("case")).states()[:1]
    ),
    "has_silent_referral": of_its_case(AdvocacyReferral.objects.silent()),
    "was_asked_afterwards": of_its_case(AskedAfterwards.objects.all()),
    "awaits_words_afterwards": of_its_case(AskedAfterwards.objects.unanswered()),
    "may_be_resubmitted": of_its_case(Proceedings.objects.to_resubmit()),
}


_compiled = Compiled(Stage.objects.all, FACTS)


def facts_of(stages: list[Stage]) -> dict[int, dict]:
    """The answer to every one of ``FACTS``, by the key of the stage: one query."""
    found = _compiled.read(stage.pk for stage in stages)
    for facts in found.values():
        decided = facts["about_its_request"]
        facts["about_its_request"] = json.loads(decided) if decided else None
    return found
