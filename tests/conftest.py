"""What every test may ask for.

Migrating takes far longer than copying, so the migrated database is made once for each state of the
migrations, kept as a template, and copied for every run and every worker.
"""

import fcntl
import hashlib
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection

TEMPLATE_PREFIX = "complaints_template_"


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker, request):
    """A fresh copy of the migrated template for this run (and this worker); dropped at the end."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "")
    name = settings.DATABASES["default"]["TEST"]["NAME"] + worker
    with django_db_blocker.unblock():
        original = connection.settings_dict["NAME"]
        template = _template(original)
        _server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        _server(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        _connect_to(name)
    yield
    with django_db_blocker.unblock():
        _connect_to(original)
        _server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _template(original: str) -> str:
    name = TEMPLATE_PREFIX + _state_of_the_migrations()
    with open(Path(settings.BASE_DIR) / ".pgdata.template", "a") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        if not _exists(name):
            for old in _templates():
                _server(f'DROP DATABASE IF EXISTS "{old}" WITH (FORCE)')
            _server(f'DROP DATABASE IF EXISTS "{name}_new" WITH (FORCE)')
            _server(f'CREATE DATABASE "{name}_new"')
            _connect_to(f"{name}_new")
            call_command("migrate", verbosity=0)
            _connect_to(original)
            _server(f'ALTER DATABASE "{name}_new" RENAME TO "{name}"')
    return name


def _state_of_the_migrations() -> str:
    files = sorted(Path(settings.BASE_DIR).glob("*/migrations/*.py"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]


def _exists(name: str) -> bool:
    return name in _templates()


def _templates() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT datname FROM pg_database WHERE datname ~ %s", [f"^{TEMPLATE_PREFIX}[0-9a-f]+$"]
        )
        return [name for (name,) in cursor]


def _server(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _connect_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = settings.DATABASES["default"]["NAME"] = name
