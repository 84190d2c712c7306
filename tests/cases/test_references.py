"""Two people who log at once are never given the same reference."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from cases.models import ReferenceCounter
from cases.references import next_reference

A_YEAR_OF_ITS_OWN = 2999


@pytest.fixture
def two_connections(django_db_setup, django_db_blocker):
    """The database as two people have it: what one commits, the other sees. Tidied up after."""
    with django_db_blocker.unblock():
        yield
        ReferenceCounter.objects.filter(year=A_YEAR_OF_ITS_OWN).delete()
        connection.close()


def take_three():
    try:
        taken = []
        for _ in range(3):
            with transaction.atomic():
                taken.append(next_reference(A_YEAR_OF_ITS_OWN))
        return taken
    finally:
        connection.close()


def test_two_people_logging_at_once_get_numbers_of_their_own(two_connections):
    with ThreadPoolExecutor(max_workers=2) as office:
        first, second = office.map(lambda _: take_three(), range(2))

    assert sorted(first + second) == [f"2999-0000{number}" for number in range(1, 7)]


@pytest.mark.django_db
def test_each_year_counts_from_one():
    assert [next_reference(2026), next_reference(2027), next_reference(2026)] == [
        "2026-00001",
        "2027-00001",
        "2026-00002",
    ]
