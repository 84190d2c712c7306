"""Key improvements: what the service did beside answering complaints."""

from reporting import sections
from reporting.counted import ACTIVITIES
from reporting.crosstab import Crosstab
from reporting.dimensions import Dimension, Heading, ServiceAreas, heading
from reporting.scope import in_use


class Kinds(Dimension):
    """Those in use in the period, and those out of use that were held all the same."""

    def groups(self, counted, scope):
        return {"kind": counted.column("kind")}

    def headings(self, scope, found) -> list[Heading]:
        return [
            heading(kind.pk, kind.name, kind.pk)
            for kind in scope.lists.activity_kinds
            if (kind.pk,) in found or in_use(kind, scope.period)
        ]


class AreasAndAll(ServiceAreas):
    """The areas that had any, and first what was for all of them together."""

    def headings(self, scope, found) -> list[Heading]:
        for_all = [heading("none", "For all service areas", None)] if (None,) in found else []
        return [*for_all, *super().headings(scope, found)]


BY_KIND = Crosstab(
    key="activities_by_kind",
    title="Activities of the service, by service area and kind",
    section=sections.IMPROVEMENTS,
    counted=ACTIVITIES,
    row=AreasAndAll(only_found=True),
    column=Kinds(),
    total_row="Total",
    total_column="All",
)
TABLES = (BY_KIND,)
