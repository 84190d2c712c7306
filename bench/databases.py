"""The databases the figures are taken on: made once, kept, and made again when they would differ.

Each holds a made case log, imported the way a council's is. A database says in its comment from
which state of the files it was made.
"""

import hashlib
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from secrets import token_urlsafe
from time import perf_counter

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils.timezone import localdate

from accounts.actions import add_user
from accounts.permissions import Role
from bench.generate import email_of, made_log, officers
from bench.result import SIZES
from complaints_site.case_log.action import import_log
from complaints_site.case_log.report import faults_told

MADE_FROM = [
    "bench/generate.py",
    "complaints_site/invented/*.py",
    "*/migrations/*.py",
    "fixtures/lists/*.toml",
    "fixtures/procedures/*.toml",
    "fixtures/bank_holidays/*.csv",
]
EMPTY = "bench_empty"
OFFICER = email_of(1)


def complaints(how_many: int, *, since: int = 0, say: Callable = print, keep: bool = False) -> str:
    """The name of the database of ``how_many`` complaints, ready to be used.

    ``since`` keeps only those received in that calendar year or later; with ``keep``, a database
    that is there is used as it is.
    """
    name = f"bench_{how_many}" + (f"_since_{since}" if since else "")
    state = state_of_files()
    if (keep and state_of(name)) or state_of(name) == state:
        return name
    empty(say)
    copy_of_empty(f"{name}_new")
    say(f"Making {name}, which is kept …")
    began = perf_counter()
    with connected_to(f"{name}_new"), tempfile.TemporaryDirectory() as folder:
        for year, log in made_log(how_many).write_by_year(Path(folder)):
            if year >= since:
                import_without_fault(log)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE)")
    drop(name)
    on_server(f'ALTER DATABASE "{name}_new" RENAME TO "{name}"')
    on_server(f"COMMENT ON DATABASE \"{name}\" IS '{state}'")
    say(f"… in {perf_counter() - began:,.0f} seconds.")
    return name


def import_without_fault(log: Path) -> None:
    result = import_log(log, on=localdate(), by=None)
    if result.faults:
        raise RuntimeError("\n".join(list(faults_told(result))[:20]))


def empty(say: Callable = print) -> str:
    """A database with the calendar, procedures, lists and people, and no case."""
    if state_of(EMPTY) == state_of_files():
        return EMPTY
    say("Making an empty database …")
    drop(EMPTY)
    on_server(f'CREATE DATABASE "{EMPTY}"')
    with connected_to(EMPTY):
        for command in "migrate", "load_calendar", "load_procedures", "load_lists":
            call_command(command, verbosity=0)
        for number in range(1, officers(SIZES[-1]) + 1):
            add_user(
                email=email_of(number),
                full_name=f"Officer {number}",
                roles=[Role.OFFICER],
                password=token_urlsafe(),
                by=None,
            )
    on_server(f"COMMENT ON DATABASE \"{EMPTY}\" IS '{state_of_files()}'")
    return EMPTY


def copy_of_empty(name: str) -> None:
    drop(name)
    on_server(f'CREATE DATABASE "{name}" TEMPLATE "{EMPTY}"')


def drop(name: str) -> None:
    on_server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def state_of_files() -> str:
    files = sorted(file for kind in MADE_FROM for file in Path(settings.BASE_DIR).glob(kind))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]


def state_of(name: str) -> str | None:
    found = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    with connection.cursor() as cursor:
        cursor.execute(found, [name])
        return (cursor.fetchone() or [None])[0]


def on_server(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@contextmanager
def connected_to(name: str):
    """Go on in another database, and come back."""
    here = connection.settings_dict["NAME"]
    _connect(name)
    try:
        yield
    finally:
        _connect(here)


def _connect(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = settings.DATABASES["default"]["NAME"] = name
