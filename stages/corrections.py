"""Which recorded dates of a case can be put right, and what goes with each. Nothing is written.

The dates of appointments and of the statement of complaint have rows, and steps, of their own.
"""

from collections.abc import Iterable
from datetime import date

from stages.models import Stage, StageEvent

CORRECTABLE = (
    StageEvent.RECEIVED,
    StageEvent.REQUESTED,
    StageEvent.BEGUN,
    StageEvent.ACKNOWLEDGED,
    StageEvent.INVESTIGATION_REPORT,
    StageEvent.INDEPENDENT_PERSON_REPORT,
    StageEvent.PANEL_MET,
    StageEvent.PANEL_REPORT,
    StageEvent.RESPONSE,
)
SHARED = {StageEvent.INVESTIGATION_REPORT, StageEvent.INDEPENDENT_PERSON_REPORT}
Changes = list[tuple[Stage, dict[str, date]]]


def dates_recorded(stages: Iterable[Stage]) -> list[tuple[Stage, StageEvent]]:
    """Those that can be put right. The complaint was received once, whatever its stages."""
    found = []
    for stage in stages:
        for event in CORRECTABLE:
            is_first = event != StageEvent.RECEIVED or not found
            if getattr(stage, event.value) and is_first:
                found.append((stage, event))
    return found


def name_of(stage: Stage, event: StageEvent) -> str:
    if event == StageEvent.RECEIVED:
        return "complaint received"
    return f"{stage}, {event.label}"


def corrected(stage: Stage, event: StageEvent, to: date) -> Changes:
    """What a correction changes: the date, and wherever the same event is recorded beside it."""
    before = getattr(stage, event.value)
    if event == StageEvent.RECEIVED:
        return _received(stage, before, to)
    dates = {event.value: to}
    if event == StageEvent.RESPONSE and stage.adjudication_on == before:
        dates[StageEvent.ADJUDICATION.value] = to
    if event in SHARED and stage.joint_id:
        return [(each, dates) for each in Stage.objects.investigated_with(stage)]
    changes = [(stage, dates)]
    if event == StageEvent.REQUESTED:  # which ends the time to ask for it
        left = stage.case.stages.filter(number=stage.number - 1, escalated_on=before)
        changes += [(each, {StageEvent.ESCALATED.value: to}) for each in left]
    return changes


def _received(stage: Stage, before: date, to: date) -> Changes:
    """Stage 1 begins as the complaint is received; one that was a concern first runs from later."""
    changes = []
    for each in stage.case.stages.filter(received_on=before):
        begun = each.number <= 1 and each.begun_on == before
        changes.append((each, {"received_on": to} | ({"begun_on": to} if begun else {})))
    return changes
