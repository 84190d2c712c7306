"""A report on the year 2006/07, begun as committee staff begin it."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from accounts.models import User
from accounts.permissions import Role
from cases.models import Directorate
from editions.actions.writing import begin_edition
from editions.assembling import Assembling
from editions.jobs import make_of_an_edition
from editions.known import KnownFigures
from editions.models import Made
from editions.sections_given import sections_given
from reporting.annual_report import assemble
from reporting.period import financial_year
from reporting.scope import Scope
from tests.reporting.conftest import one_transaction

__all__ = ["one_transaction"]
FIXTURES = Path(settings.BASE_DIR) / "fixtures"
YEAR = financial_year(2006)


@pytest.fixture(scope="module")
def year_2006_07(one_transaction):
    call_command("load_lists", verbosity=0)
    call_command("import_cases", FIXTURES / "2006_07", create_missing=True, verbosity=0)


@pytest.fixture
def author(db):
    return User.objects.create_user("author@example.org", "Ann Author", [Role.COMMITTEE])


@pytest.fixture
def manager(db):
    return User.objects.create_user("manager@example.org", "May Manager", [Role.MANAGER])


@pytest.fixture
def edition(year_2006_07, author):
    return begun(author)


def begun(author):
    directorate = Directorate.objects.get(name="Children's Services")
    figures = KnownFigures(assemble(Scope(YEAR, directorate)))
    return begin_edition(
        YEAR, directorate, title="Annual report", sections=sections_given(figures), by=author
    )


@pytest.fixture
def assembling(edition):
    return Assembling(edition)


@pytest.fixture(scope="module")
def made(year_2006_07, django_db_blocker):
    """Both forms of it with their files: they are only looked at."""
    from tests.editions.made import make

    with django_db_blocker.unblock():
        return make()


def the_worker_works() -> None:
    """What waits is made, as the worker makes it."""
    for pk in Made.objects.under_way().order_by("pk").values_list("pk", flat=True):
        make_of_an_edition.func(pk)
