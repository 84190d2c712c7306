"""The page on which a table is built, its files, and tables that are kept."""

import csv
import json
from datetime import date
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from accounts.permissions import Role
from cases.models import Case
from reporting.models import SavedTable
from tests.factories import directorate

pytestmark = [pytest.mark.usefixtures("little_year"), pytest.mark.django_db]
YEAR = {"start": "2006-04-01", "end": "2007-03-31"}


@pytest.fixture
def sign_in(client):
    def as_role(role, name="one"):
        user = User.objects.create_user(f"{role}-{name}@example.org", f"{role} {name}", [role])
        client.force_login(user)
        return user

    return as_role


def open_table(client, path="", **words):
    return client.get(f"/reports/table/{path}", YEAR | {"directorate": directorate().pk} | words)


def numbers(answer):
    return {
        row["label"]: [number.text for number in row["numbers"]]
        for row in answer.context["shown"]["rows"]
    }


def test_the_first_opening_shows_complaints_by_service_area(client, sign_in):
    sign_in(Role.OFFICER)

    answer = client.get("/reports/table/")

    assert answer.status_code == 200
    assert answer.context["shown"]["table"].title == "Complaints, by service area"


def test_each_number_opens_its_list_with_the_days_of_each(client, sign_in):
    sign_in(Role.OFFICER)
    words = {"count": "stages-begun", "where": "stage=2", "measure": "calendar-days-longest"}
    answer = open_table(client, rows="service-area", **words)
    (leaving_care,) = [
        row for row in answer.context["shown"]["rows"] if row["label"] == "Leaving Care"
    ]

    listed = client.get(leaving_care["numbers"][0].url)

    assert leaving_care["numbers"][0].text == "241.0"
    assert listed.context["number"] == 1
    assert dict(listed.context["lines"][0]["cells"])["Days"] == 241
    assert "Back to the table" in listed.content.decode()


def test_a_share_opens_what_is_divided_and_by_what(client, sign_in):
    sign_in(Role.OFFICER)
    answer = open_table(client, count="stages-begun", where="stage=2", measure="share-over")
    number = answer.context["shown"]["rows"][0]["numbers"][0]

    listed = client.get(number.url)

    assert (number.text, number.beside) == ("33%", "1/3")
    assert listed.context["number"] == 1
    assert client.get(f"{number.url}&list=1").context["number"] == 3


def test_a_number_that_counts_a_hidden_case_is_text(client, sign_in):
    sign_in(Role.OFFICER)
    Case.objects.filter(received_on="2006-04-01").update(restricted=True)

    answer = open_table(client, count="complaints", rows="service-area")

    rows = {row["label"]: row["numbers"][0] for row in answer.context["shown"]["rows"]}
    assert (rows["Fostering"].text, rows["Fostering"].url) == ("4", "")
    assert rows["Leaving Care"].url


def test_committee_staff_build_tables_and_open_no_case(client, sign_in):
    sign_in(Role.COMMITTEE)

    answer = open_table(client, count="complaints", rows="service-area")

    assert numbers(answer)["Total"] == ["7"]
    assert "/reports/table/behind/" not in answer.content.decode()
    assert client.get("/reports/table/behind/?row=total&column=all").status_code == 403


def test_what_does_not_fit_is_not_offered_and_by_hand_says_so_beside_its_list(client, sign_in):
    sign_in(Role.OFFICER)

    answer = open_table(client, count="compliments", rows="ethnicity", columns="year")

    form = answer.context["form"]
    assert "ethnicity" not in dict(form.fields["rows"].widget.choices)
    assert form.errors["rows"][0].startswith("“ethnicity” does not fit compliments. These do: ")
    assert "shown" not in answer.context


@pytest.mark.parametrize(
    ("role", "may"), [(Role.MANAGER, True), (Role.OFFICER, False), (Role.COMMITTEE, False)]
)
def test_who_holds_cases_is_asked_by_complaints_managers(client, sign_in, role, may):
    """Also by hand, and as a condition."""
    sign_in(role)

    by_rows = open_table(client, count="complaints", rows="owner")
    only = open_table(client, count="complaints", where="owner=Nobody")
    then = open_table(client, count="complaints", rows="nature", then="owner")

    assert ("shown" in by_rows.context) is may
    assert ("shown" in only.context) is may
    assert ("shown" in then.context) is may
    assert ("owner" in dict(by_rows.context["form"].fields["rows"].widget.choices)) is may
    if not may:
        assert by_rows.context["form"].errors["rows"] == [
            "“Who holds it” is for complaints managers."
        ]


def test_only_some_are_chosen_by_ticks(client, sign_in):
    sign_in(Role.OFFICER)
    offered = open_table(client, count="complaints", only="service-area")
    (condition,) = offered.context["conditions"]
    fostering = next(value for value, label, _ in condition["choices"] if label == "Fostering")

    answer = open_table(client, count="complaints", where=fostering)

    assert answer.context["shown"]["rows"][0]["numbers"][0].text == "4"
    assert [checked for _, _, checked in answer.context["conditions"][0]["choices"]].count(
        True
    ) == 1


def test_a_period_that_ends_before_it_begins_is_said_beside_its_field(client, sign_in):
    sign_in(Role.OFFICER)

    answer = open_table(client, start="2007-04-01", end="2006-04-01")

    assert answer.context["form"].errors["end"] == [
        "The last day cannot be before the first, 1 April 2007"
    ]


