"""Tables drawn at random from the vocabulary: every number is that of the list behind it.

100 tables; ``ANY_TABLES=1000`` draws more.
"""

import os
from datetime import date, timedelta

import pytest
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reporting.any_table import measures, vocabulary, what
from reporting.any_table.asked import read
from reporting.any_table.vocabulary import ANYTHING
from reporting.period import Period
from reporting.scope import Scope

pytestmark = pytest.mark.usefixtures("little_year")
FIRST = date(2005, 4, 1)
TABLES = int(os.environ.get("ANY_TABLES", "100"))


@st.composite
def asked_tables(draw):
    counted = draw(st.sampled_from(what.WHATS))
    words = vocabulary.fitting(counted)
    start = FIRST + timedelta(days=draw(st.integers(0, 1500)))
    scope = Scope(Period(start, start + timedelta(days=draw(st.integers(0, 450)))))
    asked = {
        "count": [counted.key],
        "measure": [draw(st.sampled_from(measures.fitting(counted, scope.lists.denominators))).key],
        "rows": [word.key for word in [draw(st.sampled_from([None, *words]))] if word],
        "then": [word.key for word in [draw(st.sampled_from([*[None] * 9, *words]))] if word],
        "columns": [word.key for word in [draw(st.sampled_from([None, *words]))] if word],
        "where": draw(conditions(counted, words, scope)),
    }
    if counted.span and draw(st.booleans()):
        asked["days_over"] = [str(draw(st.integers(0, 100)))]
    return counted, asked, scope


@st.composite
def conditions(draw, counted, words, scope):
    word = draw(st.sampled_from([None, *words]))
    headings = word.make(counted).headings(scope, ANYTHING) if word else []
    if not headings:
        return []
    chosen = draw(st.lists(st.sampled_from(headings), min_size=1, max_size=3))
    return [f"{word.key}={each.key}" for each in chosen]


@settings(
    max_examples=TABLES,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(asked_tables())
def test_every_cell_is_the_number_of_its_list(drawn):
    counted, asked, scope = drawn
    table = read(asked, scope).table()
    shown = table.table(scope, {table.key: table.counts(scope)})

    for row in shown.rows:
        for cell in row.cells:
            listed = table.lists(scope, cell.row, cell.column)
            assert numbers_of(listed, cell, counted) == numbers_in(cell), (asked, row.label)


def numbers_in(cell) -> list:
    if cell.kind == "percent":
        return [cell.part, cell.base]
    return [cell.value if cell.part is None else cell.part]


def numbers_of(listed, cell, counted) -> list:
    if cell.kind == "pounds":
        return [listed[0].rows.aggregate(sum=Sum(counted.pounds))["sum"] or 0]
    return [each.rows.count() for each in listed]
