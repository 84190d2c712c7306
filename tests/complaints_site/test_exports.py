"""A list of cases exported as a file: exactly those filtered, safe to open, and noted."""

import csv
import io
from datetime import date

import openpyxl
import pytest
import time_machine
from django.db import IntegrityError, transaction

from accounts.models import Event, User
from accounts.permissions import Role
from cases.models import Assignment, CasePerson, ListExport, Person
from tests import factories as make

pytestmark = pytest.mark.django_db
RECEIVED = date(2006, 9, 4)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2006-11-01 11:00 +0000", tick=False):
        yield


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


@pytest.fixture
def export(client, officer):
    """``export("state=open", format="csv")``: the answer, for the officer or the ``reader``."""

    def export(query="", reader=None, **answers):
        client.force_login(reader or officer)
        address = f"/cases/export/?{query}" if query else "/cases/export/"
        return client.post(address, {"format": "csv"} | answers)

    return export


def lines(answer):
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:])))


def cases_in(answer):
    """The rows of cases, as dictionaries of their headings."""
    rows = lines(answer)
    start = rows.index([])
    return [dict(zip(rows[start + 1], row, strict=True)) for row in rows[start + 2 :]]


def book(answer):
    return openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))


def case(reference, **fields):
    return make.case(RECEIVED, "Leaving Care", reference=reference, **fields)


def with_people(of):
    for name, role in [("Juniper Vale", "complainant"), ("Wren Thistleton", "service_user")]:
        CasePerson.objects.create(case=of, person=Person.objects.create(name=name), role=role)
    return of


def test_the_file_holds_what_is_filtered_in_the_order_of_the_list(export):
    case("C-1")
    case("C-2", kind="representation", made_on=date(2006, 9, 1))
    case("C-3", kind="representation", closed_on=date(2006, 10, 2))

    rows = cases_in(export("kind=representation&sort=reference"))

    assert [row["Case"] for row in rows] == ["C-2", "C-3"]
    assert rows[1] == {
        "Case": "C-3",
        "Kind": "Representation",
        "Open or closed": "Closed",
        "Next due": "",
        "Service area": "Leaving Care",
        "Directorate": "Children's Services",
        "Provider": "",
        "Nature of complaint": "",
        "Procedure": "",
        "Stage reached": "",
        "Outcome so far": "",
        "Received": "2006-09-04",
        "Made": "",
        "Closed": "2006-10-02",
        "How it came": "",
        "Passed on by": "",
        "Complainant type": "",
        "Held by": "",
    }


@pytest.mark.parametrize("order", ["due", "-due", "received", "-reference", "service_area"])
def test_every_order_of_the_list_is_one_of_the_file(client, export, order):
    rules = make.procedure()
    for reference, due in [("C-1", 9), ("C-2", None), ("C-3", 6)]:
        of = case(reference)
        make.route(of, rules)
        if due:
            make.deadline(make.stage(of, rules, 1, RECEIVED), target_on=date(2006, 11, due))

    rows = cases_in(export(f"sort={order}"))
    listed = client.get(f"/cases/?sort={order}").context["rows"]

    assert [row["Case"] for row in rows] == [row.reference for row in listed]
    assert {row["Case"]: row["Next due"] for row in rows} == {
        "C-1": "2006-11-09",
        "C-2": "",
        "C-3": "2006-11-06",
    }
    assert {row["Procedure"] for row in rows} == {"Children 2006"}


def test_the_filter_and_who_exported_it_stand_at_the_top(export):
    case("C-1")

    assert lines(export("state=open&received_from=1+9+2006"))[:4] == [
        ["Cases", "1 open case received from 1 September 2006"],
        ["Exported by", "Anna Fielding"],
        ["On", "1 November 2006, 11:00"],
        [],
    ]


def test_names_and_what_was_said_are_left_out_unless_asked_for(export):
    with_people(case("C-1", summary="Juniper was told nothing"))

    answer = export()
    text = b"".join(answer.streaming_content).decode()

    assert "Juniper" not in text
    assert "with-names" not in answer["Content-Disposition"]


def test_a_file_with_names_says_what_for_and_that_it_holds_them(export, officer):
    with_people(case("C-1", summary="Juniper was told nothing"))

    answer = export(with_names="on", purpose="Letters of the review")
    assert "with-names" in answer["Content-Disposition"]
    rows = lines(answer)

    assert rows[3:5] == [
        ["For", "Letters of the review"],
        [
            "Personal",
            "With names of people: keep it as you keep the case files, and delete it when done",
        ],
    ]
    assert rows[-1][-3:] == ["Juniper Vale", "Wren Thistleton", "Juniper was told nothing"]
    export = ListExport.objects.get()
    assert (export.by, export.with_names, export.number) == (officer, True, 1)
    assert export.purpose == "Letters of the review"


