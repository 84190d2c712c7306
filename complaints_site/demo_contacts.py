"""Other contacts of the present day for the demonstration, logged as real ones are."""

import tomllib
from datetime import date

from django.conf import settings

from accounts.models import User
from cases.actions.contacts import answer_contact, log_contact
from cases.models import Contact, ServiceArea
from complaints_site.contacts import due_on
from stages.calendars import load_calendar
from stages.working_days import count_back

FILE = settings.BASE_DIR / "fixtures" / "demo" / "contacts.toml"
LOGGED_BY = "officer@example.org"


def load(*, today: date) -> int:
    """Log the contacts of the file; how many. None where they have been logged before."""
    with FILE.open("rb") as file:
        told = tomllib.load(file)["contacts"]
    if Contact.objects.filter(asked=told[0]["asked"]).exists():
        return 0
    for one in told:
        log(one, today)
    return len(told)


def log(told: dict, today: date) -> None:
    calendar, by = load_calendar(), User.objects.get(email=LOGGED_BY)
    received_on = count_back(today, told["days"], calendar)
    contact = log_contact(
        by=by,
        kind=told["kind"],
        received_on=received_on,
        due_on=due_on(told["kind"], received_on),
        service_area=ServiceArea.objects.get(name=told["service_area"]),
        from_whom=told["from_whom"],
        asked=told["asked"],
        owner=User.objects.filter(email=told.get("owner", "")).first(),
    )
    if "answered" in told:
        on = count_back(today, told["answered"], calendar)
        answer_contact(contact, on=on, answer=told["answer"], by=by)
