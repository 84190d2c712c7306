"""Stages and what is decided in them: each belongs to the year it was begun or decided.

An appointment and what it cost belong to the year it was made, a mediation to the year it was held.
"""

from dataclasses import replace

from django.db.models import Case as DbCase
from django.db.models import F, Value, When
from django.db.models.functions import Coalesce

from cases.models import Decision
from reporting.counted.base import OF_A_COMPLAINT, Counted, of_service_area
from stages.models import (
    Appointment,
    Mediation,
    PanelMember,
    Proceedings,
    ProviderRequest,
    ServiceRequest,
    Stage,
)


def stages_begun(number: int) -> Counted:
    return Counted(
        key=f"stage-{number}",
        one=f"complaint at stage {number}",
        many=f"complaints at stage {number}",
        words=(
            f"complaints whose stage {number} the council began in the period, whenever they were "
            "received; a stage that was asked for and never begun is not counted. This counts "
            "stages: each part of a mixed complaint that came so far is one"
        ),
        rows=lambda: Stage.objects.filter(number=number, case__joined_on=None, **OF_A_COMPLAINT),
        on="begun_on",
        case="case",
        paths={"nature": Coalesce("nature", "case__nature"), "outcome": "outcome"},
    )


STAGE_2 = stages_begun(2)
STAGE_3 = stages_begun(3)
APPOINTMENTS = Counted(
    key="appointments",
    one="appointment",
    many="appointments",
    words=(
        "appointments of investigating officers and independent persons made in the period; "
        "somebody who was replaced is counted too, and so is each of the cases that share an "
        "investigation"
    ),
    rows=lambda: Appointment.objects.filter(
        **{f"stage__{path}": value for path, value in OF_A_COMPLAINT.items()}
    ),
    on="appointed_on",
    case="stage__case",
    paths={"role": "role"},
)
SEATS = Counted(
    key="seats",
    one="seat on a panel",
    many="seats on panels",
    words="seats on review panels to which somebody was appointed in the period",
    rows=lambda: PanelMember.objects.filter(
        **{f"panel__stage__{path}": value for path, value in OF_A_COMPLAINT.items()}
    ),
    on="appointed_on",
    case="panel__stage__case",
)
PROCEEDINGS = Counted(
    key="proceedings",
    one="decision for court or other proceedings",
    many="decisions for court or other proceedings",
    words=(
        "decisions of the period to decline or suspend a complaint, or points of it, for court, "
        "police, disciplinary or other proceedings; a complaint with two is counted twice"
    ),
    rows=lambda: Proceedings.objects.filter(**OF_A_COMPLAINT),
    on="decided_on",
    case="case",
    paths={"kind": "kind", "effect": "effect"},
)
DECISIONS = Counted(
    key="decisions",
    one="decision on a case",
    many="decisions on cases",
    words=(
        "decisions made in the period, whenever the case was received; one that was taken again "
        "is counted each time"
    ),
    rows=Decision.objects.all,
    on="decided_on",
    case="case",
    paths={"kind": "kind", "listed_reason": "listed_reason"},
)
MEDIATIONS = of_service_area(
    "mediations",
    "mediation",
    "mediations",
    "mediations held in the period",
    Mediation,
    "held_on",
    outcome="outcome",
)
MEDIATIONS_OFFERED = of_service_area(
    "mediations-offered",
    "offer of mediation",
    "offers of mediation",
    "mediations offered in the period, whenever they were held; one that nobody announced has no "
    "offer",
    Mediation,
    "offered_on",
    answer=DbCase(
        When(held_on__isnull=False, then=Value("held")),
        When(given_up_on__isnull=False, then=Value("given_up")),
        When(refused_by="complainant", then=Value("complainant")),
        When(refused_by="service", then=Value("service")),
        When(refused_by="both", then=Value("both")),
        When(accepted_on__isnull=False, then=Value("accepted")),
        default=Value("waiting"),
    ),
)
SOCIAL_CARE_MEDIATIONS = replace(
    MEDIATIONS,
    key="social-care-mediations",
    words="mediations held in the period, of children's and adults' social care together",
    social_care=True,
)
PROVIDER_REQUESTS = Counted(
    key="provider-requests",
    one="complaint put to a provider",
    many="complaints put to providers",
    words="complaints that were put to a contracted provider in the period",
    rows=ProviderRequest.objects.all,
    on="asked_on",
    case="case",
    paths={
        "provider": "provider",
        "result": DbCase(
            When(answered_on=None, then=Value("waiting")),
            When(answered_on__lte=F("due_on"), then=Value("in_time")),
            default=Value("late"),
        ),
    },
)
SERVICE_REQUESTS = Counted(
    key="service-requests",
    one="question to a service",
    many="questions to services",
    words="questions that services were asked about a case in the period",
    rows=ServiceRequest.objects.all,
    on="asked_on",
    case="case",
    paths={
        "result": DbCase(
            When(withdrawn_on__isnull=False, then=Value("withdrawn")),
            When(answered_on=None, then=Value("waiting")),
            When(answered_on__lte=F("due_on"), then=Value("in_time")),
            default=Value("late"),
        ),
    },
)
