"""Figures beside those before: each number worked out by hand from the little year, and each with
its list."""

import re
from datetime import date
from decimal import Decimal
from html import unescape
from io import BytesIO

import openpyxl
import pytest
import time_machine

from accounts.models import User
from accounts.permissions import Role
from cases.models import Case, ServiceArea
from reporting.compared.figures import (
    BY_AREA,
    IN_TIME,
    OUTCOMES,
    PAID,
    RECEIVED,
    About,
)
from reporting.compared.page import ComparedPage
from reporting.compared.parts import beside_those_before, quarters_until, year_so_far
from reporting.period import Period, financial_year
from reporting.scope import Scope
from tests.factories import directorate

pytestmark = [pytest.mark.usefixtures("little_year"), pytest.mark.django_db]
TODAY = date(2006, 12, 31)
QUARTER = Period(date(2006, 10, 1), date(2006, 12, 31))


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(f"{TODAY} 11:00 +0000", tick=False):
        yield


@pytest.fixture
def sign_in(client):
    def as_role(role):
        user = User.objects.create_user(f"{role}@example.org", f"{role} one", [role])
        client.force_login(user)
        return user

    return as_role


def numbers(figures, parts, *, areas=()):
    about = About(parts, Scope(parts[0].period, directorate()), areas)
    table = figures.table(about)
    shown = table.table(about.whole, {table.key: table.counts(about.whole)})
    return {
        row.label: [cell.value for cell in row.cells]
        for row in shown.rows
        if any(cell.value for cell in row.cells)
    }


def test_complaints_by_month_beside_those_of_last_year():
    """In March 2006 one was received: not within the same part of that year."""
    assert numbers(RECEIVED, year_so_far(TODAY)) == {
        "April": [1, 0],
        "May": [1, 0],
        "August": [1, 0],
        "September": [1, 0],
        "December": [1, 0],
        "Total": [5, 0],
    }
    assert numbers(RECEIVED, year_so_far(date(2007, 3, 31)))["March"] == [1, 1]


def test_complaints_by_area_of_a_quarter_beside_the_one_before_and_that_of_last_year():
    assert numbers(BY_AREA, beside_those_before(QUARTER)) == {
        "Fostering": [0, 2, 0],
        "Leaving Care": [1, 0, 0],
        "Total": [1, 2, 0],
    }


def test_answers_in_time_and_what_was_found():
    """Stage 2 was answered on 3 July within the limit, on 22 December within the extension."""
    assert numbers(IN_TIME, year_so_far(TODAY)) == {"Stage 2, 2006/07 so far": [1, 1, 2]}
    assert numbers(OUTCOMES, year_so_far(TODAY)) == {"Stage 2, 2006/07 so far": [1, 1, 2]}


def test_figures_that_are_one_number_each():
    """The payments were made or offered by December: 100.10, 50.05 and 5.00."""
    parts = year_so_far(TODAY)
    page = ComparedPage(About(parts, Scope(parts[0].period, directorate())), User())

    assert {row.label: [cell.value for cell in row.cells] for row in page.together.rows} == {
        "Complaints received": [5, 0],
        "Complaints closed": [0, 0],
        "Stage 2 begun": [3, 0],
        "Stage 3 begun": [0, 0],
        "Decisions of the Ombudsman": [0, 0],
        "Payments": [Decimal("155.15"), 0],
        "Lessons raised": [1, 0],
        "Compliments": [0, 0],
    }


def test_what_is_counted_together_is_what_is_counted_apart():
    parts = beside_those_before(Period(date(2006, 4, 1), date(2007, 3, 31)))
    page = ComparedPage(About(parts, Scope(parts[0].period, directorate())), User())

    for figures in (RECEIVED, BY_AREA, IN_TIME, OUTCOMES):
        together = {
            row.label: [cell.value for cell in row.cells]
            for row in page.tables[figures.key].rows
            if any(cell.value for cell in row.cells)
        }
        assert together == numbers(figures, parts), figures.title
        assert together


