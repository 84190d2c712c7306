"""Filters on the case itself: what it is about, how it came, where it stands."""

from django.db.models import Exists, OuterRef, Q

from accounts.permissions import Permission
from cases.models import Case, LogEntry

from .kinds import (
    Choice,
    FixedChoice,
    Period,
    Words,
    fixed,
    in_days,
    is_column,
    listed,
    listed_or_none,
    yes_or_no,
)
from .search import matching

STATES = {
    "open": Q(closed_on=None, withdrawn_on=None),
    "closed": Q(closed_on__isnull=False, withdrawn_on=None),
    "withdrawn": Q(withdrawn_on__isnull=False),
}

WORDS = Words(key="q", label="Reference, name or words", reads="with {}", where=matching)
RECEIVED = Period(
    key="received", label="Received", reads="received {}", where=in_days("received_on")
)
MADE = Period(key="made", label="Made", reads="made {}", where=in_days("made_on"))
CLOSED = Period(key="closed", label="Closed", reads="closed {}", where=in_days("closed_on"))
KIND = FixedChoice(
    key="kind", label="Kind", options=fixed(Case.Kind.choices), where=is_column("kind")
)
STATE = FixedChoice(
    key="state",
    label="Open or closed",
    options=fixed([("open", "Open"), ("closed", "Closed"), ("withdrawn", "Withdrawn")]),
    where=lambda value, asked: STATES[value],
    phrases={"open": "open", "closed": "closed", "withdrawn": "withdrawn"},
)

DIRECTORATE = Choice(
    key="directorate",
    label="Directorate",
    options=listed("directorate"),
    where=is_column("service_area__directorate"),
)
SERVICE_AREA = Choice(
    key="service_area",
    label="Service area",
    options=listed("service_area"),
    where=is_column("service_area"),
)
PROVIDER = Choice(
    key="provider",
    label="Provider",
    options=listed_or_none("provider"),
    where=is_column("provider"),
)
NATURE = Choice(
    key="nature",
    label="Nature of complaint",
    options=listed_or_none("nature"),
    where=is_column("nature"),
    says_heading=True,
)


def raising(category, asked) -> Q:
    raised = Case.issues.through.objects.filter(case=OuterRef("pk"))
    if category == "none":
        return ~Q(Exists(raised))
    return Q(Exists(raised.filter(category=category)))


ISSUE = Choice(
    key="issue",
    label="Any issue raised",
    options=listed_or_none("nature"),
    where=raising,
    reads="raising {}",
    phrases={"none": "no issue recorded"},
    says_heading=True,
)
CHANNEL = Choice(
    key="channel",
    label="How it came",
    options=listed_or_none("channel"),
    where=is_column("channel"),
    reads="came by: {}",
    phrases={"none": "how it came not recorded"},
)
PASSED_ON_BY = Choice(
    key="passed_on_by",
    label="Passed on by",
    options=listed_or_none("passed_on_by"),
    where=is_column("passed_on_by"),
    phrases={"none": "passed on by nobody"},
)


def of_complainant_type(value, asked) -> Q:
    """Not those of which the reader may not know in what standing the complainant is."""
    known = Q() if asked.user.may(Permission.SEE_WITHHELD) else Q(identity_withheld=False)
    return is_column("complainant_type")(value, asked) & known


COMPLAINANT_TYPE = Choice(
    key="complainant_type",
    label="Complainant type",
    options=listed_or_none("complainant_type"),
    where=of_complainant_type,
)


def standing_on(key, asked) -> Q:
    return Q(Exists(LogEntry.objects.filter(case=OuterRef("pk"), log__key=key)))


LOG = Choice(
    key="log", label="On the log", options=listed("log"), where=standing_on, reads="on the log “{}”"
)
NOT_ON_LOG = Choice(
    key="not_on_log",
    label="Not on the log",
    options=listed("log"),
    where=lambda key, asked: ~standing_on(key, asked),
    reads="not on the log “{}”",
)

HISTORICAL = yes_or_no(
    "historical", "Historical", lambda: Q(historical=True), "historical", "not historical"
)
JOINT = yes_or_no(
    "joint", "Joint with the NHS", lambda: ~Q(joint_body=""), "joint with the NHS", "not joint"
)
PART = yes_or_no(
    "part",
    "Part of a mixed complaint",
    lambda: Q(part_of__isnull=False),
    "parts of mixed complaints",
    "without parts of mixed complaints",
)
SAFEGUARDING = yes_or_no(
    "safeguarding",
    "Safeguarding",
    lambda: Q(safeguarding=True),
    "with safeguarding",
    "without safeguarding",
)
LEFT_OUT = FixedChoice(
    key="left_out",
    label="Left out of the count",
    options=fixed([("no", "No: counted"), ("any", "Yes"), *Case.LeftOut.choices]),
    where=lambda value, asked: (
        Q(left_out_as="")
        if value == "no"
        else ~Q(left_out_as="")
        if value == "any"
        else Q(left_out_as=value)
    ),
    reads="left out of the count: {}",
    phrases={"no": "counted", "any": "left out of the count"},
)
RESTRICTED = yes_or_no(
    "restricted",
    "Restricted",
    lambda: Q(restricted=True),
    "restricted",
    "not restricted",
    needs=Permission.SEE_RESTRICTED,
)
