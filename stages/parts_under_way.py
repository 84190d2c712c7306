"""How the parts of a mixed complaint stand, each as the steps see a case."""

from collections import defaultdict
from collections.abc import Iterable

from cases.models import Case
from stages.models import Stage
from stages.situation import Situation, with_facts

SHOWN = ("definition__procedure", "case__route__procedure", "case__service_area")


def situations_of_parts(lead: Case) -> list[Situation]:
    """The parts of ``lead`` that stand, in the order in which they were split off."""
    stages = Stage.objects.filter(case__in=lead.parts.parts().order_by())
    return situations_from(lead, with_facts(stages.select_related(*SHOWN)))


def situations_from(lead: Case, stages: Iterable[Stage]) -> list[Situation]:
    """The same from ``stages`` read with facts and what is ``SHOWN`` of their cases."""
    by_case = defaultdict(list)
    for stage in stages:
        if stage.case.joined_on is None:
            by_case[stage.case_id].append(stage)
    return [_situation(lead, by_case[key]) for key in sorted(by_case)]


def _situation(lead: Case, stages: list[Stage]) -> Situation:
    case = stages[0].case
    case.part_of = lead
    return Situation(case, stages)
