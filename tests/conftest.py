"""What every test may ask for."""

import pytest
from django.conf import settings
from django.db import connection

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


@pytest.fixture
def no_rules(db):
    """A database into which neither the calendar nor any procedure has been loaded."""
    for model in Procedure, BankHoliday, CalendarDay:
        model.objects.all().delete()
