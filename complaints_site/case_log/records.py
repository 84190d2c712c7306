"""The lines of a case log, read cell by cell and gathered by reference."""

import hashlib
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from .columns import CASE_LOG, SHEETS, SHORT_FORM, Column
from .faults import Findings, letter_of
from .sheets import open_log
from .values import Unreadable

LONGEST_CELL = 100_000  # characters: far above any letter
REPORT_EVERY = 1_000


@dataclass(slots=True)
class Line:
    """One line of a sheet: the values of its cells that are not empty."""

    sheet: str
    number: int
    values: dict[str, object]

    def get(self, column: str, default=None):
        return self.values.get(column, default)


@dataclass(slots=True)
class Record:
    """All that a log says about one complaint: its line, and its lines in the other sheets."""

    line: Line
    others: dict[str, list[Line]] = field(default_factory=dict)

    @property
    def reference(self) -> str:
        return self.line.values["reference"]

    def lines(self, sheet: str) -> list[Line]:
        return self.others.get(sheet, [])

    def content_hash(self) -> str:
        """The same for the same content, however the log was laid out.

        The order of lines and of columns, the way a date is written, and whether an event of a
        stage stands in ``case_log`` or in ``stage_dates`` make no difference.
        """
        said = []
        for column, value in self.line.values.items():
            if place := SHORT_FORM.get(column):
                said.append(("stage_dates", *place, value))
            else:
                said.append((CASE_LOG, column, value))
        for sheet, lines in self.others.items():
            for line in lines:
                values = line.values
                if sheet == "stage_dates":
                    said.append((sheet, *(values.get(name) for name in ("stage", "event", "on"))))
                else:
                    of_line = [item for item in values.items() if item[0] != "reference"]
                    said.append((sheet, *sorted(of_line)))
        return hashlib.sha256("\n".join(sorted(map(repr, said))).encode()).hexdigest()


@dataclass(slots=True)
class Log:
    """A case log as read. ``caseless`` are the lines without a reference, sheet by sheet."""

    columns: dict[str, list[str]] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)
    caseless: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))


def read_log(path: Path, findings: Findings, progress: Callable = lambda *_: None) -> Log:
    """Read every sheet of a log. What cannot be read is a fault and left out."""
    log = Log()
    for sheet in open_log(path, findings):
        for line in read_sheet(sheet, log, findings):
            if line.number % REPORT_EVERY == 0:
                progress(sheet.name, line.number)
            _put(line, log, findings)
    return log


def _put(line: Line, log: Log, findings: Findings) -> None:
    reference = line.values.get("reference")
    if line.sheet == CASE_LOG:
        if earlier := log.records.get(reference):
            says = f"this reference stands on line {earlier.line.number} too: expected it once"
            findings.fault(line, "reference", says)
        elif reference is not None:
            log.records[reference] = Record(line)
    elif reference is None:
        if not getattr(SHEETS[line.sheet].get("reference"), "required", False):
            log.caseless[line.sheet].append(line)
    elif record := log.records.get(reference):
        record.others.setdefault(line.sheet, []).append(line)
    else:
        says = f"expected a reference that stands in the sheet {CASE_LOG}"
        findings.fault(line, "reference", says)


def read_sheet(sheet, log: Log, findings: Findings):
    """Give the lines of one sheet; its first row says which column is which."""
    lines = sheet.lines(findings)
    before = len(findings.faults)
    _, header = next(lines, (1, None))
    if not header or not any(cell.strip() for cell in header):
        if len(findings.faults) == before:
            findings.of_sheet(sheet.name, "it is empty: expected the column names in line 1", 1)
        return
    columns = read_header(sheet.name, header, findings)
    log.columns[sheet.name] = [column for column in columns if column]
    for number, cells in lines:
        if any(cells):
            yield read_line(sheet.name, number, cells, columns, findings)


def read_header(sheet: str, header: list[str], findings: Findings) -> list[str | None]:
    """Name the column at each position; nothing at one that is not known."""
    known = SHEETS[sheet]
    names = [cell.strip() for cell in header]
    findings.letters[sheet] = {name: letter_of(place) for place, name in enumerate(names)}
    for place, name in enumerate(names):
        where = f"column {letter_of(place)}"
        if name and name not in known:
            findings.of_sheet(sheet, f"{where}: {unknown_column(name, known)}", 1)
        elif name and name in names[:place]:
            findings.of_sheet(sheet, f"{where}: the column “{name}” stands there twice", 1)
    for name, column in known.items():
        if column.required and name not in names:
            findings.of_sheet(sheet, f"the column “{name}” is missing: it must be there", 1)
    return [name if name in known else None for name in names]


def unknown_column(name: str, known) -> str:
    if any(mark in name for mark in ";\t|") and len(name) > len(max(known, key=len)):
        return "the columns are not separated by commas: save the file as “CSV UTF-8”"
    near = get_close_matches(name.lower().replace(" ", "_"), known, n=1)
    hint = f"did you mean “{near[0]}”?" if near else f"expected one of: {', '.join(known)}"
    return f"no column is called “{name[:60]}”; {hint}"


def read_line(sheet: str, number: int, cells: list[str], columns, findings: Findings) -> Line:
    values = {}
    line = Line(sheet, number, values)
    known = SHEETS[sheet]
    for place, cell in enumerate(cells):
        text = cell.strip()
        if not text:
            continue
        name = columns[place] if place < len(columns) else None
        if name is None:
            _refuse_nameless(line, place, len(columns), text, findings)
            continue
        try:
            values[name] = read_cell(known[name], text)
        except Unreadable as unreadable:
            findings.fault(line, name, str(unreadable), text)
    for name, place in required_places(sheet, tuple(columns)):
        if place >= len(cells) or not cells[place].strip():
            findings.fault(line, name, "this cell is empty: it must be filled", None)
    return line


def read_cell(column: Column, text: str):
    if "\0" in text:
        raise Unreadable("expected text without NUL characters")
    if len(text) > LONGEST_CELL:
        raise Unreadable(f"{len(text):,} characters: expected {LONGEST_CELL:,} at most")
    return column.read(text)


@lru_cache
def required_places(sheet: str, columns: tuple) -> list[tuple[str, int]]:
    known = SHEETS[sheet]
    return [(name, place) for place, name in enumerate(columns) if name and known[name].required]


def _refuse_nameless(line: Line, place: int, named: int, text: str, findings: Findings) -> None:
    if place >= named:
        says = f"{place + 1} cells, but line 1 names {named} columns"
        findings.fault(line, "", f"{says}: is there a comma too many?", text)
