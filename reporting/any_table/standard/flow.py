"""Received and closed, each counted by its own day, with what was carried over."""

from dataclasses import dataclass, replace

from django.db.models import F, Q

from reporting.any_table.standard.made import of_areas
from reporting.any_table.standard.sections import FLOW
from reporting.any_table.what import CASES, CLOSED, OPEN
from reporting.beside import Beside
from reporting.counted import Counted
from reporting.scope import Scope


@dataclass(frozen=True)
class OpenAtTheStart(Counted):
    """What was carried over: open on the day before the period began."""

    def within(self, scope: Scope):
        start = scope.period.start
        rows = self.rows().filter(received_on__lt=start)
        rows = rows.exclude(closed_on__lt=start).exclude(withdrawn_on__lt=start)
        return self.narrowed(rows, scope)


CARRIED_OVER = OpenAtTheStart(
    key="carried-over",
    one="complaint carried over",
    many="complaints carried over",
    words="complaints received before the period and neither closed nor withdrawn when it began",
    rows=CASES.rows,
    on="received_on",
    case="",
)
# Each ends once: whatever came first counts, so that what is carried over, received and ended
# makes up what is open
WITHDRAWN_FIRST = Q(withdrawn_on__isnull=False) & (
    Q(closed_on=None) | Q(withdrawn_on__lte=F("closed_on"))
)
WITHDRAWN = replace(
    CASES,
    key="complaints-withdrawn",
    one="withdrawn complaint",
    many="withdrawn complaints",
    words="complaints withdrawn in the period and not closed before, whenever they were received",
    rows=lambda: CASES.rows().filter(WITHDRAWN_FIRST),
    on="withdrawn_on",
)
CLOSED_FIRST = replace(
    CLOSED,
    key="complaints-closed-first",
    words="complaints closed in the period and not withdrawn before, whenever they were received",
    rows=lambda: CASES.rows().exclude(WITHDRAWN_FIRST),
)
FLOW_BY_AREA = Beside(
    key="carry_over",
    title="Carried over, received, closed and still open",
    section=FLOW,
    parts=(
        ("carried over", of_areas("carried-over", CARRIED_OVER)),
        ("received", of_areas("received", CASES)),
        ("closed", of_areas("closed", CLOSED_FIRST)),
        ("withdrawn", of_areas("withdrawn", WITHDRAWN)),
        ("open at the end", of_areas("open-at-the-end", OPEN)),
    ),
    definition="Received and closed are counted apart, each by its own day.",
)
