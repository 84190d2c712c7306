"""The single figures of the annual report, section by section."""

from django.db.models import Exists, F, OuterRef, Q

from reporting.counted import (
    COMPLAINTS,
    COMPLIMENTS,
    CONTACTS,
    LESSONS,
    MEDIATIONS,
    OMBUDSMAN,
    ON_CORPORATE_LOG,
    PAYMENTS,
    RECORDED,
    REFERRALS,
    REPRESENTATIONS,
    SOCIAL_CARE_MEDIATIONS,
    STAGE_2,
    STAGE_3,
)
from reporting.days import months_after, working_days_between
from reporting.figures import Change, Counting, Declared, LastYears, Share, average, total
from reporting.panels import clock_of
from reporting.period import Period
from reporting.scope import Scope
from reporting.stage_dimensions import main_clock
from stages.models import Mediation, OmbudsmanDecision, Stage

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
SUMMARY = "Summary of activity"
YOUNG = "Complaints made by young people"
STAGE2 = "Stage 2 complaints"
STAGE3 = "Stage 3 complaints"
OMBUDSMANS = "Ombudsman complaints and enquiries"
ESCALATION = "Percentage escalation"
MEDIATION = "Mediation"
OTHERS = "Advocacy, joint cases, lessons, compliments and other contacts"
MONEY = "Compensation and reimbursement"


def figures_for(scope: Scope) -> dict[str, Declared]:
    """Every figure by its key, in the report's order."""
    figures = [
        *received(scope),
        *begun(scope),
        *STAGE_2_FIGURES,
        *STAGE_3_FIGURES,
        *OTHER_FIGURES,
    ]
    if scope.directorate is None or scope.directorate.social_care:
        figures += SOCIAL_CARE_FIGURES
    return {figure.key: figure for figure in figures}


def received(scope: Scope) -> list[Declared]:
    main = "summary.received_recorded_manually"
    before = "summary.previous_year_recorded_manually"
    parts = [
        Counting(
            f"summary.received_{name}_part",
            f"{{many}}, received {part}",
            SUMMARY,
            RECORDED,
            where=lambda scope, days=part.days: Q(received_on__range=days),
        )
        for name, part in _named(scope.parts)
    ]
    figures = [
        Counting(main, "{many}, received in the period", SUMMARY, RECORDED),
        LastYears(before, "The same in the year before", SUMMARY, of=main),
        Change(
            "summary.percent_change_on_previous_year",
            "Change on the year before, in per cent",
            SUMMARY,
            now=main,
            before=before,
        ),
        *_on_corporate_log(scope),
        *parts,
        Counting("summary.representations", "{many}, received apart", SUMMARY, REPRESENTATIONS),
    ]
    if len(parts) == 2:
        figures.append(
            Change(
                "summary.percent_change_between_parts",
                "Change from the first part of the period to the second, in per cent",
                SUMMARY,
                now=parts[1].key,
                before=parts[0].key,
            )
        )
    return figures


def _on_corporate_log(scope: Scope) -> list[Declared]:
    if not any(log.key == "corporate" for log in scope.logs):
        return []
    key = "summary.received_on_corporate_log"
    return [
        Counting(key, "{many}, received in the period", SUMMARY, ON_CORPORATE_LOG),
        LastYears(
            "summary.previous_year_on_corporate_log",
            "On the corporate log in the year before",
            SUMMARY,
            of=key,
        ),
    ]


def begun(scope: Scope) -> list[Declared]:
    figures = []
    for number, counted in ((2, STAGE_2), (3, STAGE_3)):
        key = f"summary.stage{number}_begun"
        figures.append(Counting(key, "{many}, begun in the period", SUMMARY, counted))
        figures += [
            Counting(
                f"{key}_{name}_part",
                f"{{many}}, begun {part}",
                SUMMARY,
                counted,
                where=lambda scope, days=part.days: Q(begun_on__range=days),
            )
            for name, part in _named(scope.parts)
        ]
    return figures


def _named(parts: list[Period]):
    """The parts with their names; a period that is whole has none."""
    return list(zip(ORDINALS, parts, strict=False)) if len(parts) > 1 else []


def _longer_than(months: int):
    return lambda scope: Q(clock__met_on__gt=months_after("clock__starts_on", months))


STAGE_2_FIGURES: list[Declared] = [
    LastYears(
        "stage2.previous_year",
        "Complaints at stage 2 in the year before",
        STAGE2,
        of="summary.stage2_begun",
    ),
    Counting(
        "stage2.average_working_days",
        "Average number of working days to the final response",
        STAGE2,
        STAGE_2,
        where=lambda scope: Q(clock__met_on__isnull=False),
        measure=average(lambda: working_days_between("clock__starts_on", "clock__met_on")),
        joins=main_clock,
        kind="days",
    ),
    Counting(
        "stage2.over_three_months",
        "Took over three months, by the calendar",
        STAGE2,
        STAGE_2,
        where=_longer_than(3),
        joins=main_clock,
    ),
    Counting(
        "stage2.over_six_months",
        "Took over six months, by the calendar",
        STAGE2,
        STAGE_2,
        where=_longer_than(6),
        joins=main_clock,
    ),
]


def _in_time(step: str, label: str) -> Counting:
    return Counting(
        f"stage3.{step}_in_time",
        label,
        STAGE3,
        STAGE_3,
        where=lambda scope: Q(**{f"{step}_clock__met_on__lte": F(f"{step}_clock__ceiling_on")}),
        joins=lambda scope: clock_of(step, scope),
    )


