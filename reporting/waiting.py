"""What is counted of the time before an answer: concerns before stage 1, and updates given."""

from dataclasses import dataclass

from django.db.models import Case, DateField, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, Least
from django.utils.timezone import localdate

from reporting import sections
from reporting.counted import Counted
from reporting.crosstab import Crosstab
from reporting.days import working_days_between
from reporting.dimensions import Choices, ServiceAreas
from reporting.figures import Counting, Declared, average
from reporting.stage_dimensions import main_clock
from stages.models import Stage, Task

CONCERNS = Counted(
    key="concerns",
    one="concern before stage 1",
    many="concerns before stage 1",
    words=(
        "what the council tried to settle before stage 1, begun in the period; none of it is "
        "counted as a complaint unless it became one"
    ),
    rows=lambda: Stage.objects.filter(number=0),
    on="begun_on",
    case="case",
)

BECAME_A_COMPLAINT = Q(escalated_on__isnull=False)
SETTLED = Q(responded_on__isnull=False, escalated_on=None)


def updates_due() -> QuerySet[Task]:
    """Updates that were made, or fell due before the stage was no longer waited for."""
    today = Value(localdate(), output_field=DateField())
    waited_until = Least(Coalesce("dropped_on", today), today)
    fell_due = Q(due_on__lt=waited_until) & ~Q(stage=None)
    return Task.objects.filter(kind=Task.Kind.UPDATE).filter(Q(done_on__isnull=False) | fell_due)


UPDATES = Counted(
    key="updates",
    one="update to a complainant",
    many="updates to complainants",
    words=(
        "updates that were due in the period, once a stage was late or had gone on for long, and "
        "those given without being due yet; none falls due after the answer"
    ),
    rows=updates_due,
    on="due_on",
    case="case",
)
MADE = Q(done_on__isnull=False)


@dataclass(frozen=True)
class HowSettled(Choices):
    """How an attempt to settle ended, by the day that was promised."""

    path: str = ""
    choices: tuple = (
        ("in-time", "Settled by the day promised"),
        ("late", "Settled later"),
        ("no-day", "Settled, no day recorded"),
        ("complaint", "Became a complaint"),
        ("withdrawn", "Withdrawn"),
        ("open", "Not settled yet"),
    )
    always: tuple = ("in-time", "late", "complaint", "open")

    def joins(self, counted, scope):
        return main_clock(scope)

    def groups(self, counted, scope):
        return {
            "ended": Case(
                When(BECAME_A_COMPLAINT, then=Value("complaint")),
                When(SETTLED & Q(clock__pk=None), then=Value("no-day")),
                When(SETTLED & Q(responded_on__lte=F("clock__due_on")), then=Value("in-time")),
                When(SETTLED, then=Value("late")),
                When(case__withdrawn_on__isnull=False, then=Value("withdrawn")),
                default=Value("open"),
            )
        }


@dataclass(frozen=True)
class WhetherMade(Choices):
    path: str = ""
    choices: tuple = (
        ("in-time", "Made in time"),
        ("late", "Made late"),
        ("missed", "Missed"),
    )
    always: tuple = ("in-time", "late", "missed")

    def groups(self, counted, scope):
        return {
            "made": Case(
                When(done_on__lte=F("due_on"), then=Value("in-time")),
                When(MADE, then=Value("late")),
                default=Value("missed"),
            )
        }


TABLES = (
    Crosstab(
        key="before_stage1",
        title="Before stage 1: how it ended, by service area",
        section=sections.BEFORE_STAGE_1,
        counted=CONCERNS,
        row=HowSettled(),
        column=ServiceAreas(only_found=True),
        total_row="Total",
        total_column="Total",
        definition="The day is the one promised in the case, else the council's usual one.",
    ),
    Crosstab(
        key="updates_to_complainants",
        title="Updates to complainants whose answer is late or takes long",
        section=sections.STAGE_1,
        counted=UPDATES,
        row=WhetherMade(),
        column=ServiceAreas(only_found=True),
        total_row="Total",
        total_column="Total",
        definition=(
            "At every stage. How often an update is due is data of each procedure. One is missed "
            "where none was given before the next was due, or before the answer."
        ),
    ),
)

FIGURES: list[Declared] = [
    Counting("before_stage1.number", "{many}", sections.BEFORE_STAGE_1, CONCERNS),
    Counting(
        "before_stage1.settled",
        "Of these, settled",
        sections.BEFORE_STAGE_1,
        CONCERNS,
        where=lambda scope: SETTLED,
    ),
    Counting(
        "before_stage1.became_complaints",
        "Of these, became a complaint",
        sections.BEFORE_STAGE_1,
        CONCERNS,
        where=lambda scope: BECAME_A_COMPLAINT,
    ),
    Counting(
        "before_stage1.average_working_days",
        "Average number of working days to settle one",
        sections.BEFORE_STAGE_1,
        CONCERNS,
        where=lambda scope: SETTLED,
        measure=average(lambda: working_days_between("received_on", "responded_on")),
        kind="days",
    ),
    Counting(
        "updates.made",
        "Updates given to complainants whose answer was late or took long",
        sections.STAGE_1,
        UPDATES,
        where=lambda scope: MADE,
    ),
    Counting(
        "updates.missed",
        "Updates to complainants that were missed",
        sections.STAGE_1,
        UPDATES,
        where=lambda scope: ~MADE,
    ),
]
