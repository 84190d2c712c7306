"""Working days, calendar days and months between two dates, counted by the database.

The calendar's running number makes the days between two dates a subtraction.
"""

from django.db.models import DateField, F, Func, IntegerField, PositiveIntegerField

# One subquery on the table of CalendarDay. Built from expressions it would be four, which take
# longer to put into words than to answer.
DAYS_BETWEEN = """(
    SELECT CASE WHEN asked.without_closures THEN ended.office_days - began.office_days
        ELSE ended.working_days - began.working_days END
    FROM (VALUES (%(expressions)s)) AS asked (start_on, end_on, without_closures)
    JOIN stages_calendarday AS began ON began.day = asked.start_on
    JOIN stages_calendarday AS ended ON ended.day = asked.end_on
)"""


def working_days_between(start: str, end: str, procedure: str = "definition__procedure") -> Func:
    """Working days after ``start`` up to and including ``end``: a start on Monday and an end on
    Tuesday make one. Office closures are left out where the version of the procedure says so.
    """
    return Func(
        F(start),
        F(end),
        F(f"{procedure}__closure_days_excluded"),
        template=DAYS_BETWEEN,
        output_field=PositiveIntegerField(),
    )


def calendar_days_between(start: str, end: str) -> Func:
    """Days from ``start`` to ``end``: of two neighbouring days, one."""
    return Func(
        F(end),
        F(start),
        template="(%(expressions)s)",
        arg_joiner=" - ",
        output_field=IntegerField(),
    )


def months_after(day: str, months: int) -> Func:
    """The day ``months`` calendar months later, or the month's last where it has no such day."""
    return Func(
        F(day),
        template=f"(%(expressions)s + interval '{int(months)} months')::date",
        output_field=DateField(),
    )
