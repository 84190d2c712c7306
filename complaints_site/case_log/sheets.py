"""Opening a case log: a CSV file, a folder of them, or an .xlsx workbook, as lines of text.

What cannot be opened or decoded becomes a fault that says what to do; nothing is raised.
"""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .columns import CASE_LOG, SHEETS
from .faults import Findings
from .workbook import workbook_sheets

# Far above 100,000 complaints with their letters; beyond it the wrong file was chosen.
MOST_BYTES = 500_000_000
# Long enough to read on past a huge cell, so that it is reported and so are the faults after it
LONGEST_CELL = MOST_BYTES

SAVE_AS_UTF_8 = "Save it as “CSV UTF-8” and import it again."


@dataclass(frozen=True)
class CsvSheet:
    """One CSV file: numbered lines of cells. A cell may run over several lines of the file."""

    name: str
    path: Path

    def lines(self, findings: Findings) -> Iterator[tuple[int, list[str]]]:
        try:
            with (
                long_cells_allowed(),
                self.path.open(encoding="utf-8-sig", newline="") as file,
            ):
                reader = csv.reader(file, strict=True)
                number = 1
                for cells in reader:
                    yield number, cells
                    number = reader.line_num + 1
        except UnicodeDecodeError:
            line, says = self._undecodable()
            findings.of_sheet(self.name, f"{says} {SAVE_AS_UTF_8}", line)
        except csv.Error as error:
            findings.of_sheet(self.name, unreadable_quotes(error), number)
        except OSError as error:
            findings.of_sheet(self.name, f"{self.path} cannot be read: {error.strerror}")

    def _undecodable(self) -> tuple[int | None, str]:
        with self.path.open("rb") as file:
            start = file.read(2)
            if start in (b"\xff\xfe", b"\xfe\xff"):
                return None, "The file is UTF-16, not UTF-8."
            file.seek(0)
            for number, line in enumerate(file, start=1):
                try:
                    line.decode()
                except UnicodeDecodeError as error:
                    return number, (
                        f"The file is not UTF-8: byte {error.start + 1} of this line "
                        f"(0x{line[error.start]:02X}) is no letter of it."
                    )
        return None, "The file is not UTF-8."


def unreadable_quotes(error: csv.Error) -> str:
    return (
        "the quotation marks from here on do not pair up, and nothing after them could be read "
        f"({error}): expected a cell in quotation marks to end with one, and one inside it doubled"
    )


@contextmanager
def long_cells_allowed():
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def open_log(path: Path, findings: Findings) -> list:
    """Find the sheets of a log, ``case_log`` first; with a fault where it is none."""
    if not path.exists():
        findings.of_sheet("", f"{path} does not exist: expected a CSV file, a folder or an .xlsx")
        return []
    sheets = _sheets_of(path, findings)
    for sheet in sheets:
        if sheet.name not in SHEETS:
            findings.of_sheet(sheet.name, f"no such sheet: expected one of {', '.join(SHEETS)}")
    if CASE_LOG not in {sheet.name for sheet in sheets} and not findings.faults:
        findings.of_sheet("", f"{path} has no sheet {CASE_LOG}, the one that must be there")
    order = list(SHEETS)
    known = [sheet for sheet in sheets if sheet.name in SHEETS]
    return sorted(known, key=lambda sheet: order.index(sheet.name))


def _sheets_of(path: Path, findings: Findings) -> list:
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.suffix.lower() == ".csv")
        sheets = [CsvSheet(file.stem, file) for file in files]
    elif path.suffix.lower() == ".csv":
        files, sheets = [path], [CsvSheet(CASE_LOG, path)]
    elif path.suffix.lower() == ".xlsx":
        return workbook_sheets(path, findings)
    else:
        findings.of_sheet("", f"{path} is no case log: expected a CSV file, a folder or an .xlsx")
        return []
    if sum(file.stat().st_size for file in files) > MOST_BYTES:
        findings.of_sheet(
            "", f"{path} is larger than {MOST_BYTES // 1_000_000:,} MB: split the log"
        )
        return []
    return sheets
