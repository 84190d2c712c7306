"""Databases of a test run: a template with the calendar and the procedures, and copies of it.

Migrating and loading take far longer than copying, so the template is made once for each state of
the files it comes from, kept, and copied for every run and every worker.
"""

import fcntl
import hashlib
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

TEMPLATE_PREFIX = "complaints_template_"
MADE_FROM = [
    "*/migrations/*.py",
    "requirements.txt",  # packages bring migrations of their own
    "fixtures/procedures/*.toml",
    "fixtures/bank_holidays/*.csv",
]


def copy_of_template(name: str) -> None:
    """Make the database ``name`` anew: migrated, with the calendar and the procedures."""
    template = template_database()
    drop(name)
    server(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


def drop(name: str) -> None:
    server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def template_database() -> str:
    name = TEMPLATE_PREFIX + state_of_its_files()
    with open(Path(settings.BASE_DIR) / ".pgdata.template", "a") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        if name not in templates():
            make_template(name)
    return name


def make_template(name: str) -> None:
    here = connection.settings_dict["NAME"]
    for old in templates():
        drop(old)
    drop(f"{name}_new")
    server(f'CREATE DATABASE "{name}_new"')
    connect_to(f"{name}_new")
    for command in "migrate", "load_calendar", "load_procedures":
        call_command(command, verbosity=0)
    connect_to(here)
    server(f'ALTER DATABASE "{name}_new" RENAME TO "{name}"')


def state_of_its_files() -> str:
    files = sorted(file for kind in MADE_FROM for file in Path(settings.BASE_DIR).glob(kind))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]


def templates() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT datname FROM pg_database WHERE datname ~ %s", [f"^{TEMPLATE_PREFIX}[0-9a-f]+$"]
        )
        return [name for (name,) in cursor]


def server(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def connect_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = settings.DATABASES["default"]["NAME"] = name
