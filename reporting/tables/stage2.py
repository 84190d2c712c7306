"""Stage 2: how long it took, what was found, about what, and how many went there."""

from reporting import sections
from reporting.counted import STAGE_2
from reporting.crosstab import Crosstab
from reporting.dimensions import Natures, ServiceAreas
from reporting.rates import Part, Rate, Rates
from reporting.stage_dimensions import PrimaryFindings, StageOutcomes, TimeBands
from reporting.tables.stage1 import BY_SERVICE_AREA

AREAS = ServiceAreas(only_found=True)

RESPONSE_TIMES = Crosstab(
    key="stage2_response_times",
    title="Stage 2: response times by service area",
    section=sections.STAGE_2,
    counted=STAGE_2,
    row=TimeBands(stage=2),
    column=AREAS,
    total_row="Number",
    total_column="Total",
    first=("row",),
    definition=(
        "Each is held against the time limit of its own version of the procedure: up to the "
        "limit, up to the longest extension, or over. A version without an extension has no "
        "second band."
    ),
)
OUTCOMES = Crosstab(
    key="stage2_outcomes",
    title="Stage 2: finding on the primary point of complaint",
    section=sections.STAGE_2,
    counted=STAGE_2,
    row=PrimaryFindings(),
    column=AREAS,
    total_column="Total",
    definition=(
        "Counts the finding on the primary point, as adjudicated; where none is recorded, the "
        "outcome of the stage."
    ),
)
OUTCOMES_DERIVED = Crosstab(
    key="stage2_outcomes_derived",
    title="Stage 2: outcome of the whole complaint",
    section=sections.STAGE_2,
    counted=STAGE_2,
    row=StageOutcomes(),
    column=AREAS,
    total_column="Total",
    definition=(
        "Counts the outcome derived from all points: all upheld, none upheld, otherwise "
        "partially upheld; or as it was set with a reason."
    ),
)
RATES = Rates(
    key="stage2_rates",
    title="Stage 2: escalated and upheld",
    section=sections.STAGE_2,
    rates=(
        Rate(
            "escalating",
            "% escalating to Stage 2",
            Part(RESPONSE_TIMES, "total"),
            Part(BY_SERVICE_AREA, "manual+all"),
            "stage 2 begun in the period, of the complaints received in it (flow: some may have "
            "been received earlier, and each part of a mixed complaint is a stage of its own)",
        ),
        Rate(
            "upheld",
            "% upheld (fully or partially)",
            Part(OUTCOMES, "upheld+partially_upheld"),
            Part(OUTCOMES, "upheld+partially_upheld+not_upheld"),
            "of those begun in the period whose primary point was upheld, partially upheld or "
            "not upheld",
        ),
    ),
)
NATURE = Crosstab(
    key="stage2_nature_of_complaint",
    title="Stage 2: nature of complaint by service area",
    section=sections.STAGE_2,
    counted=STAGE_2,
    row=Natures(stage=2),
    column=AREAS,
    total_row="Total",
    total_column="Total",
    definition=(
        "In the words of the list that stage 2 has of its own; where none is recorded, the "
        "nature of the complaint."
    ),
)
TABLES = (RESPONSE_TIMES, OUTCOMES, OUTCOMES_DERIVED, RATES, NATURE)