def test_names_without_a_purpose_are_refused_and_what_was_typed_stays(export):
    case("C-1")

    answer = export("state=open", with_names="on", format="xlsx")

    assert "Enter what the list with names is for" in answer.content.decode()
    assert answer.context["form"]["with_names"].value() is True
    assert answer.context["form"]["format"].value() == "xlsx"
    assert not ListExport.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        ListExport.objects.create(
            by=User.objects.get(), format="csv", with_names=True, sentence="1 case", number=1
        )


def test_every_file_is_noted_with_its_filter(export, officer):
    case("C-1")
    export("state=open", format="xlsx")

    export = ListExport.objects.get()
    assert (export.format, export.filter, export.sentence) == ("xlsx", "state=open", "1 open case")
    event = Event.objects.get(about_model="cases.listexport")
    assert (event.by, event.sentence) == (officer, "exported a list: 1 open case")


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-5", "@sum", "\t=1", "=HYPERLINK(1)"])
def test_a_cell_is_never_a_formula(export, text):
    case("C-1", summary=text)

    (row,) = cases_in(export(with_names="on", purpose="A try"))
    assert row["What was said"] == f"'{text}"
    sheet = book(export(format="xlsx", with_names="on", purpose=text))["Cases"]
    cell = sheet.cell(2, sheet.max_column)
    assert (cell.data_type, cell.value) == ("s", text)


def test_what_a_purpose_begins_with_is_harmless_too(export):
    case("C-1")

    assert ["For", "'=1+1"] in lines(export(with_names="on", purpose="=1+1"))


def test_the_workbook_has_the_filter_on_its_first_sheet_and_true_dates_on_its_second(export):
    case("C-1")
    case("C-2", kind="representation")

    answer = export("kind=complaint", format="xlsx")
    sheets = book(answer)

    assert sheets.sheetnames == ["About this list", "Cases"]
    assert sheets["About this list"]["B1"].value == "1 complaint"
    rows = list(sheets["Cases"].values)
    assert [row[0] for row in rows] == ["Case", "C-1"]
    assert rows[1][rows[0].index("Received")].date() == RECEIVED


def test_a_link_in_a_text_stays_text(export):
    case("C-1", summary="https://example.org")

    sheet = book(export(format="xlsx", with_names="on", purpose="A try"))["Cases"]

    assert sheet.cell(2, sheet.max_column).hyperlink is None


# Who takes out what


def test_nobody_exports_what_they_may_not_see(export):
    case("HIDDEN", restricted=True)
    about = case("ABOUT-THEM")
    reader = User.objects.create_user("m@example.org", "Maud Ferris", [Role.MANAGER])
    person = Person.objects.create(name="Maud Ferris", user=reader)
    CasePerson.objects.create(case=about, person=person, role="complained_about")

    assert [row["Case"] for row in cases_in(export())] == ["ABOUT-THEM"]
    assert [row["Case"] for row in cases_in(export(reader=reader))] == ["HIDDEN"]


def test_who_complains_is_left_out_where_it_is_withheld_from_the_reader(export):
    reader = User.objects.create_user("r@example.org", "Rosa Lind", [Role.RESPONDER])
    of = with_people(case("C-1", identity_withheld=True, made_by="Parent"))
    Assignment.objects.create(case=of, user=reader, capacity="responder", since=RECEIVED)
    asked = {"with_names": "on", "purpose": "Our answer"}

    (row,) = cases_in(export(reader=reader, **asked))
    assert (row["Complainants"], row["Service users"]) == ("", "Wren Thistleton")
    assert row["Complainant type"] == ""
    (row,) = cases_in(export(**asked))
    assert (row["Complainants"], row["Complainant type"]) == ("Juniper Vale", "Parent")


def test_the_log_of_files_is_for_those_who_read_the_trail(client, export, officer):
    case("C-1")
    export("state=open", with_names="on", purpose="Letters")

    assert client.get("/cases/exports/").status_code == 403
    client.force_login(User.objects.create_user("m@example.org", "Maud Ferris", [Role.MANAGER]))
    page = client.get("/cases/exports/").content.decode()
    assert "1 open case" in page
    assert "With names" in page
    assert "Letters" in page
    assert 'href="/cases/?state=open"' in page


@pytest.mark.parametrize("query", ["kind=nonsense", "colour=red"])
def test_a_filter_that_cannot_be_read_exports_nothing(export, query):
    case("C-1")

    answer = export(query)

    assert answer.status_code == 200
    assert "There is a problem" in answer.content.decode()
    assert not ListExport.objects.exists()


def test_a_list_of_none_can_be_exported(export):
    answer = export("state=closed")

    assert lines(answer)[0] == ["Cases", "No closed cases"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_however_many_cases_it_is_one_statement(client, officer, at_most_queries, kind):
    for _ in range(30):
        with_people(make.case(RECEIVED, "Leaving Care"))
    client.force_login(officer)

    with at_most_queries(12) as sent:
        asked = {"format": kind, "with_names": "on", "purpose": "A try"}
        b"".join(client.post("/cases/export/", asked).streaming_content)

    assert len([sql for sql in sent if "column_summary" in sql]) == 1
