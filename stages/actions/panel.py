"""A review panel: appointed, planned, held, reported, and answered with the independent person."""

from datetime import date
from typing import NamedTuple

from accounts.models import User
from accounts.trail import action, record
from cases.models import Point
from stages.actions.casework import record_date
from stages.findings import Found, put_findings, put_recommendations
from stages.models import (
    Finding,
    Investigator,
    Panel,
    PanelAttendance,
    PanelMember,
    PoolRole,
    Recommendation,
    Stage,
    StageEvent,
)
from stages.not_possible import NotPossible
from stages.outcomes import derive
from stages.pool import PANELLISTS, refuse_the_barred
from stages.working_calendar import in_words


class Seat(NamedTuple):
    investigator: Investigator
    appointed_on: date
    chairs: bool = False


class Came(NamedTuple):
    """Somebody who came to the panel."""

    name: str
    part: PanelAttendance.Part
    speaks: bool = False


class Consulted(NamedTuple):
    """The part of the independent person in the council's response (reg 20)."""

    who: Investigator
    on: date
    how: str


@action
def appoint_panel(stage: Stage, seats: list[Seat], *, by: User) -> Panel:
    """Appoint a panel of three people, one of whom chairs.

    The version says how many must be independent of the council; none was the independent person
    of Stage 2 (reg 19(2), (3)).
    """
    people = [seat.investigator for seat in seats]
    if len(set(people)) != PANELLISTS:
        raise NotPossible("A panel is three different people.")
    if sum(seat.chairs for seat in seats) != 1:
        raise NotPossible("The chair is one of the three.")
    _refuse_too_many_of_the_council(stage, people)
    days = [seat.appointed_on for seat in seats]
    refuse_the_barred([stage], people, PoolRole.PANELLIST, on=max(days))
    panel, _ = Panel.objects.get_or_create(stage=stage)
    if panel.members.filter(ended_on=None).exists():
        raise NotPossible("The panel is appointed already: replace a panellist.")
    for seat in seats:
        panel.members.create(**seat._asdict())
    record(f"appointed the panel of {stage}", stage.case, by=by)
    return panel


@action
def replace_panellist(
    stage: Stage, leaving: PanelMember, new: Investigator, *, on: date, why: str, by: User
) -> PanelMember:
    """Let somebody else take a seat, the chair's too, before the panel meets."""
    leaving.ended_on, leaving.ended_because = on, why
    leaving.full_clean()
    leaving.save(update_fields=["ended_on", "ended_because"])
    staying = [member.investigator for member in stage.panel.members.filter(ended_on=None)]
    if new in staying:
        raise NotPossible("A panel is three different people.")
    _refuse_too_many_of_the_council(stage, [*staying, new])
    refuse_the_barred([stage], [new], PoolRole.PANELLIST, on=on)
    member = stage.panel.members.create(investigator=new, chairs=leaving.chairs, appointed_on=on)
    record("replaced a panellist", stage.case, by=by, why=why)
    return member


@action
def plan_panel(stage: Stage, *, on: date, venue: str, by: User) -> None:
    """Set, or move, the day on which the panel is to meet."""
    panel, _ = Panel.objects.get_or_create(stage=stage)
    if stage.requested_on and on < stage.requested_on:
        raise NotPossible("A panel cannot meet before its request.")
    panel.meets_on, panel.venue = on, venue
    panel.save(update_fields=["meets_on", "venue"])
    record(f"planned the panel for {in_words(on)}", stage.case, by=by)


@action
def send_papers(stage: Stage, *, on: date, by: User) -> None:
    panel, _ = Panel.objects.get_or_create(stage=stage)
    panel.papers_sent_on = on
    panel.save(update_fields=["papers_sent_on"])
    record("recorded that the panel's papers went out", stage.case, by=by)


@action
def hold_panel(stage: Stage, *, on: date, came: list[Came], by: User) -> None:
    """Record that the panel met, and who came to it."""
    for member in stage.panel.members.filter(ended_on=None).select_related("investigator"):
        if member.appointed_on and member.appointed_on > on:
            day = in_words(member.appointed_on)
            raise NotPossible(f"{member} was appointed on {day}: the panel cannot have met before.")
    for one in came:
        attendance = PanelAttendance(panel=stage.panel, **one._asdict())
        attendance.full_clean()
        attendance.save()
    record_date(stage, StageEvent.PANEL_MET, on=on, by=by)


@action
def report_panel(
    stage: Stage, *, on: date, findings: dict[Point, Found], recommendations: list[str], by: User
) -> None:
    """Record the day the panel's report came, its finding on each point, its recommendations."""
    record_date(stage, StageEvent.PANEL_REPORT, on=on, by=by)
    put_findings(stage, findings, Finding.Level.PANEL)
    put_recommendations(stage, [(text, None) for text in recommendations])


@action
def answer_panel(
    stage: Stage,
    *,
    on: date,
    answers: dict[Recommendation, tuple[str, str]],
    consulted: Consulted | None,
    by: User,
) -> None:
    """Answer a panel: the council's answer to each recommendation, decided together with the
    independent person (reg 20). The outcome follows from the panel's findings."""
    if consulted is None and stage.definition.independent_person:
        raise NotPossible("Say how the independent person took part in the response.")
    for recommendation, (answer, reason) in answers.items():
        recommendation.answer, recommendation.reason = answer, reason
        recommendation.full_clean()
        recommendation.save(update_fields=["answer", "reason"])
    if consulted:
        _record_their_part(stage, consulted)
    panels = stage.findings.filter(level=Finding.Level.PANEL).values_list("finding", flat=True)
    stage.outcome = derive(panels)
    record_date(stage, StageEvent.RESPONSE, on=on, by=by)
    outcome = stage.get_outcome_display().lower() or "no finding recorded"
    record(f"answered {stage}: {outcome}", stage.case, by=by)


def _record_their_part(stage: Stage, consulted: Consulted) -> None:
    panel, _ = Panel.objects.get_or_create(stage=stage)
    panel.consulted, panel.consulted_on, panel.consulted_how = consulted
    panel.full_clean()
    panel.save(update_fields=["consulted", "consulted_on", "consulted_how"])


def _refuse_too_many_of_the_council(stage: Stage, members: list[Investigator]) -> None:
    of_the_council = [member for member in members if member.employed_by_council]
    needed = stage.definition.independent_panellists
    if len(members) - len(of_the_council) < needed:
        raise NotPossible(
            f"{of_the_council[0]} works for the council: {needed} of the panel must be independent."
        )
