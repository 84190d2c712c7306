"""What stands beside the cases: advocacy, compliments, contacts, activities."""

from django.db.models import Model

from cases.models import Activity, AdvocacyReferral, Compliment, Contact, LoggedAtActivity, Trainee
from reporting.behind.base import Shown, area, display

SHOWN: dict[type[Model], Shown] = {
    AdvocacyReferral: Shown(
        ("case", "service_area"),
        {
            "Service area": area,
            "Referred": lambda row: row.referred_on,
            "Provider": lambda row: row.provider,
            "Advocate from": lambda row: row.appointed_on,
            "Outcome": display("outcome"),
        },
    ),
    Compliment: Shown(
        ("service_area",),
        {
            "Service area": area,
            "Received": lambda row: row.received_on,
            "Compliment": lambda row: row.text,
        },
    ),
    Contact: Shown(
        ("service_area",),
        {
            "Service area": area,
            "Kind": display("kind"),
            "Received": lambda row: row.received_on,
            "Due": lambda row: row.due_on,
            "Answered": lambda row: row.answered_on,
            "Closed": lambda row: row.closed_on,
        },
    ),
    Activity: Shown(
        ("kind", "service_area"),
        {
            "Kind": lambda row: row.kind,
            "Date": lambda row: row.held_on,
            "Service area": lambda row: row.service_area or "All",
            "About": lambda row: row.about,
            "Copies": lambda row: row.copies,
        },
    ),
    Trainee: Shown(
        ("activity__kind", "activity__service_area"),
        {
            "Who": lambda row: row.name,
            "Activity": lambda row: row.activity,
            "Trained": lambda row: row.trained_on,
        },
    ),
    LoggedAtActivity: Shown(
        ("case", "contact__service_area", "activity__kind", "activity__service_area"),
        {
            "Other contact": lambda row: row.contact,
            "Activity": lambda row: row.activity,
        },
    ),
}
