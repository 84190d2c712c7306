import pytest

from tests.reporting.little_year import make_little_year


@pytest.fixture
def little_year(db):
    make_little_year()
