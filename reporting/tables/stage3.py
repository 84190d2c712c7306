"""Stage 3 and the Ombudsman."""

from reporting import sections
from reporting.counted import OMBUDSMAN
from reporting.crosstab import Crosstab
from reporting.dimensions import OmbudsmanDecisions, ServiceAreas
from reporting.panels import StepsOfStage3

STEPS_OF_STAGE_3 = StepsOfStage3(section=sections.STAGE_3)
DECISIONS = Crosstab(
    key="ombudsman",
    title="Ombudsman: decisions by service area",
    section=sections.OMBUDSMAN,
    counted=OMBUDSMAN,
    row=ServiceAreas(only_found=True),
    column=OmbudsmanDecisions(),
    total_column="Total",
    first=("column",),
)
TABLES = (STEPS_OF_STAGE_3, DECISIONS)
