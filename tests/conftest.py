"""What every test may ask for."""

import pytest
from django.conf import settings
from django.db import connection

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
