"""Advocacy: what young people who complained were offered, and what became of each referral."""

from dataclasses import dataclass

from cases.models import AdvocacyOffer, AdvocacyReferral
from reporting import sections
from reporting.counted import REFERRALS, YOUNG_PEOPLES_COMPLAINTS
from reporting.crosstab import Crosstab
from reporting.dimensions import Choices, Dimension, ServiceAreas, heading

Outcome = AdvocacyReferral.Outcome
NOT_YET = [
    ("not_told", "Not told of it yet"),
    ("told", "Told, not offered yet"),
    ("offered", "Offered, not asked yet"),
]


@dataclass(frozen=True)
class AdvocacyProviders(Dimension):
    """Those to whom somebody was referred, by name."""

    def groups(self, counted, scope):
        return {"provider": counted.column("provider")}

    def headings(self, scope, found):
        names = sorted(name for (name,) in found)
        return [heading(name or "none", name or "Not recorded", name) for name in names]


OFFERED = Crosstab(
    key="advocacy_offered",
    title="Complaints of children and young people, by what they wanted of advocacy",
    section=sections.ADVOCACY,
    counted=YOUNG_PEOPLES_COMPLAINTS,
    row=ServiceAreas(only_found=True),
    column=Choices(
        "wants",
        (*AdvocacyOffer.Wants.choices, *NOT_YET),
        always=("wanted", "declined", "not_told"),
    ),
    total_row="Total",
    total_column="Complaints",
    definition=(
        "Whoever complains as a child or young person under the children's procedure has a right "
        "to an advocate (Children Act 1989, section 26A)."
    ),
)
REFERRED = Crosstab(
    key="advocacy_referrals",
    title="Referrals to advocacy, by service area and outcome",
    section=sections.ADVOCACY,
    counted=REFERRALS,
    row=ServiceAreas(only_found=True),
    column=Choices(
        "outcome",
        tuple(Outcome.choices),
        always=(Outcome.RESOLVED.value, Outcome.COMPLAINT.value, Outcome.OPEN.value),
    ),
    total_row="Total",
    total_column="Referred",
    definition="Many are resolved without a complaint; a referral is a record of its own.",
)
BY_PROVIDER = Crosstab(
    key="advocacy_providers",
    title="Referrals to advocacy, by provider",
    section=sections.ADVOCACY,
    counted=REFERRALS,
    row=AdvocacyProviders(),
    column=ServiceAreas(only_found=True),
    total_row="Total",
    total_column="Referred",
    definition="The provider as it is named in the referral.",
)
TABLES = (OFFERED, REFERRED, BY_PROVIDER)
