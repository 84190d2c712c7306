"""Referrals to advocacy without a complaint, for the demonstration, logged as real ones are."""

import tomllib
from datetime import date

from django.conf import settings

from accounts.models import User
from cases.actions.advocacy import appoint_advocate, end_advocacy, keep_feedback, log_referral
from cases.models import AdvocacyReferral, ServiceArea
from stages.calendars import load_calendar
from stages.working_days import count_back

FILE = settings.BASE_DIR / "fixtures" / "demo" / "advocacy.toml"
LOGGED_BY = "officer@example.org"
PROVIDER = "Sample Voices Advocacy"


def load(*, today: date) -> int:
    """Log the referrals of the file; how many. None where they have been logged before."""
    with FILE.open("rb") as file:
        told = tomllib.load(file)["referrals"]
    if AdvocacyReferral.objects.filter(about=told[0]["about"]).exists():
        return 0
    for one in told:
        log(one, today)
    return len(told)


def log(told: dict, today: date) -> None:
    calendar, by = load_calendar(), User.objects.get(email=LOGGED_BY)

    def ago(name: str) -> date:
        return count_back(today, told[name], calendar)

    referral = log_referral(
        by=by,
        service_area=ServiceArea.objects.get(name=told["service_area"]),
        referred_on=ago("days"),
        provider=PROVIDER,
        referred_by=told["referred_by"],
        about_whom=told.get("about_whom", ""),
        about=told["about"],
    )
    if "appointed" in told:
        advocate = told["advocate"]
        appoint_advocate(referral, on=ago("appointed"), advocate=advocate, independent=True, by=by)
    if "ended" in told:
        end_advocacy(referral, on=ago("ended"), outcome=told["outcome"], by=by)
    if "said" in told:
        keep_feedback(referral, said=told["said"], agreed_on=ago("ended"), by=by)
