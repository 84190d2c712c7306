"""Parts of mixed complaints, and what was put off or declined for proceedings."""

from dataclasses import dataclass

from django.db.models import BooleanField, Case, F, Q, Value, When

from reporting import sections
from reporting.counted import PARTS, PROCEEDINGS
from reporting.crosstab import Crosstab
from reporting.dimensions import Choices, Dimension, Heading, heading
from stages.models import Proceedings


class Procedures(Dimension):
    """The versions of procedures that were counted, by name."""

    def groups(self, counted, scope):
        return {
            "procedure": F(counted.of_case("route__procedure")),
            "procedure_name": F(counted.of_case("route__procedure__name")),
        }

    def headings(self, scope, found):
        named = sorted(found, key=lambda one: (one[1] is None, one[1] or ""))
        return [
            Heading(str(key or "none"), name or "No procedure yet", frozenset([(key, name)]))
            for key, name in named
        ]


@dataclass(frozen=True)
class LeadOrPart(Dimension):
    def groups(self, counted, scope):
        is_lead = Case(
            When(Q(**{counted.of_case("part_of"): None}), then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        )
        return {"is_lead": is_lead}

    def headings(self, scope, found):
        return [heading("lead", "As the lead", True), heading("part", "As a part", False)]


BY_PROCEDURE = Crosstab(
    key="parts_of_mixed_complaints",
    title="Parts of mixed complaints",
    section=sections.SUMMARY,
    counted=PARTS,
    row=Procedures(),
    column=LeadOrPart(),
    total_row="Total",
    total_column="Total",
    definition="“As the lead” adds up to the number of mixed complaints.",
)
FOR_PROCEEDINGS = Crosstab(
    key="declined_or_suspended_for_proceedings",
    title="Declined or suspended for court and other proceedings",
    section=sections.SUMMARY,
    counted=PROCEEDINGS,
    row=Choices("kind", tuple(Proceedings.Kind.choices)),
    column=Choices(
        "effect", tuple(Proceedings.Effect.choices), always=tuple(Proceedings.Effect.values)
    ),
    total_row="Total",
    total_column="Total",
)
TABLES = (BY_PROCEDURE, FOR_PROCEEDINGS)
