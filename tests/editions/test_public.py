"""The public form of 2006/07: nothing small is shown, in tables, text, charts and files alike."""

import pytest

from editions.released.public import public_form

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made():
    return {}


@pytest.fixture
def public(assembling):
    return public_form(assembling, assembling.document())


def test_it_is_proved(public):
    assert public.stops == []
    assert public.unproved == [], "\n".join(public.unproved)
    assert "0 can be worked out" in public.proof


def test_no_small_count_stands_in_a_table(public):
    shown = [
        (grid.title, line.label, number.value)
        for grid in public.document.grids()
        for line in grid.lines
        for number in line.numbers
        if number.measure == "count" and isinstance(number.value, int) and 0 < number.value < 5
    ]

    assert shown == []
