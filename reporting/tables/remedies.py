"""Money, in pounds and pence."""

from dataclasses import dataclass

from django.db.models import Sum

from remedies.models import Payment
from reporting import sections
from reporting.counted import PAYMENTS
from reporting.crosstab import Crosstab
from reporting.dimensions import Choices, Dimension, Everything, Heading, ServiceAreas


@dataclass(frozen=True)
class KindAndStage(Dimension):
    """What was paid and at which stage it was agreed, in the order of the stages."""

    def groups(self, counted, scope):
        return {"kind": counted.column("kind"), "stage": counted.column("stage_number")}

    def headings(self, scope, found):
        kinds = [kind for kind, _ in Payment.Kind.choices]
        order = sorted(found, key=lambda one: (one[1] is None, one[1] or 0, kinds.index(one[0])))
        return [
            Heading(f"{kind}-{stage}", _label(kind, stage), frozenset([(kind, stage)]))
            for kind, stage in order
        ]


def _label(kind: str, stage: int | None) -> str:
    at = "no stage" if stage is None else f"stage {stage}"
    return f"{Payment.Kind(kind).label.lower()}, {at}"


def _pounds(**about) -> Crosstab:
    return Crosstab(
        section=sections.PAYMENTS,
        counted=PAYMENTS,
        measure=lambda: Sum("amount"),
        kind="pounds",
        total_row="Total",
        definition=(
            "Pounds and pence, by the day a payment was made, else offered. Compensation and "
            "reimbursement are different things. The stage is the one at which it was agreed, "
            "also where that stage was only asked for."
        ),
        **about,
    )


COMPENSATION = _pounds(
    key="compensation",
    title="Payments by kind and stage",
    row=KindAndStage(),
    column=Everything("amount"),
)
BY_SERVICE_AREA = _pounds(
    key="payments_by_service_area",
    title="Payments by service area and kind",
    row=ServiceAreas(only_found=True),
    column=Choices("kind", tuple(Payment.Kind.choices)),
    total_column="Total",
)
TABLES = (COMPENSATION, BY_SERVICE_AREA)
