"""A table as a file: JSON, CSV or XLSX, with its definition and period."""

import csv
from io import BytesIO, StringIO

import xlsxwriter

from reporting.as_json import plain
from reporting.results import Cell, Table
from reporting.scope import Scope
from reporting.spreadsheet import FORMATS, harmless
from reporting.wording import INTERNAL, NOT_KNOWN


def notes(table: Table, scope: Scope) -> list[str]:
    """What stands above the numbers in every file."""
    period = f"{scope.whose[0].upper()}{scope.whose[1:]}, {scope.period}."
    said = [table.title, period, table.base, table.definition, INTERNAL]
    return [note for note in said if note]


def as_json(table: Table, scope: Scope) -> dict:
    start, end = scope.period.days
    return {
        "title": table.title,
        "from": start.isoformat(),
        "to": end.isoformat(),
        "directorate": scope.directorate.name if scope.directorate else None,
        "base": table.base,
        "definition": table.definition,
        "for": INTERNAL,
        "columns": [column.label for column in table.columns],
        "rows": [
            {"label": row.label, "cells": [_cell(cell) for cell in row.cells]} for row in table.rows
        ],
    }


def _cell(cell: Cell) -> dict:
    said = {"value": plain(cell.value, cell.kind)}
    if cell.percent is not None:
        said["percent"] = plain(cell.percent, "percent")
    if cell.kind in ("percent", "rate"):
        said |= {"part": cell.part, "base": cell.base}
    if cell.kind == "measured":
        said["of"] = cell.part
    return said


def as_csv(table: Table, scope: Scope) -> str:
    """The notes, an empty line, then the table; a percentage is a column beside its number."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerows([harmless(note)] for note in notes(table, scope))
    writer.writerow([])
    writer.writerow(["", *(harmless(label) for label in _headings(table))])
    for row in table.rows:
        writer.writerow([harmless(row.label), *_numbers(row.cells, table)])
    return file.getvalue()


def as_xlsx(tables: list[tuple[Table, Scope]]) -> bytes:
    """A sheet for each. Numbers are numbers and percentages percentages: one can reckon on."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        styles = {kind: book.add_format({"num_format": form}) for kind, form in FORMATS.items()}
        styles["bold"] = book.add_format({"bold": True})
        for number, (table, scope) in enumerate(tables, start=1):
            name = "Table" if len(tables) == 1 else f"Table {number}"
            _write_sheet(book.add_worksheet(name), table, scope, styles)
    return file.getvalue()


def _write_sheet(sheet, table: Table, scope: Scope, styles: dict) -> None:
    said = notes(table, scope)
    for place, note in enumerate(said):
        sheet.write_string(place, 0, note, styles["bold"] if place == 0 else None)
    top = len(said) + 1
    for column, label in enumerate(_headings(table), start=1):
        sheet.write_string(top, column, label, styles["bold"])
    for line, row in enumerate(table.rows, start=top + 1):
        sheet.write_string(line, 0, row.label, styles["bold"])
        _write(sheet, line, row.cells, table, styles)
    sheet.set_column(0, 0, 34)
    sheet.freeze_panes(top + 1, 1)


def _write(sheet, line: int, cells: list[Cell], table: Table, styles: dict) -> None:
    column = 1
    for cell in cells:
        if cell.value is None:
            sheet.write_string(line, column, NOT_KNOWN)
        else:
            value = cell.value / 100 if cell.kind == "percent" else cell.value
            sheet.write_number(line, column, value, styles.get(cell.kind))
        column += 1
        if _has_shares(table):
            if cell.percent is not None:
                sheet.write_number(line, column, cell.percent / 100, styles["percent"])
            elif cell.base == 0:
                sheet.write_string(line, column, NOT_KNOWN)
            column += 1


def _has_shares(table: Table) -> bool:
    return any(cell.percent is not None for row in table.rows for cell in row.cells)


def _headings(table: Table) -> list[str]:
    labels = [column.label for column in table.columns]
    if not _has_shares(table):
        return labels
    return [one for label in labels for one in (label, f"{label}, %")]


def _numbers(cells: list[Cell], table: Table) -> list:
    shares = _has_shares(table)
    found = []
    for cell in cells:
        found.append(NOT_KNOWN if cell.value is None else plain(cell.value, cell.kind))
        if shares:
            found.append(_share(cell))
    return found


def _share(cell: Cell):
    if cell.percent is not None:
        return plain(cell.percent, "percent")
    return NOT_KNOWN if cell.base == 0 else ""
