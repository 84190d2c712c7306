"""Figures as they were printed, of one year: quoted beside ours, never counted with."""

from decimal import Decimal, InvalidOperation

from reporting.models import PublishedFigure
from reporting.scope import Scope


def published(scope: Scope) -> dict[str, str]:
    """Every printed figure of the financial year, by its key. Other periods have none."""
    if not scope.period.is_financial_year:
        return {}
    figures = PublishedFigure.objects.filter(year=scope.period.year)
    return dict(figures.values_list("key", "value"))


def as_number(text: str) -> Decimal | None:
    """
    >>> as_number("10,687.50"), as_number("November 2007")
    (Decimal('10687.50'), None)
    """
    try:
        return Decimal(text.replace(",", "").lstrip("£").rstrip("%"))
    except InvalidOperation:
        return None
