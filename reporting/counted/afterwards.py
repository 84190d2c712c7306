"""What followed: payments, lessons, the Ombudsman, and what was asked after closing.

A payment belongs to the year it was paid (else offered), a lesson to the year it was raised, a
decision of the Ombudsman to the year it was decided.
"""

from dataclasses import replace

from django.db.models import Case as DbCase
from django.db.models import F, Q, TextChoices, Value, When

from remedies.models import ActionPoint, Lesson, Payment
from reporting.counted.base import Counted, of_service_area
from stages.models import (
    AfterwardsAnswer,
    AgreedRemedy,
    AskedAfterwards,
    OmbudsmanEnquiry,
    OmbudsmanRequest,
)

PAYMENTS = of_service_area(
    "payments",
    "payment",
    "payments",
    "payments made in the period, or offered in it and not yet paid",
    Payment,
    "counted_on",
    kind="kind",
    stage_number="stage_number",
)
LESSONS = of_service_area(
    "lessons",
    "lesson",
    "lessons",
    "lessons raised in the period",
    Lesson,
    "raised_on",
    source="source",
    repeats=DbCase(
        When(Q(recurring=True) | Q(repeats__isnull=False), then=Value(True)), default=Value(False)
    ),
)


class WhatBecame(TextChoices):
    ON_TIME = "on_time", "Done on time"
    LATE = "late", "Done late"
    OPEN = "open", "Not done yet"


ACTIONS = Counted(
    key="actions",
    one="action",
    many="actions",
    words="actions that follow from lessons and were due in the period, whenever these were raised",
    rows=lambda: ActionPoint.objects.filter(due_on__isnull=False),
    on="due_on",
    case="lesson__case",
    paths={
        "service_area": "lesson__service_area",
        "result": DbCase(
            When(done_on=None, then=Value(WhatBecame.OPEN)),
            When(done_on__lte=F("due_on"), then=Value(WhatBecame.ON_TIME)),
            default=Value(WhatBecame.LATE),
        ),
    },
)
OMBUDSMAN = of_service_area(
    "ombudsman",
    "decision",
    "decisions",
    "decisions of the Ombudsman in the period, in the words of its time",
    OmbudsmanEnquiry,
    "decided_on",
    heading="decision__heading",
    means="decision__means",
)
AGREED_REMEDIES = Counted(
    key="agreed-remedies",
    one="remedy",
    many="remedies",
    words=(
        "remedies agreed with the Ombudsman that fell due in the period; one is done on the day "
        "on which what shows it was sent to the Ombudsman"
    ),
    rows=AgreedRemedy.objects.all,
    on="task__due_on",
    case="case",
    paths={"service_area": "enquiry__service_area", "kind": "kind"},
)
OMBUDSMAN_REQUESTS = Counted(
    key="ombudsman-requests",
    one="request",
    many="requests",
    words="requests of the Ombudsman that came in the period, each with its own day for the answer",
    rows=OmbudsmanRequest.objects.all,
    on="received_on",
    case="case",
    paths={"service_area": "enquiry__service_area"},
)
ASKED_AFTERWARDS = Counted(
    key="asked-afterwards",
    one="complainant asked",
    many="complainants asked",
    words="complainants asked in the period, once their case was closed",
    rows=AskedAfterwards.objects.all,
    on="asked_on",
    case="case",
    paths={"stage_number": "stage__number", "outcome": "stage__outcome"},
)
WORDS_AFTERWARDS = replace(
    ASKED_AFTERWARDS,
    key="words-afterwards",
    one="complainant who answered",
    many="complainants who answered",
    words="complainants who answered in the period what they were asked after closing",
    on="answered_on",
)
AFTERWARDS_ANSWERS = Counted(
    key="afterwards-answers",
    one="answer",
    many="answers",
    words="answers of the period to each question after closing; not the questions passed over",
    rows=lambda: AfterwardsAnswer.objects.exclude(answer=""),
    on="asked__answered_on",
    case="asked__case",
    paths={
        "question": "question",
        "answer": "answer",
        "stage_number": "asked__stage__number",
        "outcome": "asked__stage__outcome",
    },
)
