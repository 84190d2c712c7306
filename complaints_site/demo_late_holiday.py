"""Bank holidays announced late, for the demonstration: one awaits a decision, one was refused."""

from datetime import date

from accounts.models import User
from accounts.permissions import Role
from complaints_site.demo_people import email_of
from stages.actions.calendar_changes import propose_change, refuse_change
from stages.calendars import load_calendar
from stages.models import CalendarChange
from stages.working_days import add_working_days, count_back

IN_DAYS = 6  # near enough that deadlines of every procedure run beyond it


def load(*, today: date) -> int:
    """Propose the two; how many. None where a change of the calendar has been proposed before."""
    if CalendarChange.objects.exists():
        return 0
    calendar = load_calendar()
    propose(add_working_days(today, IN_DAYS, calendar), "National day of thanks", on=today)
    earlier = count_back(today, 30, calendar)
    refused = propose(add_working_days(earlier, 8, calendar), "Day of the fair", on=earlier)
    why = "It is a holiday of one town in Scotland; we go by England and Wales"
    refuse_change(refused, on=add_working_days(earlier, 1, calendar), why=why, by=who(Role.MANAGER))
    return 2


def propose(day: date, title: str, *, on: date) -> CalendarChange:
    change = CalendarChange(added={day.isoformat(): title})
    return propose_change(change, on=on, by=who(Role.ADMINISTRATOR))


def who(role: Role) -> User:
    return User.objects.get(email=email_of(role))
