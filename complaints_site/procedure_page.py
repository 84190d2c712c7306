"""A version of a procedure as its page draws it: clocks to scale, and versions on a line of time.

Lengths are drawn in working days, others turned into them roughly (a month is 21): a drawing to
compare by. What counts stands in the words beside it.
"""

from dataclasses import dataclass
from datetime import date

from stages.models import Procedure, StageDefinition, TimeLimit
from stages.working_days import Unit

UNSURE = "[UGK]"  # the files' mark of what nobody has verified
ONE = {Unit.WORKING_DAYS: "working day", Unit.CALENDAR_DAYS: "calendar day", Unit.MONTHS: "month"}
ROUGHLY = {Unit.WORKING_DAYS: 1.0, Unit.CALENDAR_DAYS: 5 / 7, Unit.MONTHS: 21.0}
YEARS_AHEAD = 5  # of the line of time


@dataclass(frozen=True)
class Bar:
    """Where something begins and ends on a line, in percent; ``beyond`` is as far as it may go."""

    start: float
    end: float
    beyond: float = 0.0

    @property
    def width(self) -> float:
        return round(self.end - self.start, 1)

    @property
    def extra(self) -> float:
        return round(self.beyond - self.end, 1)


@dataclass(frozen=True)
class Clock:
    """One time limit in the words of its page."""

    limit: TimeLimit
    length: str
    at_most: str
    starts: str
    provisional: str
    source: str
    remark: str
    bar: Bar


@dataclass(frozen=True)
class DrawnStage:
    definition: StageDefinition
    who: str
    source: str
    clocks: list[Clock]


@dataclass(frozen=True)
class Version:
    procedure: Procedure
    standing: str
    bar: Bar


@dataclass(frozen=True)
class LineOfTime:
    """Versions drawn between two years; ``today`` is where today stands, in percent."""

    versions: list[Version]
    first_year: int
    last_year: int
    today: float


def facts(procedure: Procedure) -> list[tuple[str, str]]:
    """What holds for every stage of a version: a label and a sentence each."""
    return [
        (
            "Kind",
            "Set by law" if procedure.statutory else "A code or the council's own policy, not law",
        ),
        ("Which day is day 1", procedure.get_day_one_display().capitalize()),
        ("Months and calendar days", month_ends(procedure)),
        (
            "Days the office is closed",
            "Left out" if procedure.closure_days_excluded else "Count as working days",
        ),
        (
            "While a case is on hold",
            "Due dates move" if procedure.pauses_move_deadlines else "Due dates stand",
        ),
        (
            "Updates to the complainant",
            f"Every {amount(procedure.update_every, Unit.WORKING_DAYS)} once a stage is late or "
            f"past {amount(procedure.update_after, Unit.WORKING_DAYS)}",
        ),
        ("A posted letter arrives", f"{amount(procedure.posting_days, Unit.WORKING_DAYS)} later"),
        (
            "Once court or other proceedings end",
            f"{amount(procedure.resubmit_months, Unit.MONTHS)} to resubmit a complaint",
        ),
        ("Afterwards", procedure.next_body),
        ("Source", plain(procedure.source)),
        ("Remark", plain(procedure.remark)),
    ]


def month_ends(procedure: Procedure) -> str:
    if procedure.month_ends_roll:
        return "A last day that is not a working day moves to the next one"
    return "The last day stands, at a weekend too"


def drawn_stages(procedure: Procedure) -> list[DrawnStage]:
    """Every stage with its clocks, all on one scale."""
    stages = list(procedure.stages.prefetch_related("limits"))
    longest = max(
        (days(limit, True) for stage in stages for limit in stage.limits.all()), default=1
    )
    return [
        DrawnStage(
            stage,
            who_answers(stage),
            plain(stage.source),
            [clock(limit, stage, longest) for limit in stage.limits.all()],
        )
        for stage in stages
    ]


def who_answers(stage: StageDefinition) -> str:
    """In a sentence or two; the independent person is named once."""
    parts = [f"Answered by: {stage.responder}."] if stage.responder else []
    if stage.independent_person and "independent person" not in stage.responder:
        parts.append("With an independent person.")
    if stage.panel:
        parts.append("A panel meets.")
    if stage.exempt_days:
        days = amount(stage.exempt_days, Unit.WORKING_DAYS)
        parts.append(f"What is not settled in {days} is a complaint.")
    if stage.terms_in_writing_days:
        days = amount(stage.terms_in_writing_days, Unit.WORKING_DAYS)
        parts.append(f"Terms agreed by talking are confirmed in writing in {days}.")
    if stage.independent_panellists:
        parts.append(f"Of its three members {stage.independent_panellists} must be independent.")
    if stage.chase_statement_after:
        days = " and ".join(map(str, stage.chase_statement_after))
        parts.append(f"Who does not answer the statement is asked again after {days} working days.")
    return " ".join(parts)


def clock(limit: TimeLimit, stage: StageDefinition, longest: float) -> Clock:
    others = {other.key: other for other in stage.limits.all()}
    target = others.get(limit.counts_back_from)
    before = others.get(limit.provisional_from)
    return Clock(
        limit,
        length=amount(limit.length, limit.unit),
        at_most=amount(limit.extends_to, limit.unit) if limit.extends_to else "",
        starts=f"before “{target}” is due" if target else f"from: {limit.get_runs_from_display()}",
        provisional=f"While that is not recorded: from the last day of “{before}”"
        if before
        else "",
        source=plain(limit.source),
        remark=plain(limit.remark),
        bar=bar_of(limit, target, longest),
    )


def bar_of(limit: TimeLimit, target: TimeLimit | None, longest: float) -> Bar:
    """An inner milestone is drawn back from the end of the clock that it serves."""
    scale = 100 / longest
    if target:
        end = days(target)
        return Bar(round((end - limit.length) * scale, 1), round(end * scale, 1))
    return Bar(0, round(days(limit) * scale, 1), round(days(limit, True) * scale, 1))


def days(limit: TimeLimit, extended: bool = False) -> float:
    length = limit.extends_to if extended and limit.extends_to else limit.length
    return length * ROUGHLY[Unit(limit.unit)]


def plain(text: str) -> str:
    """A text of the files without their mark.

    >>> plain("Not verified [UGK]: the unit. The panel meets in 30 days [UGK].")
    'Not verified: the unit. The panel meets in 30 days (not verified).'
    """
    said = text.replace(f"ot verified {UNSURE}", "ot verified")
    return said.replace(UNSURE, "(not verified)")


def amount(number: int, unit: str) -> str:
    """A length in words.

    >>> amount(10, "working_days"), amount(1, "months")
    ('10 working days', '1 month')
    """
    return f"{number} {ONE[Unit(unit)]}{'' if number == 1 else 's'}"


def line_of_time(procedures: list[Procedure], today: date) -> LineOfTime:
    """The versions, each with its place between the first of them and some years from now."""
    start = min((one.in_force_from for one in procedures), default=today).replace(month=1, day=1)
    end = date(today.year + YEARS_AHEAD, 12, 31)
    whole = (end - start).days

    def place(day: date | None) -> float:
        return 100.0 if day is None else round(100 * (day - start).days / whole, 1)

    versions = [
        Version(one, standing(one, today), Bar(place(one.in_force_from), place(one.in_force_until)))
        for one in procedures
    ]
    return LineOfTime(versions, start.year, end.year, place(today))


def standing(procedure: Procedure, today: date) -> str:
    """Whether a version is in force, was, or will be."""
    if procedure.in_force_from > today:
        return "Coming"
    if procedure.in_force_until and procedure.in_force_until < today:
        return "Superseded"
    return "In force"
