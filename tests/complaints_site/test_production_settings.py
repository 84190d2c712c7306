"""Production starts only when it has been told all that it needs, and keeps the demo out."""

import os
import subprocess
import sys
import tempfile

import pytest
from django.conf import settings
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from accounts.models import User
from accounts.permissions import Role
from complaints_site import demo_people

SECRET = {"SECRET_KEY": "long enough to pass the check, and used for nothing else"}
DATABASE = {"DATABASE_URL": "postgres://nobody@nowhere/none"}
FOLDER = {"DOCUMENTS_ROOT": tempfile.gettempdir()}
TRIAL = {"NOT_FOR_REAL_DATA": "1"} | FOLDER


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        env=kept | environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
    )


def test_production_starts_when_it_is_told_all_it_needs():
    started = manage("check", "--deploy", "--fail-level", "WARNING", **SECRET, **DATABASE, **TRIAL)

    assert started.stdout == "System check identified no issues (0 silenced).\n"
    assert started.returncode == 0


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        (DATABASE | TRIAL, "Set SECRET_KEY to a long random text, kept to yourself."),
        (
            SECRET | TRIAL,
            "Set DATABASE_URL to postgres://USER:PASSWORD@HOST/NAME of a PostgreSQL 17 or 18.",
        ),
        (
            SECRET | DATABASE | FOLDER,
            "Set NOT_FOR_REAL_DATA to 1, and try this version on invented cases only: sign-in, "
            "trail, retention and restore are not complete yet.",
        ),
        (
            SECRET | DATABASE | {"NOT_FOR_REAL_DATA": "1"},
            "Set DOCUMENTS_ROOT to a folder for documents that no web server serves.",
        ),
    ],
    ids=["SECRET_KEY", "DATABASE_URL", "NOT_FOR_REAL_DATA", "DOCUMENTS_ROOT"],
)
def test_what_is_missing_stops_the_start_with_a_sentence(environment, sentence):
    stopped = manage("check", **environment)

    assert stopped.stderr == f"{sentence}\n(On a laptop, set DEBUG=1 instead.)\n"
    assert stopped.returncode == 1


def test_all_that_is_missing_is_said_at_once():
    stopped = manage("check", NOT_FOR_REAL_DATA="0")

    first_words = [line.split(" to ")[0] for line in stopped.stderr.splitlines()]
    assert first_words == [
        "Set SECRET_KEY",
        "Set DATABASE_URL",
        "Set DOCUMENTS_ROOT",
        "Set NOT_FOR_REAL_DATA",
        "(On a laptop, set DEBUG=1 instead.)",
    ]


def test_production_refuses_the_embedded_database(tmp_path):
    (tmp_path / "PG_VERSION").write_text("18")

    for url in f"postgres://postgres@/cases?host={tmp_path}", f"postgres:///{tmp_path}/cases":
        stopped = manage("check", DATABASE_URL=url, **SECRET, **TRIAL)

        assert stopped.stderr == (
            f"DATABASE_URL names the embedded database in {tmp_path}, which has no password and "
            "is for a laptop only. Name a PostgreSQL 17 or 18 server.\n"
        )
        assert stopped.returncode == 1


def test_there_is_no_second_database_dialect():
    stopped = manage("check", DATABASE_URL="sqlite:///cases.db", **SECRET, **TRIAL)

    assert stopped.stderr == "DATABASE_URL must begin with postgres:// (PostgreSQL 17 or 18).\n"


@pytest.mark.parametrize("command", ["demo", "demo_people", "demo_reset"])
def test_production_refuses_the_demonstration(command):
    refused = manage(command, **SECRET, **DATABASE, **TRIAL)

    assert refused.stderr == (
        "CommandError: This is production: it takes no demo people, whose password is in the "
        "README. On a laptop, set DEBUG=1 or run make demo.\n"
    )
    assert refused.returncode == 1


@pytest.mark.django_db
def test_every_role_has_a_demo_person_who_can_sign_in_on_a_laptop():
    call_command("demo_people", verbosity=0)

    for role in Role:
        person = authenticate(username=demo_people.email_of(role), password="demonstration only")
        assert person.roles == [role]


@pytest.mark.django_db
def test_demo_people_are_added_once_and_then_left_as_they_are():
    demo_people.add_demo_people(by=None)
    User.objects.filter(email="officer@example.org").update(full_name="Renamed Here")

    assert demo_people.add_demo_people(by=None) == []
    assert User.objects.get(email="officer@example.org").full_name == "Renamed Here"
    assert User.objects.count() == len(Role)


@pytest.mark.django_db
def test_demo_people_of_a_copied_database_cannot_sign_in_to_production(client, settings):
    demo_people.add_demo_people(by=None)
    officer = User.objects.get(email="officer@example.org")
    client.force_login(officer)
    officer.set_password("changed since then")
    officer.save()

    settings.DEMONSTRATION = False

    assert authenticate(username="officer@example.org", password="changed since then") is None
    assert client.get("/cases/").url == "/sign-in/?next=/cases/"


@pytest.mark.django_db
def test_production_takes_the_password_of_the_demonstration_from_nobody(settings):
    User.objects.create_user("anna@council.example", "Anna", password="demonstration only")
    assert authenticate(username="anna@council.example", password="demonstration only")

    settings.DEMONSTRATION = False

    assert authenticate(username="anna@council.example", password="demonstration only") is None


@pytest.mark.django_db
def test_production_makes_no_demo_people(settings):
    settings.DEMONSTRATION = False

    with pytest.raises(CommandError, match="it takes no demo people"):
        demo_people.add_demo_people(by=None)
    assert not User.objects.exists()


def test_the_folder_of_documents_is_there_and_apart_from_the_program(tmp_path):
    inside = settings.BASE_DIR / "static"
    for folder, sentence in (
        (tmp_path / "none", "which is no folder that can be written to"),
        (inside, "which lies in the program's own folder"),
    ):
        told = SECRET | DATABASE | TRIAL | {"DOCUMENTS_ROOT": str(folder)}

        stopped = manage("check", **told)

        assert f"DOCUMENTS_ROOT names {folder}, {sentence}" in stopped.stderr
        assert stopped.returncode == 1