STAGE_3_FIGURES: list[Declared] = [
    Counting(
        "stage3.panels",
        "Review panels held",
        STAGE3,
        STAGE_3,
        where=lambda scope: Q(panel_met_on__isnull=False),
    ),
    LastYears("stage3.previous_year", "Review panels, year before", STAGE3, of="stage3.panels"),
    Counting(
        "stage3.corporate_reviews",
        "Reviews at stage 3 without a panel",
        STAGE3,
        STAGE_3,
        where=lambda scope: Q(definition__panel=False),
    ),
    _in_time("panel", "Panel met in time"),
    _in_time("report", "Panel reported in time"),
    _in_time("response", "Council answered the panel in time"),
]


def _decided(*means) -> Q:
    return Q(decision__means__in=means)


PREMATURE = _decided(OmbudsmanDecision.Means.PREMATURE)
CONSIDERED = _decided(OmbudsmanDecision.Means.NOT_UPHELD, OmbudsmanDecision.Means.UPHELD)
WENT_ON = Exists(Stage.objects.filter(case=OuterRef("pk"), number=2, begun_on__isnull=False))
RECEIVED = "summary.received_recorded_manually"
STAGE_1_TO_2 = "escalation.stage1_to_2_percent"
STAGE_2_TO_3 = "escalation.stage2_to_3_percent"

OTHER_FIGURES: list[Declared] = [
    Counting(
        "ombudsman.premature",
        "Premature complaints to the Ombudsman",
        OMBUDSMANS,
        OMBUDSMAN,
        where=lambda scope: PREMATURE,
    ),
    Counting(
        "ombudsman.considered",
        "Complaints the Ombudsman considered",
        OMBUDSMANS,
        OMBUDSMAN,
        where=lambda scope: CONSIDERED,
    ),
    Share(
        STAGE_1_TO_2,
        "Stage 1 to stage 2 (flow: begun in the period, of complaints received in it)",
        ESCALATION,
        part=("summary.stage2_begun",),
        base=RECEIVED,
    ),
    LastYears(
        "escalation.stage1_to_2_previous_year_percent",
        "Stage 1 to stage 2, year before",
        ESCALATION,
        of=STAGE_1_TO_2,
        kind="percent",
    ),
    Share(
        STAGE_2_TO_3,
        "Stage 2 to stage 3 (flow)",
        ESCALATION,
        part=("summary.stage3_begun",),
        base="summary.stage2_begun",
    ),
    LastYears(
        "escalation.stage2_to_3_previous_year_percent",
        "Stage 2 to stage 3, year before",
        ESCALATION,
        of=STAGE_2_TO_3,
        kind="percent",
    ),
    Share(
        "escalation.stage1_to_2_without_mediation_percent",
        "Stage 1 to stage 2, had mediation not been used (flow)",
        ESCALATION,
        part=("summary.stage2_begun", "mediation.prevented_stage2"),
        base=RECEIVED,
    ),
    Counting(
        "escalation.cohort_received",
        "Complaints received in the period",
        ESCALATION,
        COMPLAINTS,
    ),
    Counting(
        "escalation.cohort_went_to_stage2",
        "Of these, went on to stage 2 at any time",
        ESCALATION,
        COMPLAINTS,
        where=lambda scope: Q(WENT_ON),
    ),
    Share(
        "escalation.stage1_to_2_cohort_percent",
        "Stage 1 to stage 2 (cohort: of the complaints received in the period, those that went on)",
        ESCALATION,
        part=("escalation.cohort_went_to_stage2",),
        base="escalation.cohort_received",
    ),
    Counting(
        "mediation.prevented_stage2",
        "Mediations that settled a request for stage 2",
        MEDIATION,
        MEDIATIONS,
        where=lambda scope: Q(stage_avoided=2, outcome=Mediation.Outcome.RESOLVED),
    ),
    Counting(
        "made_by_young_people.number",
        "{many}, made by a child or young person",
        YOUNG,
        RECORDED,
        where=lambda scope: Q(
            **{RECORDED.for_scope(scope).path("complainant_type") + "__is_young_person": True}
        ),
    ),
    Share(
        "made_by_young_people.percent",
        "Made by a child or young person, in per cent",
        YOUNG,
        part=("made_by_young_people.number",),
        base=RECEIVED,
    ),
    Counting("advocacy.referrals", "Referrals to advocacy", OTHERS, REFERRALS),
    Counting(
        "joint_nhs.investigations",
        "Joint investigations with the NHS",
        OTHERS,
        COMPLAINTS,
        where=lambda scope: ~Q(joint_body=""),
    ),
    Counting("learning.actions", "Lessons raised", OTHERS, LESSONS),
    Counting("compliments.received", "Compliments received", OTHERS, COMPLIMENTS),
    Counting("contacts.received", "Other contacts received", OTHERS, CONTACTS),
    Counting(
        "compensation.total",
        "Compensation and reimbursement together",
        MONEY,
        PAYMENTS,
        measure=total("amount"),
        kind="pounds",
    ),
]
SOCIAL_CARE_FIGURES: list[Declared] = [
    Counting(
        "mediation.held_social_care",
        "Mediations held, children's and adults' social care together",
        MEDIATION,
        SOCIAL_CARE_MEDIATIONS,
    ),
    Counting(
        "mediation.successful_social_care",
        "Of these, resolved",
        MEDIATION,
        SOCIAL_CARE_MEDIATIONS,
        where=lambda scope: Q(outcome=Mediation.Outcome.RESOLVED),
    ),
]