def test_files_hold_numbers_definition_and_period(client, sign_in):
    sign_in(Role.OFFICER)
    words = {"count": "complaints", "rows": "service-area", "base": "all"}

    text = open_table(client, "file/csv/", **words).content.decode("utf-8-sig")
    book = openpyxl.load_workbook(BytesIO(open_table(client, "file/xlsx/", **words).content))
    read = json.loads(open_table(client, "file/json/", **words).content)

    lines = list(csv.reader(StringIO(text)))
    assert lines[0] == ["Complaints, by service area"]
    assert lines[1] == ["Children's Services, 1 April 2006 to 31 March 2007."]
    assert ["Fostering", "4", "57.1"] in lines
    assert ["", "All", "All, %"] in lines
    sheet = {row[0]: row[1:3] for row in book.active.iter_rows(values_only=True)}
    assert sheet["Fostering"] == (4, 0.571)
    assert sheet["Internal: not for release."] == (None, None)
    fostering = next(row for row in read["rows"] if row["label"] == "Fostering")
    assert fostering["cells"] == [{"value": 4, "percent": 57.1}]
    assert open_table(client, "file/pdf/", **words).status_code == 404


def test_the_command_gives_the_same_table(capsys):
    call_command(
        "table",
        "--count=stages-begun",
        "--where=stage=2",
        "--rows=outcome",
        "--from=2006-04-01",
        "--to=2007-03-31",
        "--directorate=Children's Services",
    )

    said = json.loads(capsys.readouterr().out)
    values = {row["label"]: row["cells"][0]["value"] for row in said["rows"]}
    assert (values["Upheld"], values["Pending"], values["Total"]) == (1, 1, 4)


def test_the_command_lists_its_words_and_refuses_in_a_sentence(capsys):
    call_command("table", "--list")
    assert "    rows and columns: service-area, directorate" in capsys.readouterr().out

    with pytest.raises(CommandError, match="“panel” does not fit letters"):
        call_command(
            "table", "--count=letters-sent", "--rows=panel", "--from=2006-04-01", "--to=2007-03-31"
        )
    with pytest.raises(CommandError, match="There is no directorate “Parks”"):
        call_command("table", "--directorate=Parks", "--from=2006-04-01", "--to=2007-03-31")


@pytest.fixture
def saved(client, sign_in):
    def save(**fields):
        address = f"/reports/table/save/?count=complaints&rows=service-area&start={YEAR['start']}"
        return client.post(f"{address}&end={YEAR['end']}", {"name": "By area", **fields})

    return save


def test_a_table_is_saved_shared_and_opened_by_its_address(client, sign_in, saved):
    owner = sign_in(Role.OFFICER)
    assert saved(shared="on").status_code == 302
    table = SavedTable.objects.get(name="By area")

    sign_in(Role.HEAD_OF_SERVICE, "two")
    answer = client.get(f"/reports/table/saved/{table.key}/", follow=True)

    assert (table.owner, table.start, table.end) == (owner, date(2006, 4, 1), date(2007, 3, 31))
    assert numbers(answer)["Fostering"] == ["4"]
    assert client.post(f"/reports/table/saved/{table.key}/delete/").status_code == 404


def test_a_table_that_is_not_shared_is_nobody_elses(client, sign_in, saved):
    sign_in(Role.OFFICER)
    saved()
    table = SavedTable.objects.get(name="By area")

    sign_in(Role.OFFICER, "two")

    assert client.get(f"/reports/table/saved/{table.key}/").status_code == 404


def test_two_tables_of_one_name_are_refused_beside_the_name(client, sign_in, saved):
    sign_in(Role.OFFICER)
    saved()

    again = saved()

    assert again.context["form"].errors["name"] == [
        "You have a table of that name: give this one another."
    ]


def test_a_table_in_the_report_is_counted_for_its_period_until_it_is_deleted(
    client, sign_in, saved
):
    sign_in(Role.OFFICER)
    saved(in_report="on")
    table = SavedTable.objects.get(name="By area")
    report = f"/reports/2006-04-01/2007-03-31/?directorate={directorate().pk}"

    (further,) = client.get(report).context["further"]
    client.post(f"/reports/table/saved/{table.key}/delete/")

    assert further["shown"]["table"].title == "By area"
    assert further["shown"]["rows"][-1]["numbers"][0].text == "7"
    assert client.get(report).context["further"] == []


def test_a_table_of_colleagues_stands_in_the_report_for_complaints_managers(client, sign_in, saved):
    sign_in(Role.MANAGER)
    saved(in_report="on")
    SavedTable.objects.update(asked={"count": ["complaints"], "rows": ["owner"]})
    report = "/reports/2006-04-01/2007-03-31/"

    assert len(client.get(report).context["further"]) == 1
    sign_in(Role.COMMITTEE)
    assert client.get(report).context["further"] == []


def test_a_saved_table_whose_word_is_gone_says_so_in_its_place(client, sign_in, saved):
    sign_in(Role.OFFICER)
    saved(in_report="on")
    SavedTable.objects.update(asked={"count": ["complaints"], "where": ["service-area=Moon"]})

    (further,) = client.get("/reports/2006-04-01/2007-03-31/").context["further"]

    assert further["fault"].startswith("“Moon” is no service area here.")


def test_a_table_costs_a_handful_of_queries(client, sign_in, at_most_queries):
    sign_in(Role.MANAGER)

    with at_most_queries(12):
        open_table(client, count="complaints", rows="nature", columns="service-area")
