"""Figures as they were printed, of one year: quoted beside ours, never counted with."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from reporting.models import PublishedFigure
from reporting.scope import Scope

# Whoever publishes reports of our own adds where their numbers are found
SOURCES: list[Callable[[Scope], dict[str, str]]] = []


def published(scope: Scope) -> dict[str, str]:
    """Every number that was published of the period, by its key; of one printed before there was
    this system, only for a financial year. What we published ourselves comes first."""
    found = {}
    if scope.period.is_financial_year and not (scope.among or scope.procedures):
        figures = PublishedFigure.objects.filter(year=scope.period.year)
        found = dict(figures.values_list("key", "value"))
    for source in SOURCES:
        found |= source(scope)
    return found


def as_number(text: str) -> Decimal | None:
    """
    >>> as_number("10,687.50"), as_number("November 2007")
    (Decimal('10687.50'), None)
    """
    try:
        return Decimal(text.replace(",", "").lstrip("£").rstrip("%"))
    except InvalidOperation:
        return None
