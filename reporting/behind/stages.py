"""Stages, their time limits and findings, and what goes with them."""

from django.db.models import Model

from reporting.behind.base import Shown, area, display, outcome
from stages.models import (
    Appointment,
    Deadline,
    Finding,
    Mediation,
    PanelMember,
    Proceedings,
    ProviderRequest,
    ServiceRequest,
    Stage,
    Task,
)
from stages.points_upheld import points_upheld

SHOWN: dict[type[Model], Shown] = {
    Stage: Shown(
        ("case__service_area", "definition__procedure"),
        {
            "Service area": lambda row: row.case.service_area,
            "Procedure": lambda row: row.definition.procedure,
            "Begun": lambda row: row.begun_on,
            "Answered": lambda row: row.responded_on,
            "Outcome": lambda row: outcome(row, row.points_upheld),
        },
        {"points_upheld": points_upheld()},
    ),
    Finding: Shown(
        ("stage__case__service_area", "stage__definition", "point"),
        {
            "Service area": lambda row: row.stage.case.service_area,
            "Stage": lambda row: row.stage.definition,
            "Point": lambda row: row.point.number,
            "Finding": display("finding"),
            "Whose": display("level"),
            "Answered": lambda row: row.stage.responded_on,
        },
    ),
    Deadline: Shown(
        ("stage__case__service_area", "stage__definition", "limit"),
        {
            "Service area": lambda row: row.stage.case.service_area,
            "Stage": lambda row: row.stage.definition,
            "Time limit": lambda row: row.limit.name,
            "Due": lambda row: row.due_on,
            "Met": lambda row: row.met_on,
        },
    ),
    Task: Shown(
        ("case__service_area", "stage__definition"),
        {
            "Service area": lambda row: row.case.service_area,
            "Stage": lambda row: row.stage.definition,
            "Due": lambda row: row.due_on,
            "Made": lambda row: row.done_on,
            "What was said": lambda row: row.evidence,
        },
    ),
    Appointment: Shown(
        ("stage__case__service_area", "investigator"),
        {
            "Service area": lambda row: row.case.service_area,
            "Person": lambda row: row.investigator,
            "As": display("role"),
            "Appointed": lambda row: row.appointed_on,
            "Report": lambda row: row.report_on,
            "Fee": lambda row: row.fee,
            "Expenses": lambda row: row.expenses,
        },
    ),
    PanelMember: Shown(
        ("panel__stage__case__service_area", "investigator"),
        {
            "Service area": lambda row: row.case.service_area,
            "Person": lambda row: row.investigator,
            "Appointed": lambda row: row.appointed_on,
            "Panel met": lambda row: row.panel.stage.panel_met_on,
            "Fee": lambda row: row.fee,
            "Expenses": lambda row: row.expenses,
        },
    ),
    Proceedings: Shown(
        ("case__service_area",),
        {
            "Service area": lambda row: row.case.service_area,
            "Kind": display("kind"),
            "Decision": display("effect"),
            "Decided": lambda row: row.decided_on,
            "Ended": lambda row: row.ended_on,
        },
    ),
    Mediation: Shown(
        ("case", "service_area"),
        {
            "Service area": area,
            "Offered": lambda row: row.offered_on,
            "Held": lambda row: row.held_on,
            "How it stands": lambda row: row.words,
            "Stage not needed": lambda row: row.stage_avoided,
        },
    ),
    ServiceRequest: Shown(
        ("case__service_area", "to_user"),
        {
            "Service area": lambda row: row.case.service_area,
            "Asked of": lambda row: row.to,
            "Asked": lambda row: row.asked_on,
            "Due": lambda row: row.due_on,
            "Chased": lambda row: row.chased,
            "Answered": lambda row: row.answered_on,
            "How": display("answered_how"),
        },
    ),
    ProviderRequest: Shown(
        ("case__service_area", "provider"),
        {
            "Service area": lambda row: row.case.service_area,
            "Provider": lambda row: row.provider,
            "Asked": lambda row: row.asked_on,
            "Due": lambda row: row.due_on,
            "Answered": lambda row: row.answered_on,
        },
    ),
}
