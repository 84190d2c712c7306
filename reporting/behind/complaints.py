"""Complaints, what they raise, and what was decided of them."""

from django.db.models import Model

from cases.models import Case, CaseIssue, Decision, LogEntry
from reporting.behind.base import Shown, area, display

SHOWN: dict[type[Model], Shown] = {
    Case: Shown(
        ("service_area", "nature"),
        {
            "Received": lambda row: row.received_on,
            "Service area": area,
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
    LogEntry: Shown(
        ("case", "service_area", "nature", "log"),
        {
            "Log": lambda row: row.log,
            "Received, by the log": lambda row: row.received_on,
            "Service area, by the log": area,
            "Nature, by the log": lambda row: row.nature,
        },
    ),
    Decision: Shown(
        ("case__service_area", "listed_reason", "decided_by"),
        {
            "Service area": lambda row: row.case.service_area,
            "Kind": display("kind"),
            "Decided": lambda row: row.decided_on,
            "By": lambda row: row.decided_by,
            "Decision": lambda row: row.decision,
            "Person told": lambda row: row.told_on,
        },
    ),
}
