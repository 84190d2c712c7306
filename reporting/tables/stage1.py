"""Complaints received: where, when, about what, and by whom."""

from reporting import sections
from reporting.counted import ON_CORPORATE_LOG, ON_EACH_LOG, RECORDED
from reporting.crosstab import Crosstab
from reporting.dimensions import (
    ComplainantTypes,
    Everything,
    Logs,
    Natures,
    PartsOfPeriod,
    ServiceAreas,
)

BY_SERVICE_AREA = Crosstab(
    key="stage1_by_service_area",
    title="Complaints by service area",
    section=sections.STAGE_1,
    counted=ON_EACH_LOG,
    row=Logs(),
    column=ServiceAreas(),
    percent_of="row",
    total_column="Total",
)
BY_PART_OF_YEAR = Crosstab(
    key="stage1_by_part_of_year",
    title="Complaints by part of the period and service area",
    section=sections.STAGE_1,
    counted=RECORDED,
    row=PartsOfPeriod(),
    column=ServiceAreas(),
    total_column="Total",
    definition="The period is split where the regulations changed; the parts may differ in length.",
)
BY_NATURE = Crosstab(
    key="stage1_nature_of_complaint",
    title="Nature of complaint by service area",
    section=sections.STAGE_1,
    counted=ON_CORPORATE_LOG,
    row=Natures(stage=1),
    column=ServiceAreas(),
    percent_of="all",
    total_row="Total",
    total_column="Total",
    definition="Each complaint counts once, under its main nature.",
)
MADE_BY = Crosstab(
    key="complaint_made_by",
    title="Who complained",
    section=sections.STAGE_1,
    counted=RECORDED,
    row=ComplainantTypes(),
    column=Everything("Complaints"),
    percent_of="all",
    total_row="Total",
)
TABLES = (BY_SERVICE_AREA, BY_PART_OF_YEAR, BY_NATURE, MADE_BY)
