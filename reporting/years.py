"""The financial years of which there are complaints."""

from cases.models import Case
from reporting.period import Period, financial_year_of


def years_with_complaints(*, until: Period) -> list[Period]:
    """Newest first; ``until``, the present year, always among them."""
    months = Case.objects.order_by().dates("received_on", "month")
    years = {financial_year_of(month) for month in months}
    return sorted({year for year in years if year <= until} | {until}, reverse=True)
