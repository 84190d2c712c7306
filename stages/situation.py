"""Where a case stands: what the steps, and their reasons why not, look at."""

from enum import StrEnum
from functools import cached_property

from django.db.models import Prefetch, QuerySet

from cases.models import Case, Decision
from stages.facts import facts_of
from stages.models import Deadline, Procedure, Stage, StageDefinition


class Phase(StrEnum):
    """Where a case stands within its latest stage."""

    REQUESTED = "requested"
    UNDER_WAY = "under way"
    SUSPENDED = "suspended"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


def with_facts(stages: QuerySet[Stage]) -> list[Stage]:
    """Stages in their order, each with the answer to every one of ``FACTS``."""
    deadlines = Prefetch("deadlines", Deadline.objects.select_related("limit"))
    shown = stages.select_related("definition__procedure").prefetch_related(deadlines)
    found = list(shown.order_by("number"))
    facts = facts_of(found)
    for stage in found:
        vars(stage).update(facts[stage.pk])
    return found


def is_late_request(stage: Stage) -> bool:
    """Whether a stage was asked for after the time for it had ended."""
    ended_on = stage.window_before_ended_on
    return bool(ended_on and stage.requested_on and stage.requested_on > ended_on)


def awaits_late_request(stage: Stage) -> bool:
    """A late request is a decision, never a refusal by itself (domain.md 1.A, 11.12)."""
    return stage.begun_on is None and is_late_request(stage) and not stage.about_its_request


def is_set_aside(stage: Stage) -> bool:
    """Whether it was decided that a stage is not begun: its late request was not accepted, or
    the case goes to the Ombudsman instead."""
    decided = stage.about_its_request
    if stage.begun_on or not decided:
        return False
    instead = decided["kind"] == Decision.Kind.EARLY_REFERRAL
    return instead or decided["accepted"] is False


class Situation:
    """A case as the steps see it: its route, its stages, and what the latest has been through.

    ``stages``, read :func:`with_facts`, where somebody has them already.
    """

    def __init__(self, case: Case, stages: list[Stage] | None = None):
        self.case = case
        self.stages = with_facts(case.stages.all()) if stages is None else stages

    @property
    def stage(self) -> Stage:
        """The latest stage that goes on: one whose request was not accepted leaves the one before
        as the last."""
        return self.stages[-2] if self.set_aside else self.stages[-1]

    @property
    def set_aside(self) -> Stage | None:
        """The stage that was asked for last, where it was decided that it is not begun."""
        latest = self.stages[-1]
        return latest if len(self.stages) > 1 and is_set_aside(latest) else None

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
        if self.stage.suspended_since:
            return Phase.SUSPENDED
        if self.stage.responded_on:
            return Phase.ANSWERED
        return Phase.UNDER_WAY if self.stage.begun_on else Phase.REQUESTED

    @cached_property
    def main_deadline(self) -> Deadline | None:
        return next((one for one in self.stage.deadlines.all() if one.is_main), None)
