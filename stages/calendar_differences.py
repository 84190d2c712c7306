"""What an official list of bank holidays says otherwise than the calendar does."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from stages.models import BankHoliday

EVERY_YEAR = 8  # bank holidays of England and Wales, with Christmas Day and Good Friday


class IncompleteYear(ValueError):
    """A list that has only some of a year's bank holidays: counting on it would be wrong."""


@dataclass
class Differences:
    """What a list of bank holidays says otherwise than the rows do."""

    added: dict[date, str] = field(default_factory=dict)
    not_listed: dict[date, str] = field(default_factory=dict)
    removed: dict[date, str] = field(default_factory=dict)
    titles: dict[date, tuple[str, str]] = field(default_factory=dict)


def differences(holidays: Mapping[date, str], *, remove: bool = False) -> Differences:
    """Hold the list against the calendar; only whole years can be taken in."""
    _refuse_incomplete_years(holidays)
    rows = {row.day: row for row in BankHoliday.objects.all()}
    found = Differences(
        added={day: title for day, title in holidays.items() if day not in rows},
        titles=_other_titles(rows, holidays),
    )
    years = {day.year for day in holidays}
    for day, row in rows.items():
        if day.year in years and day not in holidays and not row.one_off:
            (found.removed if remove else found.not_listed)[day] = row.title
    return found


def _refuse_incomplete_years(holidays: Mapping[date, str]) -> None:
    for year, days in sorted(Counter(day.year for day in holidays).items()):
        if days < EVERY_YEAR:
            raise IncompleteYear(
                f"The list has {days} bank holidays in {year}; a year has {EVERY_YEAR} or more. "
                "Only whole years can be taken in."
            )


def _other_titles(rows, holidays) -> dict[date, tuple[str, str]]:
    both = {day: (rows[day].title, title) for day, title in holidays.items() if day in rows}
    return {day: titles for day, titles in both.items() if titles[0] != titles[1]}
