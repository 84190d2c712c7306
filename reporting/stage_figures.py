"""The figures of stages 2 and 3, and of how many complaints went there."""

from django.db.models import Exists, F, OuterRef, Q

from reporting import sections
from reporting.counted import COMPLAINTS, STAGE_2, STAGE_3
from reporting.days import months_after, working_days_between
from reporting.figures import Counting, Declared, LastYears, Share, average
from reporting.panels import clock_of
from reporting.stage_dimensions import main_clock
from stages.models import Stage


def _longer_than(months: int):
    return lambda scope: Q(clock__met_on__gt=months_after("clock__starts_on", months))


STAGE_2_FIGURES: list[Declared] = [
    LastYears(
        "stage2.previous_year",
        "Complaints at stage 2 in the year before",
        sections.STAGE_2,
        of="summary.stage2_begun",
    ),
    Counting(
        "stage2.average_working_days",
        "Average number of working days to the final response",
        sections.STAGE_2,
        STAGE_2,
        where=lambda scope: Q(clock__met_on__isnull=False),
        measure=average(lambda: working_days_between("clock__starts_on", "clock__met_on")),
        joins=main_clock,
        kind="days",
    ),
    Counting(
        "stage2.over_three_months",
        "Took over three months, by the calendar",
        sections.STAGE_2,
        STAGE_2,
        where=_longer_than(3),
        joins=main_clock,
    ),
    Counting(
        "stage2.over_six_months",
        "Took over six months, by the calendar",
        sections.STAGE_2,
        STAGE_2,
        where=_longer_than(6),
        joins=main_clock,
    ),
]


def _in_time(step: str, label: str) -> Counting:
    return Counting(
        f"stage3.{step}_in_time",
        label,
        sections.STAGE_3,
        STAGE_3,
        where=lambda scope: Q(**{f"{step}_clock__met_on__lte": F(f"{step}_clock__ceiling_on")}),
        joins=lambda scope: clock_of(step, scope),
    )


STAGE_3_FIGURES: list[Declared] = [
    Counting(
        "stage3.panels",
        "Review panels held",
        sections.STAGE_3,
        STAGE_3,
        where=lambda scope: Q(panel_met_on__isnull=False),
    ),
    LastYears(
        "stage3.previous_year", "Review panels, year before", sections.STAGE_3, of="stage3.panels"
    ),
    Counting(
        "stage3.corporate_reviews",
        "Reviews at stage 3 without a panel",
        sections.STAGE_3,
        STAGE_3,
        where=lambda scope: Q(definition__panel=False),
    ),
    _in_time("panel", "Panel met in time"),
    _in_time("report", "Panel reported in time"),
    _in_time("response", "Council answered the panel in time"),
]

BEGUN_2 = Stage.objects.filter(number=2, begun_on__isnull=False)
# A mixed complaint went on where any of its parts did
WENT_ON = Exists(BEGUN_2.filter(case=OuterRef("pk"))) | Exists(
    BEGUN_2.filter(case__part_of=OuterRef("pk"))
)
RECEIVED = "summary.received_recorded_manually"
STAGE_1_TO_2 = "escalation.stage1_to_2_percent"
STAGE_2_TO_3 = "escalation.stage2_to_3_percent"

ESCALATION_FIGURES: list[Declared] = [
    Share(
        STAGE_1_TO_2,
        "Stage 1 to stage 2 (flow: begun in the period, each part of a mixed complaint for itself, "
        "of complaints received in it)",
        sections.ESCALATION,
        part=("summary.stage2_begun",),
        base=RECEIVED,
    ),
    LastYears(
        "escalation.stage1_to_2_previous_year_percent",
        "Stage 1 to stage 2, year before",
        sections.ESCALATION,
        of=STAGE_1_TO_2,
        kind="percent",
    ),
    Share(
        STAGE_2_TO_3,
        "Stage 2 to stage 3 (flow)",
        sections.ESCALATION,
        part=("summary.stage3_begun",),
        base="summary.stage2_begun",
    ),
    LastYears(
        "escalation.stage2_to_3_previous_year_percent",
        "Stage 2 to stage 3, year before",
        sections.ESCALATION,
        of=STAGE_2_TO_3,
        kind="percent",
    ),
    Share(
        "escalation.stage1_to_2_without_mediation_percent",
        "Stage 1 to stage 2, had mediation not been used (flow)",
        sections.ESCALATION,
        part=("summary.stage2_begun", "mediation.prevented_stage2"),
        base=RECEIVED,
    ),
    Counting(
        "escalation.cohort_received",
        "Complaints received in the period",
        sections.ESCALATION,
        COMPLAINTS,
    ),
    Counting(
        "escalation.cohort_went_to_stage2",
        "Of these, went on to stage 2 at any time",
        sections.ESCALATION,
        COMPLAINTS,
        where=lambda scope: Q(WENT_ON),
    ),
    Share(
        "escalation.stage1_to_2_cohort_percent",
        "Stage 1 to stage 2 (cohort: of the complaints received in the period, those that went on)",
        sections.ESCALATION,
        part=("escalation.cohort_went_to_stage2",),
        base="escalation.cohort_received",
    ),
]
