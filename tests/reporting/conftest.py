"""The years that reports are tested on, each made once for a file of tests and undone after it."""

import pytest
from django.db import transaction

from tests.reporting.little_year import make_little_year


@pytest.fixture(scope="module")
def one_transaction(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def little_year(one_transaction):
    make_little_year()
