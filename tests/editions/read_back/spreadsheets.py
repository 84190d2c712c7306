"""Tables read back from Excel and CSV, each number as a number."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from zipfile import ZipFile

import openpyxl

from tests.editions.read_back.found import Table, value_of


def read_xlsx(content: bytes) -> list[Table]:
    book = openpyxl.load_workbook(BytesIO(content))
    return [_table([[_cell(cell) for cell in row] for row in sheet.iter_rows()]) for sheet in book]


def _cell(cell):
    return cell.value * 100 if "%" in cell.number_format and _is_number(cell) else cell.value


def _is_number(cell) -> bool:
    return isinstance(cell.value, int | float)


def read_csv(content: bytes) -> list[Table]:
    with ZipFile(BytesIO(content)) as files:
        texts = [files.read(name).decode("utf-8-sig") for name in files.namelist()]
    return [_table(list(csv.reader(StringIO(text)))) for text in texts]


def _table(lines: Sequence[Sequence]) -> Table:
    """Above it stand its title and notes, and an empty line."""
    blank = next(place for place, line in enumerate(lines) if not any(map(_is_filled, line)))
    head, *rows = lines[blank + 1 :]
    columns = [str(label) for label in head[1:] if _is_filled(label)]
    return Table(
        str(lines[0][0]),
        columns,
        [(str(row[0]), [value_of(cell) for cell in row[1 : len(columns) + 1]]) for row in rows],
    )


def _is_filled(cell) -> bool:
    return cell not in (None, "")
