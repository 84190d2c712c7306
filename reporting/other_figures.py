"""The figures of what stands beside the stages: the Ombudsman, young people, money, …"""

from django.db.models import F, Q

from reporting import sections
from reporting.counted import (
    COMPLAINTS,
    COMPLIMENTS,
    CONTACTS,
    CONTACTS_ANSWERED,
    CONTACTS_CLOSED,
    LESSONS,
    OMBUDSMAN,
    OMBUDSMAN_REQUESTS,
    PAYMENTS,
    RECORDED,
)
from reporting.days import calendar_days_between
from reporting.figures import Counting, Declared, Share, average, total
from stages.models import OmbudsmanDecision


def _decided(*means) -> Q:
    return Q(decision__means__in=means)


PREMATURE = _decided(OmbudsmanDecision.Means.PREMATURE)
CONSIDERED = _decided(OmbudsmanDecision.Means.NOT_UPHELD, OmbudsmanDecision.Means.UPHELD)
UPHELD = _decided(OmbudsmanDecision.Means.UPHELD)
RECEIVED = "summary.received_recorded_manually"

OTHER_FIGURES: list[Declared] = [
    Counting(
        "ombudsman.premature",
        "Premature complaints to the Ombudsman",
        sections.OMBUDSMAN,
        OMBUDSMAN,
        where=lambda scope: PREMATURE,
    ),
    Counting(
        "ombudsman.considered",
        "Complaints the Ombudsman considered",
        sections.OMBUDSMAN,
        OMBUDSMAN,
        where=lambda scope: CONSIDERED,
    ),
    Counting(
        "ombudsman.upheld",
        "Of these, upheld",
        sections.OMBUDSMAN,
        OMBUDSMAN,
        where=lambda scope: UPHELD,
    ),
    Share(
        "ombudsman.upheld_percent",
        "Upheld, in per cent of those considered",
        sections.OMBUDSMAN,
        part=("ombudsman.upheld",),
        base="ombudsman.considered",
    ),
    Counting(
        "ombudsman.days_to_answer",
        "Calendar days to answer the Ombudsman, on average",
        sections.OMBUDSMAN,
        OMBUDSMAN_REQUESTS,
        where=lambda scope: Q(answered_on__isnull=False),
        measure=average(lambda: calendar_days_between("received_on", "answered_on")),
        kind="days",
    ),
    Counting(
        "made_by_young_people.number",
        "{many}, made by a child or young person",
        sections.STAGE_1,
        RECORDED,
        where=lambda scope: Q(
            **{RECORDED.for_scope(scope).path("complainant_type") + "__is_young_person": True}
        ),
    ),
    Share(
        "made_by_young_people.percent",
        "Made by a child or young person, in per cent",
        sections.STAGE_1,
        part=("made_by_young_people.number",),
        base=RECEIVED,
    ),
    Counting(
        "joint_nhs.investigations",
        "Joint investigations with the NHS",
        sections.JOINT,
        COMPLAINTS,
        where=lambda scope: ~Q(joint_body=""),
    ),
    Counting("learning.actions", "Lessons raised", sections.LEARNING, LESSONS),
    Counting("compliments.received", "Compliments received", sections.COMPLIMENTS, COMPLIMENTS),
    Counting("contacts.received", "Other contacts received", sections.COMPLIMENTS, CONTACTS),
    Counting("contacts.closed", "Other contacts closed", sections.COMPLIMENTS, CONTACTS_CLOSED),
    Counting(
        "contacts.answered", "Other contacts answered", sections.COMPLIMENTS, CONTACTS_ANSWERED
    ),
    Counting(
        "contacts.answered_in_time",
        "Of these, answered in the time that the council allows itself",
        sections.COMPLIMENTS,
        CONTACTS_ANSWERED,
        where=lambda scope: Q(answered_on__lte=F("due_on")),
    ),
    Counting(
        "compensation.total",
        "Compensation and reimbursement together",
        sections.PAYMENTS,
        PAYMENTS,
        measure=total("amount"),
        kind="pounds",
    ),
]
