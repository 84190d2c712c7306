"""Two logs of the same complaints, held against each other: on both, on one, and where they differ.

A complaint may stand under several headings: on both logs, and with another nature on one.
"""

from dataclasses import dataclass
from itertools import product

from django.db.models import BooleanField, Case, F, FilteredRelation, Q, QuerySet, Value, When

from cases.models import Case as Complaint
from cases.models import Log
from reporting import sections
from reporting.counted import A_COMPLAINT, Counted
from reporting.crosstab import Crosstab
from reporting.dimensions import Dimension, Heading, ServiceAreas
from reporting.scope import Scope

DIFFERENCES = {
    "area": ("service_area", "On both, service area differs"),
    "nature": ("nature", "On both, nature differs"),
    "date": ("received_on", "On both, date differs"),
}


def two_logs(scope: Scope) -> list[Log]:
    """The two that are held against each other; fewer where fewer were kept."""
    return scope.logs[:2]


class OnEitherLog(Counted):
    def within(self, scope: Scope) -> QuerySet:
        """Complaints that either log has in the period, by the log's own date."""
        rows = self.rows().alias(**entries(scope))
        rows = rows.filter(Q(first__isnull=False) | Q(second__isnull=False))
        return self.narrowed(rows, scope)


def entries(scope: Scope) -> dict[str, FilteredRelation]:
    return {
        name: FilteredRelation(
            "log_entries",
            condition=Q(log_entries__log=log.pk, log_entries__received_on__range=scope.period.days),
        )
        for name, log in zip(("first", "second"), two_logs(scope), strict=True)
    }


ON_EITHER_LOG = OnEitherLog(
    key="on-either-log",
    one="complaint on either log",
    many="complaints on either log",
    words=(
        "complaints that either log received in the period by its own date, under the service "
        "area of the case itself"
    ),
    rows=lambda: Complaint.objects.whole().filter(**A_COMPLAINT),
    on="received_on",
    case="",
)


@dataclass(frozen=True)
class Standing(Dimension):
    """On which log a complaint stands, and in what the two differ."""

    def groups(self, counted, scope):
        groups = {"first": _true(first__isnull=False), "second": _true(second__isnull=False)}
        for name, (column, _) in DIFFERENCES.items():
            both = Q(first__isnull=False, second__isnull=False)
            groups[name] = _true(both & ~_same(column))
        return groups

    def headings(self, scope, found):
        first, second = (log.name for log in two_logs(scope))
        return [
            _where("both", "On both", first=True, second=True),
            _where("first-only", f"Only: {first}", first=True, second=False),
            _where("second-only", f"Only: {second}", first=False, second=True),
            *(_where(name, label, **{name: True}) for name, (_, label) in DIFFERENCES.items()),
            _where("first", f"All: {first}", first=True),
            _where("second", f"All: {second}", second=True),
        ]


def _same(column: str) -> Q:
    neither = Q(**{f"first__{column}": None, f"second__{column}": None})
    return Q(**{f"first__{column}": F(f"second__{column}")}) | neither


def _true(*conditions, **more) -> Case:
    return Case(
        When(*conditions, **more, then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )


def _where(key: str, label: str, **known: bool) -> Heading:
    """The heading over every combination in which what is ``known`` holds."""
    names = ["first", "second", *DIFFERENCES]
    combinations = product((True, False), repeat=len(names))
    return Heading(
        key,
        label,
        frozenset(
            each
            for each in combinations
            if all(each[names.index(name)] is value for name, value in known.items())
        ),
    )


COMPARISON = Crosstab(
    key="logs",
    title="Complaints by service area, on one log or both",
    section=sections.LOGS,
    counted=ON_EITHER_LOG,
    row=ServiceAreas(),
    column=Standing(),
    total_row="Total",
    definition="A complaint on both logs may differ in more than one respect.",
)
