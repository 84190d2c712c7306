"""The Ombudsman's annual letter as a table of text: its rows, or what is wrong with it and where.

Pure: text in, rows or sentences out. Text that looks like a formula stays the text that it is.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from io import StringIO

from django.core.exceptions import ValidationError
from django.forms import DateField

MOST_BYTES = 1_000_000  # a council's whole year is some hundred rows
MOST_ROWS = 5_000
MOST_FAULTS = 30
HEADINGS = {
    "reference": ("reference", "their reference", "ombudsman reference", "lgsco reference", "ref"),
    "category": ("category", "service", "category/service", "category or service"),
    "received_on": ("received", "date received", "received on"),
    "decided_on": ("decided", "date decided", "decided on", "decision date"),
    "decision": ("decision", "outcome"),
    "remedy": ("remedy", "remedies"),
}
NAMES = {
    "reference": "reference",
    "category": "category or service",
    "received_on": "received",
    "decided_on": "decided",
    "decision": "decision",
    "remedy": "remedy",
}
LONGEST = {"reference": 40, "category": 200, "decision": 200, "remedy": 10_000}
NEEDED = ("reference", "decision")


@dataclass(frozen=True)
class Row:
    line: int
    reference: str
    category: str = ""
    received_on: date | None = None
    decided_on: date | None = None
    decision: str = ""
    remedy: str = ""


@dataclass
class Reading:
    rows: list[Row] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    _by_reference: dict[str, Row] = field(default_factory=dict)

    def of_reference(self, reference: str) -> Row | None:
        return self._by_reference.get(reference)

    def keep(self, row: Row) -> None:
        self.rows.append(row)
        self._by_reference[row.reference] = row

    def fault(self, line: int, column: str, says: str) -> None:
        where = f"Line {line}, {NAMES[column]}" if column else f"Line {line}"
        self.faults.append(f"{where}: {says}")


def read_letter(text: str) -> Reading:
    """Read a table with a line of headings; separated by commas, semicolons or tabs."""
    reading = Reading()
    if len(text.encode()) > MOST_BYTES:
        reading.faults.append("The letter is larger than 1 MB: paste only the rows of one year")
        return reading
    lines = _lines(text, reading)
    first = next(lines, None)
    if first is None and not reading.faults:
        reading.faults.append("There is nothing to read: paste the rows with their headings")
    elif first and (columns := _columns(*first, reading)):
        for number, cells in lines:
            _read_row(number, cells, columns, reading)
        _refuse_none_or_too_many(reading)
    _shorten(reading)
    return reading


def _refuse_none_or_too_many(reading: Reading) -> None:
    if not reading.rows and not reading.faults:
        reading.faults.append("There is no row under the headings")
    if len(reading.rows) > MOST_ROWS:
        reading.faults.append(f"There are more than {MOST_ROWS:,} rows: paste only one year")


def _shorten(reading: Reading) -> None:
    more = len(reading.faults) - MOST_FAULTS
    if more > 0:
        reading.faults[MOST_FAULTS:] = [f"And {more} more like these"]


def _lines(text: str, reading: Reading) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold anything, with the number each begins on."""
    heading = next((line for line in text.splitlines() if line.strip()), "")
    separator = max("\t;,", key=heading.count) if heading else ","
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield number, [cell.strip() for cell in cells]
            number = reader.line_num + 1
    except csv.Error:
        says = "a quotation mark is opened and not closed, or stands in the middle of a cell"
        reading.fault(number, "", says)


def _columns(number: int, cells: list[str], reading: Reading) -> list[str]:
    """What each column holds; "" where it is not read. Nothing where a needed one is missing."""
    said = [" ".join(cell.lower().split()) for cell in cells]
    known = {name: key for key, names in HEADINGS.items() for name in names}
    columns = [known.get(heading, "") for heading in said]
    for key in NEEDED:
        if key not in columns:
            reading.fault(
                number, "", f"no column is headed “{NAMES[key]}”. The headings are: {cells}"
            )
    twice = {key for key in columns if key and columns.count(key) > 1}
    for key in sorted(twice):
        reading.fault(number, key, "two columns have this heading")
    return [] if reading.faults else columns


def _read_row(number: int, cells: list[str], columns: list[str], reading: Reading) -> None:
    if len(cells) > len(columns) and any(cells[len(columns) :]):
        says = f"it has {len(cells)} cells, and there are {len(columns)} headings"
        reading.fault(number, "", says)
        return
    faults = len(reading.faults)
    told = {key: cell for key, cell in zip(columns, cells, strict=False) if key}
    values = {key: _value(number, key, cell, reading) for key, cell in told.items()}
    if not values.get("reference"):
        reading.fault(number, "reference", "enter the Ombudsman's reference")
    elif earlier := reading.of_reference(values["reference"]):
        reading.fault(number, "reference", f"{earlier.reference} stands on line {earlier.line} too")
    received, decided = values.get("received_on"), values.get("decided_on")
    if received and decided and decided < received:
        reading.fault(number, "decided_on", f"it is before {received:%-d %B %Y}, when received")
    if len(reading.faults) == faults:
        reading.keep(Row(number, **values))


def _value(number: int, key: str, cell: str, reading: Reading):
    if key.endswith("_on"):
        try:
            return DateField(required=False).clean(cell)
        except ValidationError:
            reading.fault(number, key, f"“{cell[:40]}” is not a date. Write it as 4/9/2025")
            return None
    if "\0" in cell:
        reading.fault(number, key, "it holds a character that is not text")
    elif len(cell) > LONGEST[key]:
        reading.fault(number, key, f"it is longer than {LONGEST[key]} letters")
    return cell
