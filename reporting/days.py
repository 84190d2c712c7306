"""Working days and months between two dates, counted by the database.

The calendar's running number makes the days between two dates a subtraction.
"""

from django.db.models import Case, DateField, F, Func, OuterRef, Subquery, When

from stages.models import CalendarDay


def working_days_between(start: str, end: str, procedure: str = "definition__procedure"):
    """Working days after ``start`` up to and including ``end``: a start on Monday and an end on
    Tuesday make one. Office closures are left out where the version of the procedure says so.
    """
    return Case(
        When(
            **{f"{procedure}__closure_days_excluded": True},
            then=_running(end, "office_days") - _running(start, "office_days"),
        ),
        default=_running(end, "working_days") - _running(start, "working_days"),
    )


def _running(day: str, column: str) -> Subquery:
    return Subquery(CalendarDay.objects.filter(day=OuterRef(day)).values(column))


def months_after(day: str, months: int) -> Func:
    """The day ``months`` calendar months later, or the month's last where it has no such day."""
    return Func(
        F(day),
        template=f"(%(expressions)s + interval '{int(months)} months')::date",
        output_field=DateField(),
    )
