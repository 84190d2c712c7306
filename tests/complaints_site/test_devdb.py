"""The embedded PostgreSQL: shared by those who use it at one time, stopped by the last."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from complaints_site import devdb

USE_IT = """
import sys
from pathlib import Path
import psycopg
from complaints_site import devdb
socket = devdb.start(Path(sys.argv[1]))
with psycopg.connect(host=str(socket), user="postgres", autocommit=True) as connection:
    for (value,) in connection.execute(sys.argv[2]):
        print(value, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def data(tmp_path) -> Path:
    return tmp_path / "data"


def a_user(data: Path, query: str = "SELECT 1", path: str = "") -> subprocess.Popen:
    """A command that asks one question of the database and uses it until its input closes."""
    kept = {name: value for name, value in os.environ.items() if name != "DEVDB_KEEP"}
    return subprocess.Popen(
        [sys.executable, "-c", USE_IT, str(data), query],
        cwd=settings.BASE_DIR,
        env=kept | {"PATH": f"{path}{os.environ['PATH']}"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def answer(data: Path, query: str, path: str = "") -> str:
    said, _ = a_user(data, query, path).communicate()
    return said.strip()


def is_up(data: Path) -> bool:
    try:
        psycopg.connect(host=str(devdb.socket_folder(data)), user="postgres").close()
    except psycopg.OperationalError:
        return False
    return True


def test_it_is_the_postgresql_that_production_uses(data):
    assert answer(data, "SHOW server_version_num") >= "170000"


def test_the_last_command_that_uses_it_stops_it(data):
    first, second = a_user(data), a_user(data)
    assert first.stdout.readline() == second.stdout.readline() == "1\n"

    first.communicate()
    assert is_up(data)

    second.communicate()
    assert not is_up(data)


def test_what_was_written_is_there_after_a_restart(data):
    answer(data, "CREATE TABLE kept AS SELECT 'still here' AS words; SELECT 1")

    assert answer(data, "SELECT words FROM kept") == "still here"


def test_a_command_that_was_killed_does_not_keep_it_up_for_ever(data):
    killed = a_user(data)
    killed.stdout.readline()
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert is_up(data)

    answer(data, "SELECT 1")

    assert not is_up(data)


def test_a_curly_apostrophe_is_no_letter_to_the_text_search(data):
    found = answer(data, "SELECT to_tsvector('the officer’s letter') @@ to_tsquery('officer')")

    assert found == "True"


def test_it_runs_for_root_also_where_a_container_forbids_user_namespaces(data, tmp_path):
    forbidden = tmp_path / "bin" / "unshare"
    forbidden.parent.mkdir()
    forbidden.write_text("#!/bin/sh\nexit 1\n")
    forbidden.chmod(0o755)

    assert answer(data, "SELECT 'runs'", path=f"{forbidden.parent}:") == "runs"
    assert answer(data, "SELECT 'and again'") == "and again"


def test_a_long_path_gets_its_socket_in_the_temporary_folder(tmp_path):
    data = tmp_path / ("a-long-name-" * 12) / "data"

    assert answer(data, "SELECT 'runs'") == "runs"
    assert len(str(devdb.socket_folder(data))) < 50


def test_it_is_not_removed_while_somebody_uses_it(data):
    user = a_user(data)
    user.stdout.readline()

    with pytest.raises(devdb.InUse, match="is running: stop it first"):
        devdb.remove(data)

    user.communicate()
    devdb.remove(data)
    assert not data.exists()
