"""The parts of a mixed complaint: split off, acknowledged at once, joined again (domain.md 1.G)."""

from collections.abc import Iterable
from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.actions.casework import add_point, assign
from cases.models import Assignment, Case, Decision, Point, ServiceArea
from stages.actions.casework import begin_stage, choose_route, record_date
from stages.actions.endings import close
from stages.actions.telling import acknowledge
from stages.models import Stage, StageEvent, Task
from stages.not_possible import NotPossible
from stages.triage import asks_to_split

# What a part has of its lead because both came in at once
SHARED = ["kind", "received_on", "made_on", "channel", "passed_on_by", "complainant_type"]


@action
def split_off(
    lead: Case,
    *,
    code: str,
    service_area: ServiceArea,
    why: str,
    on: date,
    by: User,
    points: Iterable[Point] = (),
    new_points: Iterable[str] = (),
) -> Case:
    """Make a part of ``lead`` on a procedure of its own; its clock runs from the same receipt.

    ``points`` move to it and keep their numbers. The lead's acknowledgement is the part's too: one
    complaint came, and one letter said so.
    """
    points, new_points = list(points), list(new_points)
    _refuse_to_split(lead, points, new_points)
    part = Case.objects.create(
        reference=_reference_of_next_part(lead),
        part_of=lead,
        service_area=service_area,
        summary="\n".join([*(point.text for point in points), *new_points]),
        nature=points[0].nature or lead.nature if points else lead.nature,
        historical=lead.historical,
        **{name: getattr(lead, name) for name in SHARED},
    )
    record(f"split it off {lead}", part, by=by, why=why)
    route = choose_route(part, code=code, on=on, why=why, by=by)
    part.decisions.create(
        kind=Decision.Kind.PROCEDURE,
        decided_on=on,
        decided_by=by,
        decision=str(route.procedure),
        reason=why,
    )
    _move(points, part)
    for text in new_points:
        add_point(part, text=text, by=by)
    _begin_as_the_lead_did(lead, part, by)
    holder = lead.assignments.filter(capacity=Assignment.Capacity.OWNER, until=None).first()
    if holder and holder.user:
        assign(part, to=holder.user, capacity=Assignment.Capacity.OWNER, on=on, by=by)
    asked = lead.tasks.filter(kind=Task.Kind.SPLIT, what=asks_to_split(code).text)
    asked.finish_all(on=on, evidence=f"Split off {part}")
    record(f"split off the part {part}: {route.procedure}", lead, by=by, why=why)
    return part


@action
def acknowledge_with(
    lead: Stage, stages: Iterable[Stage], *, on: date, how: str, by: User, **sent: bool
) -> None:
    """One letter acknowledges the lead and those of its parts that it speaks of."""
    for stage in [lead, *stages]:
        acknowledge(stage, on=on, how=how, by=by, **sent)


@action
def join_again(lead: Case, parts: Iterable[Case], *, why: str, on: date, by: User) -> None:
    """Take parts back of which nothing was answered: their points return to ``lead``."""
    for part in parts:
        if part.part_of_id != lead.pk:
            raise NotPossible(f"{part} is no part of {lead}.")
        if part.stages.exclude(responded_on=None).exists():
            raise NotPossible(f"{part} was answered already: it stays a part.")
        _move(list(part.points.all()), lead)
        close(part, on=on, reason=f"Joined with {lead} again", by=by)
        part.joined_on = on
        part.save(update_fields=["joined_on"])
        record(f"joined the part {part} again", lead, by=by, why=why)


def _refuse_to_split(lead: Case, points: list[Point], new_points: list[str]) -> None:
    if lead.part_of_id:
        raise NotPossible("Split parts off the lead case.")
    if not points and not new_points:
        raise NotPossible("Choose the points that go to the part, or enter a new one.")
    if any(point.case_id != lead.pk for point in points):
        raise NotPossible("A part takes points of its own complaint.")
    if any(point.findings.exists() for point in points):
        raise NotPossible("A point on which a finding was made stays where it was made.")
    if points and not lead.points.exclude(pk__in=[point.pk for point in points]).exists():
        raise NotPossible("Leave at least one point on the lead case.")


def _reference_of_next_part(lead: Case) -> str:
    """The lead's reference with a number: 2026-00041-2 is its first part, itself being the first.

    The lead is locked while it is split, so that two parts are never given the same number.
    """
    Case.objects.select_for_update().get(pk=lead.pk)
    number = lead.parts.count() + 2
    while Case.objects.filter(reference=f"{lead.reference}-{number}").exists():
        number += 1
    return f"{lead.reference}-{number}"


def _move(points: list[Point], to: Case) -> None:
    """Move points with their numbers; the first of a case is its primary one where none is left."""
    before = {point.case_id for point in points}
    for point in points:
        point.case, point.is_primary = to, False
        point.save(update_fields=["case", "is_primary"])
    for case in Case.objects.filter(pk__in={*before, to.pk}):
        first = case.points.order_by("number").first()
        if first and not case.points.filter(is_primary=True).exists():
            first.is_primary = True
            first.save(update_fields=["is_primary"])


def _begin_as_the_lead_did(lead: Case, part: Case, by: User) -> None:
    stage = begin_stage(part, 1, on=part.received_on, by=by)
    first = lead.stages.filter(number=1).first()
    if first and first.acknowledged_on:
        record_date(stage, StageEvent.ACKNOWLEDGED, on=first.acknowledged_on, by=by)
