"""Every number of every table and figure is held against the list behind it."""

from decimal import ROUND_HALF_UP, Decimal
from operator import attrgetter

import pytest
from django.db import connection
from django.db.models import Sum
from django.test.utils import CaptureQueriesContext

from remedies.models import Payment
from reporting.annual_report import assemble, sums_of
from reporting.crosstab import TOTAL, Crosstab
from reporting.figures import Counting
from reporting.rates import Rates
from reporting.tables import TABLES
from reporting.tables.logs import COMPARISON
from stages.models import CalendarDay
from tests.reporting.little_year import SCOPES

CROSSTABS = [table for table in (*TABLES, COMPARISON) if isinstance(table, Crosstab)]
RATES = [table for table in TABLES if isinstance(table, Rates)]
by_key = attrgetter("key")
pytestmark = pytest.mark.usefixtures("little_year")
scopes = pytest.mark.parametrize("make_scope", SCOPES)


def per_cent(part, base):
    if not base:
        return None
    return (Decimal(100) * part / base).quantize(Decimal("0.1"), ROUND_HALF_UP)


def number_of(rows, kind):
    """The number as the list gives it: how many rows, or how many pounds."""
    if kind == "pounds":
        parts = ["amount"] if rows.model is Payment else ["fee", "expenses"]
        return sum(rows.aggregate(sum=Sum(part))["sum"] or 0 for part in parts)
    keys = list(rows.values_list("pk", flat=True))
    assert len(keys) == len(set(keys)), "a row stands twice on the list"
    return len(keys)


def can_be_counted(table, scope):
    return table is not COMPARISON or len(scope.logs) == 2


@scopes
@pytest.mark.parametrize("table", CROSSTABS, ids=by_key)
def test_every_number_counts_what_is_listed_behind_it(table, make_scope):
    scope = make_scope()
    if not can_be_counted(table, scope):
        return
    numbers = table.counts(scope).numbers

    assert numbers == {cell: number_of(table.behind(scope, *cell), table.kind) for cell in numbers}


@scopes
@pytest.mark.parametrize("table", CROSSTABS, ids=by_key)
def test_a_table_is_counted_in_one_grouped_query(table, make_scope):
    scope = make_scope()
    if not can_be_counted(table, scope):
        return
    table.counts(scope)  # the office's lists and the parts of the year are known from here on
    with CaptureQueriesContext(
        connection,
    ) as queries:
        table.counts(scope)

    assert len(queries) == 1
    assert "COUNT(" in queries[0]["sql"] or "SUM(" in queries[0]["sql"]


@scopes
@pytest.mark.parametrize("table", CROSSTABS, ids=by_key)
def test_every_percentage_divides_its_list_by_the_list_of_its_base(table, make_scope):
    scope = make_scope()
    if not table.percent_of or not can_be_counted(table, scope):
        return
    counts = table.counts(scope)
    printed = table.table(scope, {table.key: counts})
    for row in printed.rows:
        for cell in row.cells:
            part = number_of(table.behind(scope, cell.row, cell.column), table.kind)
            base_row = cell.row if table.percent_of == "row" else everything(counts)
            base = number_of(table.behind(scope, base_row, whole_column(table)), table.kind)
            assert cell.percent == per_cent(part, base), (row.label, cell)


def everything(counts):
    return "+".join(row.key for row in counts.rows if row.key != TOTAL)


def whole_column(table):
    return TOTAL if table.total_column else "all"


@scopes
@pytest.mark.parametrize("table", RATES, ids=by_key)
def test_every_rate_divides_its_first_list_by_its_second(table, make_scope):
    scope = make_scope()
    counted = {each.key: each.counts(scope) for each in table.needs}
    for row in table.table(scope, counted).rows:
        for cell in row.cells:
            part, base = table.lists(scope, cell.row, cell.column)
            assert cell.value == per_cent(part.rows.count(), base.rows.count())


@scopes
def test_every_figure_counts_what_is_listed_behind_it(make_scope):
    sums = sums_of(make_scope())
    for key, declared in sums.declared.items():
        if isinstance(declared, Counting) and declared.kind != "days":
            (listed,) = sums.lists(key)
            assert sums.value(key) == number_of(listed.rows, declared.kind), key


@scopes
def test_every_percentage_among_the_figures_follows_from_its_lists(make_scope):
    scope = make_scope()
    sums = sums_of(scope)
    for key, declared in sums.declared.items():
        figure = sums.figure(key)
        if figure.kind != "percent" or figure.value is None or declared.key.find("previous") > 0:
            continue
        *parts, base = [listed.rows.count() for listed in sums.lists(key)]
        part = sum(parts) - base if figure.is_change else sum(parts)
        assert figure.value == per_cent(part, base), key


@scopes
def test_the_average_is_that_of_the_days_of_its_list(make_scope):
    sums = sums_of(make_scope())
    (listed,) = sums.lists("stage2.average_working_days")
    days = [working_days(stage) for stage in listed.rows]

    expected = per_cent(sum(days), len(days) * 100) if days else None
    assert sums.value("stage2.average_working_days") == expected


def working_days(stage):
    clock = stage.deadlines.get(is_main=True)
    start, end = (
        CalendarDay.objects.get(day=day).working_days for day in (clock.starts_on, clock.met_on)
    )
    return end - start


@scopes
def test_the_days_of_stage_3_are_those_of_the_case_behind_them(make_scope):
    scope = make_scope()
    table = assemble(scope).tables["stage3"]
    for row in table.rows:
        (listed,) = next(each for each in TABLES if each.key == "stage3").lists(
            scope, row.key, "panel_days"
        )
        (stage,) = listed.rows
        assert row.cells[0].value == stage.case.service_area.name
        for cell, key in zip(row.cells[1:], ("panel", "panel-report", "response"), strict=True):
            clock = stage.deadlines.filter(limit__key=key).first()
            assert cell.value == (days_of(clock) if clock and clock.met_on else None)


def days_of(clock):
    start, end = (
        CalendarDay.objects.get(day=day).working_days for day in (clock.starts_on, clock.met_on)
    )
    return end - start


@scopes
def test_no_number_of_a_whole_report_takes_a_query_of_its_own(make_scope):
    with CaptureQueriesContext(connection) as queries:
        report = assemble(make_scope())
    numbers = sum(len(row.cells) for table in report.tables.values() for row in table.rows)

    # One for a table or for the figures of one kind, and one for each list of words
    assert len(queries) <= 96
    assert numbers + len(report.figures) > 62
