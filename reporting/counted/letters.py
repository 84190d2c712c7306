"""Letters that went in the period, and how they were vetted.

A letter belongs to the year of its date, a vetting to the year it was decided. What counts as sent
without the right to the next stage is what the program did not find and the vetter let go, or did
not find in a letter that went outside this system.
"""

from datetime import timedelta

from django.db.models import (
    Case,
    CharField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Value,
    When,
)
from django.db.models.functions import TruncDate

from letters.checks import NEXT_STAGE
from letters.models import Letter, Part, ReturnedBecause, Vetting
from reporting.counted.base import Counted

ROUNDS = Vetting.objects.filter(
    letter=OuterRef("pk"), draft=OuterRef("approved_draft"), outcome="overridden"
)


def letters_sent():
    went = Case(
        When(sent_outside=True, not_found_afterwards__contains=[NEXT_STAGE], then=Value("without")),
        When(sent_outside=True, then=Value("outside")),
        When(needs_vetting=False, then=Value("unvetted")),
        When(Exists(ROUNDS.filter(not_found__contains=[NEXT_STAGE])), then=Value("without")),
        When(Exists(ROUNDS), then=Value("overridden")),
        default=Value("vetted"),
        output_field=CharField(),
    )
    return Letter.objects.filter(state=Letter.State.SENT).annotate(went=went)


def vettings():
    days = ExpressionWrapper(
        TruncDate("decided_at") - TruncDate("submitted_at"), output_field=DurationField()
    )
    rounds = Vetting.objects.filter(part=Part.VETTING)
    decided = rounds.exclude(outcome__in=["", Vetting.Outcome.TAKEN_BACK])
    waited = Case(
        When(days__lte=timedelta(0), then=Value("same")),
        When(days__lte=timedelta(days=1), then=Value("next")),
        default=Value("later"),
        output_field=CharField(),
    )
    counted = decided.annotate(decided_on=TruncDate("decided_at"), days=days)
    return counted.annotate(waited=waited, kind=F("letter__kind"))


def returned():
    """Each reason of each return: a letter may come back for more than one."""
    days = TruncDate("vetting__decided_at")
    return ReturnedBecause.objects.annotate(decided_on=days)


LETTERS_SENT = Counted(
    key="letters-sent",
    one="letter",
    many="letters",
    words="letters of the period, by their date",
    rows=letters_sent,
    on="sent_on",
    case="case",
    paths={"kind": "kind", "went": "went", "service_area": "case__service_area"},
)
VETTINGS = Counted(
    key="vettings",
    one="vetting",
    many="vettings",
    words="vettings decided in the period: a letter that was returned is vetted again",
    rows=vettings,
    on="decided_on",
    case="letter__case",
    paths={
        "kind": "kind",
        "outcome": "outcome",
        "waited": "waited",
        "capacity": "capacity",
        "service_area": "letter__case__service_area",
    },
)
RETURNED = Counted(
    key="letters-returned",
    one="reason",
    many="reasons",
    words="reasons of the list for which letters were returned in the period; one may have more",
    rows=returned,
    on="decided_on",
    case="vetting__letter__case",
    paths={"reason": "reason", "service_area": "vetting__letter__case__service_area"},
)