def test_some_service_areas_are_counted_alone():
    fostering = ServiceArea.objects.get(name="Fostering").pk

    assert numbers(BY_AREA, year_so_far(TODAY), areas=(fostering,)) == {
        "Fostering": [3, 0],
        "Total": [3, 0],
    }
    assert numbers(PAID, year_so_far(TODAY), areas=(fostering,)) == {
        "Payments": [Decimal("150.15"), 0]
    }


def test_a_period_of_years_stands_alone():
    """Its days a year earlier are its own."""
    parts = beside_those_before(Period(date(2004, 4, 1), date(2007, 3, 31)))

    assert [part.key for part in parts] == ["now"]
    assert numbers(BY_AREA, parts)["Total"] == [8]


def test_quarters_and_halves_until_a_day():
    assert quarters_until(date(2006, 5, 1)) == [
        Period(date(2006, 4, 1), date(2006, 9, 30)),
        Period(date(2005, 10, 1), date(2006, 3, 31)),
        Period(date(2006, 4, 1), date(2006, 6, 30)),
        Period(date(2006, 1, 1), date(2006, 3, 31)),
    ]


PAGES = [
    "/reports/dashboard/",
    "/reports/2006-10-01/2006-12-31/monitoring/",
    "/reports/2006-04-01/2006-09-30/monitoring/",
    "/reports/2006-04-01/2007-03-31/monitoring/",
    "/reports/2006-08-15/2006-12-04/monitoring/",
]


@pytest.mark.parametrize("address", PAGES)
def test_every_number_opens_its_list(client, sign_in, address):
    sign_in(Role.MANAGER)
    answer = client.get(address)
    shown = [section["shown"] for section in answer.context["sections"]]
    opened = 0

    for table in [*shown, answer.context["figures"]]:
        for row in table["rows"]:
            for number in row["numbers"]:
                if not number.url:
                    assert number.text in ("0", "£0.00", "n/a"), (table["table"].title, row)
                    continue
                listed = client.get(number.url)
                opened += 1
                assert listed.status_code == 200, number.url
                if "£" not in number.text:
                    assert listed.context["number"] == int(number.text), number.url

    assert opened >= 10


def test_the_dashboard_says_what_it_counts_and_how_it_was(client, sign_in):
    sign_in(Role.MANAGER)

    answer = client.get(f"/reports/dashboard/?whose={directorate().pk}")

    tiles = {tile.label: (tile.text, tile.beside, tile.before) for tile in answer.context["tiles"]}
    before = "2005/06 to 31 December"
    assert tiles == {
        "Complaints received": ("5", "", ((before, "0"),)),
        "Stage 1 answered within the time limit": ("n/a", "", ((before, "n/a"),)),
        "Stage 1 upheld or partially upheld": ("n/a", "", ((before, "n/a"),)),
        "Stage 2 begun": ("3", "", ((before, "0"),)),
    }
    assert answer.content.decode().count("<svg") == 4


def test_a_head_of_service_begins_with_their_own_services(client, sign_in):
    head = sign_in(Role.HEAD_OF_SERVICE)
    head.heads_service_areas.add(ServiceArea.objects.get(name="Leaving Care"))

    mine, council = (
        client.get("/reports/dashboard/"),
        client.get("/reports/dashboard/?whose=council"),
    )

    assert mine.context["tiles"][0].text == "2"
    assert mine.context["tiles"][0].url
    assert (council.context["tiles"][0].text, council.context["tiles"][0].url) == ("6", "")
    assert client.get("/reports/dashboard/?whose=nobody").status_code == 404


def test_a_number_that_counts_a_hidden_case_is_text(client, sign_in):
    sign_in(Role.OFFICER)
    Case.objects.filter(received_on=date(2006, 4, 1)).update(restricted=True)

    months = client.get("/reports/dashboard/").context["sections"][0]["shown"]["rows"]

    urls = {row["label"]: row["numbers"][0].url for row in months}
    assert (urls["April"], urls["Total"]) == ("", "")
    assert urls["May"]


