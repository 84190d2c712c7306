"""What a table measures: how many, pounds, days (mean, median …), shares within a limit."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Case, IntegerField, Sum, Value, When

from reporting.any_table.rates import RateTable
from reporting.any_table.spread import Shares, Spread
from reporting.any_table.what import Span, What
from reporting.crosstab import Crosstab
from reporting.days import calendar_days_between, working_days_between
from reporting.denominators import Denominators
from reporting.models import Denominator
from reporting.stage_dimensions import BAND, main_clock

PER = "per-"  # begins the key of a rate


@dataclass(frozen=True)
class Measure:
    """``table`` is the kind of table and what it takes; None where the measure fits not."""

    key: str
    label: str
    table: Callable[[What], tuple[type[Crosstab], dict] | None]


def _number(what: What):
    return Crosstab, {}


def _pounds(what: What):
    if not what.pounds:
        return None
    return Crosstab, {"measure": lambda: Sum(what.pounds), "kind": "pounds"}


def working_days(span: Span):
    return working_days_between(span.start, span.end, span.procedure)


def calendar_days(span: Span):
    return calendar_days_between(span.start, span.end)


DAYS = {"working": working_days, "calendar": calendar_days}
AGGREGATES = (
    ("mean", "Mean", "avg(value)"),
    ("median", "Median", "percentile_cont(0.5) WITHIN GROUP (ORDER BY value)"),
    ("p90", "90th percentile of", "percentile_cont(0.9) WITHIN GROUP (ORDER BY value)"),
    ("longest", "Longest, in", "max(value)"),
)

OF_DAYS = tuple(sql for *_, sql in AGGREGATES)


def _days(unit: str, key: str, label: str, aggregate: str) -> Measure:
    def table(what: What):
        if what.span is None:
            return None
        words = f"Measures the {unit} days {what.span.words}"
        return Spread, {
            "value": lambda: DAYS[unit](what.span),
            "value_joins": what.span.joins,
            "aggregate": aggregate,
            "family": OF_DAYS,
            "definition": f"{words}; what has not both days is left out.",
            "without": "Only those with both days.",
        }

    return Measure(f"{unit}-days-{key}", f"{label} {unit} days", table)


def _among(bands: tuple[int, ...]) -> str:
    return f"count(*) FILTER (WHERE value IN ({', '.join(map(str, bands))}))"


BANDS = ("target", "ceiling", "over")
SHARES = (
    ("share-within-limit", "Share within the time limit", (0,)),
    ("share-within-extension", "Share within the longest extension", (0, 1)),
    ("share-over", "Share over", (2,)),
)
OF_SHARES = tuple(_among(bands) for *_, bands in SHARES)


def _share(key: str, label: str, bands: tuple[int, ...]) -> Measure:
    """Of the stages that were answered and have a time limit, by their own version's limits."""

    def table(what: What):
        if what.key not in ("stages-begun", "stages-answered"):
            return None
        value = Case(
            *(When(band=band, then=Value(place)) for place, band in enumerate(BANDS)),
            output_field=IntegerField(),
        )
        return Shares, {
            "value": lambda: value,
            "value_joins": lambda scope: main_clock(scope) | {"band": BAND},
            "aggregate": _among(bands),
            "family": OF_SHARES,
            "part": bands,
            "part_words": label.lower(),
            "definition": "Of those that were answered and have a time limit of their version.",
            "without": "Only those answered, and with a time limit.",
        }

    return Measure(key, label, table)


MEASURES = (
    Measure("number", "How many", _number),
    Measure("pounds", "Pounds", _pounds),
    *(_days(unit, *aggregate) for unit in DAYS for aggregate in AGGREGATES),
    *(_share(*share) for share in SHARES),
)
BY_KEY = {measure.key: measure for measure in MEASURES}
# Not of what is done in a case, such as a letter: of that there is no rate that says anything
WITH_RATES = {
    "complaints",
    "complaints-closed",
    "complaints-open",
    "representations",
    "issues",
    "stages-begun",
    "stages-answered",
    "stages-asked-for",
    "concerns",
    "ombudsman",
    "referrals",
    "compliments",
    "contacts",
}


def _rate(denominator: Denominator) -> Measure:
    def table(what: What):
        if what.key not in WITH_RATES:
            return None
        return RateTable, {"denominator": denominator}

    return Measure(f"{PER}{denominator.key}", f"Rate {denominator.unit}", table)


def fitting(what: What, denominators: Denominators) -> list[Measure]:
    """All that fits, the rates last."""
    rates = (_rate(each) for each in denominators.all)
    return [measure for measure in (*MEASURES, *rates) if measure.table(what)]


def find(key: str, what: What, denominators: Callable[[], Denominators]) -> Measure | None:
    """The measure of that key; the denominators are read only for a rate."""
    if key.startswith(PER):
        known = [measure for measure in fitting(what, denominators()) if measure.key == key]
        return known[0] if known else None
    measure = BY_KEY.get(key)
    return measure if measure and measure.table(what) else None
