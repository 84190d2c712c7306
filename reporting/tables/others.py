"""What others answer, and what is no complaint: providers, enquiries, service requests."""

from dataclasses import dataclass

from cases.models import Contact
from reporting import sections
from reporting.counted import CONTACTS, PROVIDER_REQUESTS
from reporting.crosstab import Crosstab
from reporting.dimensions import Choices, Dimension, heading


@dataclass(frozen=True)
class Providers(Dimension):
    """Those that were asked in the period, in the order of their list."""

    def groups(self, counted, scope):
        return {"provider": counted.column("provider")}

    def headings(self, scope, found):
        asked = [provider for provider in scope.lists.providers if (provider.pk,) in found]
        return [heading(provider.pk, provider.name, provider.pk) for provider in asked]


BY_PROVIDER = Crosstab(
    key="providers",
    title="Complaints put to providers, by provider",
    section=sections.PROVIDERS,
    counted=PROVIDER_REQUESTS,
    row=Providers(),
    column=Choices(
        "result",
        (("in_time", "In time"), ("late", "Late"), ("waiting", "No answer yet")),
        always=("in_time", "late", "waiting"),
    ),
    total_row="Total",
    total_column="Asked",
    definition="In time is by the day that the provider was asked for, which lies before our own.",
)
CONTACTS_BY_KIND = Crosstab(
    key="contacts_by_kind",
    title="Other contacts received, by kind and how they were answered",
    section=sections.COMPLIMENTS,
    counted=CONTACTS,
    row=Choices("kind", tuple(Contact.Kind.choices), always=tuple(Contact.Kind.values)),
    column=Choices(
        "result",
        (
            ("in_time", "Answered in time"),
            ("late", "Answered late"),
            ("answered", "Answered, no time set"),
            ("unanswered", "Closed without an answer"),
            ("open", "Open"),
        ),
        always=("in_time", "late"),
    ),
    total_row="Total",
    total_column="Received",
    definition="In time is by the working days that the council allows for each kind.",
)
TABLES = (BY_PROVIDER, CONTACTS_BY_KIND)
