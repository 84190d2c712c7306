"""A report as JSON: numbers are numbers, pounds are text with their pence."""

from decimal import Decimal

from reporting import addresses
from reporting.results import Cell, Figure, Report, Table
from reporting.scope import Scope
from reporting.wording import INTERNAL


def as_json(report: Report, scope: Scope) -> dict:
    return {
        "period": {
            "from": report.period.start.isoformat(),
            "to": report.period.end.isoformat(),
            "label": report.period.label,
        },
        "directorate": report.whose,
        "for": INTERNAL,
        "tables": {key: _table(table, scope) for key, table in report.tables.items()},
        "figures": {key: _figure(figure, scope) for key, figure in report.figures.items()},
    }


def _table(table: Table, scope: Scope) -> dict:
    return {
        "title": table.title,
        "base": table.base,
        "definition": table.definition,
        "columns": [{"label": column.label} for column in table.columns],
        "rows": [
            {"label": row.label, "cells": [_cell(cell, scope) for cell in row.cells]}
            for row in table.rows
        ],
    }


def _cell(cell: Cell, scope: Scope) -> dict:
    return {
        "value": plain(cell.value, cell.kind),
        "percent": plain(cell.percent, "percent"),
        "cases": addresses.of_cell(scope, cell.table, cell.row, cell.column),
    }


def _figure(figure: Figure, scope: Scope) -> dict:
    return {
        "value": plain(figure.value, figure.kind),
        "label": figure.label,
        "source": figure.source,
        "cases": addresses.of_figure(scope, figure.key),
    }


def plain(value, kind: str):
    """
    >>> plain(Decimal("7.1"), "percent"), plain(Decimal("680"), "pounds"), plain(None, "percent")
    (7.1, '680.00', None)
    >>> plain(Decimal("54.0"), "days"), plain("Leaving Care", "text")
    (54, 'Leaving Care')
    """
    if value is None:
        return None
    if kind == "pounds":
        return f"{Decimal(value):.2f}"
    if isinstance(value, Decimal):
        return int(value) if value == int(value) and kind != "percent" else float(value)
    return value
