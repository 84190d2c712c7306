"""The tables of a report: Excel and CSV, in which numbers are numbers."""

import csv
from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import xlsxwriter

from editions.document import Document, Grid, Number
from reporting.spreadsheet import FORMATS, harmless

A_DAY = (2000, 1, 1, 0, 0, 0)  # in a ZIP: the same document is the same file


def as_xlsx(document: Document) -> bytes:
    """A sheet for each table, with its notes above it."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties(
            {
                "title": document.title,
                "author": document.council,
                "created": datetime(2000, 1, 1, tzinfo=UTC),
            }
        )
        styles = {kind: book.add_format({"num_format": form}) for kind, form in FORMATS.items()}
        styles["bold"] = book.add_format({"bold": True})
        for place, grid in enumerate(document.grids(), start=1):
            _sheet(book.add_worksheet(f"Table {place}"), grid, document, styles)
    return file.getvalue()


def _sheet(sheet, grid: Grid, document: Document, styles: dict) -> None:
    said = [grid.title, f"{document.title}. {document.about}.", *grid.notes, document.said]
    for place, note in enumerate(said):
        sheet.write_string(place, 0, note, styles["bold"] if place == 0 else None)
    top = len(said) + 1
    for column, label in enumerate(_headings(grid), start=1):
        sheet.write_string(top, column, label, styles["bold"])
    for line, row in enumerate(grid.lines, start=top + 1):
        sheet.write_string(line, 0, row.label, styles["bold"])
        for column, (value, kind) in enumerate(_values(row.numbers, grid), start=1):
            if isinstance(value, int | float | Decimal):
                share = value / 100 if kind == "percent" else value
                sheet.write_number(line, column, share, styles.get(kind))
            else:
                sheet.write_string(line, column, str(value))
    sheet.set_column(0, 0, 34)
    sheet.freeze_panes(top + 1, 1)


def as_csv(document: Document) -> bytes:
    """A ZIP with a file for each table."""
    return zipped(
        (f"{place:02} {grid.name}.csv".replace(" ", "-"), _csv(grid, document).encode("utf-8-sig"))
        for place, grid in enumerate(document.grids(), start=1)
    )


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(ZipInfo(name, A_DAY), content, ZIP_DEFLATED)
    return kept.getvalue()


def _csv(grid: Grid, document: Document) -> str:
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    said = [grid.title, f"{document.title}. {document.about}.", *grid.notes, document.said]
    writer.writerows([harmless(note)] for note in said)
    writer.writerow([])
    writer.writerow(["", *(harmless(label) for label in _headings(grid))])
    for row in grid.lines:
        values = (value for value, _ in _values(row.numbers, grid))
        shown = (harmless(value) if isinstance(value, str) else value for value in values)
        writer.writerow([harmless(row.label), *shown])
    return file.getvalue()


def _has_shares(grid: Grid) -> bool:
    return any(number.percent is not None for line in grid.lines for number in line.numbers)


def _headings(grid: Grid) -> list[str]:
    if not _has_shares(grid):
        return grid.columns
    return [one for label in grid.columns for one in (label, f"{label}, %")]


def _values(numbers: list[Number], grid: Grid) -> list[tuple[object, str]]:
    """What stands in each cell, and of what kind it is; what is not shown is said in words."""
    found, shares = [], _has_shares(grid)
    for number in numbers:
        found.append((_value(number), number.measure))
        if shares:
            found.append(("" if number.percent is None else number.percent, "percent"))
    return found


def _value(number: Number):
    if number.measure == "pounds" and isinstance(number.value, str):
        return Decimal(number.value)
    return number.text if number.value is None else number.value
