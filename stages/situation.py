"""Where a case stands: what the steps, and their reasons why not, look at."""

from enum import StrEnum
from functools import cached_property

from cases.models import Case
from stages.models import Deadline, Procedure, Stage, StageDefinition


class Phase(StrEnum):
    """Where a case stands within its latest stage."""

    REQUESTED = "requested"
    UNDER_WAY = "under way"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


class Situation:
    """A case as the steps see it: its route, its latest stage, and what that has been through."""

    def __init__(self, case: Case):
        self.case = case

    @cached_property
    def stages(self) -> list[Stage]:
        return list(self.case.stages.select_related("definition__procedure").order_by("number"))

    @property
    def stage(self) -> Stage:
        return self.stages[-1]

    @property
    def definition(self) -> StageDefinition:
        return self.stage.definition

    @property
    def procedure(self) -> Procedure:
        return self.case.route.procedure

    @property
    def phase(self) -> Phase:
        if self.case.withdrawn_on:
            return Phase.WITHDRAWN
        if self.case.closed_on:
            return Phase.CLOSED
        if self.stage.responded_on:
            return Phase.ANSWERED
        return Phase.UNDER_WAY if self.stage.begun_on else Phase.REQUESTED

    @cached_property
    def main_deadline(self) -> Deadline | None:
        return self.stage.deadlines.filter(is_main=True).select_related("limit").first()

    @cached_property
    def next_stage(self) -> StageDefinition | None:
        return self.procedure.stages.filter(number=self.stage.number + 1).first()

    @cached_property
    def has_points(self) -> bool:
        return self.case.points.exists()

    @cached_property
    def awaits_the_ombudsman(self) -> bool:
        return self.case.ombudsman_enquiries.filter(decision=None).exists()

    @cached_property
    def is_on_hold(self) -> bool:
        return self.stage.holds.filter(to_on=None).exists()
