"""The mediations of a case, each on the line of the stage of its time."""

from collections.abc import Iterable
from datetime import date

from stages.models import Mediation, Stage


def put_mediations(
    mediations: Iterable[Mediation], stages: Iterable[Stage], *, withholds: bool
) -> None:
    """Give each stage its ``mediations``; who accepted may be who complains."""
    stages = list(stages)
    for stage in stages:
        stage.mediations = []
    for mediation in mediations:
        if withholds:
            mediation.accepted_by = ""
        if stage := _stage_of(mediation, stages):
            stage.mediations.append(mediation)


def _stage_of(mediation: Mediation, stages: list[Stage]) -> Stage | None:
    """The stage at which it was offered; where no log says so, the latest of that day."""
    if own := [stage for stage in stages if stage.number == mediation.stage_number]:
        return own[0]
    day = mediation.begins_on
    begun = [stage for stage in stages if day and _first_day(stage) <= day]
    return (begun or stages[:1] or [None])[-1]


def _first_day(stage: Stage) -> date:
    return stage.requested_on or stage.begun_on or stage.received_on
