"""Make a case log of any size: invented complaints of ten years, with a year's natural shape.

    python -m bench.generate 20000 FOLDER

The same number and seed give the same bytes, on any machine.
"""

import argparse
import random
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from bench.around import (
    People,
    put_caseless,
    put_equalities,
    put_notes,
    put_ombudsman,
    put_remedies,
)
from bench.complaint import Complaint
from bench.office import Office
from bench.sheets import Sheets
from bench.year_shape import LAST, days_received

SEED = 2006
CASES_OF_AN_OFFICER = 2_500  # in ten years


def write_log(folder: Path, how_many: int, seed: int = SEED) -> None:
    """Write a log of ``how_many`` complaints as a folder of CSV files."""
    made = MadeLog(how_many, seed)
    with Sheets(folder, LAST) as sheets:
        for _, days in made.years():
            made.write(days, sheets)


def write_log_by_year(folder: Path, how_many: int, seed: int = SEED) -> Iterator[tuple[int, Path]]:
    """Write the same complaints, a log for each year; a log is read as a whole, into memory."""
    made = MadeLog(how_many, seed)
    for year, days in made.years():
        with Sheets(folder / str(year), LAST) as sheets:
            made.write(days, sheets)
        yield year, folder / str(year)


class MadeLog:
    """All of it is drawn from one source of chance, so its years are written in their order."""

    def __init__(self, how_many: int, seed: int):
        self.office, self.chosen = Office(officers(how_many)), random.Random(seed)
        self.people = People(self.chosen)
        self.days = days_received(self.chosen, how_many, self.office.calendar)

    def years(self) -> Iterator[tuple[int, Iterator[date]]]:
        return groupby(self.days, key=lambda day: day.year)

    def write(self, days: Iterator[date], sheets: Sheets) -> None:
        """Write the complaints of one calendar year."""
        for number, day in enumerate(days, start=1):
            self.write_one(f"{day.year}-{number:05}", day, sheets)

    def write_one(self, reference: str, day: date, sheets: Sheets) -> None:
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


def officers(how_many: int) -> int:
    """How many people hold the cases: the more complaints, the more of them."""
    return max(8, how_many // CASES_OF_AN_OFFICER)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("how_many", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    told = parser.parse_args()
    write_log(told.folder, told.how_many, told.seed)


if __name__ == "__main__":
    main()
