"""Questions that ask for nothing, for too much, or for what is not there: clear, and no error."""

from datetime import date
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from accounts.permissions import Role
from cases.models import Category, CategoryScheme, ServiceArea
from reporting.actions.tables import save_table
from reporting.period import Period, financial_year
from tests.factories import directorate, nature

pytestmark = [pytest.mark.usefixtures("little_year"), pytest.mark.django_db]
YEAR = {"start": "2006-04-01", "end": "2007-03-31"}


@pytest.fixture
def officer(client):
    user = User.objects.create_user("one@example.org", "One", [Role.OFFICER])
    client.force_login(user)
    return user


def open_table(client, **words):
    return client.get("/reports/table/", YEAR | {"count": "complaints"} | words)


def texts(answer, label):
    (row,) = [row for row in answer.context["shown"]["rows"] if row["label"] == label]
    return [number.text for number in row["numbers"]]


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_letters_by_ethnicity_of_the_panel_on_the_page_and_by_command(client, officer):
    answer = open_table(client, count="vettings", rows="panel")
    said = "“panel” does not fit vettings. These do: service-area, directorate, nature, "

    assert answer.status_code == 200
    assert answer.context["form"].errors["rows"][0].startswith(said)
    with pytest.raises(CommandError, match="“panel” does not fit vettings"):
        call_command(
            "table", "--count=vettings", "--rows=panel", "--from=2006-04-01", "--to=2007-03-31"
        )


@pytest.mark.parametrize("day", ["2020-05-01", "1990-01-01"])
def test_a_period_without_anything_prints_zeros_and_says_what_a_zero_means(client, officer, day):
    answer = open_table(client, rows="service-area", start=day, end=day)

    assert texts(answer, "Total") == ["0"]
    assert "A zero means that none was recorded." in text(answer)


def test_a_period_of_one_day(client, officer):
    answer = open_table(client, rows="service-area", start="2006-09-01", end="2006-09-01")

    assert texts(answer, "Fostering") == ["1"]
    assert "1 September 2006" in text(answer)


def test_a_period_of_thirty_years_by_month(client, officer):
    answer = open_table(client, columns="month", start="1991-04-01", end="2021-03-31")

    assert len(answer.context["shown"]["table"].columns) == 361
    assert texts(answer, "All")[-1] == "13"  # one of them is of adults


def test_a_base_of_zero_is_na_on_the_page_and_in_every_file(client, officer):
    words = {"rows": "service-area", "columns": "half", "base": "row"}
    (row,) = [
        row
        for row in open_table(client, **words).context["shown"]["rows"]
        if row["label"] == "Family Centre"
    ]
    assert [number.beside for number in row["numbers"]] == ["n/a", "n/a", "n/a"]

    address = "/reports/table/file/"
    asked = YEAR | {"count": "complaints"} | words
    line = next(
        line
        for line in client.get(f"{address}csv/", asked).content.decode().splitlines()
        if line.startswith("Family Centre")
    )
    assert line == "Family Centre,0,n/a,0,n/a,0,n/a"
    sheet = openpyxl.load_workbook(BytesIO(client.get(f"{address}xlsx/", asked).content)).active
    (cells,) = [row for row in sheet.iter_rows(values_only=True) if row[0] == "Family Centre"]
    assert cells == ("Family Centre", 0, "n/a", 0, "n/a", 0, "n/a")


def test_a_share_of_nothing_is_na(client, officer):
    answer = open_table(
        client, count="stages-begun", measure="share-over", start="2020-01-01", end="2020-01-01"
    )

    assert texts(answer, "All") == ["n/a"]


def test_two_thousand_rows_on_the_page_and_in_a_file(client, officer):
    """53 service areas by 40 natures, and the total."""
    scheme = CategoryScheme.objects.get(name="Natures")
    ServiceArea.objects.bulk_create(
        ServiceArea(name=f"Area {number}", directorate=directorate(), usual_procedure="children")
        for number in range(49)
    )
    Category.objects.bulk_create(
        Category(scheme=scheme, name=f"Nature {number}", position=number + 10)
        for number in range(37)
    )
    words = {"rows": "service-area", "then": "nature"}

    answer = open_table(client, **words)

    rows = len(answer.context["shown"]["rows"])
    assert rows == ServiceArea.objects.count() * (40 + 1) + 1  # those without a nature too
    assert rows > 2_000
    assert texts(answer, "Fostering: Delay") == ["3"]
    file = client.get("/reports/table/file/csv/", YEAR | {"count": "complaints"} | words)
    assert len(file.content.decode().splitlines()) > 2_000


