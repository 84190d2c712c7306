"""What stands beside the cases: compliments, other contacts, advocacy, what the service does.

Each belongs to the year it came in, was held or was referred.
"""

from dataclasses import replace

from django.db.models import Case as DbCase
from django.db.models import F, Value, When

from cases.models import Activity, AdvocacyReferral, Compliment, Contact, LoggedAtActivity, Trainee
from reporting.counted.base import Counted, of_service_area

REFERRALS = of_service_area(
    "referrals",
    "referral",
    "referrals",
    "referrals to advocacy in the period; many never become a complaint",
    AdvocacyReferral,
    "referred_on",
    outcome="outcome",
    provider="provider",
)
COMPLIMENTS = of_service_area(
    "compliments",
    "compliment",
    "compliments",
    "compliments received in the period",
    Compliment,
    "received_on",
    case=None,
)
CONTACTS = of_service_area(
    "contacts",
    "other contact",
    "other contacts",
    "enquiries, professional complaints and service requests received in the period",
    Contact,
    "received_on",
    case=None,
    kind="kind",
    result=DbCase(
        When(closed_on=None, then=Value("open")),
        When(answered_on=None, then=Value("unanswered")),
        When(due_on=None, then=Value("answered")),
        When(answered_on__lte=F("due_on"), then=Value("in_time")),
        default=Value("late"),
    ),
)
CONTACTS_CLOSED = replace(
    CONTACTS,
    key="contacts-closed",
    words="enquiries, professional complaints and service requests closed in the period",
    on="closed_on",
)
CONTACTS_ANSWERED = replace(
    CONTACTS,
    key="contacts-answered",
    words="enquiries, professional complaints and service requests answered in the period",
    on="answered_on",
)
ACTIVITIES = Counted(
    key="activities",
    one="activity",
    many="activities",
    words=(
        "activities of the complaints service in the period; one for all service areas is in the "
        "report of the whole council only"
    ),
    rows=Activity.objects.counted,
    on="held_on",
    case=None,
    paths={"service_area": "service_area", "kind": "kind"},
)
TRAINEES = Counted(
    key="trainees",
    one="person or team",
    many="people and teams",
    words="people and teams who must be trained by an activity of the period",
    rows=lambda: Trainee.objects.filter(activity__left_out_because=""),
    on="activity__held_on",
    case=None,
    paths={"service_area": "activity__service_area"},
)
LOGGED_AT_ACTIVITIES = Counted(
    key="logged-at-activities",
    one="complaint or other contact",
    many="complaints and other contacts",
    words="complaints and other contacts that came in at an activity of the period",
    rows=lambda: LoggedAtActivity.objects.filter(activity__left_out_because=""),
    on="activity__held_on",
    case="case",
    paths={"service_area": "activity__service_area"},
)
