"""Reading a file of bank holidays: ``date,title``, one weekday a line, dates as 2007-04-09."""

import csv
from datetime import date, datetime
from pathlib import Path

COLUMNS = ["date", "title"]
FRIDAY = 4


class BankHolidayFileError(ValueError):
    """The file cannot be used. The sentence names the file and the line."""


def read_bank_holidays(path: Path | str) -> dict[date, str]:
    """Return the title of each bank holiday in the file, by its date, in the file's order."""
    path = Path(path)
    holidays: dict[date, str] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file)
            header = next(rows, [])
            if header != COLUMNS:
                raise ValueError(f"expected the columns date,title, found {','.join(header)!r}")
            for row in filter(None, rows):
                day, title = _holiday(row)
                if day in holidays:
                    raise ValueError(f"{day} is listed twice")
                holidays[day] = title
    except OSError as error:
        raise BankHolidayFileError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError:
        raise BankHolidayFileError(f"{path}: the file is not UTF-8 text") from None
    except (ValueError, csv.Error) as error:
        raise BankHolidayFileError(f"{path}, line {max(rows.line_num, 1)}: {error}") from error
    return holidays


def _holiday(row: list[str]) -> tuple[date, str]:
    if len(row) != len(COLUMNS):
        raise ValueError(f"expected a date and a title, found {len(row)} values")
    written, title = (value.strip() for value in row)
    try:
        day = datetime.strptime(written, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        raise ValueError(f"{written!r} is not a date such as 2007-04-09") from None
    if not title:
        raise ValueError("the title is missing")
    if day.weekday() > FRIDAY:
        raise ValueError(f"{day} is a {day:%A}; list the weekday that is given instead")
    return day, title