def test_committee_staff_see_the_year_and_open_no_case(client, sign_in):
    sign_in(Role.COMMITTEE)

    page = client.get("/reports/dashboard/")

    assert page.context["coming"] == []
    assert "/reports/table/behind/" not in page.content.decode()


def test_the_dashboard_costs_as_many_queries_as_it_has_figures(client, sign_in, at_most_queries):
    sign_in(Role.MANAGER)
    client.get("/reports/dashboard/")

    with at_most_queries(20):
        client.get("/reports/dashboard/")


def test_a_manager_opens_the_last_quarter_in_one_click(client, sign_in):
    sign_in(Role.MANAGER)
    index = client.get("/reports/")
    links = dict(re.findall(r'href="([^"]+/monitoring/)">([^<]+)</a>', index.content.decode()))

    (quarter,) = [url for url, name in links.items() if name == "Quarter 2 of 2006/07"]
    page = unescape(client.get(quarter).content.decode())

    assert list(links.values()) == [
        "First half of 2006/07",
        "Quarter 2 of 2006/07",
        "Second half of 2006/07",
        "Quarter 3 of 2006/07",
    ]
    assert "Monitoring report, Quarter 2 of 2006/07" in page
    assert "beside Quarter 1 of 2006/07 and Quarter 2 of 2005/06" in page


def test_a_quarter_is_one_workbook_with_its_standard_tables(client, sign_in):
    sign_in(Role.COMMITTEE)

    answer = client.get("/reports/2006-10-01/2006-12-31/monitoring/file/")
    book = openpyxl.load_workbook(BytesIO(answer.content))

    assert 'filename="monitoring-2006-10-01-to-2006-12-31.xlsx"' in answer["Content-Disposition"]
    first = {row[0]: row[1:] for row in book.worksheets[0].iter_rows(values_only=True)}
    assert first["Complaints received"][:3] == (1, 2, 0)
    assert len(book.worksheets) > 20


def test_a_service_has_its_own_page(client, sign_in):
    sign_in(Role.MANAGER)
    area = ServiceArea.objects.get(name="Fostering")

    answer = client.get(f"/reports/2006-04-01/2007-03-31/services/{area.pk}/")

    assert answer.context["tiles"][0].text == "4"
    titles = [section["shown"]["table"].title for section in answer.context["sections"]]
    assert titles == ["Complaints received", "Answers in time", "What was found"]
    assert client.get("/reports/2006-04-01/2007-03-31/services/0/").status_code == 404


def test_figures_of_people_are_for_complaints_managers(client, sign_in):
    address = "/reports/2006-04-01/2007-03-31/people/"
    sign_in(Role.MANAGER)
    answer = client.get(address)

    rows = answer.context["sections"][0]["shown"]["rows"]
    assert {row["label"]: row["numbers"][0].text for row in rows}["Nobody"] == "8"
    assert answer.context["sections"][-1]["shown"]["table"].title == "Open on 31 December 2006"
    for role in (Role.OFFICER, Role.COMMITTEE, Role.HEAD_OF_SERVICE):
        sign_in(role)
        assert client.get(address).status_code == 403


@pytest.mark.parametrize("day", [date(2006, 4, 1), date(2008, 2, 29), date(2007, 3, 31)])
def test_the_dashboard_opens_on_the_first_and_last_day_of_a_year_and_in_a_leap_year(
    client, sign_in, day
):
    with time_machine.travel(f"{day} 11:00 +0000", tick=False):
        sign_in(Role.MANAGER)
        answer = client.get("/reports/dashboard/")

    assert answer.status_code == 200
    assert answer.context["tiles"][0].text == {2006: "1", 2007: "8", 2008: "0"}[day.year]


def test_an_empty_year_is_a_page_of_noughts(client, sign_in):
    sign_in(Role.MANAGER)
    year = financial_year(2020)

    answer = client.get(f"/reports/{year.start}/{year.end}/monitoring/")

    assert answer.status_code == 200
    assert "No chart: Every number is nought or n/a" in answer.content.decode()
