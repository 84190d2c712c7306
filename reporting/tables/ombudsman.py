"""What was agreed with the Ombudsman, and whether it was done; how soon we answered."""

from reporting import sections
from reporting.counted import AGREED_REMEDIES, OMBUDSMAN_REQUESTS
from reporting.crosstab import Crosstab
from reporting.dimensions import Choices, ServiceAreas
from reporting.ombudsman_dimensions import OF_REMEDIES, OfRequests
from stages.models import AgreedRemedy

REMEDIES = Crosstab(
    key="ombudsman_remedies",
    title="Ombudsman: remedies agreed, by kind and whether they were done",
    section=sections.OMBUDSMAN,
    counted=AGREED_REMEDIES,
    row=Choices("kind", tuple(AgreedRemedy.Kind.choices)),
    column=OF_REMEDIES,
    total_row="Total",
    total_column="Due",
    first=("column",),
)
ANSWERS = Crosstab(
    key="ombudsman_answers",
    title="Ombudsman: whether its requests were answered in time",
    section=sections.OMBUDSMAN,
    counted=OMBUDSMAN_REQUESTS,
    row=ServiceAreas(only_found=True),
    column=OfRequests(
        (
            ("in-time", "Answered in time"),
            ("late", "Answered late"),
            ("decided", "Decided without"),
            ("overdue", "Late, not answered"),
            ("open", "To be answered"),
        )
    ),
    total_row="Total",
    total_column="Requests",
    first=("column",),
)
TABLES = (REMEDIES, ANSWERS)
