"""How long answers took: within the limit, the extension, over; mean, median, 90th percentile.

Days are working or calendar days as the version of each stage's procedure counts them, and the
head of each column says which.
"""

from functools import partial

from reporting.any_table.standard.made import asked
from reporting.any_table.standard.sections import TIME
from reporting.beside import Beside
from reporting.procedures_side_by_side import in_force
from reporting.scope import Scope
from stages.working_days import Unit

SHARES = (
    ("answered", "number"),
    ("within the time limit", "share-within-limit"),
    ("within the longest extension", "share-within-extension"),
    ("over", "share-over"),
)
SPREAD = (
    ("mean", "mean"),
    ("median", "median"),
    ("90th percentile", "p90"),
    ("longest", "longest"),
)
WORKING = (Unit.WORKING_DAYS,)
CALENDAR = (Unit.CALENDAR_DAYS, Unit.MONTHS)
BY = {"service-area": "service area", "quarter": "quarter", "stage": "stage"}


def times_of(stage: int | None, rows: str = "service-area") -> Beside:
    """Of the stages answered in the period; ``stage`` None: of all of them."""
    key = f"times_{_stage(stage)}_{rows}".replace("-", "_")
    answered = tuple(
        (label, _part(f"{key}-{place}", stage, rows, measure=measure))
        for place, (label, measure) in enumerate(SHARES)
    )
    return Beside(
        key=key,
        title=f"{_title(stage)}: how long the answers of the period took, by {BY[rows]}",
        section=TIME,
        parts=answered + _days(key, stage, rows, "working", WORKING),
        definition="Days only of the stages whose own time limit counts working days.",
    )


def calendar_times_of(stage: int) -> Beside:
    """The same where a version counts calendar days or months, as the 1991 regulations do."""
    key = f"calendar_times_{_stage(stage)}"
    counted = tuple(f"days-counted={unit}" for unit in CALENDAR)
    number = _part(f"{key}-number", stage, "service-area", where=counted, measure="number")
    return Beside(
        key=key,
        title=f"{_title(stage)}: how long answers took whose time limit counts calendar days",
        section=TIME,
        parts=(
            ("answered", number),
            *_days(key, stage, "service-area", "calendar", CALENDAR),
        ),
        fits=partial(_is_counted, stage=stage, units=CALENDAR),
    )


def _stage(stage: int | None) -> str:
    return f"stage_{stage}" if stage else "every_stage"


def _title(stage: int | None) -> str:
    return f"Stage {stage}" if stage else "Every stage"


def _days(key: str, stage, rows: str, unit: str, counted: tuple[Unit, ...]) -> tuple:
    where = tuple(f"days-counted={each}" for each in counted)
    return tuple(
        (
            f"{label}, {unit} days",
            _part(f"{key}-{measure}", stage, rows, where, measure=f"{unit}-days-{measure}"),
        )
        for label, measure in SPREAD
    )


def _part(key: str, stage: int | None, rows: str, where: tuple[str, ...] = (), **words):
    of_stage = (f"stage={stage}",) if stage else ()
    return asked(key, count="stages-answered", rows=rows, where=(*of_stage, *where), **words)


def _is_counted(scope: Scope, stage: int, units: tuple[Unit, ...]) -> bool:
    """Whether a version in force in the period counts the days of that stage so."""
    versions = {one.pk for one in in_force(scope)}
    return any(
        limit.unit in units and limit.stage.procedure_id in versions
        for limit in scope.lists.main_limits(stage=stage)
    )


TIMES = (
    times_of(None, "stage"),
    *(times_of(stage, rows) for stage in (1, 2, 3) for rows in ("service-area", "quarter")),
    *(calendar_times_of(stage) for stage in (1, 2, 3)),
)
