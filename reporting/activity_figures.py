"""The figures of key improvements: what the service did, and what came of it."""

from django.db.models import Q

from reporting import sections
from reporting.counted import ACTIVITIES, LOGGED_AT_ACTIVITIES, TRAINEES
from reporting.figures import Counting, Declared, total

ACTIVITY_FIGURES: list[Declared] = [
    Counting("activities.held", "Activities of the service", sections.IMPROVEMENTS, ACTIVITIES),
    Counting(
        "activities.cases",
        "Complaints that came in at them",
        sections.IMPROVEMENTS,
        LOGGED_AT_ACTIVITIES,
        where=lambda scope: Q(case__isnull=False),
    ),
    Counting(
        "activities.contacts",
        "Other contacts that came in at them",
        sections.IMPROVEMENTS,
        LOGGED_AT_ACTIVITIES,
        where=lambda scope: Q(contact__isnull=False),
    ),
    Counting(
        "activities.to_train",
        "People and teams who must be trained",
        sections.IMPROVEMENTS,
        TRAINEES,
    ),
    Counting(
        "activities.trained",
        "Of these, trained by now",
        sections.IMPROVEMENTS,
        TRAINEES,
        where=lambda scope: Q(trained_on__isnull=False),
    ),
    Counting(
        "activities.copies",
        "Copies of leaflets issued",
        sections.IMPROVEMENTS,
        ACTIVITIES,
        where=lambda scope: Q(copies__isnull=False),
        measure=total("copies"),
    ),
]
