"""Complaints as they came in: each belongs to the year it was received."""

from dataclasses import replace

from django.db.models import Case as DbCase
from django.db.models import F, Value, When

from cases.models import Case
from reporting.counted.base import A_COMPLAINT, Counted

COMPLAINTS = Counted(
    key="complaints",
    one="complaint",
    many="complaints",
    words=(
        "complaints received in the period, whatever their stage; representations, duplicates "
        "and what was logged in error apart; a mixed complaint once, not by its parts"
    ),
    rows=lambda: Case.objects.whole().filter(**A_COMPLAINT),
    on="received_on",
    case="",
)
REPRESENTATIONS = Counted(
    key="representations",
    one="representation",
    many="representations",
    words="representations received in the period that are not complaints",
    rows=lambda: Case.objects.whole().filter(kind=Case.Kind.REPRESENTATION, left_out_as=""),
    on="received_on",
    case="",
)
LEFT_OUT = Counted(
    key="left-out",
    one="case left out",
    many="cases left out",
    words=(
        "cases received in the period that are in no other number of complaints received: closed "
        "as a duplicate of a case that is counted, or as logged in error"
    ),
    rows=lambda: Case.objects.exclude(left_out_as=""),
    on="received_on",
    case="",
)
PARTS = Counted(
    key="parts",
    one="part of a mixed complaint",
    many="parts of mixed complaints",
    words=(
        "parts, not complaints: each case into which a mixed complaint received in the period was "
        "split, its lead too; a part that was joined with its lead again is none"
    ),
    rows=lambda: Case.objects.of_mixed_complaints().filter(**A_COMPLAINT),
    on="received_on",
    case="",
)
YOUNG_PEOPLES_COMPLAINTS = replace(
    COMPLAINTS,
    key="young-peoples-complaints",
    words=(
        "complaints received in the period under the children's procedure, made by a child or "
        "young person: each is to be told of advocacy, offered it and asked what they want"
    ),
    rows=lambda: COMPLAINTS.rows().filter(
        complainant_type__is_young_person=True, route__procedure__code="children"
    ),
    paths={
        "wants": DbCase(
            When(advocacy_offer=None, then=Value("not_told")),
            When(advocacy_offer__offered_on=None, then=Value("told")),
            When(advocacy_offer__asked_on=None, then=Value("offered")),
            default=F("advocacy_offer__wants"),
        )
    },
)
