"""The office's words and rules that the generator chooses from: the lists and procedures shipped.

Read from their files, not from a database: a log can be made anywhere.
"""

import random
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from stages.bank_holiday_file import read_bank_holidays
from stages.working_days import Calendar, DayOne, Unit, due_on

FIXTURES = Path(__file__).parents[2] / "fixtures"
SHARES = {  # of all complaints, roughly as a unitary council's
    "Children's Services": 26,
    "Adults' Services": 12,
    "Public Health": 1,
    "Housing": 22,
    "Environment": 26,
    "Resources": 13,
}
USUAL = "Complaints database 2007"
OF_STAGE_2 = "Stage 2 list 2006"
EQUALITIES = {
    "gender": "Present form",
    "ethnicity": "Census 2021",
    "disability": "2006 form",
    "age_band": "Ages of childhood, then adults",
    "religion": "Census 2021",
    "sexual_orientation": "Census 2021",
}


@dataclass(frozen=True)
class Area:
    directorate: str
    name: str
    usual_procedure: str


@dataclass(frozen=True)
class Limit:
    """A stage's time for its answer. ``extends_to`` counts from the same start."""

    length: int
    extends_to: int | None
    unit: Unit
    day_one: DayOne


@dataclass(frozen=True)
class Version:
    code: str
    in_force_from: date
    limits: dict[int, Limit | None]


@dataclass
class Office:
    """``lists`` and ``versions`` are as the files have them; ``owners`` hold the cases.

    Until ``logs_until`` two logs were kept beside each other; afterwards the cases are the record.
    """

    owners: list[str]
    logs_until: date = date.max
    lists: dict = field(default_factory=lambda: read_all(FIXTURES / "lists"))
    holidays: dict = field(
        default_factory=lambda: read_bank_holidays(
            FIXTURES / "bank_holidays" / "england-and-wales.csv"
        )
    )

    @cached_property
    def calendar(self) -> Calendar:
        return Calendar(date(2006, 1, 1), date(max(self.holidays).year, 12, 31), self.holidays)

    @cached_property
    def areas(self) -> list[Area]:
        return [area for told in self.lists["directorates"] for area in areas_of(told)]

    @cached_property
    def area_weights(self) -> list[float]:
        """Each directorate's share, the same for each of its areas; accumulated."""
        number = defaultdict(int)
        for area in self.areas:
            number[area.directorate] += 1
        return list(
            accumulate(SHARES[area.directorate] / number[area.directorate] for area in self.areas)
        )

    @cached_property
    def natures(self) -> list[str]:
        return self._scheme(USUAL)

    @cached_property
    def stage_2_natures(self) -> list[str]:
        return self._scheme(OF_STAGE_2)

    def _scheme(self, name: str) -> list[str]:
        return next(each["categories"] for each in self.lists["schemes"] if each["name"] == name)

    @cached_property
    def complainant_types(self) -> dict[str, list[str]]:
        """By directorate; those of the children's list for children."""
        names = [each["name"] for each in self.lists["complainant_types"]]
        adult = ["Person receiving adult social care", "Relative or carer of an adult"]
        others = {
            "Adults' Services": adult,
            "Housing": ["Tenant or leaseholder"],
        }
        resident = ["Resident"]
        known = {*adult, "Tenant or leaseholder", *resident}
        children = [name for name in names if name not in known]
        by_directorate = dict.fromkeys(SHARES, resident)
        return by_directorate | {"Children's Services": children} | others

    @cached_property
    def answers(self) -> dict[str, list[str]]:
        """What each equalities question may be answered with, "Not asked" and the like included."""
        return {
            each["dimension"]: [*each["answers"], *(name for name, _ in each["none"])]
            for each in self.lists["lists"]
            if EQUALITIES[each["dimension"]] == each["scheme"]
        }

    @cached_property
    def decisions(self) -> list[str]:
        """The Ombudsman's, of today."""
        return [each["name"] for each in self.lists["decisions"] if "in_use_until" not in each]

    @cached_property
    def versions(self) -> list[Version]:
        files = sorted((FIXTURES / "procedures").glob("*.toml"))
        versions = [version_of(tomllib.loads(file.read_text())) for file in files]
        return sorted(versions, key=lambda version: version.in_force_from, reverse=True)

    def version(self, code: str, on: date) -> Version:
        """The one in force; before a procedure was there, the corporate one."""
        for version in self.versions:
            if version.code == code and version.in_force_from <= on:
                return version
        return self.version("corporate", on)

    def due(self, limit: Limit, start: date, *, extended: bool = False) -> date:
        length = limit.extends_to if extended and limit.extends_to else limit.length
        return due_on(start, length, limit.unit, self.calendar, limit.day_one)

    def area(self, chosen: random.Random) -> Area:
        return chosen.choices(self.areas, cum_weights=self.area_weights)[0]


def read_all(folder: Path) -> dict:
    told = {}
    for file in sorted(folder.glob("*.toml")):
        told |= tomllib.loads(file.read_text())
    return told


def areas_of(told: dict) -> list[Area]:
    usual = told["usual_procedure"]
    areas = [Area(told["name"], name, usual) for name in told["service_areas"]]
    others = told.get("others", [])
    return areas + [Area(told["name"], each["name"], each["usual_procedure"]) for each in others]


def version_of(told: dict) -> Version:
    usual = told["day_one"]
    limits = {}
    for stage in told["stages"]:
        main = [limit for limit in stage.get("limits", []) if limit.get("main")]
        limits[stage["number"]] = limit_of(main[0], usual) if main else None
    return Version(told["procedure"], told["in_force_from"], limits)


def limit_of(told: dict, usual: str) -> Limit:
    day_one = DayOne(told.get("day_one", usual))
    return Limit(told["length"], told.get("extends_to"), Unit(told["unit"]), day_one)
