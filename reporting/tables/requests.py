"""What services were asked about cases, and whether they answered by the day named to them."""

from reporting import sections
from reporting.counted import SERVICE_REQUESTS
from reporting.crosstab import Crosstab
from reporting.dimensions import Choices, ServiceAreas

BY_AREA = Crosstab(
    key="service_requests",
    title="Questions to services, by service area of the case",
    section=sections.REQUESTS,
    counted=SERVICE_REQUESTS,
    row=ServiceAreas(only_found=True),
    column=Choices(
        "result",
        (
            ("in_time", "Answered in time"),
            ("late", "Answered late"),
            ("waiting", "No answer yet"),
            ("withdrawn", "Withdrawn"),
        ),
        always=("in_time", "late", "waiting", "withdrawn"),
    ),
    total_row="Total",
    total_column="Asked",
    definition="In time is by the day that was named to whoever was asked.",
)
TABLES = (BY_AREA,)
