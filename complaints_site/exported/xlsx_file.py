"""A list as an Excel workbook: what it is, then the cases. Text stays text, dates are dates."""

import tempfile
from collections.abc import Iterator
from datetime import date
from typing import IO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from .query import ExportedList

OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
AT_ONCE = 2_000  # rows read from the server
LONGEST = 32_767  # letters in a cell, Excel's own limit
MOST_ROWS = 1_048_575  # and its limit of rows, without the headings
WIDTH = 22


def written(list_: ExportedList) -> IO[bytes]:
    """The workbook as an open file that is gone once it is closed."""
    file = tempfile.TemporaryFile()  # noqa: SIM115
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        bold = book.add_format({"bold": True})
        day = book.add_format({"num_format": "d mmm yyyy"})
        _write_about(book.add_worksheet("About this list"), list_, bold)
        _write_cases(book.add_worksheet("Cases"), list_, bold, day)
    file.seek(0)
    return file


def _write_about(sheet: Worksheet, list_: ExportedList, bold) -> None:
    sheet.set_column(0, 0, WIDTH)
    sheet.set_column(1, 1, 100)
    for row, (label, said) in enumerate(list_.about):
        sheet.write_string(row, 0, label, bold)
        sheet.write_string(row, 1, said)


def _write_cases(sheet: Worksheet, list_: ExportedList, bold, day) -> None:
    last = len(list_.columns) - 1
    sheet.set_column(0, last, WIDTH)
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(list_.columns):
        sheet.write_string(0, place, column.label, bold)
    row = 0
    for row, cells in enumerate(_rows(list_), start=1):
        for place, cell in enumerate(cells):
            if isinstance(cell, date):
                sheet.write_datetime(row, place, cell, day)
            elif cell:
                sheet.write_string(row, place, cell[:LONGEST])
    sheet.autofilter(0, 0, row, last)


def _rows(list_: ExportedList) -> Iterator[tuple]:
    return list_.rows[:MOST_ROWS].iterator(chunk_size=AT_ONCE)
