"""The demonstration: set up once, served until Ctrl-C, kept until it is reset."""

import os
import signal
import socket
import subprocess
import sys
from datetime import date
from urllib.request import urlopen

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from stages.models import Procedure
from tests import factories
from tests.complaints_site.test_devdb import is_up


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def manage(tmp_path):
    """Start a command on an embedded database of its own, as ``make`` does."""
    kept = {name: v for name, v in os.environ.items() if name not in ("DATABASE_URL", "DEVDB_KEEP")}

    own = {"DEVDB": str(tmp_path / "data"), "DOCUMENTS_ROOT": str(tmp_path / "documents")}

    def manage(*arguments) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "manage.py", *map(str, arguments)],
            cwd=settings.BASE_DIR,
            env=kept | own | {"DEBUG": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    return manage


def said_until_it_serves(demo: subprocess.Popen) -> str:
    said = ""
    for line in demo.stdout:
        said += line
        if line.startswith("Ctrl-C stops"):
            return said
    raise AssertionError(said)


def test_it_is_set_up_once_and_stops_cleanly_with_its_data_kept(manage, free_port, tmp_path):
    first = manage("demo", "--port", free_port)
    said = said_until_it_serves(first)
    with urlopen(f"http://127.0.0.1:{free_port}/healthz") as answer:
        assert answer.status == 200
    first.send_signal(signal.SIGINT)
    last_words, _ = first.communicate()

    assert "The year 2006/07 … " in said
    assert f"Open http://127.0.0.1:{free_port}/ and sign in as one of these:" in said
    assert "officer@example.org" in said
    assert "The password of all is: demonstration only" in said
    assert "Stopped. The data are kept; `make demo-reset` starts over." in last_words
    assert "Traceback" not in last_words
    assert first.returncode == 0
    assert not is_up(tmp_path / "data")

    second = manage("demo", "--port", free_port)
    said = said_until_it_serves(second)
    reset, _ = manage("demo_reset").communicate()
    second.send_signal(signal.SIGTERM)
    second.communicate()

    assert "The year 2006/07" not in said
    assert reset == "CommandError: The demonstration or a test is running: stop it first.\n"
    assert second.returncode == 0
    assert not is_up(tmp_path / "data")

    reset, _ = manage("demo_reset").communicate()

    assert reset == "The demonstration's data are gone. `make demo` makes them anew.\n"
    assert not (tmp_path / "data").exists()


def test_a_port_that_is_taken_is_said_before_anything_is_done(free_port):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", free_port))
        taken.listen()

        with pytest.raises(CommandError, match="Choose another: make demo PORT=8001"):
            call_command("demo", port=free_port)


@pytest.mark.django_db
def test_a_demonstration_under_older_procedures_says_how_to_begin_again():
    version = Procedure.objects.filter(code="children").latest("in_force_from")
    case = factories.case(date(2026, 9, 1), "Leaving Care")
    factories.stage(case, version, 1, date(2026, 9, 1))
    Procedure.objects.filter(pk=version.pk).update(content_hash="before the file was changed")

    with pytest.raises(CommandError) as refused:
        call_command("demo", no_server=True)

    assert str(refused.value) == (
        "This demonstration was made under procedures that have been changed since. Run "
        "`make demo-reset`, which throws its data away, then `make demo`, which makes them anew."
    )


def test_a_database_of_ones_own_is_not_touched(monkeypatch):
    ours = {"ENGINE": "django.db.backends.postgresql", "NAME": "ours"}
    monkeypatch.setitem(settings.DATABASES, "default", ours)

    with pytest.raises(CommandError, match="drop and create ours yourself"):
        call_command("demo_reset")
