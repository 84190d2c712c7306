"""Reading an .xlsx workbook as lines of text, and finding the formulas in it."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from xml.etree import ElementTree

from python_calamine import CalamineError, CalamineWorkbook

from .faults import Findings, Remark

# A workbook is a compressed archive: a small file may unpack to one that fills the memory.
MOST_UNPACKED = 1_000_000_000
MOST_BYTES = 150_000_000
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CELL = re.compile(r"([A-Z]+)([0-9]+)")


@dataclass(frozen=True)
class WorkbookSheet:
    name: str
    workbook: CalamineWorkbook
    formulas: dict[str, bool]  # cell → whether its last value was kept

    def lines(self, findings: Findings) -> Iterator[tuple[int, list[str]]]:
        """Give the lines as in the file, the empty ones above and columns to the left included."""
        for cell, has_value in self.formulas.items():
            self._say(cell, has_value, findings)
        try:
            rows = self.workbook.get_sheet_by_name(self.name).to_python(skip_empty_area=False)
        except (CalamineError, OSError) as error:
            findings.of_sheet(self.name, f"the sheet cannot be read ({error})")
            return
        for number, row in enumerate(rows, start=1):
            yield number, [as_text(cell) for cell in row]

    def _say(self, cell: str, has_value: bool, findings: Findings) -> None:
        letter, line = CELL.fullmatch(cell).groups()
        if has_value:
            says = f"cell {letter}{line} is a formula: only its last value can be read, and was"
            findings.notices.append(Remark(says, self.name, int(line)))
        else:
            says = (
                f"cell {letter}{line} is a formula without a value: only the last value of a "
                "formula can be read; open the workbook, save it and import it again"
            )
            findings.of_sheet(self.name, says, int(line))


def workbook_sheets(path: Path, findings: Findings) -> list[WorkbookSheet]:
    try:
        with zipfile.ZipFile(path) as archive:
            if too_large(path, archive):
                findings.of_sheet(
                    "", f"{path} is too large a workbook: split it, or save it as CSV"
                )
                return []
            formulas = {name: find_formulas(archive, part) for name, part in parts(archive)}
        workbook = CalamineWorkbook.from_path(path)
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, CalamineError) as error:
        findings.of_sheet("", f"{path} cannot be read as an .xlsx workbook ({error})")
        return []
    except OSError as error:
        findings.of_sheet("", f"{path} cannot be read: {error.strerror}")
        return []
    return [WorkbookSheet(name, workbook, formulas.get(name, {})) for name in workbook.sheet_names]


def too_large(path: Path, archive: zipfile.ZipFile) -> bool:
    unpacked = sum(member.file_size for member in archive.infolist())
    return path.stat().st_size > MOST_BYTES or unpacked > MOST_UNPACKED


def as_text(cell) -> str:
    """Write a typed cell as the same cell would stand in a CSV file.

    >>> as_text(2.0), as_text(date(2006, 9, 4)), as_text(True), as_text(1484.14)
    ('2', '2006-09-04', 'yes', '1484.14')
    """
    match cell:
        case str():
            return cell
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
    return str(cell)


def parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Pair each sheet's name with its part of the archive."""
    targets = {
        tag.get("Id"): tag.get("Target").removeprefix("/xl/")
        for tag in _tags(archive, "xl/_rels/workbook.xml.rels")
        if tag.tag.endswith("}Relationship")
    }
    for tag in _tags(archive, "xl/workbook.xml"):
        if tag.tag == f"{MAIN}sheet":
            yield tag.get("name"), f"xl/{targets[tag.get(RELATION)]}"


def find_formulas(archive: zipfile.ZipFile, part: str) -> dict[str, bool]:
    found = {}
    for tag in _tags(archive, part):
        if tag.tag == f"{MAIN}c":
            if tag.find(f"{MAIN}f") is not None:
                value = tag.find(f"{MAIN}v")
                found[tag.get("r")] = value is not None and bool(value.text)
            tag.clear()
        elif tag.tag == f"{MAIN}row":
            tag.clear()
    return found


def _tags(archive: zipfile.ZipFile, part: str) -> Iterator[ElementTree.Element]:
    """Read a part tag by tag. Expat refuses the archives that expand entities without end, and an
    external entity is never fetched."""
    with archive.open(part) as file:
        for _, tag in ElementTree.iterparse(file):  # noqa: S314
            yield tag
