"""The lists behind numbers, as a page shows them: which columns a row of each kind has."""

from django.db.models import Model, QuerySet

from cases.models import Case, Contact
from remedies.models import ActionPoint
from reporting.behind import afterwards, beside, complaints, letters, stages
from stages.models import Deadline, Finding

DAYS = "measured_days"  # of each row, where a number is a mean, a median or the longest of them
SHOWN = complaints.SHOWN | stages.SHOWN | letters.SHOWN | afterwards.SHOWN | beside.SHOWN


def ready_to_show(rows: QuerySet) -> QuerySet:
    """With what the columns need, in an order that stays the same from page to page."""
    shown = SHOWN[rows.model]
    return rows.select_related(*shown.related).annotate(**shown.worked_out).order_by("pk")


def columns_of(rows: QuerySet) -> list[str]:
    days = ["Days"] if DAYS in rows.query.annotations else []
    return [*SHOWN[rows.model].columns, *days]


def line(row: Model) -> dict:
    """One row: its case (None where it belongs to none), and its cells by column."""
    columns = SHOWN[type(row)].columns
    case = row if isinstance(row, Case) else getattr(row, "case", None)
    if isinstance(row, Finding | Deadline):
        case = row.stage.case
    if isinstance(row, ActionPoint):
        case = row.lesson.case
    if isinstance(row, Contact):
        case = None  # it is counted apart from the complaint that it may have become
    cells = [(name, column(row)) for name, column in columns.items()]
    days = [("Days", getattr(row, DAYS))] if hasattr(row, DAYS) else []
    return {"case": case, "cells": [*cells, *days]}
