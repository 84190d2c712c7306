"""What must be done before a report meets its committee, for the first page of who writes it."""

from django import template
from django.utils.timezone import localdate

from accounts.permissions import Permission
from editions.timetable import still_to_do
from stages.calendars import NoCalendar, load_calendar

register = template.Library()


@register.inclusion_tag("editions/_on_their_way.html", takes_context=True)
def reports_on_their_way(context) -> dict:
    """Nothing for those who do not write it. ``calendar`` is used where the page has it."""
    if not context["user"].may(Permission.WRITE_REPORT):
        return {}
    try:
        calendar = context.get("calendar") or load_calendar()
    except NoCalendar:
        return {}
    return {"reports": still_to_do(calendar, localdate())}
