"""A database with the calendar, the procedures and the lists, and a way to write small logs."""

import csv
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from complaints_site.case_log.action import import_log

TODAY = date(2007, 8, 17)
CHOICES = ("dry_run", "update", "create_missing")


@pytest.fixture(scope="module")
def office_of_module(django_db_setup, django_db_blocker):
    """What an office has before its first import, loaded once and undone after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        for name in "load_calendar", "load_procedures", "load_lists":
            call_command(name, verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def office(office_of_module, db):
    """Bank holidays, procedures and lists; each test starts from them."""


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
    """Import sheets given as rows; what the import says about them."""

    def run(case_log: list[dict], *, on=TODAY, **sheets):
        chosen = {name: sheets.pop(name, False) for name in CHOICES}
        return import_log(log(case_log, **sheets), on=on, by=None, **chosen)

    return run


def complaint(reference="R1", **told) -> dict:
    """One line of case_log with the least that a children's complaint needs."""
    return {
        "reference": reference,
        "received_on": "2006-09-04",
        "procedure": "children",
        "service_area": "Children in Need (CIN)",
        **told,
    }


@pytest.fixture(name="complaint")
def complaint_fixture():
    return complaint
