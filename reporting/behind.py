"""The lists behind numbers, as a page shows them: which columns a row of each kind has."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model, QuerySet
from django.utils.timezone import localdate

from cases.models import (
    Activity,
    AdvocacyReferral,
    Case,
    CaseIssue,
    Compliment,
    Contact,
    Decision,
    LogEntry,
    LoggedAtActivity,
    Trainee,
)
from letters.models import Letter, ReturnedBecause, Vetting
from remedies.models import Lesson, Payment
from stages.models import (
    AfterwardsAnswer,
    AgreedRemedy,
    Appointment,
    AskedAfterwards,
    Deadline,
    Finding,
    Mediation,
    OmbudsmanEnquiry,
    OmbudsmanRequest,
    PanelMember,
    Proceedings,
    ProviderRequest,
    ServiceRequest,
    Stage,
    Task,
)

Columns = dict[str, Callable[[Model], object]]


@dataclass(frozen=True)
class Shown:
    """How rows of one kind are listed: what is read with them, and the columns after the case."""

    related: tuple[str, ...]
    columns: Columns


def _area(row):
    return row.service_area


def _display(field: str) -> Callable:
    return lambda row: getattr(row, f"get_{field}_display")()


SHOWN: dict[type[Model], Shown] = {
    Case: Shown(
        ("service_area", "nature"),
        {
            "Received": lambda row: row.received_on,
            "Service area": _area,
            "Nature": lambda row: row.nature,
            "Closed": lambda row: row.closed_on,
        },
    ),
    CaseIssue: Shown(
        ("case__service_area", "category"),
        {
            "Service area": lambda row: row.case.service_area,
            "Received": lambda row: row.case.received_on,
            "Nature": lambda row: row.category,
        },
    ),
    Finding: Shown(
        ("stage__case__service_area", "stage__definition", "point"),
        {
            "Service area": lambda row: row.stage.case.service_area,
            "Stage": lambda row: row.stage.definition,
            "Point": lambda row: row.point.number,
            "Finding": _display("finding"),
            "Whose": _display("level"),
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
    LogEntry: Shown(
        ("case", "service_area", "nature", "log"),
        {
            "Log": lambda row: row.log,
            "Received, by the log": lambda row: row.received_on,
            "Service area, by the log": _area,
            "Nature, by the log": lambda row: row.nature,
        },
    ),
    Stage: Shown(
        ("case__service_area", "definition__procedure"),
        {
            "Service area": lambda row: row.case.service_area,
            "Procedure": lambda row: row.definition.procedure,
            "Begun": lambda row: row.begun_on,
            "Answered": lambda row: row.responded_on,
            "Outcome": lambda row: row.get_outcome_display() or "Pending",
        },
    ),
    Appointment: Shown(
        ("stage__case__service_area", "investigator"),
        {
            "Service area": lambda row: row.case.service_area,
            "Person": lambda row: row.investigator,
            "As": _display("role"),
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
    Decision: Shown(
        ("case__service_area", "listed_reason", "decided_by"),
        {
            "Service area": lambda row: row.case.service_area,
            "Kind": _display("kind"),
            "Decided": lambda row: row.decided_on,
            "By": lambda row: row.decided_by,
            "Decision": lambda row: row.decision,
            "Person told": lambda row: row.told_on,
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
    Proceedings: Shown(
        ("case__service_area",),
        {
            "Service area": lambda row: row.case.service_area,
            "Kind": _display("kind"),
            "Decision": _display("effect"),
            "Decided": lambda row: row.decided_on,
            "Ended": lambda row: row.ended_on,
        },
    ),
    Mediation: Shown(
        ("case", "service_area"),
        {
            "Service area": _area,
            "Offered": lambda row: row.offered_on,
            "Held": lambda row: row.held_on,
            "How it stands": lambda row: row.words,
            "Stage not needed": lambda row: row.stage_avoided,
        },
    ),
    Payment: Shown(
        ("case", "service_area"),
        {
            "Service area": _area,
            "Kind": _display("kind"),
            "Stage": lambda row: row.stage_number,
            "Offered": lambda row: row.offered_on,
            "Paid": lambda row: row.paid_on,
            "Amount": lambda row: row.amount,
        },
    ),
    Lesson: Shown(
        ("case", "service_area"),
        {
            "Service area": _area,
            "Raised": lambda row: row.raised_on,
            "Lesson": lambda row: row.text,
        },
    ),
    OmbudsmanEnquiry: Shown(
        ("case", "service_area", "decision"),
        {
            "Service area": _area,
            "Decided": lambda row: row.decided_on,
            "Decision": lambda row: row.decision,
        },
    ),
    AgreedRemedy: Shown(
        ("case", "enquiry__service_area", "task__owner"),
        {
            "Service area": lambda row: row.enquiry.service_area,
            "Kind": _display("kind"),
            "Agreed": lambda row: row.task.what,
            "Owner": lambda row: row.task.owner,
            "Due": lambda row: row.task.due_on,
            "Shown to the Ombudsman": lambda row: row.task.evidence_sent_on,
        },
    ),
    OmbudsmanRequest: Shown(
        ("case", "enquiry__service_area"),
        {
            "Service area": lambda row: row.enquiry.service_area,
            "Received": lambda row: row.received_on,
            "Answer due": lambda row: row.answer_due_on,
            "Answered": lambda row: row.answered_on,
            "Days": lambda row: row.days_taken,
        },
    ),
    AdvocacyReferral: Shown(
        ("case", "service_area"),
        {
            "Service area": _area,
            "Referred": lambda row: row.referred_on,
            "Provider": lambda row: row.provider,
            "Advocate from": lambda row: row.appointed_on,
            "Outcome": _display("outcome"),
        },
    ),
    Compliment: Shown(
        ("service_area",),
        {
            "Service area": _area,
            "Received": lambda row: row.received_on,
            "Compliment": lambda row: row.text,
        },
    ),
    Contact: Shown(
        ("service_area",),
        {
            "Service area": _area,
            "Kind": _display("kind"),
            "Received": lambda row: row.received_on,
            "Due": lambda row: row.due_on,
            "Answered": lambda row: row.answered_on,
            "Closed": lambda row: row.closed_on,
        },
    ),
    Letter: Shown(
        ("case__service_area", "author", "approved_by"),
        {
            "Service area": lambda row: row.case.service_area,
            "Letter": _display("kind"),
            "Sent": lambda row: row.sent_on,
            "Author": lambda row: row.author,
            "Approved by": lambda row: row.approved_by,
        },
    ),
    Vetting: Shown(
        ("letter__case__service_area", "letter__case__part_of", "decided_by"),
        {
            "Service area": lambda row: row.case.service_area,
            "Letter": lambda row: row.letter,
            "Put to the vetter": lambda row: localdate(row.submitted_at),
            "Decided": lambda row: localdate(row.decided_at),
            "By": lambda row: row.decided_by,
            "As": _display("capacity"),
            "What came of it": _display("outcome"),
            "Why": lambda row: row.reason,
        },
    ),
    ReturnedBecause: Shown(
        (
            "vetting__letter__case__service_area",
            "vetting__letter__case__part_of",
            "vetting__decided_by",
            "reason",
        ),
        {
            "Service area": lambda row: row.case.service_area,
            "Letter": lambda row: row.vetting.letter,
            "Returned": lambda row: localdate(row.vetting.decided_at),
            "By": lambda row: row.vetting.decided_by,
            "Reason": lambda row: row.reason,
            "In words": lambda row: row.vetting.reason,
        },
    ),
    AskedAfterwards: Shown(
        ("case__service_area", "stage__definition"),
        {
            "Service area": lambda row: row.case.service_area,
            "Stage": lambda row: row.stage.definition,
            "Outcome": lambda row: row.stage.get_outcome_display(),
            "Asked": lambda row: row.asked_on,
            "How": _display("how"),
            "Answered": lambda row: row.answered_on,
            "What they said": lambda row: row.said,
        },
    ),
    AfterwardsAnswer: Shown(
        ("asked__case__service_area", "asked__stage__definition", "question"),
        {
            "Service area": lambda row: row.case.service_area,
            "Stage": lambda row: row.asked.stage.definition,
            "Outcome": lambda row: row.asked.stage.get_outcome_display(),
            "Question": lambda row: row.question,
            "Answer": _display("answer"),
            "What they said": lambda row: row.asked.said,
        },
    ),
    Activity: Shown(
        ("kind", "service_area"),
        {
            "Kind": lambda row: row.kind,
            "Date": lambda row: row.held_on,
            "Service area": lambda row: row.service_area or "All",
            "About": lambda row: row.about,
            "Copies": lambda row: row.copies,
        },
    ),
    Trainee: Shown(
        ("activity__kind", "activity__service_area"),
        {
            "Who": lambda row: row.name,
            "Activity": lambda row: row.activity,
            "Trained": lambda row: row.trained_on,
        },
    ),
    LoggedAtActivity: Shown(
        ("case", "contact__service_area", "activity__kind", "activity__service_area"),
        {
            "Other contact": lambda row: row.contact,
            "Activity": lambda row: row.activity,
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
            "How": _display("answered_how"),
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


def ready_to_show(rows: QuerySet) -> QuerySet:
    """With what the columns need, in an order that stays the same from page to page."""
    return rows.select_related(*SHOWN[rows.model].related).order_by("pk")


DAYS = "measured_days"  # of each row, where a number is a mean, a median or the longest of them


def columns_of(rows: QuerySet) -> list[str]:
    days = ["Days"] if DAYS in rows.query.annotations else []
    return [*SHOWN[rows.model].columns, *days]


def line(row: Model) -> dict:
    """One row: its case (None where it belongs to none), and its cells by column."""
    columns = SHOWN[type(row)].columns
    case = row if isinstance(row, Case) else getattr(row, "case", None)
    if isinstance(row, Finding | Deadline):
        case = row.stage.case
    if isinstance(row, Contact):
        case = None  # it is counted apart from the complaint that it may have become
    cells = [(name, column(row)) for name, column in columns.items()]
    days = [("Days", getattr(row, DAYS))] if hasattr(row, DAYS) else []
    return {"case": case, "cells": [*cells, *days]}
