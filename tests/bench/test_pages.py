"""The bench can look at its pages, and says when a limit was missed.

The office is small: no figure here says anything of speed.
"""

from datetime import date

import pytest
import time_machine
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection

from accounts.models import Event, User
from accounts.permissions import Role
from bench import databases, finding
from bench.logging_a_case import NAME, misspelt, slowest_warning, statements_of_logging
from bench.pages import EVENTS, Page, Reader, Seen, look_at, pages, told
from cases.heard_before import Typed
from cases.models import Channel
from stages.actions.intake import take_in
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(settings):
    settings.ROOT_URLCONF = "bench.urls"
    settings.ALLOWED_HOSTS = ["localhost"]
    pages_of_bench = [*settings.TEMPLATES[0]["DIRS"], settings.BASE_DIR / "bench" / "templates"]
    # Assigned as a whole, so that Django lets go of the templates other tests were drawn with
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": pages_of_bench}]
    user = User.objects.create_user(databases.OFFICER, "Anna Fielding", [Role.OFFICER])
    area = factories.service_area("Children Looked After (CLA)")
    Channel.objects.create(name="Letter")
    day = date(2026, 11, 2)
    for name in ("Juniper Vale", "Marlow Penfield"):
        take_in(on=day, by=user, received_on=day, service_area=area, complainant={"name": name})
    for signal in (request_started, request_finished):  # they would end the test's transaction
        signal.disconnect(close_old_connections)
    with time_machine.travel(date(2026, 11, 23), tick=False):
        yield user
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_every_page_that_is_measured_opens_and_asks_few_queries(office):
    reader = Reader()

    for page in pages():
        if page.addresses:
            seen = look_at(reader, page, rounds=2)
            assert len(seen.times) == len(seen.bares) == 2
            assert page.most_queries is None or seen.queries <= page.most_queries, page.what


def test_the_cases_whose_pages_are_measured_have_a_history(office):
    pages()
    pages()

    assert Event.objects.filter(about_model="cases.case").count() == 2 * EVENTS


def test_logging_is_counted_and_taken_back(office):
    before = Event.objects.count()

    assert 10 <= statements_of_logging(office) <= 25
    assert Event.objects.count() == before
    assert connection.in_atomic_block


def test_the_warning_is_timed_with_misspelt_names(office):
    names = misspelt(NAME)

    assert len(names) == 2
    assert not {"Juniper Vale", "Marlow Penfield"} & set(names)
    assert slowest_warning(office, [Typed(names=(name,)) for name in names]) > 0


def test_finding_is_measured_by_its_limits(office):
    found = finding.figures(Reader())

    assert found.keys() == finding.LIMITS.keys()
    assert all(figure > 0 for figure in found.values())


def test_a_page_has_two_ratios_and_a_limit_for_each():
    page = Page("desk", ["/"], 8, 15)
    quick = Seen([8.0] * 20, [1.0] * 20, 10)
    sometimes_slow = Seen([8.0] * 18 + [13.0] * 2, [1.0] * 20, 10)

    lines = told(page, quick, sometimes_slow)

    assert [(line.what, line.met) for line in lines] == [
        ("desk, to a bare page (p50)", True),
        ("desk, to a bare page (p95)", False),
        ("desk: queries", True),
    ]
