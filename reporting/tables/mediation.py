"""Mediation: what came of it, and how its offers were answered."""

from reporting import sections
from reporting.counted import MEDIATIONS, MEDIATIONS_OFFERED
from reporting.crosstab import Crosstab
from reporting.dimensions import Choices, Everything, ServiceAreas
from stages.models import Mediation

OUTCOMES = Crosstab(
    key="mediations",
    title="Mediations held, by service area and outcome",
    section=sections.MEDIATION,
    counted=MEDIATIONS,
    row=ServiceAreas(only_found=True),
    column=Choices(
        "outcome",
        (*Mediation.Outcome.choices, ("", "Not recorded")),
        always=tuple(Mediation.Outcome.values),
    ),
    total_row="Total",
    total_column="Held",
    definition=(
        "A mediation belongs to the year in which it was held. It avoided a stage only where that "
        "stage had been asked for and was not begun."
    ),
)
ANSWERS = Crosstab(
    key="mediation_offers",
    title="Offers of mediation, by what became of them",
    section=sections.MEDIATION,
    counted=MEDIATIONS_OFFERED,
    row=Choices(
        "answer",
        (
            ("held", "Held"),
            ("accepted", "Accepted, not held yet"),
            ("given_up", "Offered or accepted, and never held"),
            ("complainant", "Refused by the complainant"),
            ("service", "Refused by the service"),
            ("both", "Refused by both sides"),
            ("waiting", "No answer yet"),
        ),
        always=("held", "complainant", "service"),
    ),
    column=Everything("offers"),
    total_row="Total",
    definition="An offer belongs to the year in which it was made. It is voluntary for both sides.",
)
TABLES = (OUTCOMES, ANSWERS)
