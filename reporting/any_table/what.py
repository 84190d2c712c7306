"""What a table may count: each with its words, its money and the days that it takes.

All are kinds of ``Counted``: the same rows stand in the annual report.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db.models import Case as DbCase
from django.db.models import (
    DecimalField,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from cases.models import CaseIssue
from reporting import counted, waiting
from reporting.counted import Counted
from reporting.counted.base import OF_A_COMPLAINT
from reporting.scope import Scope
from reporting.stage_dimensions import main_clock
from stages.models import Deadline, Finding, Stage, TimeLimit


@dataclass(frozen=True)
class Span:
    """From which day to which the days of a row are counted, and whose procedure says how."""

    start: str
    end: str
    procedure: str
    words: str
    joins: Callable[[Scope], dict[str, FilteredRelation]] = lambda scope: {}


@dataclass(frozen=True)
class What:
    """``stage``: the path to the stage, "" where the row is one, None where it has none."""

    counted: Counted
    stage: str | None = None
    pounds: Combinable | str = ""
    span: Span | None = None

    @property
    def key(self) -> str:
        return self.counted.key

    @property
    def with_stage(self) -> Counted:
        """What is counted, with the paths of its stage beside its own."""
        if self.stage is None:
            return self.counted
        to = f"{self.stage}__" if self.stage else ""
        of_stage = {
            "stage_number": f"{to}number",
            "stage_outcome": DbCase(
                When(**{f"{to}outcome": ""}, then=Value("pending")), default=F(f"{to}outcome")
            ),
            "external": f"{to}external_investigator",
        }
        return replace(self.counted, paths={**of_stage, **self.counted.paths})


class OpenAtTheEnd(Counted):
    """Not what came in within the period, but what was open when it ended."""

    def within(self, scope: Scope) -> QuerySet:
        end = scope.period.end
        ended = Q(closed_on__lte=end) | Q(withdrawn_on__lte=end)
        rows = self.rows().filter(received_on__lte=end).exclude(ended)
        return self.narrowed(rows, scope)


# Through the lead, where the case is a part of a mixed complaint, there is no stage of its own
REACHED = Subquery(
    Stage.objects.filter(case=OuterRef("pk"), begun_on__isnull=False)
    .order_by("-number")
    .values("number")[:1]
)
CASES = replace(counted.COMPLAINTS, paths={"stage_number": REACHED})
OPEN = OpenAtTheEnd(
    key="complaints-open",
    one="open complaint",
    many="open complaints",
    words="complaints received by the last day of the period and neither closed nor withdrawn then",
    rows=CASES.rows,
    on="received_on",
    case="",
    paths=CASES.paths,
)
CLOSED = replace(
    CASES,
    key="complaints-closed",
    one="closed complaint",
    many="closed complaints",
    words="complaints closed in the period, whenever they were received",
    on="closed_on",
)


def of_stages(key: str, one: str, many: str, words: str, on: str) -> Counted:
    return Counted(
        key=key,
        one=one,
        many=many,
        words=words,
        # What came before stage 1 is counted apart, also where it became a complaint
        rows=lambda: Stage.objects.filter(number__gte=1, case__joined_on=None, **OF_A_COMPLAINT),
        on=on,
        case="case",
    )


BEGUN = of_stages(
    "stages-begun",
    "stage begun",
    "stages begun",
    "stages that the council began in the period, whenever the complaint was received",
    "begun_on",
)
ANSWERED = of_stages(
    "stages-answered",
    "stage answered",
    "stages answered",
    "stages that the council answered in the period, whenever they were begun",
    "responded_on",
)
ASKED_FOR = of_stages(
    "stages-asked-for",
    "stage asked for",
    "stages asked for",
    "stages that somebody asked for in the period, begun or not",
    "requested_on",
)
POINTS = Counted(
    key="points",
    one="finding on a point",
    many="findings on points",
    words=(
        "points of complaint with their finding, of the stages answered in the period; a point "
        "with a finding of the investigator and of the adjudication is counted at each level"
    ),
    rows=lambda: Finding.objects.filter(
        **{f"stage__{path}": value for path, value in OF_A_COMPLAINT.items()}
    ),
    on="stage__responded_on",
    case="stage__case",
    paths={"finding": "finding", "level": "level"},
)
ISSUES = Counted(
    key="issues",
    one="issue",
    many="issues",
    words=(
        "every nature that complaints received in the period raise: one with three is counted "
        "three times"
    ),
    rows=lambda: CaseIssue.objects.filter(case__part_of=None, **OF_A_COMPLAINT),
    on="case__received_on",
    case="case",
    paths={"nature": "category"},
)
MILESTONES = Counted(
    key="milestones",
    one="milestone",
    many="milestones",
    words=(
        "time limits that fell due in the period, of whatever stage: met in time, met late, or "
        "not met yet; not the complainant's own time"
    ),
    rows=lambda: Deadline.objects.filter(
        limit__in_force=True,
        **{f"stage__{path}": value for path, value in OF_A_COMPLAINT.items()},
    ).exclude(limit__kind=TimeLimit.Kind.WINDOW),
    on="due_on",
    case="stage__case",
    paths={"stopped_by": "limit__stopped_by"},
)
POUNDS = DecimalField(max_digits=12, decimal_places=2)
FEE_AND_EXPENSES = Coalesce(F("fee"), Value(0), output_field=POUNDS) + Coalesce(
    F("expenses"), Value(0), output_field=POUNDS
)
THE_MAIN_CLOCK = Span(
    "clock__starts_on",
    "clock__met_on",
    "definition__procedure",
    "from the day that the stage's own time limit began to the answer",
    joins=main_clock,
)
OF_A_CASE = Span(
    "received_on", "closed_on", "route__procedure", "from the day received to the day closed"
)
OF_A_CONCERN = Span(
    "begun_on",
    "responded_on",
    "definition__procedure",
    "from the day the attempt to settle began to the day it was settled",
)
WHATS = (
    What(CASES, span=OF_A_CASE),
    What(CLOSED, span=OF_A_CASE),
    What(OPEN),
    What(counted.REPRESENTATIONS, span=OF_A_CASE),
    What(counted.PARTS, span=OF_A_CASE),
    What(counted.LEFT_OUT),
    What(ISSUES),
    What(BEGUN, stage="", span=THE_MAIN_CLOCK),
    What(ANSWERED, stage="", span=THE_MAIN_CLOCK),
    What(ASKED_FOR, stage=""),
    What(POINTS, stage="stage"),
    What(MILESTONES, stage="stage"),
    What(waiting.UPDATES, stage="stage"),
    What(waiting.CONCERNS, stage="", span=OF_A_CONCERN),
    What(counted.DECISIONS),
    What(counted.APPOINTMENTS, stage="stage", pounds=FEE_AND_EXPENSES),
    What(counted.SEATS, stage="panel__stage", pounds=FEE_AND_EXPENSES),
    What(counted.MEDIATIONS),
    What(counted.MEDIATIONS_OFFERED),
    What(counted.OMBUDSMAN),
    What(counted.AGREED_REMEDIES),
    What(counted.PAYMENTS, pounds="amount"),
    What(counted.LESSONS),
    What(counted.ACTIONS),
    What(counted.REFERRALS),
    What(counted.LETTERS_SENT, stage="stage"),
    What(counted.VETTINGS, stage="letter__stage"),
    What(counted.COMPLIMENTS),
    What(counted.CONTACTS),
)
BY_KEY = {what.key: what for what in WHATS}
