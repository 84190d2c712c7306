"""The standard tables on the little year: numbers worked out by hand, and each with its list."""

import csv
import json
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.db.models import Sum

from accounts.models import User
from accounts.permissions import Role
from reporting.any_table import standard
from reporting.any_table.page import counted
from reporting.any_table.standard.escalation import ESCALATION
from reporting.any_table.standard.flow import FLOW_BY_AREA
from reporting.any_table.standard.people import COMPLETENESS
from reporting.any_table.standard.times import calendar_times_of, times_of
from reporting.any_table.what import BY_KEY
from reporting.period import Period, quarters_and_halves
from reporting.scope import Scope
from tests.factories import directorate
from tests.reporting.little_year import YEAR, across_years, mixed_year, scope

pytestmark = pytest.mark.usefixtures("little_year")
scopes = pytest.mark.parametrize("make_scope", [scope, mixed_year, across_years])


POUNDS = {
    "costs_of_investigations": lambda table, column: table.tables[int(column)].measure(),
    "five_years": lambda table, column: Sum("amount"),
}


def read(table, its_scope):
    return table.table(its_scope, {each.key: each.counts(its_scope) for each in table.needs})


def row(table, label, its_scope=None):
    shown = read(table, its_scope or scope())
    return [cell.value for each in shown.rows if each.label == label for cell in each.cells]


def test_carried_over_received_closed_withdrawn_and_open():
    """One of March 2006 was carried over; nothing of 2006/07 was closed."""
    assert row(FLOW_BY_AREA, "Fostering") == [1, 4, 0, 0, 5]
    assert row(FLOW_BY_AREA, "Total") == [1, 7, 0, 0, 8]
    year_2008 = Scope(Period(date(2008, 4, 1), date(2009, 3, 31)), directorate())
    assert row(FLOW_BY_AREA, "Family Centre", year_2008) == [0, 1, 0, 1, 0]


@scopes
def test_what_is_carried_over_and_received_is_ended_or_open(make_scope):
    for each in read(FLOW_BY_AREA, make_scope()).rows:
        before, received, closed, withdrawn, still_open = (cell.value for cell in each.cells)
        assert before + received - closed - withdrawn == still_open, each.label


def test_how_long_stage_2_took():
    """Fostering: in the limit after 28 calendar days by the regulations of 1991, and in the
    extension after 59 working days by those of 2006."""
    working = [Decimal("59.0")] * 4
    shares = [2, Decimal("50.0"), Decimal("100.0"), Decimal("0.0")]
    assert row(times_of(2), "Fostering") == [*shares, *working]
    assert row(calendar_times_of(2), "Fostering") == [1, *[Decimal("28.0")] * 4]
    assert row(times_of(2), "Family Centre") == [0, *[None] * 7]


def test_escalation_as_flow_and_as_cohort():
    """Four stages 2 were begun in the year, all of complaints received in it; in the second half
    two were begun, and of its three complaints one went on."""
    half = Scope(Period(date(2006, 10, 1), date(2007, 3, 31)), directorate())

    to_stage_2, _ = ESCALATION
    of_seven, of_three = Decimal("57.1"), Decimal("33.3")
    assert row(to_stage_2, "Total")[:5] == [7, 4, of_seven, 4, of_seven]
    assert row(to_stage_2, "Total", half)[:5] == [3, 2, Decimal("66.7"), 1, of_three]


def test_how_many_have_an_answer_on_gender():
    """Four of seven have one; of the three of Leaving Care one."""
    genders = [label for label, _ in COMPLETENESS.parts].index("gender")

    assert row(COMPLETENESS, "Leaving Care")[genders] == Decimal("33.3")
    assert row(COMPLETENESS, "Total")[genders] == Decimal("57.1")


