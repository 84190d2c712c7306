"""Activities of the service for the demonstration, logged as real ones are."""

import tomllib
from datetime import date

from django.conf import settings

from accounts.models import User
from cases.actions.activities import join_what_came_in, log_activity, record_trained
from cases.models import Activity, ActivityKind, Contact, ServiceArea
from stages.calendars import load_calendar
from stages.working_days import count_back

FILE = settings.BASE_DIR / "fixtures" / "demo" / "activities.toml"
LOGGED_BY = "officer@example.org"


def load(*, today: date) -> int:
    """Log the activities of the file; how many. None where there are any."""
    if Activity.objects.exists():
        return 0
    with FILE.open("rb") as file:
        told = tomllib.load(file)["activities"]
    for one in told:
        log(one, today)
    return len(told)


def log(told: dict, today: date) -> None:
    by = User.objects.get(email=LOGGED_BY)
    area = told.get("service_area")
    activity = log_activity(
        by=by,
        kind=ActivityKind.objects.get(name=told["kind"]),
        held_on=count_back(today, told["days"], load_calendar()),
        service_area=ServiceArea.objects.get(name=area) if area else None,
        about=told["about"],
        copies=told.get("copies"),
        to_train=told.get("to_train", []),
    )
    if "trained" in told:
        who = activity.trainees.filter(name__in=told["trained"])
        record_trained(activity, who=who, on=activity.held_on, by=by)
    if "came_in" in told:
        that_day = Contact.objects.filter(received_on=activity.held_on, logged_at=None)
        contacts = that_day.filter(kind__in=told["came_in"], service_area=activity.service_area)
        join_what_came_in(activity, contacts=contacts, by=by)
