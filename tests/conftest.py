"""What every test may ask for."""

from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stages.models import BankHoliday, CalendarDay, Procedure
from tests import databases


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker, request):
    """A fresh copy of the migrated template for this run (and this worker); dropped at the end."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "")
    name = settings.DATABASES["default"]["TEST"]["NAME"] + worker
    with django_db_blocker.unblock():
        original = connection.settings_dict["NAME"]
        databases.copy_of_template(name)
        databases.connect_to(name)
    yield
    with django_db_blocker.unblock():
        databases.connect_to(original)
        databases.drop(name)


@pytest.fixture(scope="session", autouse=True)
def documents_of_the_tests(tmp_path_factory):
    """No test writes into the folder of the laptop's own documents."""
    settings.DOCUMENTS_ROOT = tmp_path_factory.mktemp("documents")


@pytest.fixture
def no_rules(db):
    """A database into which neither the calendar nor any procedure has been loaded."""
    for model in Procedure, BankHoliday, CalendarDay:
        model.objects.all().delete()


@pytest.fixture
def at_most_queries():
    """``with at_most_queries(15) as sent``: what a page sends, as a list.

    A page that records something opens a transaction, which costs no query. Inside a test there is
    one already, and a savepoint takes its place: it is not counted.
    """

    @contextmanager
    def counting(most: int):
        sent = []
        with CaptureQueriesContext(connection) as captured:
            yield sent
        # Django knows no text of a prepared statement
        statements = [query["sql"] or "a prepared statement" for query in captured.captured_queries]
        savepoints = ("SAVEPOINT", "RELEASE SAVEPOINT")
        sent += [sql for sql in statements if not sql.startswith(savepoints)]
        told = "\n".join(sql.strip()[:150] for sql in sent)
        assert len(sent) <= most, f"{len(sent)} queries, at most {most}:\n{told}"

    return counting
