"""Filters on the procedure and its stages.

Those marked ``of_stage`` ask about one and the same stage: "stage 2" with "upheld" finds the cases
whose stage 2 was upheld, not those with a stage 2 and something upheld.
"""

from datetime import date, timedelta

from django.db.models import Exists, F, Min, OuterRef, Q

from stages.calendars import NoCalendar, load_calendar
from stages.models import Deadline, Extension, Finding, Outcome, Stage, TimeLimit
from stages.working_days import BeyondHorizon, add_working_days

from .keys import among
from .kinds import NONE, Choice, FixedChoice, Period, fixed, in_days, is_column, listed, yes_or_no

NUMBERS = [("0", "Before stage 1"), ("1", "Stage 1"), ("2", "Stage 2"), ("3", "Stage 3")]
FIRST = 1
PENDING = "pending"
ANY_PART = "upheld_in_any_part"
FOUND = [(ANY_PART, "Upheld in whole or in part"), *Outcome.choices]

PROCEDURE = Choice(
    key="procedure",
    label="Procedure",
    options=listed("procedure"),
    where=is_column("route__procedure__code"),
)
VERSION = Choice(
    key="version",
    label="Version of the procedure",
    options=listed("version"),
    where=is_column("route__procedure"),
    reads="{}",
)


def reaching(number, asked) -> Q:
    begun = Stage.objects.filter(begun_on__isnull=False)
    if number == NONE:
        return ~Q(Exists(begun.filter(case=OuterRef("pk"))))
    further = begun.filter(case=OuterRef("case"), number__gt=number)
    return of_stages(begun.filter(~Exists(further), number=number), number)


def of_stages(stages, number: str | None) -> Q:
    """The cases of some stages. Beyond stage 1 they are few, and found by their keys."""
    if number and int(number) > FIRST:
        return among(stages)
    return Q(Exists(stages.filter(case=OuterRef("pk"))))


REACHED = FixedChoice(
    key="reached",
    label="Stage reached",
    options=fixed([*NUMBERS, (NONE, "None yet")]),
    where=reaching,
    reads="stage reached {}",
    phrases={NONE: "no stage begun"},
)


def overdue(value, asked) -> Q:
    """A limit of a stage that nobody has answered: not the complainant's time, nor our own aims."""
    late = Deadline.objects.overdue(on=asked.today).filter(
        limit__in_force=True, limit__kind=TimeLimit.Kind.STATUTORY, stage__responded_on=None
    )
    if value == "yes":
        return among(late, "stage__case") & IS_OPEN
    return ~(Q(Exists(late.filter(stage__case=OuterRef("pk")))) & IS_OPEN)


IS_OPEN = Q(closed_on=None, withdrawn_on=None)
OVERDUE = FixedChoice(
    key="overdue",
    label="Overdue now",
    options=fixed([("yes", "Yes"), ("no", "No")]),
    where=overdue,
    phrases={"yes": "overdue now", "no": "not overdue"},
)

LATENESS = [
    ("late", "Late"),
    ("today", "Due today"),
    ("soon", "Next five working days"),
    ("later", "Later"),
    ("nothing", "Nothing due"),
]
DAYS_AHEAD = 5


def next_due(value, asked) -> Q:
    """By the first thing that the council has to do on a case that is open."""
    to_do = Deadline.objects.to_do(on=asked.today).order_by()
    if value == "nothing":
        return IS_OPEN & ~Q(Exists(to_do.filter(stage__case=OuterRef("pk"))))
    first = to_do.values("stage__case").annotate(first=Min("due_on"))
    return IS_OPEN & among(first.filter(falling(value, asked.today)), "stage__case")


def falling(value: str, today: date) -> Q:
    if value == "late":
        return Q(first__lt=today)
    if value == "today":
        return Q(first=today)
    soon = last_day_of_soon(today)
    return Q(first__gt=today, first__lte=soon) if value == "soon" else Q(first__gt=soon)


def last_day_of_soon(today: date) -> date:
    try:
        return add_working_days(today, DAYS_AHEAD, load_calendar())
    except (NoCalendar, BeyondHorizon):
        return today + timedelta(days=7)


