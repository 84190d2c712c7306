"""The memory of one web process, run as in production, after it has shown its pages."""

import os
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from socket import socket

from bench import databases, pages
from bench.result import SIZES, Measured

LIMIT = 150
REQUESTS = 40
REPORT = "/reports/2025-04-01/2026-03-31/"


def measure(keep: bool) -> list[Measured]:
    pages.collect_files()
    found = []
    for size in SIZES:
        name = databases.complaints(size, keep=keep)
        with databases.connected_to(name):
            reader = pages.Reader()
            asked = [
                page.addresses[n % len(page.addresses)]
                for page in pages.pages()
                for n in range(REQUESTS)
            ]
            asked += [REPORT] * 3
        found.append(megabytes_after(asked, name, reader.cookie))
    return [Measured("memory of a web process", *found, LIMIT, unit=" MB")]


def megabytes_after(asked: list[str], database: str, cookie: str) -> float:
    port = free_port()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "BENCH_DATABASE": database,
    }
    command = [sys.executable, "-m", "gunicorn", "complaints_site.wsgi"]
    arguments = f"--bind=127.0.0.1:{port} --workers=1 --threads=4 --no-control-socket"
    with tempfile.TemporaryFile("w+") as output:
        server = subprocess.Popen(  # noqa: S603 - our own command
            [*command, *arguments.split()], env=environment, stdout=output, stderr=output
        )
        try:
            wait_for(port)
            for address in asked:
                get(port, address, cookie)
            return resident(worker_of(server.pid))
        finally:
            server.terminate()
            server.wait()


def free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port: int) -> None:
    for _ in range(200):
        try:
            return get(port, "/healthz", "")
        except (OSError, HTTPException):
            time.sleep(0.1)
    raise RuntimeError("The web process did not start.")


def get(port: int, address: str, cookie: str) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", address, headers={"Host": "localhost", "Cookie": cookie})
    response = connection.getresponse()
    response.read()
    connection.close()
    if response.status != 200:
        raise RuntimeError(f"{address} answered {response.status}")


def worker_of(pid: int) -> int:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return int(children[0])


def resident(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    (kilobytes,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) / 1024
