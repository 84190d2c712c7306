"""A stage in full: each milestone with its date or its gap, each clock, and what moved it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.utils.text import capfirst

from complaints_site.case_page import CaseFile
from complaints_site.json_rows import dated
from complaints_site.standing import Standing
from complaints_site.start_dates import StartDate, start_dates_of
from stages.before_stage_1 import name_of
from stages.models import (
    Acknowledgement,
    Answer,
    Appointment,
    Extension,
    Hold,
    Panel,
    PanelAttendance,
    PanelMember,
    Plan,
    Recommendation,
    Stage,
    StageEvent,
    Statement,
    Suspension,
    Task,
)

ONE_DAY = timedelta(days=1)
ALWAYS = {StageEvent.BEGUN, StageEvent.ACKNOWLEDGED, StageEvent.RESPONSE}
INVESTIGATED = {
    StageEvent.STATEMENT_AGREED,
    StageEvent.INVESTIGATOR_APPOINTED,
    StageEvent.INDEPENDENT_PERSON_APPOINTED,
    StageEvent.INVESTIGATION_REPORT,
    StageEvent.INDEPENDENT_PERSON_REPORT,
}  # the adjudication is sent with the response; it stands apart only where it was recorded apart
OF_SEAT = ["asked_on", "accepted_on", "appointed_on", "ended_on", "ended_because"]
OF_APPOINTMENT = ["role", "met_complainant_on", *OF_SEAT]
BY_PANEL = {StageEvent.PANEL_MET, StageEvent.PANEL_REPORT}


@dataclass(frozen=True)
class Milestone:
    """``gap`` says why there is no date."""

    name: str
    on: date | None
    gap: str = ""


@dataclass(frozen=True)
class Sheet:
    """A stage as its tab shows it."""

    stage: Stage
    milestones: list[Milestone]
    clocks: list[Standing]
    extensions: list[Extension]
    holds: list[Hold]
    suspensions: list[Suspension]
    appointments: list[dict]
    panellists: list[dict]
    plans: list[Plan]
    acknowledgement: Acknowledgement | None
    answer: Answer | None
    updates: list[Task]
    recommendations: list[Recommendation]
    statements: int
    start_dates: list[StartDate]

    @property
    def name(self) -> str:
        return self.stage.definition.name

    @property
    def panel(self) -> Panel | None:
        return self.stage.panel if hasattr(self.stage, "panel") else None

    @property
    def attendances(self) -> list[dict]:
        """Who came to the panel."""
        return self.stage.attendance_rows


def stages_in_full() -> QuerySet[Stage]:
    """Stages with the rows that hang on each of them, in the same query."""
    return Stage.objects.select_related("panel__consulted", "adjudicated_by").annotate(
        extension_rows=_rows(
            Extension,
            "from_due_on",
            "to_due_on",
            "reason",
            "decided_on",
            "told_on",
            "told_how",
            "ombudsman_named",
        ),
        plan_rows=_rows(Plan, "agreed_on", "from_due_on", "due_on", "how", "by_agreement"),
        acknowledgement_rows=_rows(Acknowledgement, "how", "leaflet_sent", "advocacy_offered"),
        answer_rows=_rows(Answer, "way", "with_whom", "agreed", "right_given_on", "window_ends_on"),
        update_rows=_rows(
            Task,
            "kind",
            "due_on",
            "done_on",
            "dropped_on",
            "evidence",
            only={"kind": Task.Kind.UPDATE},
        ),
        hold_rows=_rows(Hold, "from_on", "to_on", "reason", "told_on"),
        suspension_rows=_rows(Suspension, "from_on", "to_on", "reason"),
        appointment_rows=_rows(Appointment, *OF_APPOINTMENT, name="investigator__name"),
        panellist_rows=_rows(
            PanelMember,
            "chairs",
            *OF_SEAT,
            stage="panel__stage",
            name="investigator__name",
        ),
        attendance_rows=_rows(PanelAttendance, "name", "part", "speaks", stage="panel__stage"),
        recommendation_rows=_rows(Recommendation, "number", "text", "answer", "reason"),
        statement_rows=_rows(Statement, "version"),
    )


def stages_with_appointments() -> QuerySet[Stage]:
    """Stages with whom was appointed to each, in the same query."""
    named = {
        "name": "investigator__name",
        "agency": "investigator__agency",
        "person": "investigator",
    }
    return Stage.objects.annotate(
        appointment_rows=_rows(Appointment, *OF_APPOINTMENT, "fee", "expenses", **named)
    )


def appointments_of(stages: Iterable[Stage]) -> list[dict]:
    """All of those, each with the number of its stage."""
    return [
        _appointment(row) | {"stage": stage.number}
        for stage in stages
        for row in stage.appointment_rows
    ]


def _rows(model, *columns: str, stage="stage", only=None, **named: str) -> ArraySubquery:
    rows = model.objects.filter(**{stage: OuterRef("pk")}, **(only or {})).order_by("pk")
    as_json = JSONObject(**{column: column for column in columns}, **named)
    return ArraySubquery(rows.values(row_as_json=as_json))


def sheets_of(file: CaseFile) -> list[Sheet]:
    """The sheets of all stages of a case that was read with :func:`stages_in_full`."""
    return [_sheet(stage, file) for stage in file.stages]


def _sheet(stage: Stage, file: CaseFile) -> Sheet:
    for row in stage.attendance_rows:
        row["part"] = PanelAttendance.Part(row["part"]).label
        if file.withholds:  # who came may be who complains
            row["name"] = row["part"]
    for row in stage.answer_rows:
        if file.withholds:
            row["with_whom"] = ""
    holds = [Hold(**dated(row)) for row in stage.hold_rows]
    suspensions = [Suspension(**dated(row)) for row in stage.suspension_rows]
    waited = (
        *holds,
        *(Hold(from_on=one.from_on + ONE_DAY, to_on=one.to_on) for one in suspensions),
    )
    clocks = [clock for clock in file.clocks if clock.deadline.stage_id == stage.pk]
    return Sheet(
        stage=stage,
        milestones=list(_milestones(stage)),
        clocks=[replace(clock, holds=waited) for clock in clocks],
        extensions=[Extension(**dated(row)) for row in stage.extension_rows],
        holds=holds,
        suspensions=suspensions,
        appointments=[_appointment(row) for row in stage.appointment_rows],
        panellists=[dated(row) for row in stage.panellist_rows],
        recommendations=[Recommendation(**row) for row in stage.recommendation_rows],
        statements=len(stage.statement_rows),
        start_dates=start_dates_of(stage, file.calendar),
        plans=[Plan(**dated(row)) for row in stage.plan_rows],
        acknowledgement=_only(Acknowledgement, stage.acknowledgement_rows),
        answer=_only(Answer, stage.answer_rows),
        updates=[_update(row, file.today) for row in stage.update_rows if _fell_due(row, file)],
    )


def _only(model, rows: list[dict]):
    """The one row of a stage, or nothing."""
    return next((model(**dated(row)) for row in rows), None)


def _fell_due(row: dict, file: CaseFile) -> bool:
    """Whether an update was made, or fell due before the stage was no longer waited for."""
    row = dated(row)
    return bool(row["done_on"]) or row["due_on"] < (row["dropped_on"] or file.today)


def _update(row: dict, today: date) -> Task:
    update = Task(**dated(row))
    update.fell_late = (update.done_on or today) > update.due_on
    return update


def _milestones(stage: Stage) -> Iterable[Milestone]:
    wanted = set(ALWAYS)
    if stage.definition.panel:
        wanted |= BY_PANEL
    elif stage.definition.independent_person:
        wanted |= INVESTIGATED
    if stage.number == 0:
        wanted = {StageEvent.BEGUN, StageEvent.RESPONSE}
    wanted |= {StageEvent.REQUESTED} if stage.number > 1 else set()
    for event in StageEvent:
        day = getattr(stage, event.value)
        if event == StageEvent.RECEIVED and stage.number > 1:
            continue  # said at the first stage
        if day or event in wanted:
            yield Milestone(capfirst(name_of(event, stage)), day, "" if day else _gap(stage))


def _gap(stage: Stage) -> str:
    if stage.became_a_complaint:
        return "Not settled"
    ended = stage.responded_on or stage.outcome or stage.gave_way
    return "Not recorded" if ended else "Not yet"


def _appointment(row: dict) -> dict:
    return dated(row) | {"role": Appointment.Role(row["role"]).label}
