"""The figures of mediation: offered, held, what came of it, and which stages it avoided."""

from django.db.models import Q

from reporting import sections
from reporting.counted import MEDIATIONS, MEDIATIONS_OFFERED, SOCIAL_CARE_MEDIATIONS, Counted
from reporting.figures import Change, Counting, Declared, LastYears, Share
from stages.models import Mediation

RESOLVED = Q(outcome=Mediation.Outcome.RESOLVED)


def _held(counted: Counted, ending: str, whose: str) -> list[Declared]:
    """How many were held, how many resolved it, and the year before."""
    held, resolved = f"mediation.held{ending}", f"mediation.successful{ending}"
    before = f"mediation.previous_year{ending}"
    where = sections.MEDIATION
    return [
        Counting(held, f"Mediations held{whose}", where, counted),
        Counting(resolved, "Of these, resolved", where, counted, where=lambda scope: RESOLVED),
        Share(
            f"mediation.success{ending}_percent",
            "Resolved, in per cent of those held",
            where,
            part=(resolved,),
            base=held,
        ),
        LastYears(before, "Mediations held in the year before", where, of=held),
        Change(
            f"mediation.change{ending}_percent",
            "Change on the year before, in per cent",
            where,
            now=held,
            before=before,
        ),
    ]


MEDIATION_FIGURES: list[Declared] = [
    Counting("mediation.offered", "Mediations offered", sections.MEDIATION, MEDIATIONS_OFFERED),
    Counting(
        "mediation.refused",
        "Of these, refused",
        sections.MEDIATION,
        MEDIATIONS_OFFERED,
        where=lambda scope: Q(refused_on__isnull=False),
    ),
    *_held(MEDIATIONS, "", ""),
    Counting(
        "mediation.prevented_stage2",
        "Mediations that settled a request for stage 2",
        sections.MEDIATION,
        MEDIATIONS,
        where=lambda scope: Q(stage_avoided=2) & RESOLVED,
    ),
    Counting(
        "mediation.right_confirmed",
        "Held, and the right to go on confirmed in writing",
        sections.MEDIATION,
        MEDIATIONS,
        where=lambda scope: Q(right_confirmed_on__isnull=False),
    ),
]
SOCIAL_CARE_FIGURES = _held(
    SOCIAL_CARE_MEDIATIONS,
    "_social_care",
    ", children's and adults' social care together",
)
