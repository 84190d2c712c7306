"""A database with the calendar, the procedures and the lists, and a way to write small logs."""

import csv
from pathlib import Path

import pytest
from django.core.management import call_command

from complaints_site.case_log.action import import_log


@pytest.fixture
def office(db):
    """What an office has before its first import: bank holidays, procedures, lists."""
    for name in "load_calendar", "load_procedures", "load_lists":
        call_command(name, verbosity=0)


@pytest.fixture
def log(tmp_path):
    """Write sheets, given as lists of rows by name, into a folder; its path."""

    def write(case_log: list[dict], **sheets: list[dict]) -> Path:
        folder = tmp_path / "log"
        folder.mkdir(exist_ok=True)
        for name, rows in {"case_log": case_log, **sheets}.items():
            columns = list(dict.fromkeys(column for row in rows for column in row))
            with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
                writer = csv.DictWriter(file, columns)
                writer.writeheader()
                writer.writerows(rows)
        return folder

    return write


@pytest.fixture
def imported(office, log):
    """Import sheets; what the import says about them."""

    def run(case_log: list[dict], *, dry_run=False, update=False, create_missing=False, **sheets):
        path = log(case_log, **sheets)
        return import_log(
            path, by=None, dry_run=dry_run, update=update, create_missing=create_missing
        )

    return run
