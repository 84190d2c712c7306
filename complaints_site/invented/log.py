"""A case log of any size: invented complaints, with a year's natural shape.

The same number, span and seed give the same bytes, on any machine.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from complaints_site.invented.around import (
    People,
    put_caseless,
    put_equalities,
    put_notes,
    put_ombudsman,
    put_remedies,
)
from complaints_site.invented.complaint import Complaint
from complaints_site.invented.office import Office
from complaints_site.invented.sheets import Sheets
from complaints_site.invented.year_shape import days_received

SEED = 2006


@dataclass(frozen=True)
class Span:
    """The days of a log, both included. What would lie after the last has not happened."""

    first: date
    last: date


class InventedLog:
    """All of it is drawn from one source of chance, so its years are written in their order."""

    def __init__(self, how_many: int, span: Span, office: Office, seed: int = SEED):
        self.span, self.office, self.chosen = span, office, random.Random(seed)
        self.people = People(self.chosen)
        self.days = days_received(self.chosen, how_many, span.first, span.last, office.calendar)

    def write(self, folder: Path) -> None:
        """Write the log as a folder of CSV files."""
        with Sheets(folder, self.span.last) as sheets:
            for _, days in self._years():
                self._write_year(days, sheets)

    def write_by_year(self, folder: Path) -> Iterator[tuple[int, Path]]:
        """Write the same complaints, a log for each year; a log is read as a whole, into memory."""
        for year, days in self._years():
            with Sheets(folder / str(year), self.span.last) as sheets:
                self._write_year(days, sheets)
            yield year, folder / str(year)

    def _years(self) -> Iterator[tuple[int, Iterator[date]]]:
        return groupby(self.days, key=lambda day: day.year)

    def _write_year(self, days: Iterator[date], sheets: Sheets) -> None:
        for number, day in enumerate(days, start=1):
            self._write_one(f"{day.year}-{number:05}", day, sheets)

    def _write_one(self, reference: str, day: date, sheets: Sheets) -> None:
        office, chosen = self.office, self.chosen
        area = office.area(chosen)
        version = office.version(area.usual_procedure, day)
        complaint = Complaint(reference, day, area, version, office, sheets, chosen)
        complaint.tell()
        self.people.of(complaint)
        put_equalities(complaint)
        put_notes(complaint)
        put_remedies(complaint)
        put_ombudsman(complaint)
        sheets.add("case_log", **complaint.line)
        put_caseless(day, area, chosen, sheets)