@scopes
@pytest.mark.parametrize("table", standard.BESIDE, ids=lambda table: table.key)
def test_every_number_beside_others_is_that_of_its_list(table, make_scope):
    its_scope = make_scope()
    for each in read(table, its_scope).rows:
        for cell in each.cells:
            if cell.part == 0 and not cell.base:
                continue  # nothing, or a number that was printed
            listed = table.lists(its_scope, cell.row, cell.column)
            numbers = [one.rows.count() for one in listed]
            if cell.kind == "percent":
                assert [sum(numbers[:-1]), numbers[-1]] == [cell.part, cell.base]
            elif cell.kind == "pounds":
                of_rows = POUNDS[table.key](table, cell.column)
                assert [one.rows.aggregate(sum=of_rows)["sum"] or 0 for one in listed] == [
                    cell.value
                ]
            elif cell.kind != "measured" or cell.part is not None:
                assert numbers == [cell.value if cell.part is None else cell.part]


@scopes
@pytest.mark.parametrize("each", standard.STANDARD, ids=lambda each: "-".join(each.words.values()))
def test_every_number_of_a_standard_table_is_that_of_its_list(each, make_scope):
    asked, its_scope = each.for_scope(make_scope())
    table = asked.table()
    for line in counted(asked, its_scope).rows:
        for cell in line.cells:
            listed = table.lists(its_scope, cell.row, cell.column)
            if cell.kind == "pounds":
                pounds = BY_KEY[asked.what.key].pounds
                sums = [one.rows.aggregate(sum=Sum(pounds))["sum"] or 0 for one in listed]
                assert sums == [cell.value]
            elif cell.kind == "percent":
                assert [one.rows.count() for one in listed] == [cell.part, cell.base]
            else:
                number = cell.value if cell.part is None else cell.part
                assert [one.rows.count() for one in listed] == [number]


def test_a_year_has_two_halves_and_four_quarters():
    assert [str(part) for part in quarters_and_halves(YEAR)] == [
        "1 April 2006 to 31 March 2007",
        "1 April 2006 to 30 September 2006",
        "1 October 2006 to 31 March 2007",
        "1 April 2006 to 30 June 2006",
        "1 July 2006 to 30 September 2006",
        "1 October 2006 to 31 December 2006",
        "1 January 2007 to 31 March 2007",
    ]


@pytest.mark.django_db
def test_the_page_and_its_workbook_hold_the_same_numbers(client):
    client.force_login(User.objects.create_user("one@example.org", "One", [Role.OFFICER]))
    address = "/reports/2006-04-01/2007-03-31/tables/"
    query = {"directorate": directorate().pk}

    page = client.get(address, query)
    book = openpyxl.load_workbook(BytesIO(client.get(f"{address}file/xlsx/", query).content))

    fitting = sum(each.fits(scope()) for each in standard.BESIDE)
    tables = [shown for section in page.context["sections"] for shown in section["tables"]]
    assert len(book.sheetnames) == len(tables) == fitting + len(standard.STANDARD)
    first = {line[0]: line[1:6] for line in book["Table 1"].iter_rows(values_only=True)}
    assert first["Fostering"] == (1, 4, 0, 0, 5)
    drawn = {each["label"]: [one.text for one in each["numbers"]] for each in tables[0]["rows"]}
    assert drawn["Fostering"] == ["1", "4", "0", "0", "5"]
    assert client.get(tables[0]["rows"][0]["numbers"][0].url).context["number"] == 1


@pytest.mark.django_db
def test_the_set_is_read_back_from_csv_and_json_too(client):
    client.force_login(User.objects.create_user("two@example.org", "Two", [Role.OFFICER]))
    address = "/reports/2006-04-01/2007-03-31/tables/file"
    query = {"directorate": directorate().pk}

    told = json.loads(client.get(f"{address}/json/", query).content)
    file = client.get(f"{address}/csv/", query).content.decode("utf-8-sig")

    first = {row["label"]: [cell["value"] for cell in row["cells"]] for row in told[0]["rows"]}
    assert first["Fostering"] == [1, 4, 0, 0, 5]
    assert {one["for"] for one in told} == {"Internal: not for release."}
    lines = list(csv.reader(StringIO(file)))
    assert lines[0] == ["Carried over, received, closed and still open"]
    assert ["Fostering", "1", "4", "0", "0", "5"] in lines
    titles = [one["title"] for one in told]
    assert [line[0] for line in lines if line and line[0] in titles] == titles
    assert client.get(f"{address}/doc/", query).status_code == 404