DUE = FixedChoice(
    key="due",
    label="Next due",
    options=fixed(LATENESS),
    where=next_due,
    reads="next due: {}",
)

STAGE = FixedChoice(
    key="stage",
    label="Stage",
    options=fixed(NUMBERS),
    where=is_column("number"),
    reads="{}",
    of_stage=True,
)
PROGRESS = {
    "begun": Q(begun_on__isnull=False),
    "not_begun": Q(begun_on=None),
    "answered": Q(responded_on__isnull=False),
    "unanswered": Q(begun_on__isnull=False, responded_on=None),
}
STAGE_PROGRESS = FixedChoice(
    key="stage_progress",
    label="How far",
    options=fixed(
        [
            ("begun", "Begun"),
            ("not_begun", "Asked for, never begun"),
            ("answered", "Answered"),
            ("unanswered", "Begun, not answered"),
        ]
    ),
    where=lambda value, asked: PROGRESS[value],
    reads="stage {}",
    of_stage=True,
)
REQUESTED = Period(
    key="requested",
    label="Requested",
    reads="stage requested {}",
    where=in_days("requested_on"),
    of_stage=True,
)
BEGUN = Period(
    key="begun", label="Begun", reads="stage begun {}", where=in_days("begun_on"), of_stage=True
)
ANSWERED = Period(
    key="answered",
    label="Answered",
    reads="stage answered {}",
    where=in_days("responded_on"),
    of_stage=True,
)


def found(column: str):
    def where(outcome, asked) -> Q:
        if outcome == ANY_PART:
            return Q(**{f"{column}__in": [Outcome.UPHELD, Outcome.PARTIALLY_UPHELD]})
        return Q(**{column: outcome})

    return where


def with_outcome(outcome, asked) -> Q:
    if outcome == PENDING:
        return Q(outcome="", begun_on__isnull=False)
    return found("outcome")(outcome, asked)


STAGE_OUTCOME = FixedChoice(
    key="outcome",
    label="Outcome",
    options=fixed([*FOUND, (PENDING, "Pending")]),
    where=with_outcome,
    reads="outcome {}",
    of_stage=True,
)
STAGE_NATURE = Choice(
    key="stage_nature",
    label="Nature at this stage",
    options=listed("stage_nature"),
    where=is_column("nature"),
    says_heading=True,
    of_stage=True,
)


def with_finding(finding, asked) -> Q:
    findings = Finding.objects.filter(stage=OuterRef("pk"), point__is_primary=True)
    return Q(Exists(findings.filter(found("finding")(finding, asked))))


FINDING = FixedChoice(
    key="finding",
    label="Finding on the primary point",
    options=fixed(FOUND),
    where=with_finding,
    reads="primary point {}",
    of_stage=True,
)
# domain.md 1, rule 4: "in time" has three answers
TIMES = {
    "target": Q(met_on__lte=F("target_on")),
    "extended": Q(met_on__gt=F("target_on"), met_on__lte=F("ceiling_on")),
    "over": Q(met_on__gt=F("ceiling_on")),
}


def in_time(value, asked) -> Q:
    main = Deadline.objects.filter(stage=OuterRef("pk"), is_main=True)
    return Q(Exists(main.filter(TIMES[value])))


TIME = FixedChoice(
    key="time",
    label="Response",
    options=fixed(
        [
            ("target", "Within target"),
            ("extended", "Over target, within the extended limit"),
            ("over", "Over both"),
        ]
    ),
    where=in_time,
    phrases={
        "target": "answered within target",
        "extended": "answered over target, within the extended limit",
        "over": "answered over the extended limit",
    },
    of_stage=True,
)
EXTENDED = yes_or_no(
    "extended",
    "Extended",
    lambda: Q(Exists(Extension.objects.filter(stage=OuterRef("pk")))),
    "stage extended",
    "stage not extended",
    of_stage=True,
)
EXTERNAL = FixedChoice(
    key="external",
    label="External investigator",
    options=fixed([("True", "Yes"), ("False", "No"), (NONE, "Not recorded")]),
    where=is_column("external_investigator"),
    phrases={
        "True": "external investigator",
        "False": "investigator of the council",
        NONE: "investigator not recorded",
    },
    of_stage=True,
)
