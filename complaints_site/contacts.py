"""Other contacts as their pages and the desk show them: by when, with whom, how late."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet

from accounts.models import User
from cases.models import Contact, ContactTime
from stages.calendars import load_calendar
from stages.working_days import BeyondHorizon, Calendar, add_working_days, count_working_days

ON_THE_DESK = 10


def due_on(kind: str, received_on: date) -> date | None:
    """The day by which a contact is answered, by the council's rule of the day it came."""
    times = ContactTime.objects.in_use_on(received_on).filter(kind=kind)
    time = times.order_by(F("in_use_from").desc(nulls_last=True), "-pk").first()
    return add_working_days(received_on, time.working_days, load_calendar()) if time else None


@dataclass(frozen=True)
class Standing:
    """How a contact stands on a day."""

    contact: Contact
    today: date
    calendar: Calendar

    @property
    def days_late(self) -> int:
        """Working days over; 0 where it is not late, or where the calendar does not reach."""
        if not self.contact.is_late(on=self.today):
            return 0
        try:
            until = self.contact.answered_on or self.today
            return count_working_days(self.contact.due_on, until, self.calendar)
        except BeyondHorizon:
            return 0

    @property
    def is_late(self) -> bool:
        return self.contact.is_late(on=self.today)


def standing(contacts: QuerySet[Contact], today: date, calendar: Calendar) -> list[Standing]:
    return [Standing(contact, today, calendar) for contact in contacts]


def on_the_desk(user: User, whose: str, soon: date) -> QuerySet[Contact]:
    """The open contacts of a desk that are due by ``soon``, the longest due first."""
    contacts = Contact.objects.visible_to(user).open().filter(due_on__lte=soon)
    if whose == "mine":
        contacts = contacts.filter(owner=user)
    elif whose == "nobody":
        contacts = contacts.filter(owner=None)
    return contacts.select_related("service_area", "owner").order_by("due_on", "pk")[:ON_THE_DESK]