def test_a_saved_table_whose_nature_was_retired_counts_as_before(client, officer):
    asked = {"count": ["complaints"], "where": [f"nature={nature('Delay').pk}"]}
    saved = save_table(
        name="Delays",
        asked=asked,
        period=financial_year(2006),
        shared=False,
        in_report=True,
        by=officer,
    )
    CategoryScheme.objects.filter(name="Natures").update(in_use_until=date(2005, 1, 1))

    answer = client.get(f"/reports/table/saved/{saved.key}/", follow=True)

    assert texts(answer, "All") == ["4"]
    assert "Delays" in text(client.get("/reports/2006-04-01/2007-03-31/"))


def test_a_saved_table_whose_word_is_no_longer_there_says_so(client, officer):
    asked = {"count": ["complaints"], "rows": ["shoe-size"]}
    saved = save_table(
        name="Shoes",
        asked=asked,
        period=Period(date(2006, 4, 1), date(2007, 3, 31)),
        shared=False,
        in_report=True,
        by=officer,
    )

    answer = client.get(f"/reports/table/saved/{saved.key}/", follow=True)

    assert answer.status_code == 200
    assert "“shoe-size” does not fit complaints. These do: " in text(answer)
    report = client.get("/reports/2006-04-01/2007-03-31/")
    assert "“Shoes” cannot be counted any more: “shoe-size” does not fit" in text(report)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"where": "fostering"}, "“fostering” is no condition: write it as "),
        ({"where": "service-area=Mars"}, "“Mars” is no service area here. There is: "),
        ({"where": "shoe-size=42"}, "“shoe-size” does not fit complaints. These do: "),
        ({"where": "service-area="}, "“” is no service area here. There is: "),
        ({"where": "nature=\x00"}, "is no nature of complaint here. There is: "),
        ({"days_over": "-1"}, "“-1” is not a number of working days."),
        ({"days_over": "9" * 40}, "is not a number of working days."),
        ({"measure": "per-dragons"}, "“per-dragons” cannot be measured of complaints. These can: "),
        ({"then": "shoe-size"}, "“shoe-size” does not fit complaints. These do: "),
        ({"start": "0001-01-01"}, "Enter a day between 1900 and 2200"),
        ({"end": "9999-12-31"}, "Enter a day between 1900 and 2200"),
        ({"start": "yesterday"}, "Enter a valid date"),
        ({"end": "2005-01-01"}, "The last day cannot be before the first, 1 April 2006"),
        ({"directorate": "' OR 1=1"}, "Select a valid choice"),
    ],
)
def test_a_filter_by_hand_in_the_address_is_answered_in_words(client, officer, words, sentence):
    answer = open_table(client, **words)

    assert answer.status_code == 200
    assert "shown" not in answer.context
    said = " ".join(message for many in answer.context["form"].errors.values() for message in many)
    assert sentence in said


@pytest.mark.parametrize(
    "address",
    [
        "/reports/0001-01-01/0001-12-31/",
        "/reports/0001-01-01/0001-12-31/tables/",
        "/reports/9999-01-01/9999-12-31/tables/",
        "/reports/table/behind/?row=nowhere&column=all",
        "/reports/table/behind/?row=all&column=9&count=stages-begun&measure=share-over",
        "/reports/table/file/doc/",
        "/reports/table/file/csv/?where=nonsense",
        "/reports/table/saved/nothing/",
        "/reports/2006-04-01/2007-03-31/behind/five_years/summary.nothing/2006-04-01/",
        "/reports/2006-04-01/2007-03-31/behind/five_years/summary.stage2_begun/change/",
    ],
)
def test_an_address_of_nothing_is_a_page_that_does_not_exist(client, officer, address):
    assert client.get(address).status_code == 404


def test_the_29_of_february_has_five_years_too(client, officer):
    answer = client.get("/reports/2008-02-29/2009-02-28/tables/")

    assert answer.status_code == 200


def test_the_command_says_the_words():
    printed = StringIO()
    call_command("table", "--list", stdout=printed)

    assert "per-children" in printed.getvalue()
    assert "ombudsman-heading" in printed.getvalue()
