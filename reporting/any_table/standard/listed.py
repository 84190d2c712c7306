"""Standard tables that are one table of the vocabulary each."""

from dataclasses import dataclass

from reporting.any_table.asked import Asked, read
from reporting.any_table.standard.sections import (
    AFTER,
    BEFORE,
    FLOW,
    FOUND,
    OMBUDSMAN,
    PEOPLE,
    PROCEDURES,
    RATES,
    TIME,
    TRENDS,
)
from reporting.period import Period
from reporting.scope import Scope

YEARS = 5


@dataclass(frozen=True)
class Standard:
    """A table of the vocabulary with its place; ``years`` of them end with the period's last."""

    section: str
    words: dict[str, str | tuple[str, ...]]
    years: int = 1

    def for_scope(self, scope: Scope) -> tuple[Asked, Scope]:
        given = {
            name: [value] if isinstance(value, str) else value for name, value in self.words.items()
        }
        if self.years > 1:
            first = scope.period
            for _ in range(self.years - 1):
                first = first.previous()
            scope = scope.of(Period(first.start, scope.period.end))
        return read(given, scope), scope


def _table(section: str, count: str, rows: str, columns: str, **more) -> Standard:
    return Standard(section, {"count": count, "rows": rows, "columns": columns, **more})


def _over_the_years(section: str, count: str, rows: str, **more) -> Standard:
    words = {"count": count, "rows": rows, "columns": "year", **more}
    return Standard(section, words, YEARS)


ANSWERED = "stages-answered"
UPHELD = "ombudsman-means=upheld"
STANDARD = (
    _table(FLOW, "complaints", "directorate", "quarter"),
    _table(FLOW, "complaints-open", "age", "stage"),
    _table(FLOW, "representations", "service-area", "quarter"),
    _table(PROCEDURES, "stages-begun", "stage", "any-version"),
    _table(PROCEDURES, ANSWERED, "stage", "any-version"),
    _table(PROCEDURES, ANSWERED, "stage", "any-version", measure="share-within-extension"),
    _table(PROCEDURES, "concerns", "result", "any-version"),
    _table(BEFORE, "concerns", "service-area", "result"),
    _table(TIME, "milestones", "stage", "result", base="row"),
    _table(TIME, "milestones", "milestone", "result", base="row"),
    _table(TIME, "updates", "service-area", "result"),
    _table(TIME, ANSWERED, "service-area", "in-time", where="stage=1", base="row"),
    _table(TIME, ANSWERED, "service-area", "in-time", then="nature", where="stage=1"),
    _table(FOUND, ANSWERED, "stage", "outcome", base="row"),
    _table(FOUND, ANSWERED, "service-area", "outcome", then="stage"),
    _table(FOUND, ANSWERED, "nature", "outcome"),
    _table(FOUND, "complaints", "nature", "service-area"),
    _table(FOUND, "issues", "nature", "service-area"),
    _table(FOUND, "points", "level", "finding", base="row"),
    _table(FOUND, "decisions", "kind", "quarter"),
    _table(PEOPLE, "complaints", "complainant", "service-area"),
    _table(PEOPLE, "complaints", "channel", "quarter"),
    _table(PEOPLE, "compliments", "directorate", "quarter"),
    _table(PEOPLE, "contacts", "kind", "quarter"),
    _table(OMBUDSMAN, "ombudsman", "ombudsman-decision", "ombudsman-heading"),
    _table(OMBUDSMAN, "ombudsman", "service-area", "ombudsman-means"),
    _table(OMBUDSMAN, "agreed-remedies", "kind", "result"),
    _table(AFTER, "payments", "kind", "stage", measure="pounds"),
    _table(AFTER, "lessons", "service-area", "quarter"),
    _table(AFTER, "lessons", "service-area", "repeats"),
    _table(AFTER, "actions", "service-area", "result", base="row"),
    _table(AFTER, "mediations", "service-area", "result"),
    _over_the_years(RATES, "complaints", "service-area", measure="per-children"),
    _over_the_years(RATES, "complaints", "service-area", measure="per-open-cases"),
    _over_the_years(RATES, "ombudsman", "service-area", where=UPHELD, measure="per-residents"),
    _over_the_years(TRENDS, "complaints", "service-area"),
    _over_the_years(TRENDS, "stages-begun", "stage"),
    _over_the_years(TRENDS, ANSWERED, "stage", measure="share-within-extension"),
    _over_the_years(TRENDS, ANSWERED, "stage", measure="working-days-median"),
    _over_the_years(TRENDS, "payments", "kind", measure="pounds"),
)
