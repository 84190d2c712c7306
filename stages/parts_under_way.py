"""How the parts of a mixed complaint stand, each as the steps see a case."""

from itertools import groupby

from cases.models import Case
from stages.models import Stage
from stages.situation import Situation, with_facts


def situations_of_parts(lead: Case) -> list[Situation]:
    """The parts of ``lead`` that stand, in the order in which they were split off."""
    of_parts = Stage.objects.filter(case__in=Case.objects.parts().filter(part_of=lead))
    stages = with_facts(of_parts).select_related(
        "definition__procedure", "case__route__procedure", "case__service_area"
    )
    by_case = groupby(stages.order_by("case_id", "number"), key=lambda stage: stage.case_id)
    found = []
    for _, its_stages in by_case:
        its_stages = list(its_stages)
        case = its_stages[0].case
        case.part_of = lead
        found.append(Situation(case, its_stages))
    return found
