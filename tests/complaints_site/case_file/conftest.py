"""A complaint of September 2006 on the children's procedure, and its pages on a day."""

from datetime import date

import pytest
import time_machine
from django.db import transaction

from accounts.permissions import Role
from tests.complaints_site.case_file.makers import load_rules, someone, take_in_complaint


@pytest.fixture(autouse=True, scope="module")
def rules(django_db_setup, django_db_blocker):
    """The procedures and the calendar, loaded once: each test runs inside this transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_rules()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def officer(db):
    return someone(Role.OFFICER)


@pytest.fixture
def manager(db):
    return someone(Role.MANAGER, "Martin Oakes")


@pytest.fixture
def case(officer):
    return take_in_complaint(officer)


@pytest.fixture
def page_of(client):
    """``page_of(case, reader, "points/", on=…)``: what a tab says to a reader on a day."""

    def page_of(case, reader, tab="", *, on=date(2006, 9, 6)):
        with time_machine.travel(f"{on} 11:00 +0000", tick=False):
            client.force_login(reader)
            return client.get(f"/case/{case.reference}/{tab}")

    return page_of
