"""The standard tables of a council's year, beside those of the annual report (features 92 to 104).

All are made of the vocabulary of any table. Those of several measures stand in ``Beside``.
"""

from dataclasses import dataclass, replace

from django.db.models import Case, F, IntegerField, Q, Value, When

from cases.models import EqualityAnswer
from reporting.any_table.asked import Asked, read
from reporting.any_table.dimensions import Answers
from reporting.any_table.spread import Shares
from reporting.any_table.what import CASES, CLOSED, OPEN
from reporting.beside import Beside
from reporting.counted import Counted
from reporting.crosstab import Crosstab
from reporting.dimensions import Everything, ServiceAreas
from reporting.period import Period
from reporting.scope import Scope

FLOW = "Received and closed"
TIME = "How long answers take"
FOUND = "What was found, and what went on"
PEOPLE = "Who complains"
AFTER = "Money and lessons"
TRENDS = "Over the years"
IN_ORDER = (FLOW, TIME, FOUND, PEOPLE, AFTER, TRENDS)
YEARS = 5
QUESTIONS = EqualityAnswer.Dimension.choices


@dataclass(frozen=True)
class OpenAtTheStart(Counted):
    """What was carried over: open on the day before the period began."""

    def within(self, scope: Scope):
        start = scope.period.start
        rows = self.rows().filter(received_on__lt=start)
        rows = rows.exclude(closed_on__lt=start).exclude(withdrawn_on__lt=start)
        if scope.directorate is None:
            return rows
        return rows.filter(service_area__in=[area.pk for area in scope.service_areas])


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
WENT_ON = replace(
    CASES,
    key="complaints-that-went-on",
    words=(
        "complaints received in the period of which a stage 2 was begun, in whatever year (cohort)"
    ),
    rows=lambda: CASES.rows().filter(stages__number=2, stages__begun_on__isnull=False),
)


def asked(key: str, **words: str) -> Crosstab:
    given = {name: [value] for name, value in words.items()}
    return replace(read(given, None), key=key).table()


def of_areas(key: str, counted: Counted) -> Crosstab:
    return Crosstab(
        key=key,
        title="",
        counted=counted,
        row=ServiceAreas(),
        column=Everything("All"),
        total_row="Total",
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


def times_of(stage: int) -> Beside:
    """Of the stages answered in the period: within the limit, the extension, over, and days."""
    about = {"count": "stages-answered", "rows": "service-area", "where": f"stage={stage}"}
    measures = (
        ("answered", "number"),
        ("within the time limit", "share-within-limit"),
        ("within the longest extension", "share-within-extension"),
        ("over", "share-over"),
        ("mean, working days", "working-days-mean"),
        ("median, working days", "working-days-median"),
        ("90th percentile, working days", "working-days-p90"),
        ("longest, working days", "working-days-longest"),
    )
    return Beside(
        key=f"times_stage_{stage}",
        title=f"Stage {stage}: how long the answers of the period took",
        section=TIME,
        parts=tuple(
            (label, asked(f"times-{stage}-{place}", measure=measure, **about))
            for place, (label, measure) in enumerate(measures)
        ),
    )


ESCALATION = Beside(
    key="escalation_flow_and_cohort",
    title="Escalation to stage 2, as flow and as cohort",
    section=FOUND,
    parts=(
        ("received", of_areas("escalation-received", CASES)),
        (
            "stage 2 begun in the period (flow)",
            asked("escalation-flow", count="stages-begun", rows="service-area", where="stage=2"),
        ),
        ("of those received, went on (cohort)", of_areas("escalation-cohort", WENT_ON)),
    ),
)


@dataclass(frozen=True)
class Recorded(Answers):
    """Grouped as one; what is measured is whether there is an answer."""

    def value(self) -> Case:
        path = f"{self._joined}__{self.question}"
        known = When(**{f"{path}__kind": "answer"}, then=Value(1))
        return Case(known, default=Value(0), output_field=IntegerField())


def share_recorded(question: str) -> Shares:
    answers = Recorded(question)
    return Shares(
        key=f"recorded-{question}",
        title="",
        counted=CASES,
        row=ServiceAreas(),
        column=Everything("All"),
        total_row="Total",
        value=answers.value,
        value_joins=lambda scope: answers.joins(CASES, scope),
        part_words="with an answer",
        definition="Declined, not asked and not recorded are no answer.",
    )


COMPLETENESS = Beside(
    key="equalities_completeness",
    title="Equalities: how many have an answer",
    section=PEOPLE,
    parts=tuple((label.lower(), share_recorded(key)) for key, label in QUESTIONS),
)
BESIDE = (FLOW_BY_AREA, times_of(1), times_of(2), times_of(3), ESCALATION, COMPLETENESS)
BY_KEY = {table.key: table for table in BESIDE}


@dataclass(frozen=True)
class Standard:
    """A table of the vocabulary with its place; ``years`` of them end with the period's last."""

    section: str
    words: dict[str, str]
    years: int = 1

    def for_scope(self, scope: Scope) -> tuple[Asked, Scope]:
        given = {name: [value] for name, value in self.words.items()}
        if self.years > 1:
            first = scope.period.start.replace(year=scope.period.start.year - self.years + 1)
            scope = Scope(Period(first, scope.period.end), scope.directorate, scope.lists)
        return read(given, scope), scope


def _standard(section: str, count: str, rows: str, columns: str, **more) -> Standard:
    years = more.pop("years", 1)
    return Standard(section, {"count": count, "rows": rows, "columns": columns, **more}, years)


STANDARD = (
    _standard(FLOW, "complaints", "directorate", "quarter"),
    _standard(FLOW, "complaints-open", "age", "stage"),
    _standard(FLOW, "representations", "service-area", "quarter"),
    _standard(FLOW, "concerns", "service-area", "result"),
    _standard(TIME, "milestones", "stage", "result", base="row"),
    _standard(TIME, "updates", "service-area", "result"),
    _standard(TIME, "stages-answered", "service-area", "in-time", where="stage=1", base="row"),
    _standard(FOUND, "stages-begun", "stage", "procedure"),
    _standard(FOUND, "stages-answered", "stage", "outcome", base="row"),
    _standard(FOUND, "stages-answered", "service-area", "outcome", base="row"),
    _standard(FOUND, "stages-answered", "nature", "outcome"),
    _standard(FOUND, "points", "level", "finding", base="row"),
    _standard(FOUND, "issues", "nature", "service-area"),
    _standard(FOUND, "decisions", "kind", "quarter"),
    _standard(PEOPLE, "complaints", "complainant", "service-area"),
    _standard(PEOPLE, "complaints", "channel", "quarter"),
    _standard(PEOPLE, "compliments", "directorate", "quarter"),
    _standard(PEOPLE, "contacts", "kind", "quarter"),
    _standard(AFTER, "payments", "kind", "stage", measure="pounds"),
    _standard(AFTER, "appointments", "role", "stage", measure="pounds"),
    _standard(AFTER, "lessons", "service-area", "quarter"),
    _standard(AFTER, "mediations", "service-area", "result"),
    _standard(TRENDS, "complaints", "service-area", "year", years=YEARS),
    _standard(TRENDS, "stages-begun", "stage", "year", years=YEARS),
    _standard(
        TRENDS,
        "stages-answered",
        "stage",
        "year",
        measure="share-within-extension",
        years=YEARS,
    ),
    _standard(
        TRENDS, "stages-answered", "stage", "year", measure="working-days-median", years=YEARS
    ),
    _standard(TRENDS, "payments", "kind", "year", measure="pounds", years=YEARS),
)
