"""The figures of what services were asked: how much of it, how fast, and what it took."""

from django.db.models import F, Q

from reporting import sections
from reporting.counted import SERVICE_REQUESTS
from reporting.days import working_days_between
from reporting.figures import Counting, Declared, Share, average
from stages.models import ServiceRequest

ANSWERED = Q(answered_on__isnull=False)


def _of_requests(key: str, label: str, where: Q, **more) -> Counting:
    return Counting(
        f"requests.{key}",
        label,
        sections.REQUESTS,
        SERVICE_REQUESTS,
        where=lambda scope: where,
        **more,
    )


REQUEST_FIGURES: list[Declared] = [
    _of_requests("asked", "Questions to services", Q()),
    _of_requests("answered", "Of these, answered", ANSWERED),
    _of_requests("in_time", "Of these, in time", ANSWERED & Q(answered_on__lte=F("due_on"))),
    Share(
        "requests.in_time_percent",
        "Answered in time, in per cent of those answered",
        sections.REQUESTS,
        part=("requests.in_time",),
        base="requests.answered",
    ),
    _of_requests(
        "days",
        "Working days to the answer, on average",
        ANSWERED,
        measure=average(
            lambda: working_days_between("asked_on", "answered_on", "case__route__procedure")
        ),
        kind="days",
    ),
    _of_requests("chased", "Questions that were chased", Q(chased__gt=0)),
    _of_requests(
        "through_a_link",
        "Answered through a link, by somebody who does not sign in",
        Q(answered_how=ServiceRequest.How.LINK),
    ),
]
