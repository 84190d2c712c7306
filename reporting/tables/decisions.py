"""Decisions by their kind and reason, refusals first; and the cases that no number counts.

Refusals are records of their own (domain.md 3.1), and what is left out is never left out silently.
"""

from dataclasses import dataclass

from cases.models import Case, Decision
from reporting import sections
from reporting.counted import DECISIONS, LEFT_OUT
from reporting.crosstab import Crosstab
from reporting.dimensions import Choices, Dimension, Everything, Heading, ServiceAreas
from reporting.scope import Scope, in_use

# Of these the list holds conditions or nothing: no reason to count by
WITHOUT_REASONS = {Decision.Kind.EARLY_REFERRAL, Decision.Kind.PROCEDURE}
NO_REASON = "no reason of the list"


@dataclass(frozen=True)
class KindAndReason(Dimension):
    """Each kind with its reasons: of refusals every reason in use, of others those that occur."""

    def groups(self, counted, scope):
        return {"kind": counted.column("kind"), "reason": counted.column("listed_reason")}

    def headings(self, scope, found):
        return [
            heading for kind in Decision.Kind.values for heading in _of_kind(kind, scope, found)
        ]


def _of_kind(kind: str, scope: Scope, found: set) -> list[Heading]:
    label = Decision.Kind(kind).label
    headings = [
        Heading(f"{kind}-{reason.pk}", f"{label}: {_said(reason)}", frozenset([(kind, reason.pk)]))
        for reason in scope.lists.decision_reasons
        if reason.kind == kind
        and ((kind, reason.pk) in found or (kind == "refused" and in_use(reason, scope.period)))
    ]
    if (kind, None) in found:
        unlisted = label if kind in WITHOUT_REASONS else f"{label}: {NO_REASON}"
        headings.append(Heading(f"{kind}-none", unlisted, frozenset([(kind, None)])))
    return headings


def _said(reason) -> str:
    """
    >>> from cases.models import DecisionReason
    >>> _said(DecisionReason(kind="time_limit", name="Still fair", accepts=True))
    'yes, still fair'
    """
    name = f"{reason.name[:1].lower()}{reason.name[1:]}"
    if reason.kind == Decision.Kind.REFUSED:
        return name
    return f"{'yes' if reason.accepts else 'no'}, {name}"


BY_REASON = Crosstab(
    key="decisions_by_reason",
    title="Decisions by kind and reason",
    section=sections.DECISIONS,
    counted=DECISIONS,
    row=KindAndReason(),
    column=Everything("Decisions"),
    total_row="Total",
    definition="Of an early referral every condition was met; of the procedure none has a reason.",
)
NOT_COUNTED = Crosstab(
    key="left_out",
    title="Cases left out of the count, by reason and service area",
    section=sections.DECISIONS,
    counted=LEFT_OUT,
    row=Choices("left_out_as", tuple(Case.LeftOut.choices), always=tuple(Case.LeftOut.values)),
    column=ServiceAreas(only_found=True),
    total_row="Total",
    total_column="Total",
)
TABLES = (BY_REASON, NOT_COUNTED)
